"""Which odd figures only follow from other odd figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from statlint.facts import Fact
from statlint.history.follows import Follows
from statlint.history.odd import Extent
from statlint.history.pairs import Expected, score_of
from statlint.history.sizes import Odds


@dataclass(frozen=True, slots=True)
class _Off:
    """How far an odd figure is from what it should be, and the oddity it is part of."""

    now: float
    expected: Expected
    odds: Odds

    @property
    def deviation(self) -> float:
        return self.now - self.expected.mean


def unexplained(found: Sequence[Odds], follows: Iterable[Follows]) -> list[Odds]:
    """Leave out what follows from others: a cause is told once.

    A total that would be usual if its odd parts were as expected follows from them. Where parts
    have moved together with a total that stays odd without the one that moved most, they follow
    from what moved the total: it is told, and they beside it.
    """
    off = _off(found)
    dropped: dict[int, None] = {}
    beside: dict[int, list[Fact]] = {}
    for one in follows:
        total = off.get(one.fact)
        if total is None or total.odds.oddity.extent is not Extent.FIGURE:
            continue
        parts = [off[fact] for fact in one.sources if fact in off]
        if not parts:
            continue
        if _explain(one, total, off):
            dropped[id(total.odds)] = None
        elif _move_alike(total, parts):
            dropped.update({id(part.odds): None for part in parts})
            beside.setdefault(id(total.odds), []).extend(_facts(parts))
    return [_with_others(one, beside.get(id(one), ())) for one in found if id(one) not in dropped]


def _off(found: Sequence[Odds]) -> dict[Fact, _Off]:
    return {
        member.fact: _Off(abs(float(member.now)) * one.scale, expected, one)
        for one in found
        for member, expected in zip(one.members, one.expected, strict=True)
    }


def _explain(follows: Follows, total: _Off, off: dict[Fact, _Off]) -> bool:
    """Tell whether a total would be usual with its odd parts as they should be."""
    if not follows.weights:
        return True
    explained = sum(
        weight * off[fact].deviation * total.odds.scale / off[fact].odds.scale
        for fact, weight in zip(follows.sources, follows.weights, strict=True)
        if fact in off
    )
    rest = max(0.0, total.now - explained)
    return abs(score_of(rest, total.expected)) <= total.odds.bound


def _move_alike(total: _Off, parts: Sequence[_Off]) -> bool:
    up = total.deviation > 0
    alone = all(part.odds.oddity.extent is Extent.FIGURE for part in parts)
    return alone and len(parts) > 1 and all((part.deviation > 0) is up for part in parts)


def _facts(parts: Sequence[_Off]) -> list[Fact]:
    return [part.odds.oddity.at for part in parts]


def _with_others(one: Odds, others: Sequence[Fact]) -> Odds:
    if not others:
        return one
    unique = tuple(dict.fromkeys(others))
    return replace(one, oddity=replace(one.oddity, others=unique))
