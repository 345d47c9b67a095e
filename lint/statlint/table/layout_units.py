"""The unit that a label, a unit line or a title states: 单位：万元, (吨), in thousands, $ m."""

from __future__ import annotations

import re
from functools import cache

from statlint.values import UNITS, plain, stated_unit

_MORE_UNITS = (
    "美元 欧元 日元 英镑 吨 公斤 千克 克 斤 担 公顷 亩 亩次 平方公里 平方千米 平方米 立方米 "
    "公里 千米 米 厘米 毫米 升 毫升 吨公里 人公里 瓦 千瓦 兆瓦 瓦时 千瓦时 度 吨标准煤 辆 只 头 "
    "所 张 组 座 艘 岁 年 小时 分钟 床 间 种 株 羽 匹 箱 双 杯 标准箱 "
    "倍 户次 人天 班 桶 尾 孔 kg t km ha h mm cm ℃ °C 盒 支 标箱"
)
_PERCENT = r"%|per ?cents?|percentages?|pct\.?"
_SCALE = r"(?:hundreds?|thousands?|millions?|billions?|trillions?|'?000'?s?|1,?000s?|bn|mn)"
_DOLLARS = (
    r"(?:(?:constant|chained) (?:[12][0-9]{3} )?|current |(?:u\.s\.|us|a|c|ca|nz|hk) ?)*"
    r"(?:dollars?|\$)"
)
_MONEY = rf"(?:{_DOLLARS}|euros?|€|£|¥|pounds|yen|yuan)"
_COUNTS = (
    r"(?:number|(?:number of )?(?:persons?|people|head|inhabitants|employees|households?|families"
    r"|dwellings|cases|units|copies|vehicles))"
)
_MEASURES = (
    r"(?:hours?|days|weeks|months|years|(?:[a-z]+ )?tons?|tonnes?|kilograms?|kg|grams?|barrels"
    r"|lit(?:re|er)s?|bushels|acres|hectares|ha|[kmgt]wh?|(?:kilo|mega|giga)watt[- ]hours"
    r"|(?:square |sq\.? )?(?:kilomet(?:re|er)s?|met(?:re|er)s?|miles|feet|km|m)[²2³3]?)"
)
_WHAT = rf"(?:{_MONEY}|{_COUNTS}|{_MEASURES})"
_SCALED = (
    rf"{_SCALE}(?: of)? {_WHAT}|{_MONEY},? ?(?:in )?(?:{_SCALE}|m|bn?)(?!\w)"
    rf"|(?-i:[A-Z]{{3}}) {_SCALE}|(?:{_COUNTS}|{_MEASURES}),? (?:in )?{_SCALE}"
)
_ENGLISH = rf"(?:in )?((?:{_SCALED}|{_SCALE}|{_WHAT}|{_PERCENT}|‰)(?: of [a-z ]+)?)"
_BEHIND = (
    rf"(?:^|[\s,])(?:in )?"
    rf"({_SCALED}|number|(?<=in ){_SCALE}|(?<=, ){_SCALE}|{_MONEY}|{_PERCENT}"
    r"|number of [a-z]+)$|([%‰])$"
)
_WITHIN = rf"\bin ({_SCALED}|{_SCALE})\b"
_NAMED = (
    r"(?:(?:(?<![一-龥])|(?<=计量)|(?<=计算)|(?<=金额))单 ?位|\bunits?)"
    r" ?: ?([^()\s,;]+(?:(?<=[a-z]) [a-z$]+)*)"
)
_LONGEST_UNKNOWN = 6
_OFFICE = r"[局办府县市镇乡村区省州旗院校委会厅部处科站心司队社厂行所]"
_HINT = r"[(%‰/:$€£¥]|thousand|illion|hundred|00|bn|mn|number|dollar|pound|yen|yuan|euro|per ?c|pct"
"""What a text with a unit has, in lower case: most have none."""
_UNHINTED = rf"(?:in )?(?:{_COUNTS}|{_MEASURES})(?: of [a-z ]+)?"
"""The English units without any such sign, in lower case."""
_NOTE = r"\s*(?:[0-9]\)|[¹²³⁴-⁹*]+)$"


@cache
def _chinese() -> str:
    """Give the pattern of a Chinese unit: 万元, 元/人, 亿千瓦时; compiled where it is used."""
    units = sorted({*UNITS, *_MORE_UNITS.split()}, key=lambda unit: (-len(unit), unit))
    one = rf"[百千万亿]{{0,2}}(?:{'|'.join(map(re.escape, units))})"
    return rf"(?:{one}|[百千万亿]{{1,2}})(?:[/每]{one})*"


def unit_of(text: str) -> str | None:
    """Find the unit that a label, a unit line or a title states, written as it is there."""
    told = " ".join(plain(text).split())
    lower = told.lower()
    if not (re.compile(_HINT).search(lower) or re.compile(_UNHINTED).fullmatch(lower)):
        return None
    if is_unit(told):
        return told
    return stated_unit(told) or _after_word(told) or _in_brackets(told) or _at_end(told)


def is_unit(text: str) -> bool:
    """Tell whether a text is nothing but a Chinese unit: 千瓦, 元/人."""
    return re.compile(_chinese()).fullmatch("".join(plain(text).split())) is not None


def _after_word(told: str) -> str | None:
    """Read 单位：吨 or Unit: tonnes; of several none is for all, and 县财政局 is an office."""
    found = re.compile(_NAMED, re.IGNORECASE).search(told)
    if found is None or "、" in found[1]:
        return None
    known = found[1].isascii() or re.compile(_chinese()).fullmatch(found[1])
    office = len(found[1]) > _LONGEST_UNKNOWN or re.search(_OFFICE, found[1])
    return found[1] if known or not office else None


def _in_brackets(told: str) -> str | None:
    chinese, english = re.compile(_chinese()), re.compile(_ENGLISH, re.IGNORECASE)
    for inner in reversed(re.findall(r"\(([^()]*)\)", told)):
        unit = inner.strip()
        if chinese.fullmatch(unit.replace(" ", "")):
            return str(unit)
        found = english.fullmatch(unit)
        if found:
            return _said(found[1])
    return None


def _at_end(told: str) -> str | None:
    bare = re.sub(_NOTE, "", told)
    found = (
        re.compile(_BEHIND, re.IGNORECASE).search(bare)
        or re.compile(_ENGLISH, re.IGNORECASE).fullmatch(bare)
        or re.compile(_WITHIN, re.IGNORECASE).search(bare)
        or re.compile(rf"[^/]+/({_chinese()})").fullmatch(bare)
    )
    return _said(found[found.lastindex or 0]) if found else None


def _said(unit: str) -> str:
    """Write all words for per cent in one way."""
    return "%" if re.compile(_PERCENT, re.IGNORECASE).fullmatch(unit) else unit
