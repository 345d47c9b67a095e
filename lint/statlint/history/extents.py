"""Tables, heads and lines that are written in another unit than in the period before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from statlint.history.compared import Compared, Group
from statlint.history.factors import common_power
from statlint.history.levels import levels_of
from statlint.history.odd import Extent
from statlint.history.pairs import Pair
from statlint.values import Thresholds

_UNKNOWN = 0.3
"""The spread of changes where the whole table may be in another unit."""


@dataclass(frozen=True, slots=True, eq=False)
class Scaled:
    """Figures that have changed together by a power of ten."""

    extent: Extent
    power: int
    members: tuple[Compared, ...]


def scaled_in(group: Group, thresholds: Thresholds) -> list[Scaled]:
    """Find the table, or else heads and lines, whose figures have all changed by a power of ten."""
    pairs = group.pairs
    power = common_power(pairs, 1.0, _UNKNOWN, thresholds.factor)
    found = []
    if power:
        found.append(Scaled(Extent.TABLE, power, group.members))
        pairs = [replace(pair, now=pair.now / 10.0**power) for pair in pairs]
    return [*found, *_strips(group, pairs, thresholds)]


def _strips(group: Group, pairs: Sequence[Pair], thresholds: Thresholds) -> Iterator[Scaled]:
    levels = levels_of(pairs)
    growth = levels.growth
    taken: set[int] = set()
    for extent, places in _places(pairs):
        own = [pairs[at] for at in places]
        if len(places) == len(pairs) or taken.intersection(places):
            continue
        power = common_power(own, growth, levels.spread, thresholds.factor)
        if power:
            taken.update(places)
            yield Scaled(extent, power, tuple(group.members[at] for at in places))


def _places(pairs: Sequence[Pair]) -> Iterator[tuple[Extent, list[int]]]:
    """Go through heads, then lines, with the places of their figures."""
    heads: dict[str, list[int]] = {}
    lines: dict[str, list[int]] = {}
    for at, pair in enumerate(pairs):
        heads.setdefault(pair.head, []).append(at)
        lines.setdefault(pair.line, []).append(at)
    yield from ((Extent.HEAD, places) for places in heads.values())
    yield from ((Extent.LINE, places) for places in lines.values())
