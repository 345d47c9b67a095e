"""Which odd figures only follow from other odd figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from statlint.dataclass import dataclass
from statlint.facts import Fact
from statlint.history.follows import Follows
from statlint.history.odd import Extent
from statlint.history.sizes import Odds
from statlint.odds.pairs import Expected, score_of


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

    A total that would be usual if its odd parts were as expected follows from them, and so does
    whatever else is reckoned from odd figures.
    """
    off = _off(found)
    causes: dict[int, set[int]] = {}
    for one in follows:
        total = off.get(one.fact)
        if total is None or total.odds.oddity.extent is not Extent.FIGURE:
            continue
        others = {id(off[fact].odds) for fact in one.sources if fact in off} - {id(total.odds)}
        if others and _explain(one, total, off):
            causes.setdefault(id(total.odds), set()).update(others)
    kept = _roots([id(one) for one in found], causes)
    return [one for one in found if id(one) in kept]


def _roots(every: Sequence[int], causes: Mapping[int, Collection[int]]) -> set[int]:
    """Keep what nothing explains; of those that only explain one another, the first."""
    kept = {one for one in every if one not in causes}
    settled = set(kept)
    while len(settled) < len(every):
        explained = {one for one in causes if settled.intersection(causes[one])} - settled
        if not explained:
            explained = {next(one for one in every if one not in settled)}
            kept |= explained
        settled |= explained
    return kept


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
