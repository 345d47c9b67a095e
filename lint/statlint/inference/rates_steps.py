"""How finely the figures of a table are written: the step between two that could stand there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from statlint.inference.matrix import Matrix

_FEWEST = 4
"""Different figures that show a common rounding; fewer may share their zeros by chance."""
_MOST_ODD = 10
"""One figure in so many may be out of step: it may be wrong."""


def steps_of(strips: Sequence[Sequence[int | None]], units: Sequence[Sequence[int]]) -> list[int]:
    """Give the step of each strip: one unit of its last digit, or 10, 100 … of them if rounded.

    A program that leaves zeros off writes 28 among 27.5 and 28.3: the finest cell speaks for all.
    """
    padded = _are_padded(strips, units)
    return [_step(own, unit, padded=padded) for own, unit in zip(strips, units, strict=True)]


def cross_steps(matrix: Matrix) -> list[int]:
    """Give the step of each position."""
    if not matrix.values:
        return []
    values = [list(column) for column in zip(*matrix.values, strict=True)]
    units = [list(column) for column in zip(*matrix.units, strict=True)]
    return [_step(own, unit, padded=False) for own, unit in zip(values, units, strict=True)]


def _are_padded(strips: Sequence[Sequence[int | None]], units: Sequence[Sequence[int]]) -> bool:
    """Tell whether an export wrote the same number of decimals to every figure: 1992.00000."""
    shown = {
        unit
        for own, row in zip(strips, units, strict=True)
        for value, unit in zip(own, row, strict=True)
        if value is not None
    }
    if len(shown) != 1:
        return False
    unit = shown.pop()
    figures = [value for own in strips for value in own if value]
    thousand = 1000 * unit
    return sum(value % thousand == 0 for value in figures) * 2 > len(figures)


def _step(values: Sequence[int | None], units: Sequence[int], *, padded: bool) -> int:
    figures = {value for value in values if value}
    step = min(
        (unit for value, unit in zip(values, units, strict=True) if value is not None), default=1
    )
    if not figures or (len(figures) < _FEWEST and not padded):
        return step
    odd = len(figures) // _MOST_ODD
    while sum(1 for value in figures if value % (10 * step)) <= odd:
        step *= 10
        if all(value < step for value in map(abs, figures)):
            break
    return step


def spread_of(values: Iterable[int]) -> int:
    """Give the range that figures lie in, without one in ten at either end."""
    ordered = sorted(values)
    cut = len(ordered) // 10
    kept = ordered[cut : len(ordered) - cut]
    return kept[-1] - kept[0] if kept else 0


def is_constant(values: Sequence[int | None]) -> bool:
    """Tell whether all figures are the same."""
    figures = [value for value in values if value is not None]
    return all(one == other for one, other in pairwise(figures))
