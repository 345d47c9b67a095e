"""What labels and units say of figures that do not add up over parts: rates, means, places."""

from __future__ import annotations

import re
from functools import cache

from statlint.form import Head, Line, Measure, TableForm
from statlint.table import Role, roles_of
from statlint.values import plain

_NEVER = frozenset(
    {
        Role.SHARE,
        Role.CHANGE,
        Role.AVERAGE,
        Role.MEDIAN,
        Role.RANK,
        Role.ORDINAL,
        Role.CODE,
        Role.RATE,
        Role.PRICE,
    }
)


@cache
def _words() -> re.Pattern[str]:
    """Give the words of figures that are read, graded or set, and never counted."""
    return re.compile(
        r"得分|评分|分[值数]$|成绩|名次|等级|级别|星级|排位|年份|^年度?$|日期|时间$|海拔|气温|温度|湿度|降水|降雨|日照"
        r"|满意度|[高低长宽深纯浓]度|最[高低大小早晚]|起征点|标准$|周期$|寿命|年龄|工资水平"
        r"|\bscores?\b|\bgrades?\b|^years?$|\bdate\b|temperature|humidity|rainfall|altitude"
        r"|\bages?\b|highest|lowest|maximum|minimum",
        re.IGNORECASE,
    )


@cache
def _units() -> re.Pattern[str]:
    """Give the units of quotients and readings."""
    return re.compile(r"[/／%‰℃°]|百分点|每|倍|毫米|^mm$", re.IGNORECASE)


def never_added(plan: TableForm) -> frozenset[str]:
    """Give the keys of lines and heads whose labels say that their figures are no sums."""
    strips: list[Line | Head] = [
        one for block in plan.blocks for members in (block.lines, block.heads) for one in members
    ]
    return frozenset(one.key for one in strips if _says_no((*one.above, one.label.zh)))


def is_quotient(measure: Measure) -> bool:
    """Tell whether the unit of a figure is that of a quotient, or of a reading."""
    return measure.unit is not None and _units().search(measure.unit) is not None


def _says_no(labels: tuple[str, ...]) -> bool:
    said = any(_words().search(plain(label).strip()) for label in labels)
    return said or bool(roles_of(list(labels)) & _NEVER)
