"""全年 of rain is a sum, of warmth a mean: where a sum is not stated its parts may give a mean."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from statlint.inference.averages_runs import Run
from statlint.inference.averages_trial import Means, means_of
from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator, Relation
from statlint.inference.rates_steps import Steps
from statlint.inference.rates_trial import Fit, Trial, target_of

_FEWEST_PARTS = 3
_ENOUGH = 8.0
_EXACT = 0.8
"""The share right to the last digit: ratios of a year lie near the mean of its quarters anyhow."""
_MEANS = 2
"""Positions that must show a mean at the least."""


def find_beside(
    steps: Steps, sums: Sequence[Relation], taken: Collection[int]
) -> Iterator[Relation]:
    """Find means of the parts of sums at positions where they are not added up."""
    matrix = steps.matrix
    means: Means | None = None
    for one in sums:
        if one.axis is not matrix.axis or one.operator is not Operator.SUM:
            continue
        if len(one.parts) < _FEWEST_PARTS or one.aggregate in taken or one.less:
            continue
        added = set(one.positions)
        left = [
            position
            for position, value in enumerate(matrix.values[one.aggregate])
            if value is not None and position not in added
        ]
        if left:
            means = means or means_of(steps)
            found = _mean(means, one, left)
            if found is not None:
                yield found


def _mean(means: Means, one: Relation, left: Sequence[int]) -> Relation | None:
    target = target_of(means.steps, one.aggregate)
    if target is None:
        return None
    whole = means.trial(target, Run(one.parts, 0.0))
    positions = set(left)
    trial = whole.kept(lambda at: whole.positions[at] in positions)
    right = trial.kept(lambda at: trial.fits[at] is not Fit.MISS)
    exact = trial.count(Fit.EXACT)
    if exact < max(_MEANS, _EXACT * trial.told) or right.total < _ENOUGH:
        return None
    return _relation(means.matrix, one, trial)


def _relation(matrix: Matrix, one: Relation, trial: Trial) -> Relation:
    return Relation(
        Operator.AVERAGE,
        matrix.axis,
        one.aggregate,
        one.parts,
        trial.positions,
        trial.total,
        missed=trial.missed,
        exact=trial.count(Fit.EXACT, Fit.TRIVIAL),
        held=trial.count(Fit.EXACT, Fit.TRIVIAL, Fit.LOOSE),
    )
