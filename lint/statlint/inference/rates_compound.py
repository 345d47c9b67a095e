"""Ratios of sums and differences: W / (W + L), (checked - faulty) / checked, of no total."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from math import log2

from statlint.dataclass import dataclass
from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator, Relation
from statlint.inference.rates_extent import stated_at
from statlint.inference.rates_quotients import quotient
from statlint.inference.rates_steps import Steps, is_constant
from statlint.inference.rates_terms import Term, bottoms_of, tops_of, value_at
from statlint.inference.rates_trial import Expected, Fit, Target, Trial, fit_of, target_of, try_out
from statlint.inference.rates_words import NEVER, RATES, kinds_of
from statlint.table import Role, Strip
from statlint.values import plain

_WORDS = r"率|占比|比[重例]|%|‰|\b(?:pct|percent(?:age)?|rates?|ratio|share|proportion)\b"
_NO_PART = NEVER | RATES | {Role.AVERAGE, Role.MEDIAN, Role.PRICE}
_REACH = 6
"""How far from a ratio, on either side, its parts may stand."""
_PROBES, _SAMPLE = 3, 12
_FEWEST = 3
"""Different figures that speak for a ratio at the least."""
_ENOUGH, _SEARCH, _LABEL = 8.0, 3.0, 4.0
_HELD, _EXACT, _HELD_LOOSE = 0.75, 0.5, 0.9


@dataclass(frozen=True, slots=True)
class _Guess:
    """What is added up and taken away, what it is divided by, and multiplied with."""

    top: Term
    bottom: Term
    factor: int

    @property
    def size(self) -> int:
        """How many strips it names."""
        return len(self.top.parts) + len(self.bottom.parts)


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    """One strip that its label calls a ratio, and all that it may be a ratio of."""

    steps: Steps
    target: Target
    tops: tuple[Term, ...]
    bottoms: tuple[Term, ...]
    factors: tuple[int, ...]


def find_compound(steps: Steps, known: Sequence[Relation]) -> Iterator[Relation]:
    """Find ratios whose numerator or denominator has no strip of its own; `known` are all others.

    Without a word for it nothing is looked at: so many ways to divide find something by chance.
    """
    matrix = steps.matrix
    taken = {one.aggregate for one in known if one.axis is matrix.axis}
    rates = {one.aggregate for one in known if one.operator is not Operator.SUM}
    for place, strip in enumerate(matrix.strips):
        if place not in taken and strip.figures and is_called_a_ratio(strip):
            found = _best(steps, place, rates)
            if found is not None:
                yield found


def is_called_a_ratio(strip: Strip) -> bool:
    """Tell whether a label says that its figures are a ratio of others, and no change."""
    roles = strip.roles
    if roles & (NEVER | {Role.CHANGE, Role.MEDIAN, Role.PRICE}):
        return False
    named = roles & {Role.SHARE, Role.RATE} or strip.unit in {"%", "‰"}
    return bool(named) or _words().search(plain(strip.text).lower()) is not None


@cache
def _words() -> re.Pattern[str]:
    return re.compile(_WORDS)


def _best(steps: Steps, place: int, rates: Collection[int]) -> Relation | None:
    matrix = steps.matrix
    target = target_of(steps, place)
    if target is None or len(set(target.ordered)) < _FEWEST:
        return None
    near = [
        one
        for one in range(max(0, place - _REACH), min(len(matrix.strips), place + _REACH + 1))
        if one != place and one not in rates and _may_be_part(matrix, one)
    ]
    kinds = kinds_of(matrix.strips[place], fine=True, whole=False)
    factors = tuple(factor for kind, factor in kinds if kind is Operator.DIVISION)
    search = _Search(steps, target, tops_of(near), bottoms_of(near), factors)
    fits = [
        (bits, -guess.size, guess, trial)
        for guess in _guesses(search)
        if (trial := stated_at(matrix, _trial(search, guess))) is not None
        and _is_sound(trial)
        and (bits := trial.total + _LABEL - _cost(search, guess)) >= _ENOUGH
    ]
    if not fits:
        return None
    bits, _, guess, trial = max(fits, key=lambda one: (round(one[0] / 4), one[1], one[0]))
    return _relation(matrix, place, guess, trial, bits)


def _may_be_part(matrix: Matrix, place: int) -> bool:
    strip = matrix.strips[place]
    usable = strip.figures and not strip.roles & _NO_PART and strip.unit not in {"%", "‰"}
    return usable and not (matrix.width > 1 and is_constant(matrix.values[place]))


def _guesses(search: _Search) -> set[_Guess]:
    """Find what meets the strip at one of a few places, and at most of a sample."""
    met = {
        guess
        for position in search.target.probes(_PROBES)
        for guess in _hits(search, position)
        if guess.size > len("ab")
    }
    return {guess for guess in met if _meets(search, guess)}


def _hits(search: _Search, position: int) -> Iterator[_Guess]:
    steps, target = search.steps, search.target
    values, scale = steps.matrix.values, 10**steps.matrix.scale
    there = [
        (value, at)
        for at, term in enumerate(search.tops)
        if (value := value_at(values, term, position))
    ]
    there.sort()
    sizes = [value for value, _ in there]
    stated, half = target.values[position] or 0, target.halves[position]
    for bottom in search.bottoms:
        divisor = value_at(values, bottom, position)
        if not divisor or divisor < 0:
            continue
        for factor in search.factors:
            middle = stated * divisor / (factor * scale)
            reach = half * divisor / (factor * scale) + 2 * _step(steps, bottom, position)
            first = bisect_left(sizes, middle - reach)
            for _, at in there[first : bisect_right(sizes, middle + reach)]:
                top = search.tops[at]
                if top.parts != bottom.parts and _makes_sense(top, bottom):
                    yield _Guess(top, bottom, factor)


def _makes_sense(top: Term, bottom: Term) -> bool:
    """Tell whether people divide so: what is taken away is taken from the whole."""
    if top.is_difference:
        return bottom.parts == top.parts[:1]
    shared = set(top.parts) & set(bottom.parts)
    return not shared or shared == set(top.parts)


def _step(steps: Steps, term: Term, position: int) -> float:
    return sum(steps.at(part, position) for part in term.parts) / 2


def _expected(search: _Search, guess: _Guess, position: int) -> Expected | None:
    steps = search.steps
    values = steps.matrix.values
    top, bottom = value_at(values, guess.top, position), value_at(values, guess.bottom, position)
    if top is None or not bottom:
        return None
    own = (
        int(2 * _step(steps, guess.top, position)),
        int(2 * _step(steps, guess.bottom, position)),
    )
    raised = guess.factor * 10**steps.matrix.scale
    due = quotient(Operator.DIVISION, raised, (top, bottom), own)
    return Expected(due.value, due.slack, trivial=top in {0, bottom})


def _meets(search: _Search, guess: _Guess) -> bool:
    target = search.target
    tried = fitting = 0
    for position in target.stated[:: max(1, len(target.stated) // _SAMPLE)]:
        wanted = _expected(search, guess, position)
        if wanted is not None:
            fit, _ = fit_of(target.values[position] or 0, target.halves[position], wanted)
            tried += 1
            fitting += fit in {Fit.EXACT, Fit.LOOSE, Fit.TRIVIAL}
    return 2 * fitting > tried


def _trial(search: _Search, guess: _Guess) -> Trial:
    wanted = [
        (position, expected)
        for position in search.target.stated
        if (expected := _expected(search, guess, position)) is not None
    ]
    return try_out(search.target, wanted)


def _is_sound(trial: Trial) -> bool:
    sound = trial.is_sound(held=_HELD, exact=_EXACT, loose=_HELD_LOOSE)
    return sound and trial.held >= _FEWEST


def _cost(search: _Search, guess: _Guess) -> float:
    """Weigh how many ratios of this size were tried."""
    alike = sum(len(one.parts) <= len(guess.top.parts) for one in search.tops)
    under = sum(len(one.parts) <= len(guess.bottom.parts) for one in search.bottoms)
    return _SEARCH + log2(max(1, alike * under * len(search.factors)))


def _relation(matrix: Matrix, place: int, guess: _Guess, trial: Trial, bits: float) -> Relation:
    weights = (*guess.top.weights, *guess.bottom.weights)
    return Relation(
        Operator.DIVISION,
        matrix.axis,
        place,
        (*guess.top.parts, *guess.bottom.parts),
        trial.positions,
        bits,
        factor=guess.factor,
        missed=trial.missed,
        exact=trial.count(Fit.EXACT, Fit.TRIVIAL),
        held=trial.count(Fit.EXACT, Fit.TRIVIAL, Fit.LOOSE),
        named=True,
        weights=weights if min(weights) < 0 else (),
        below=len(guess.bottom.parts),
    )
