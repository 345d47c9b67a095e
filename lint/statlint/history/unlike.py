"""Figures of a unit that have changed otherwise than those of most other units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from statlint.dataclass import dataclass
from statlint.history.drift import Drift
from statlint.history.roll import Return, Roll
from statlint.odds.among_units import distances
from statlint.odds.levels import levels_of
from statlint.odds.pairs import Pair, score_of
from statlint.odds.unusual import bound_of
from statlint.values import Thresholds

_USUAL_COUNT = 20
"""An amount of the usual size among units moves like a count of so many."""


@dataclass(frozen=True, slots=True, eq=False)
class Unlike:
    """One figure of one unit, what most units had in its place, and how far it is from that."""

    of: Return
    drift: Drift
    at: int
    growth: float
    """The factor by which most units have grown."""
    score: float
    mild: bool
    units: int


@dataclass(frozen=True, slots=True, eq=False)
class _Own:
    """One figure of one unit."""

    of: Return
    drift: Drift
    at: int

    @property
    def change(self) -> tuple[float, float]:
        return self.drift.was[self.at], self.drift.now[self.at]


def unlike_others(roll: Roll) -> Iterator[Unlike]:
    """Hold each figure of a form against the same one of all other units of a roll.

    One is told where its change is far from that of most (Hidiroglou & Berthelot) and unusual for
    its size as well, with as few false alarms in a whole roll as in one table.
    """
    thresholds = roll.thresholds
    figures = {
        key: several
        for key, several in _by_figure(roll).items()
        if len(several) >= thresholds.fewest_units
    }
    bound = bound_of(sum(map(len, figures.values())), thresholds)
    for several in figures.values():
        yield from _unlike(several, bound, thresholds)


def _by_figure(roll: Roll) -> Mapping[tuple[str, str, str], list[_Own]]:
    figures: dict[tuple[str, str, str], list[_Own]] = {}
    for of in roll.returns:
        for drift in of.drifts:
            for at, key in enumerate(drift.keys):
                own = _Own(of, drift, at)
                figures.setdefault((drift.form, drift.table, key), []).append(own)
    return figures


def _unlike(several: Sequence[_Own], bound: float, thresholds: Thresholds) -> Iterator[Unlike]:
    changes = [one.change for one in several]
    far = distances(changes)
    if max(map(abs, far)) <= thresholds.units_information:
        return
    whole = all(one.drift.whole for one in several)
    scale = 1.0 if whole else _USUAL_COUNT / median(was for was, _ in changes)
    pairs = [Pair(str(at), "", was * scale, now * scale) for at, (was, now) in enumerate(changes)]
    levels = levels_of(pairs)
    for one, pair, distance, expected in zip(several, pairs, far, levels.expected, strict=True):
        score = score_of(pair.now, expected)
        if abs(distance) > thresholds.units_information and abs(score) > bound:
            mild = abs(distance) <= thresholds.units
            yield Unlike(one.of, one.drift, one.at, levels.growth, score, mild, len(several))
