"""Quotients of two figures of one strip: shares of its total, changes from line to line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from math import log2

from statlint.dataclass import dataclass
from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator, Relation
from statlint.inference.rates_bases import bases_for
from statlint.inference.rates_quotients import quotient
from statlint.inference.rates_steps import Steps
from statlint.inference.rates_trial import Expected, Fit, Target, Trial, target_of, try_out
from statlint.inference.rates_words import NEVER, RATES, kinds_of, said
from statlint.table import Role

_REACH = 8
"""How far from its figures a strip of shares may stand."""
_FEW = 40
_SAMPLE = 8
_FEWEST = 3
_ENOUGH = 10.0
_HELD = 0.65
_EXACT = 0.5


@dataclass(frozen=True, slots=True)
class _Guess:
    """What is divided by what: at each position the place of the figure that divides."""

    operator: Operator
    factor: int
    of: int
    bases: tuple[tuple[int, int], ...]
    cost: float


def find_rates_along(steps: Steps, known: Sequence[Relation] = ()) -> tuple[Relation, ...]:
    """Find strips of shares and changes that follow from one other strip each."""
    matrix = steps.matrix
    taken = {relation.aggregate for relation in known if relation.axis is matrix.axis}
    return tuple(
        found
        for place, strip in enumerate(matrix.strips)
        if place not in taken and strip.figures
        if (found := _best(steps, place, taken)) is not None
    )


def _best(steps: Steps, place: int, taken: Collection[int]) -> Relation | None:
    """Give the quotient that explains a strip best, where one does well enough."""
    matrix = steps.matrix
    strip, whole = matrix.strips[place], steps.rounded[place] >= 10**matrix.scale
    kinds = kinds_of(strip, fine=False, whole=whole) if strip.roles & RATES or strip.unit else ()
    target = target_of(steps, place) if kinds else None
    if target is None or len(set(target.ordered)) < _FEWEST:
        return None
    best: Relation | None = None
    for of in _candidates(matrix, place, taken):
        for guess in (
            _Guess(operator, factor, of, bases.pairs, bases.cost)
            for operator, factor in kinds
            for bases in bases_for(matrix, target, of, operator, factor)
        ):
            if not _meets(matrix, target, guess):
                continue
            trial = _trial(steps, target, guess)
            bits = trial.total + said(guess.operator, guess.factor, matrix.strips[place])
            bits -= guess.cost + 1.5 * log2(1 + abs(of - place))
            if _is_sound(trial) and bits >= _ENOUGH and (best is None or bits > best.bits):
                best = _relation(matrix, place, guess, trial, bits)
    return best


def _candidates(matrix: Matrix, place: int, taken: Collection[int]) -> Iterator[int]:
    reach = _REACH if len(matrix.strips) <= _FEW else _REACH // 3
    for of in range(max(0, place - reach), min(len(matrix.strips), place + reach + 1)):
        roles = matrix.strips[of].roles
        usable = matrix.strips[of].figures and not roles & (NEVER - {Role.YEAR} | RATES)
        if of != place and usable and of not in taken:
            yield of


def _trial(steps: Steps, target: Target, guess: _Guess) -> Trial:
    matrix = steps.matrix
    own = matrix.values[guess.of]
    raised = guess.factor * 10**matrix.scale
    wanted: list[tuple[int, Expected]] = []
    for position, base in guess.bases:
        top, bottom = own[position], own[base]
        if top is None or not bottom:
            continue
        own_steps = steps.at(guess.of, position), steps.at(guess.of, base)
        wanted.append((position, quotient(guess.operator, raised, (top, bottom), own_steps)))
    return try_out(target, wanted)


def _meets(matrix: Matrix, target: Target, guess: _Guess) -> bool:
    """Tell whether a guess fits two of a few figures well enough to be looked at wholly."""
    own = matrix.values[guess.of]
    raised = guess.factor * 10**matrix.scale
    met = 0
    for position, base in guess.bases[:: max(1, len(guess.bases) // _SAMPLE)]:
        top, bottom, value = own[position], own[base], target.values[position]
        if top is None or not bottom or value is None:
            continue
        unit = matrix.units[guess.of][base]
        wanted = quotient(guess.operator, raised, (top, bottom), (unit, unit))
        met += abs(wanted.value - value) <= 2 * (target.halves[position] + wanted.slack)
    return met > 1


def _is_sound(trial: Trial) -> bool:
    if trial.told < _FEWEST or trial.held < _HELD * trial.told:
        return False
    if trial.different < _FEWEST:
        return False
    return trial.count(Fit.EXACT) >= min(_EXACT, trial.due / 2) * trial.told


def _relation(matrix: Matrix, place: int, guess: _Guess, trial: Trial, bits: float) -> Relation:
    bases = dict(guess.bases)
    return Relation(
        guess.operator,
        matrix.axis,
        place,
        (guess.of, guess.of),
        trial.positions,
        bits,
        factor=guess.factor,
        missed=trial.missed,
        exact=trial.count(Fit.EXACT, Fit.TRIVIAL),
        held=trial.count(Fit.EXACT, Fit.TRIVIAL, Fit.LOOSE),
        named=True,
        places=(trial.positions, tuple(bases[position] for position in trial.positions)),
    )
