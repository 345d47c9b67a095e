"""Which units count the same kind of thing."""

from __future__ import annotations

import re
from functools import cache

from statlint.claims.utterance import Spot
from statlint.prose import QuantityKind
from statlint.prose.words import MONEY

_PUBLISHED = frozenset("条 件 篇 份 则 项 条次 篇次 件次 条目".split())
_CASES = frozenset("件 宗 起 例".split())
_PEOPLE = frozenset("人 名 位 人次".split())


def kin(one: Spot, other: Spot) -> bool:
    """Tell whether two figures may be summed: one unit, or two words for one kind of thing.

    The other one may be without a unit: 新增56条，其中养老12、资金8.
    """
    if one.unit == other.unit or not other.unit:
        return one.quantity.kind is other.quantity.kind
    return any(
        one.unit in group and other.unit in group
        for group in (_PUBLISHED, _CASES, _PEOPLE, set(MONEY))
    )


def is_one_unit(whole: Spot, part: Spot) -> bool:
    """Tell whether two units count the same without doubt: one word, or two for a case."""
    return part.unit in {whole.unit, ""} or {whole.unit, part.unit} <= _CASES


def is_count(spot: Spot) -> bool:
    """Tell counts and amounts from shares, and from what falls to each (人均27654元)."""
    counted = spot.quantity.kind in {QuantityKind.COUNT, QuantityKind.AMOUNT}
    return counted and not _each().search(spot.clause)


@cache
def _each() -> re.Pattern[str]:
    return re.compile(r"人均|户均|平均|日均|月均|年均|亩均|均价|单价|每[人户件天日月年次个亩]")
