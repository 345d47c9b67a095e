"""How finely the figures of a table are written: the step between two that could stand there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from statlint.dataclass import dataclass
from statlint.inference.matrix import Matrix

_FEWEST = 4
"""Different figures that show a common rounding; fewer may share their zeros by chance."""
_PADDED = 0.95
"""The share of cells with the same decimals in an export; a few may be longer."""
_MOST_ODD = 10
"""One figure in so many may be out of step: it may be wrong."""


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """The steps of a table: as its strips and positions are shown, and as they are rounded.

    A program that leaves zeros off writes 28 among 27.5 and 28.3: what most cells show counts.
    Rounded figures are multiples of 10, 100 … of it.
    """

    matrix: Matrix
    shown: list[int]
    rounded: list[int]
    shown_across: list[int]
    rounded_across: list[int]
    padded: bool = False
    """Whether an export wrote the same number of decimals to every figure."""

    def turned(self, matrix: Matrix) -> Steps:
        """Give the steps of the same table along the other axis."""
        if self.padded:
            return steps_of(matrix)
        return Steps(
            matrix, self.shown_across, self.rounded_across, self.shown, self.rounded, padded=False
        )

    def at(self, strip: int, position: int) -> int:
        """Give the step of one figure: the coarsest that it is in step with."""
        # A column of shares with one decimal stands among columns of figures with two.
        usual = max(self.shown[strip], self.shown_across[position])
        step = min(self.matrix.units[strip][position], usual)
        value = self.matrix.values[strip][position] or 0
        for shown, rounded in (
            (self.shown[strip], self.rounded[strip]),
            (self.shown_across[position], self.rounded_across[position]),
        ):
            if rounded > shown:
                step = max(step, _in_step(value, rounded))
        return step

    def along(self, strip: int) -> list[int]:
        """Give the steps of all figures of a strip."""
        if self.rounded[strip] > self.shown[strip] or self.rounded_across != self.shown_across:
            return [self.at(strip, position) for position in range(self.matrix.width)]
        own, units = self.shown[strip], self.matrix.units[strip]
        if units.count(own) == len(units) and max(self.shown_across) <= own:
            return units
        return [
            min(unit, max(own, across))
            for unit, across in zip(units, self.shown_across, strict=True)
        ]


def _in_step(value: int, step: int) -> int:
    while value % step:
        step //= 10
    return step


def steps_of(matrix: Matrix) -> Steps:
    """Find the steps of all strips and positions of a table."""
    values, units = matrix.values, matrix.units
    padded = _are_padded(values, units)
    shown, rounded = _all_steps(values, units, padded=padded)
    turned = [list(column) for column in zip(*values, strict=True)]
    turned_units = [list(column) for column in zip(*units, strict=True)]
    across = _all_steps(turned, turned_units, padded=False)
    return Steps(matrix, shown, rounded, *across, padded)


def _all_steps(
    strips: Sequence[Sequence[int | None]], units: Sequence[Sequence[int]], *, padded: bool
) -> tuple[list[int], list[int]]:
    shown = [_shown(own, unit) for own, unit in zip(strips, units, strict=True)]
    rounded = [_rounded(own, step, padded=padded) for own, step in zip(strips, shown, strict=True)]
    return shown, rounded


def _shown(values: Sequence[int | None], units: Sequence[int]) -> int:
    """Give the unit that more than half of the cells show, else the coarsest.

    A nought is mostly written without decimals, and says nothing.
    """
    if units and units.count(units[0]) == len(units):
        return units[0] if any(values) else 1
    counts = Counter(unit for value, unit in zip(values, units, strict=True) if value)
    unit, count = counts.most_common(1)[0] if counts else (1, 0)
    return unit if 2 * count > counts.total() else max(counts, default=1)


def _are_padded(strips: Sequence[Sequence[int | None]], units: Sequence[Sequence[int]]) -> bool:
    """Tell whether an export wrote the same number of decimals to every figure: 1992.00000."""
    shown: Counter[int] = Counter()
    for own, row in zip(strips, units, strict=True):
        if None in own:
            shown.update([u for value, u in zip(own, row, strict=True) if value is not None])
        else:
            shown.update(row)
    unit, count = shown.most_common(1)[0] if shown else (1, 0)
    if count < _PADDED * shown.total():
        return False
    thousand = 1000 * unit
    left = [value % thousand for own in strips for value in own if value]
    return left.count(0) * 2 > len(left)


def _rounded(values: Sequence[int | None], step: int, *, padded: bool) -> int:
    """Find the largest power of ten that nearly all figures are multiples of."""
    figures = {value for value in values if value}
    if not figures or (len(figures) < _FEWEST and not padded):
        return step
    odd, most = len(figures) // _MOST_ODD, max(map(abs, figures))
    while 10 * step <= most and _are_in_step(figures, 10 * step, odd):
        step *= 10
    return step


def _are_in_step(figures: Iterable[int], step: int, odd: int) -> bool:
    """Tell whether all but a few figures are multiples of a step."""
    for value in figures:
        if value % step:
            odd -= 1
            if odd < 0:
                return False
    return True


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
