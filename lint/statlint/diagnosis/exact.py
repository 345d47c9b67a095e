"""The figures that some cells must have, solved in fractions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from statlint.diagnosis.net import Net

_Line: TypeAlias = dict[int, Fraction]
"""One equation: the weight of each cell's step; under −1 what they come to."""

_SUM = -1


def exact_figures(net: Net, near: Mapping[int, float]) -> dict[int, int] | None:
    """Give cells the figures with which the equations that they move hold; None without any.

    `near` are their steps by a solver: they count where equations leave room. Then what holds
    exactly is tried before what is as near as that. Figures are whole units of the system.
    """
    guessed = {cell: Fraction(round(step)) for cell, step in near.items()}
    for steps in (_steps(_lines(net, near), guessed), guessed):
        if all(step.denominator == 1 and step for step in steps.values()):
            figures = {cell: net.cell(cell).value + int(step) for cell, step in steps.items()}
            if _holds(net, figures):
                return figures
    return None


def _lines(net: Net, cells: Mapping[int, float]) -> list[_Line]:
    """Write down what cells must come to: equations without slack first, then others that fail."""
    moved: dict[int, _Line] = {}
    for cell in cells:
        for equation, weight in net.weights(cell):
            line = moved.setdefault(equation, {_SUM: Fraction(-net.residuals[equation])})
            line[cell] = Fraction(weight)
    slacks = [one.slack for one in net.system.equations]
    exact = [line for equation, line in sorted(moved.items()) if not slacks[equation]]
    loose = [line for at, line in sorted(moved.items()) if slacks[at] and net.fails(at)]
    return [*exact, *loose]


def _steps(lines: Sequence[_Line], guessed: Mapping[int, Fraction]) -> dict[int, Fraction]:
    """Eliminate (Gauss–Jordan); what no equation fixes keeps its guess."""
    solved: dict[int, _Line] = {}
    for one in lines:
        line = dict(one)
        for cell, other in solved.items():
            _subtract(line, other, line.get(cell, Fraction(0)))
        pivot = next((cell for cell in sorted(line) if cell != _SUM and line[cell]), None)
        if pivot is None:
            continue
        scale = line[pivot]
        line = {cell: weight / scale for cell, weight in line.items()}
        for other in solved.values():
            _subtract(other, line, other.get(pivot, Fraction(0)))
        solved[pivot] = line
    return {cell: _step(solved.get(cell), cell, guessed) for cell in guessed}


def _step(line: _Line | None, cell: int, guessed: Mapping[int, Fraction]) -> Fraction:
    if line is None:
        return guessed[cell]
    others = ((one, weight) for one, weight in line.items() if one not in {cell, _SUM})
    return line[_SUM] - sum((weight * guessed[one] for one, weight in others), Fraction(0))


def _subtract(line: _Line, other: _Line, times: Fraction) -> None:
    if times:
        for cell, weight in other.items():
            line[cell] = line.get(cell, Fraction(0)) - times * weight


def _holds(net: Net, figures: Mapping[int, int]) -> bool:
    """Tell whether all that figures move holds, and none is lower than it may be."""
    for number, new in figures.items():
        least = net.cell(number).least
        if least is not None and new < least:
            return False
    return all(
        abs(net.residuals[equation] + step) <= net.system.equations[equation].slack
        for equation, step in net.effect(figures.items()).items()
    )
