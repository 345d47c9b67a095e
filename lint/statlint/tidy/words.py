"""The words that say what a column of a long list is for."""

from __future__ import annotations

import re
from functools import cache

from statlint.tidy.shape import Part
from statlint.values import plain

_PERIOD = (
    r"年|年份|年度|时间|时期|期别|期间|报告期|统计期|所属期|数据期|日期|统计时间|年月|统计年度|统计月份"
    r"|years?|(?:calendar|reference|fiscal|survey) ?year|time|time ?period|period|date|yr|ym"
    r"|ref(?:erence)? ?(?:date|period)|report(?:ing)? ?(?:date|period)|year ?month"
)
_VALUE = (
    r"数值|数据|数据值|指标值|统计值|观测值|值|数|数额|金额|数量|本期数|期末数|values?|obs ?values?"
    r"|observations?|data ?values?|amounts?|figures?|counts?|numbers?|quantity|qty"
)
_UNIT = r"计量单位|数据单位|指标单位|单位|units?|unit ?(?:of )?(?:meas|measure)|uom|unit ?mult"
_ASIDE = (
    r"备注|说明|注释|附注|注|标志|标识|状态|数据状态|来源|数据来源|更新时间|发布时间|填报人|审核人|填报时间"
    r"|序号|行号|编号|id|no|flags?|obs ?(?:status|flags?)|status|notes?|footnotes?|remarks?"
    r"|comments?|sources?|symbols?|scalar ?(?:factor|id)|vector|coordinate|decimals?|terminated"
    r"|dguid|last ?update|conf ?status|confidential|row|index|unnamed:? ?0"
)
_WORDS = (
    (Part.MONTH, r"月|月份|months?|mon|mth"),
    (Part.QUARTER, r"季|季度|quarters?|qtr"),
    (Part.PERIOD, f"(?:{_PERIOD})(?: ?(?:code|编码|代码))?"),
    (Part.UNIT, _UNIT),
    (Part.VALUE, _VALUE),
    (Part.ASIDE, _ASIDE),
)
_TOTAL = (
    r"合\s*计|总\s*计|共\s*计|总数|总体|全部|不分.{1,4}|全[国省市县区州镇乡旗盟体社部行]{1,2}(?:合计|总计)?"
    r"|.{1,6}(?:合计|总计)|(?:grand |sub)?total(?:[ ,:(-].{1,40})?|.{1,40}[ ,(-]total\)?|all"
    r"|all .{1,30}|both sexes|both|world|overall|_t|tot|t|0+|\*"
)
_INDICATOR = (
    r"指标.*|统计指标|项目|项目名称|变量|科目"
    r"|indicators?.*|variables?|measures?|series|items?|concept"
)


def part_said(head: str) -> Part | None:
    """Tell what a head says that its column is for; None where it says nothing."""
    told = " ".join(plain(head).replace("_", " ").split()).casefold().strip("\ufeff ")
    bare = re.sub(r"\s*\(.*\)$", "", told)
    return next((part for part, words in _patterns() if words.fullmatch(bare)), None)


@cache
def _patterns() -> tuple[tuple[Part, re.Pattern[str]], ...]:
    return tuple((part, re.compile(words)) for part, words in _WORDS)


def says_measure(head: str) -> bool:
    """Tell whether a head can only mean the unit of measure, not a reporting unit."""
    return re.search(r"计量|meas|uom", head.casefold()) is not None


def says_total(label: str) -> bool:
    """Tell whether a code or its label is that of a total: 合计, 全省, Total, _T, 000000."""
    return re.fullmatch(_TOTAL, plain(label).strip().casefold()) is not None


def says_indicator(head: str) -> bool:
    """Tell whether the codes of a column say what is counted."""
    told = " ".join(plain(head).replace("_", " ").split()).casefold()
    return re.fullmatch(_INDICATOR, told) is not None
