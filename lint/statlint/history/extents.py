"""Tables, heads and lines that are written in another unit than in the period before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.dataclass import dataclass, replace
from statlint.history.compared import Compared, Group
from statlint.history.odd import Extent
from statlint.odds.factors import common_power
from statlint.odds.levels import levels_of
from statlint.odds.pairs import Pair
from statlint.values import Thresholds

_MOST_SPREAD = 0.5
"""However far figures move, those of a line do not all rise tenfold by chance."""
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


def _strips(group: Group, pairs: list[Pair], thresholds: Thresholds) -> Iterator[Scaled]:
    """Go through heads and lines; what one is found to be no longer blurs the others."""
    mended, levels = list(pairs), levels_of(pairs)
    taken: set[int] = set()
    for extent, places in _places(pairs):
        own = [mended[at] for at in places]
        spread = min(_MOST_SPREAD, levels.spread)
        power = common_power(own, levels.growth, spread, thresholds.factor)
        if not power or len(places) == len(pairs):
            continue
        for at in places:
            mended[at] = replace(mended[at], now=mended[at].now / 10.0**power)
        levels = levels_of(mended)
        yield Scaled(extent, power, tuple(group.members[at] for at in places if at not in taken))
        taken.update(places)


def _places(pairs: Sequence[Pair]) -> Iterator[tuple[Extent, list[int]]]:
    """Go through heads, then lines, with the places of their figures."""
    heads: dict[str, list[int]] = {}
    lines: dict[str, list[int]] = {}
    for at, pair in enumerate(pairs):
        heads.setdefault(pair.head, []).append(at)
        lines.setdefault(pair.line, []).append(at)
    yield from ((Extent.HEAD, places) for places in heads.values())
    yield from ((Extent.LINE, places) for places in lines.values())
