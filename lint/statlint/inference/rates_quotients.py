"""Guesses that a strip is one other divided by another, or the change from one to another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from statlint.dataclass import dataclass
from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator
from statlint.inference.rates_steps import Steps
from statlint.inference.rates_trial import Expected, Fit, Target, Trial, fit_of, try_out

_PROBES = 3
_SAMPLE = 24
_LEAST_IN_SAMPLE = 0.25
_NEIGHBOURS = 12
"""How far a long table is searched on either side; beside it, its totals."""
_FEW = 40
"""So many strips are all searched."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A quotient: what is divided by what (for a change: the new and the old) and multiplied."""

    operator: Operator
    top: int
    bottom: int
    factor: int


def quotient(
    operator: Operator, raised: int, parts: tuple[int, int], steps: tuple[int, int]
) -> Expected:
    """Divide two figures, or the change between them; `steps` say how finely they are written.

    `raised` is what that is multiplied by, in the measure of the figures.
    """
    top, bottom = parts
    slack = (steps[0] + abs(top / bottom) * steps[1]) * (raised / abs(bottom) / 2)
    if operator is Operator.DIVISION:
        return Expected(raised * (top / bottom), slack, trivial=top == 0 or bottom == raised)
    return Expected(raised * (top - bottom) / bottom, slack, trivial=top == bottom)


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """The figures of a table with the steps of its strips, for division."""

    matrix: Matrix
    steps: Steps

    def expected(self, guess: Guess, position: int) -> Expected | None:
        """Give what the quotient is at a position; None where a part is missing or nothing."""
        top = self.matrix.values[guess.top][position]
        bottom = self.matrix.values[guess.bottom][position]
        if top is None or not bottom:
            return None
        raised = guess.factor * 10**self.matrix.scale
        steps = self.steps.at(guess.top, position), self.steps.at(guess.bottom, position)
        return quotient(guess.operator, raised, (top, bottom), steps)

    def trial(self, guess: Guess, target: Target) -> Trial:
        """Hold a guess against all figures of the strip."""
        wanted = [
            (position, expected)
            for position in target.stated
            if (expected := self.expected(guess, position)) is not None
        ]
        return try_out(target, wanted)


def guesses(
    figures: Figures,
    target: Target,
    operands: Sequence[int],
    kinds: Sequence[tuple[Operator, int]],
) -> Iterator[Guess]:
    """Find quotients of two strips that meet the strip at one of a few places, and often enough.

    `kinds` are the operators to try, each with its factor.
    """
    seen: set[Guess] = set()
    for position in target.probes(_PROBES):
        for guess in _hits(figures, target, operands, kinds, position):
            if guess not in seen:
                seen.add(guess)
                if _meets(figures, target, guess):
                    yield guess


def near(matrix: Matrix, place: int, anchors: Sequence[int]) -> list[int]:
    """List the strips that a strip may follow from: all of a small table, else those near it."""
    count = len(matrix.strips)
    if count <= _FEW:
        return [one for one in range(count) if one != place]
    low, high = max(0, place - _NEIGHBOURS), min(count, place + _NEIGHBOURS + 1)
    far = [one for one in anchors if not low <= one < high]
    return [one for one in range(low, high) if one != place] + far


def _hits(
    figures: Figures,
    target: Target,
    operands: Sequence[int],
    kinds: Sequence[tuple[Operator, int]],
    position: int,
) -> Iterator[Guess]:
    """Find the pairs whose quotient is the figure at one position."""
    values = figures.matrix.values
    there = sorted((value, one) for one in operands if (value := values[one][position]))
    tops = [value for value, _ in there]
    value, half = target.values[position] or 0, target.halves[position]
    scale = 10**figures.matrix.scale
    for bottom, divisor in ((one, figure) for figure, one in there):
        for operator, factor in kinds:
            raised = factor * scale
            base = 0 if operator is Operator.DIVISION else raised
            ends = ((value + base + side * 2 * half) * divisor / raised for side in (-1, 1))
            low, high = sorted(ends)
            slack = figures.steps.at(bottom, position) * (abs(value) + base) / raised / 2
            first = bisect_left(tops, low - slack)
            for top, one in there[first : bisect_right(tops, high + slack)]:
                if one != bottom and top:
                    yield Guess(operator, one, bottom, factor)


def _meets(figures: Figures, target: Target, guess: Guess) -> bool:
    """Tell whether a guess fits often enough in a sample of the figures to be looked at wholly."""
    every = max(1, len(target.stated) // _SAMPLE)
    tried = fitting = 0
    for position in target.stated[::every]:
        value = target.values[position]
        wanted = figures.expected(guess, position)
        if value is None or wanted is None:
            continue
        tried += 1
        fit, _ = fit_of(value, target.halves[position], wanted)
        fitting += fit in (Fit.EXACT, Fit.LOOSE, Fit.TRIVIAL)
    return fitting >= max(1, _LEAST_IN_SAMPLE * tried)
