"""Where sums hold and where they are not meant: averages, rates and medians cross there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import comb, log2, pi, sqrt

from statlint.inference.ground import Ground
from statlint.inference.score import Reckoned, Tier
from statlint.inference.settle import Hypothesis

_OFTEN = 2
_FEW = 5
"""One sum in so many, at most, may be an error where figures are not rounded."""
_SURE = -9.0
"""log2 of the odds below which exact sums are no chance: 1 in 500."""


def without_alien(ground: Ground, reckoned: Sequence[Reckoned]) -> list[Reckoned]:
    """Leave out the positions of one kind where the relation never holds, if it does elsewhere.

    Positions are of one kind where they have the same own label: 平均 of every year.
    """
    missed = [one for one in reckoned if one.tier is Tier.MISS]
    if len(missed) < _OFTEN or len(missed) == len(reckoned):
        return list(reckoned)
    kinds: dict[str, list[Reckoned]] = defaultdict(list)
    for one in reckoned:
        kinds[ground.kinds[one.position]].append(one)
    alien = {
        kind
        for kind, likes in kinds.items()
        if kind and len(likes) >= _OFTEN and all(one.tier is Tier.MISS for one in likes)
    }
    return [one for one in reckoned if ground.kinds[one.position] not in alien]


def closed_by(ground: Ground, accepted: Sequence[Hypothesis]) -> frozenset[int]:
    """Find the positions where the sums found mostly fail: no sums are meant there.

    One sum that fails may be an error; it closes a position only where the figure stated is like
    its parts, not like their sum, and is written with other decimals than elsewhere.
    """
    held: dict[int, int] = defaultdict(int)
    missed: dict[int, list[Hypothesis]] = defaultdict(list)
    for one in accepted:
        wrong = set(one.evidence.missed)
        for position in one.evidence.positions:
            if position in wrong:
                missed[position].append(one)
            else:
                held[position] += 1
    return frozenset(
        position
        for position, sums in missed.items()
        if len(sums) > 2 * held[position]
        and (len(sums) >= _OFTEN or _is_mean(ground, sums[0], position))
    )


def unrounded(ground: Ground, accepted: Sequence[Hypothesis]) -> frozenset[int]:
    """Find the units whose sums are exact throughout the table: their figures are not rounded.

    Rounded figures of m parts add up exactly with probability about sqrt(6 / (pi (m + 1))): where
    many more sums are exact than that, the few that are not are errors.
    """
    exact: dict[int, int] = defaultdict(int)
    loose: dict[int, int] = defaultdict(int)
    chance: dict[int, float] = defaultdict(float)
    for one in accepted:
        for r in ground.reckon(one.aggregate, one.parts, ground.open, named=True):
            if r.tier <= Tier.LOOSE and r.stated and not r.single:
                exact[r.unit] += r.tier is Tier.EXACT
                loose[r.unit] += r.tier is Tier.LOOSE
                chance[r.unit] += log2(min(1.0, sqrt(6 / (pi * (r.parts + 1)))))
    return frozenset(unit for unit in exact if _proves(exact[unit], loose[unit], chance[unit]))


def _proves(exact: int, loose: int, chance: float) -> bool:
    """Tell whether so many exact sums are no chance, the few others set aside as errors.

    `chance` is log2 of the odds that all of them are exact by chance.
    """
    trials = exact + loose
    if not trials or loose * _FEW > trials:
        return False
    each = chance / trials
    ways = log2(comb(trials, loose))
    return each * exact + ways < _SURE


def _is_mean(ground: Ground, one: Hypothesis, position: int) -> bool:
    figures = [ground.values[part][position] for part in one.parts]
    like_parts = min(figures) <= ground.values[one.aggregate][position] <= max(figures)
    finest = min(ground.units[part][position] for part in one.parts)
    others = [
        min(ground.units[part][other] for part in one.parts)
        for other in one.evidence.positions
        if other not in one.evidence.missed
    ]
    return like_parts and all(unit != finest for unit in others)
