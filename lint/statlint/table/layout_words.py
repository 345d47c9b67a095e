"""What the words of a line or head say of its figures: their role, unit and period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from statlint.table.layout import Role
from statlint.values import Period, plain, stated_unit

_ROLES: tuple[tuple[Role, str], ...] = (
    (Role.TOTAL, r"^(?:合|总|共|统)\s*计|总\s*计$|\btotals?\b|^all\b"),
    (Role.SUBTOTAL, r"小\s*计|\bsub-?\s?totals?\b"),
    (Role.OF_WHICH, r"^\W*其\s*中|^#|\bof which\b"),
    (Role.SHARE, r"占比|比重|比例|构成|%|％|\bper\s?cent(?:age)?\b|\bshare\b"),
    (Role.CHANGE, r"同比|环比|增长|增速|\bchange\b|\bgrowth\b"),
    (Role.DIFFERENCE, r"增减|差额|\bnet\b|\bbalance\b|\bdifference\b"),
    (Role.AVERAGE, r"平均|均值|\baverage\b|\bmean\b"),
    (Role.MEDIAN, r"中位|\bmedian\b"),
    (Role.CUMULATIVE, r"累计|\bcumulative\b|\byear.to.date\b"),
    (Role.RANK, r"排名|名次|位次|\brank"),
    (Role.ORDINAL, r"^(?:序号|编号|行次)$|^no\.?$"),
    (Role.CODE, r"代码|\bcode\b|\bid\b"),
    (Role.RATE, r"人均|\bper (?:capita|head)\b|\bratio\b"),
    (Role.PRICE, r"单价|价格|\bprice\b"),
    (Role.QUANTITY, r"^数量$|\bquantity\b"),
)


@cache
def _patterns() -> tuple[tuple[Role, re.Pattern[str]], ...]:
    return tuple((role, re.compile(words, re.IGNORECASE)) for role, words in _ROLES)


def roles_of(labels: Sequence[str]) -> frozenset[Role]:
    """Find what the labels of a line or head say that its figures are, the outermost first."""
    own = plain(labels[-1]).strip() if labels else ""
    found = {role for role, words in _patterns() if words.search(own)}
    if period_of(own) is not None:
        found.add(Role.YEAR)
    return frozenset(found)


def unit_of(text: str) -> str | None:
    """Find the unit that a label, a unit line or a title states."""
    return stated_unit(text)


def period_of(text: str) -> Period | None:
    """Find the period that a label is, or that a title speaks of."""
    found = re.fullmatch(r"((?:19|20)\d\d)\s*年?", plain(text).strip())
    return Period(int(found[1])) if found else None
