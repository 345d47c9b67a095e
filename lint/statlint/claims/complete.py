"""Which lists of parts are complete by what they name: 自然人 and 法人, 维持 and 纠正, 其他."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from statlint.claims.utterance import Spot
from statlint.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """Names of which a thing has one: the words of each, and how many names make a full list."""

    names: tuple[str, ...]
    enough: int


FAMILIES = (
    Family(("自然人|公民|个人", "法人|企业|组织|单位|机构"), 2),
    Family(
        (
            "当面|现场|窗口|来访",
            "信函|来信|邮寄|邮政|书面|纸质|寄送|邮件|EMS",
            "网络|网上|网站|在线|平台|系统|互联网",
            "传真|邮箱|电话|信箱",
        ),
        2,
    ),
    Family(
        (
            "予以公开|同意公开|^公开",
            "部分",
            "不予公开|不公开",
            "无法提供",
            "不存在|不掌握|没有现成",
            "不予处理|不予受理|不再处理",
            "补正|逾期|放弃|撤回|撤销|咨询|非政府信息",
            "其他|其它",
        ),
        4,
    ),
    Family(
        ("维持|驳回|胜诉", "纠正|撤销|败诉|确认违法", "其他|其它", "尚未|未审结|审理中|在审"), 3
    ),
    Family(("人大|建议", "政协|提案"), 2),
    Family(("主动公开", "依申请公开", "不予公开|不公开"), 3),
)
"""The classes of the yearly form: who asks, by which way, with which result."""


def is_told_out(whole: Spot, spots: Sequence[Spot]) -> bool:
    """Tell whether figures name what was done and what is left of a whole: 已完成47项，其余7项.

    What goes on into the next year is left of all that was due, not of what came in.
    """
    last = spots[-1].clause + spots[-1].tail
    due = re.search(r"应办|应当办|合计|共计", whole.clause)
    rest = "其余|剩余|余下|尚有|还有|仍有|未|在办|正在" + ("|结转下" if due else "")
    done = _done().search(spots[0].clause + spots[0].tail)
    within = all(one.quantity.figure.value <= whole.quantity.figure.value for one in spots)
    return (
        len(spots) > 1 and within and done is not None and re.match(f"(?:{rest})", last) is not None
    )


@cache
def _done() -> re.Pattern[str]:
    return re.compile(
        r"(?<![未不])(?<!正在)(?:办结|完成|答复|回复|办理完毕|处理完毕|解决|整改|办复)"
    )


def is_complete(spots: Sequence[Spot]) -> bool:
    """Tell whether the names of a list leave nothing out."""
    last = spots[-1].mention.label
    if len(spots) > 1 and re.match(r"其[他它余]|剩余|余下|另有", last):
        return True
    return are_all_names([spot.mention.label for spot in spots])


def are_all_names(labels: Sequence[str]) -> bool:
    """Tell whether names are those of one family, and enough of it."""
    return any(_names(labels, family) >= family.enough for family in FAMILIES)


def are_who_or_how(labels: Sequence[str]) -> bool:
    """Tell whether names say of all cases who asked, or by which way: none is left for later."""
    return any(_names(labels, family) >= family.enough for family in FAMILIES[:2])


def is_disjoint(spots: Sequence[Spot]) -> bool:
    """Tell whether a thing can be counted under one name of a list only."""
    labels = [spot.mention.label for spot in spots]
    return any(_names(labels, family) > 1 for family in FAMILIES)


def _names(labels: Sequence[str], family: Family) -> int:
    """Count how many names of a family a list has; 0 where something else is in it."""
    found = [_name(label, family) for label in labels]
    return 0 if None in found else len(set(found))


def _name(label: str, family: Family) -> int | None:
    patterns = _patterns(family.names)
    return next((at for at, one in enumerate(patterns) if one.search(label)), None)


@cache
def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    # 不予公开 holds 公开, and 部分不予公开 holds both: the more special name goes first.
    return tuple(map(re.compile, names))
