"""Lines, heads and tables whose figures have all vanished, or all appeared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.dataclass import dataclass
from statlint.history.compared import Group
from statlint.history.odd import Extent
from statlint.odds.pairs import Expected, score_of
from statlint.odds.unusual import Judged
from statlint.values import Thresholds


@dataclass(frozen=True, slots=True, eq=False)
class Vanished:
    """Figures that are there in one of two periods only."""

    extent: Extent
    places: tuple[int, ...]
    """Where they stand in their group."""


def vanished_in(group: Group, judged: Judged, thresholds: Thresholds) -> list[Vanished]:
    """Find the table, or else heads and lines, that are 0 or blank in one of two periods."""
    found: list[Vanished] = []
    taken: set[int] = set()
    for extent, places in _strips(group):
        if not taken.intersection(places) and _is_gone(group, places, judged, thresholds):
            taken.update(places)
            there = (at for at in places if group.members[at].was or group.members[at].now)
            found.append(Vanished(extent, tuple(there)))
    return found


def _strips(group: Group) -> Iterator[tuple[Extent, list[int]]]:
    """Go through the table, its heads and its lines, with the places of their figures."""
    heads: dict[str, list[int]] = {}
    lines: dict[str, list[int]] = {}
    for at, one in enumerate(group.members):
        heads.setdefault(one.fact.head.key, []).append(at)
        lines.setdefault(one.fact.line.key, []).append(at)
    yield Extent.TABLE, list(range(len(group.members)))
    yield from ((Extent.HEAD, places) for places in heads.values())
    yield from ((Extent.LINE, places) for places in lines.values())


def _is_gone(group: Group, places: Sequence[int], judged: Judged, thresholds: Thresholds) -> bool:
    there = [at for at in places if group.members[at].was or group.members[at].now]
    if len(there) < 2 or not (  # noqa: PLR2004 - one figure is no line
        all(not group.members[at].now for at in there)
        or all(not group.members[at].was for at in there)
    ):
        return False
    own = [at for at in there if group.members[at].fact not in group.summed] or there
    now = sum(abs(float(group.members[at].now)) for at in own) * group.scale
    expected = [judged.levels.expected[at] for at in own]
    whole = Expected(
        sum(one.mean for one in expected),
        max(one.growth for one in expected),
        max(one.spread for one in expected),
    )
    # The figures of a line may be the same cases again (received, answered): none proves more
    # than the largest.
    largest = max(
        max(abs(float(group.members[at].now)) * group.scale, judged.levels.expected[at].mean)
        for at in own
    )
    return abs(score_of(now, whole)) > judged.bound and largest >= thresholds.vanished
