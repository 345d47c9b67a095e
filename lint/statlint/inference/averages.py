"""Means: strips that are the mean of others at every position."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from statlint.dataclass import dataclass, replace
from statlint.inference.averages_runs import DERIVED, Pools, Run, pools_of, runs_for
from statlint.inference.averages_trial import Means, means_of
from statlint.inference.matrix import Matrix
from statlint.inference.model import Axis, Operator, Relation
from statlint.inference.rates_extent import stated_at
from statlint.inference.rates_steps import Steps
from statlint.inference.rates_trial import Fit, Target, Trial, target_of
from statlint.table import Role

_ENOUGH, _ENOUGH_UNNAMED = 8.0, 18.0
"""Bits from which a mean is believed: called one by its label, and without one."""
_WEAK = 0.0
"""Bits from which one speaks for others of the same pattern."""
_HELD, _EXACT = 0.6, 0.5
"""The shares of figures that must agree, and be right to the last digit."""
_HELD_LOOSE = 0.9
"""The share that must agree where fewer are right to the last digit."""
_HELD_UNNAMED, _EXACT_UNNAMED = 0.8, 0.7
_REPEAT = 3.0
"""Bits for each other strip with the same pattern, up to two."""
_ROUNDS = 2
"""Means, and means of means."""
_PAIR = 2
_FEW, _MANY = 40, 20
"""Strips and positions of a table that may show a mean though nothing else hints at one."""
_NEARLY_ALL, _BITS_EACH = 0.95, 4.0
"""The share of its figures that must then be right, and the bits that each must tell."""
_SUMMED = 0.9
"""The share of its figures that sums explain where a strip is looked at no more."""
_WHOLE = frozenset({Role.TOTAL, Role.SUBTOTAL, Role.AVERAGE})
_MOST_RUNS = 16
"""Runs that are tried for one strip: those that met the most probes."""


@dataclass(frozen=True, slots=True)
class _Found:
    target: int
    run: Run
    trial: Trial
    bits: float
    named: bool

    @property
    def pattern(self) -> tuple[int, int]:
        """What repeats where a table repeats itself: as many parts as far off."""
        return self.run.parts[0] - self.target, len(self.run.parts)


def find_averages(
    steps: Steps, sums: Sequence[Relation], rates: Sequence[Relation] = ()
) -> tuple[Relation, ...]:
    """Find the strips that are means of others, beside the sums and rates that are known."""
    matrix = steps.matrix
    own = [one for one in sums if one.axis is matrix.axis]
    derived = {one.aggregate for one in (*own, *rates)}
    taken = {one.aggregate for one in rates}
    summed = {one.aggregate for one in own if _is_plain_sum(matrix, one)}
    means: dict[int, Relation] = {}
    for _ in range(_ROUNDS):
        pools = pools_of(steps, derived, means.keys())
        fitting = _fitting(steps, pools, own, summed)
        weak = [one for one in fitting if one.target not in means]
        found = _chosen(matrix, [one for one in weak if one.target not in taken])
        if not found:
            break
        means |= found
        derived |= found.keys()
    return tuple(means.values())


def _is_plain_sum(matrix: Matrix, one: Relation) -> bool:
    """Tell whether a strip adds up nearly everywhere, so that it can be a mean nowhere."""
    values = matrix.values[one.aggregate]
    return one.held >= _SUMMED * (len(values) - values.count(None))


def _fitting(
    steps: Steps, pools: Pools, sums: Sequence[Relation], summed: Collection[int]
) -> Iterator[_Found]:
    means = means_of(steps)
    for target, named in _targets(steps, pools, summed):
        runs = {
            run.parts: run
            for run in sorted(runs_for(target, pools, sums, named=named), key=lambda run: -run.cost)
            if len(run.parts) > 1 and target.place not in run.parts
        }
        likely = sorted(runs.values(), key=lambda run: (-run.met, run.cost))[:_MOST_RUNS]
        for run in likely:
            if means.is_likely(target, run):
                hinted = _is_hinted(steps, target.place, len(target.stated), pools)
                found = _tried(means, target, run, named=named, hinted=hinted)
                if found is not None:
                    yield found


def _targets(steps: Steps, pools: Pools, summed: Collection[int]) -> Iterator[tuple[Target, bool]]:
    """Choose the strips that may be means, and whether their labels say so.

    Where heads say that they hold means, so may any line, but only under them.
    """
    matrix = steps.matrix
    means = {
        p
        for p, strip in enumerate(matrix.across)
        if Role.AVERAGE in strip.roles and matrix.axis is Axis.LINES
    }
    for place in pools.all:
        roles = matrix.strips[place].roles
        named = Role.AVERAGE in roles
        if roles & (DERIVED - _WHOLE) and not named:
            continue
        count = matrix.width - matrix.values[place].count(None)
        many = len(pools.all) <= _FEW and count >= _MANY
        likely = named or (
            not roles & DERIVED
            and place not in summed
            and (many or _is_hinted(steps, place, count, pools))
        )
        if not (likely or means):
            continue
        target = target_of(steps, place)
        if target is None:
            continue
        if likely:
            yield target, named
        under = [p for p in target.stated if p in means]
        if under and not named and len(under) < len(target.stated):
            yield replace(target, stated=under), False


def _is_hinted(steps: Steps, place: int, stated: int, pools: Pools) -> bool:
    """Tell whether a strip has lines of its own, more decimals than most, or chosen positions.

    `stated` counts the positions that are looked at.
    """
    values = steps.matrix.values[place]
    if place in pools.children or stated < len(values) - values.count(None):
        return True
    return steps.rounded[place] < pools.usual


def _is_beyond_chance(trial: Trial) -> bool:
    """Tell whether a strip that nothing else calls a mean is one at all its many positions."""
    exact = trial.count(Fit.EXACT)
    return exact >= max(_MANY, _NEARLY_ALL * trial.told) and trial.total >= _BITS_EACH * trial.told


def _tried(means: Means, target: Target, run: Run, *, named: bool, hinted: bool) -> _Found | None:
    trial = stated_at(means.matrix, means.trial(target, run))
    if trial is None:
        return None
    if named and not trial.is_sound(held=_HELD, exact=_EXACT, loose=_HELD_LOOSE):
        return None
    if not named and not trial.is_sound(held=_HELD_UNNAMED, exact=_EXACT_UNNAMED):
        return None
    if not (named or hinted) and not _is_beyond_chance(trial):
        return None
    across = [means.matrix.across[position].roles for position in trial.positions]
    meant = trial.told > 1 and len(run.parts) > _PAIR and all(Role.AVERAGE in own for own in across)
    bits = trial.total - run.cost + (6.0 if named else 4.0 if meant else 0.0)
    return _Found(target.place, run, trial, bits, named or meant) if bits > _WEAK else None


def _chosen(matrix: Matrix, weak: Sequence[_Found]) -> dict[int, Relation]:
    """Keep the best set for each strip, where it is sure enough."""
    patterns = Counter(pattern for _, pattern in {(one.target, one.pattern) for one in weak})
    best: dict[int, tuple[float, _Found]] = {}
    for one in weak:
        bits = one.bits + min(2 * _REPEAT, _REPEAT * (patterns[one.pattern] - 1))
        if bits >= (_ENOUGH if one.named else _ENOUGH_UNNAMED):
            before = best.get(one.target)
            if before is None or bits > before[0]:
                best[one.target] = bits, one
    return {place: _relation(matrix, one, bits) for place, (bits, one) in best.items()}


def _relation(matrix: Matrix, one: _Found, bits: float) -> Relation:
    trial = one.trial
    return Relation(
        Operator.AVERAGE,
        matrix.axis,
        one.target,
        one.run.parts,
        trial.positions,
        bits,
        missed=trial.missed,
        exact=trial.count(Fit.EXACT, Fit.TRIVIAL),
        held=trial.count(Fit.EXACT, Fit.TRIVIAL, Fit.LOOSE),
        named=one.named,
    )
