"""Where sums hold and where they are not meant: averages, rates and medians cross there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from statlint.inference.ground import Ground
from statlint.inference.score import Reckoned, Tier
from statlint.inference.settle import Hypothesis

_OFTEN = 2


def without_alien(ground: Ground, reckoned: Sequence[Reckoned]) -> list[Reckoned]:
    """Leave out the positions of one kind where the relation never holds, if it does elsewhere.

    Positions are of one kind where they have the same own label, 平均 of every year, or figures
    with the same decimals, which others have not. So are all that words call shares: those of a
    total add up along one axis and not along the other.
    """
    telling = [one for one in reckoned if one.stated or one.reckoned]
    missed = sum(one.tier is Tier.MISS for one in telling)
    if not missed or missed == len(telling):
        return list(reckoned)
    kinds: dict[str | int, list[Reckoned]] = defaultdict(list)
    shares: list[Reckoned] = []
    for one in telling:
        kinds[ground.kinds[one.position]].append(one)
        kinds[ground.finest[one.position]].append(one)
        if one.position in ground.shared:
            shares.append(one)
    groups = [likes for kind, likes in kinds.items() if kind != "" and len(likes) >= _OFTEN]
    alien = {
        one.position
        for likes in (*groups, shares)
        if all(one.tier is Tier.MISS for one in likes)
        for one in likes
    }
    return [one for one in reckoned if one.position not in alien]


def closed_by(ground: Ground, accepted: Sequence[Hypothesis]) -> frozenset[int]:
    """Find the positions where the sums found mostly fail: no sums are meant there.

    One wrong figure makes all sums fail that it takes part in: where the sums that fail share a
    figure it may be an error. Then the position is closed only where the figure stated is like its
    parts, not like their sum, and is written with other decimals than elsewhere.
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
        and (not _share(sums) or all(_is_mean(ground, one, position) for one in sums))
    )


def unmeant(ground: Ground, accepted: Sequence[Hypothesis]) -> frozenset[int]:
    """Find the positions of rates where the sums found do not hold either, but by chance."""
    closed = [at for at in range(ground.matrix.width) if not ground.is_open(at)]
    held: dict[int, int] = defaultdict(int)
    exact: dict[int, int] = defaultdict(int)
    failed: dict[int, int] = defaultdict(int)
    for one in accepted:
        for r in ground.reckon(one.aggregate, one.parts, closed):
            if r.stated or r.reckoned:
                held[r.position] += r.tier <= Tier.LOOSE
                exact[r.position] += r.tier is Tier.EXACT
                failed[r.position] += r.tier > Tier.LOOSE
    return frozenset(at for at in closed if not exact[at] or failed[at] >= held[at])


def _share(sums: Sequence[Hypothesis]) -> bool:
    """Tell whether one strip takes part in all of some sums."""
    return bool(set.intersection(*({one.aggregate, *one.parts} for one in sums)))


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
