"""Quotients of two strips: shares, ratios, changes from one to the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import median_low
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator, Relation
from statlint.inference.rates_extent import stated_at
from statlint.inference.rates_groups import bases_in, with_groups
from statlint.inference.rates_quotients import Figures, Guess, guesses, near
from statlint.inference.rates_steps import Steps, is_constant
from statlint.inference.rates_trial import Fit, Trial, target_of
from statlint.inference.rates_words import NEVER, is_named, kinds_of, leaning
from statlint.table import Role

_ENOUGH, _ENOUGH_UNNAMED = 8.0, 18.0
"""Bits from which a quotient is believed: called one by its label, and without one."""
_WEAK = -4.0
"""Bits from which one speaks for others of the same pattern."""
_REPEAT, _MOST_REPEATS = 3.0, 9.0
"""Bits for each other strip with the same pattern, and for all of them at most."""
_HELD, _EXACT = 0.6, 0.25
"""The shares of figures that must agree, and be right to the last digit."""
_HELD_LOOSE = 0.9
"""The share that must agree where fewer are right to the last digit."""
_HELD_UNNAMED, _EXACT_UNNAMED = 0.8, 0.7
_DUE = 0.1
"""The least share of figures due to be right to the last digit: else they tell too little."""
_MANY = 5
"""Figures from which on unnamed quotients of rounded figures may be loose."""
_PRODUCT = 0.8
"""The share of figures that come out exactly where the figure divided is the product."""
_CERTAIN, _AS_SURE = 20.0, 0.8
"""Bits of a second quotient for one strip, and how many of those of the first it must have."""
_LESS_EXACT = 0.05
"""By how much its share of exact figures may be less than that of the first."""
_NEARLY_ALL = 0.95
_Pattern: TypeAlias = tuple[Operator, int, int, int]


@dataclass(frozen=True, slots=True)
class _Found:
    """A quotient that fits a strip, and what is believed of it in bits."""

    place: int
    guess: Guess
    trial: Trial
    bits: float
    named: bool

    @property
    def pattern(self) -> _Pattern:
        """What repeats where a table repeats itself: the same parts as far off."""
        guess = self.guess
        return guess.operator, guess.factor, guess.top - self.place, guess.bottom - self.place

    @property
    def exact(self) -> float:
        """The share of figures that are right to the last digit."""
        return self.trial.count(Fit.EXACT) / max(self.trial.told, 1)


def find_rates_between(steps: Steps, sums: Sequence[Relation]) -> tuple[Relation, ...]:
    """Find the strips that are quotients of others; `sums` are known and tell the totals."""
    steps = with_groups(steps)
    figures = Figures(steps.matrix, steps)
    weak = list(_fitting(figures, sums))
    patterns = Counter(pattern for _, pattern in {(one.place, one.pattern) for one in weak})
    scored = [(one.bits + _repeated(patterns, one), one) for one in weak]
    sure = [
        (bits, one) for bits, one in scored if bits >= (_ENOUGH if one.named else _ENOUGH_UNNAMED)
    ]
    return tuple(_settled(steps.matrix, sure))


def _repeated(patterns: Counter[_Pattern], one: _Found) -> float:
    return min(_MOST_REPEATS, _REPEAT * (patterns[one.pattern] - 1))


def _fitting(figures: Figures, sums: Sequence[Relation]) -> Iterator[_Found]:
    matrix, rounded = figures.matrix, figures.steps.rounded
    usual = median_low(rounded) if rounded else 1
    anchors = _anchors(matrix, sums)
    usable = {
        one
        for one, strip in enumerate(matrix.strips)
        if strip.figures and not strip.roles & NEVER - {Role.YEAR}
    }
    dull = {one for one in usable if is_constant(matrix.values[one])}
    for place in sorted(usable):
        kinds = kinds_of(
            matrix.strips[place],
            fine=rounded[place] < usual,
            whole=rounded[place] >= 10**matrix.scale,
        )
        target = target_of(figures.steps, place) if kinds else None
        if target is None:
            continue
        operands = [one for one in near(matrix, place, anchors) if one in usable]
        for guess in guesses(figures, target, operands, kinds):
            trial = stated_at(matrix, figures.trial(guess, target))
            if trial is not None:
                dim = 4.0 * len({guess.top, guess.bottom} & dull) if matrix.width > 1 else 0.0
                bits = trial.total + leaning(matrix, guess, place) - dim
                found = _Found(place, guess, trial, bits, is_named(guess, matrix.strips[place]))
                if bits >= _WEAK and _is_sound(found) and not _is_product(figures, found):
                    yield found


def _is_product(figures: Figures, found: _Found) -> bool:
    """Tell whether the figure divided is the exact product of the others: price times quantity."""
    matrix, guess = figures.matrix, found.guess
    if guess.operator is not Operator.DIVISION or guess.factor != 1:
        return False
    if matrix.strips[found.place].roles & {Role.SHARE, Role.CHANGE}:
        return False
    return _is_rounded_whole(figures, found)


def _is_rounded_whole(figures: Figures, found: _Found) -> bool:
    """Tell whether the figure divided is what was rounded, if anything was.

    What is rounded is off by up to half a step, spread evenly: a quarter on average. What it
    follows from is then off by much less of its own step, or by more than half.
    """
    matrix, steps, guess = figures.matrix, figures.steps, found.guess
    scale = 10**matrix.scale
    exact, whole, quotient = 0, 0.0, 0.0
    for position in found.trial.positions:
        own, top, bottom = (
            matrix.values[one][position] or 0 for one in (found.place, guess.top, guess.bottom)
        )
        gap = abs(own * bottom - top * scale)
        exact += gap == 0
        whole += gap / (steps.at(guess.top, position) * scale)
        quotient += gap / (steps.at(found.place, position) * abs(bottom)) if bottom else 0.0
    count = len(found.trial.positions)
    return exact >= _PRODUCT * count or quotient < whole <= count / 2


def _is_sound(found: _Found) -> bool:
    trial = found.trial
    rounded = trial.told > 0 and trial.due >= _DUE
    if found.named:
        return trial.is_sound(held=_HELD, exact=_EXACT, loose=_HELD_LOOSE if rounded else None)
    wide = rounded and trial.told >= _MANY
    return trial.is_sound(
        held=_HELD_UNNAMED, exact=_EXACT_UNNAMED, loose=_HELD_LOOSE if wide else None
    )


def _anchors(matrix: Matrix, sums: Iterable[Relation]) -> list[int]:
    """List the totals of a long table: a share may be of one far off."""
    named = [one for one, strip in enumerate(matrix.strips) if Role.TOTAL in strip.roles]
    summed = [relation.aggregate for relation in sums if relation.axis is matrix.axis]
    return list(dict.fromkeys(named[:8] + summed[:8] + bases_in(matrix.strips)))


def _settled(matrix: Matrix, scored: list[tuple[float, _Found]]) -> Iterator[Relation]:
    """Keep the best for each strip, and a second one of other parts that is as sure."""
    scored.sort(key=lambda pair: (-pair[1].named, -pair[0], pair[1].place))
    kept: dict[int, list[tuple[float, _Found]]] = {}
    parts_of: dict[int, set[int]] = {}
    for bits, one in scored:
        before = kept.get(one.place, [])
        parts = {one.guess.top, one.guess.bottom}
        if any(not _is_second(matrix, (bits, one), other) for other in before):
            continue
        if any(one.place in _origins(parts_of, part) for part in parts):
            continue
        kept.setdefault(one.place, []).append((bits, one))
        parts_of.setdefault(one.place, set()).update(parts)
        yield _relation(matrix, one, bits)


def _is_second(matrix: Matrix, pair: tuple[float, _Found], best: tuple[float, _Found]) -> bool:
    """Tell whether a quotient is the same once more: of current prices, then of constant ones."""
    bits, one = pair
    first = best[1].guess
    if {one.guess.top, one.guess.bottom} & {first.top, first.bottom}:
        return False
    if one.guess.operator is not first.operator or bits < _CERTAIN:
        return False
    strips = matrix.strips
    texts = [(strips[two.top].text, strips[two.bottom].text) for two in (one.guess, first)]
    if texts[0] == texts[1] and all(texts[0]):
        return True
    if one.named and one.trial.held < _NEARLY_ALL * one.trial.told:
        return False
    if not one.named and one.exact < best[1].exact - _LESS_EXACT:
        return False
    return bits >= _AS_SURE * best[0]


def _origins(parts_of: dict[int, set[int]], place: int) -> set[int]:
    """Give all strips that a strip follows from, itself among them."""
    seen: set[int] = set()
    waiting = [place]
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting.extend(parts_of.get(one, ()))
    return seen


def _relation(matrix: Matrix, one: _Found, bits: float) -> Relation:
    trial = one.trial
    return Relation(
        one.guess.operator,
        matrix.axis,
        one.place,
        (one.guess.top, one.guess.bottom),
        trial.positions,
        bits,
        factor=one.guess.factor,
        missed=trial.missed,
        exact=trial.count(Fit.EXACT, Fit.TRIVIAL),
        held=trial.count(Fit.EXACT, Fit.TRIVIAL, Fit.LOOSE),
        named=one.named,
    )
