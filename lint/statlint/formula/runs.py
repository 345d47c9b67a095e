"""Runs of like formulas: cells side by side that hold one formula, copied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from statlint.dataclass import dataclass, field
from statlint.formula.formulas import FormulaCell, Formulas
from statlint.formula.strip import Lane, Strip, strips
from statlint.grid import Grid
from statlint.values import CellRef

_LONG_ENOUGH = 3
"""Like formulas on both sides together."""
_FARTHEST = 40
_TYPED_PER_FORMULA = 3
"""A run with more typed figures than one for so many formulas is meant to be mixed."""


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """The formulas of a workbook, each as seen from its own cell."""

    formulas: Formulas
    _relative: dict[tuple[int, CellRef], str] = field(default_factory=dict)
    _times: Counter[tuple[tuple[int, bool, int], str]] = field(default_factory=Counter)
    _totals: dict[tuple[int, bool, int], list[Strip]] = field(default_factory=dict)

    def at(self, lane: Lane, place: int) -> str | None:
        """Give the formula at a place as seen from there."""
        return self._relative.get((lane.grid.index, lane.ref(place)))

    def cell(self, lane: Lane, place: int) -> FormulaCell | None:
        """Give the formula cell at a place."""
        return self.formulas.at(lane.grid, lane.ref(place))

    def times(self, lane: Lane, relative: str) -> int:
        """Count how often a formula occurs in a lane."""
        return self._times[lane.key, relative]

    def between(self, lane: Lane, place: int) -> FormulaCell | None:
        """Give a neighbour, where both sides hold one formula in a long run, and here is none."""
        before = self.at(lane, place - 1)
        if before is None or before != self.at(lane, place + 1):
            return None
        if before == self.at(lane, place):
            return None
        length = self._length(lane, place, -1) + self._length(lane, place, 1)
        return self.cell(lane, place - 1) if length >= _LONG_ENOUGH else None

    def at_end(self, lane: Lane, place: int) -> FormulaCell | None:
        """Give a neighbour, where a long run ends here and one total counts it and this cell."""
        for step in (-1, 1):
            if self._length(lane, place, step) < _LONG_ENOUGH:
                continue
            for total in self._totals.get(lane.key, ()):
                if {place, place + step} <= set(_near(total, place)):
                    return self.cell(lane, place + step)
        return None

    def before(self, lane: Lane, place: int) -> FormulaCell | None:
        """Give the neighbour before a place, where like formulas end there."""
        like = self.at(lane, place - 1)
        return self.cell(lane, place - 1) if like and like == self.at(lane, place - 2) else None

    def _length(self, lane: Lane, place: int, step: int) -> int:
        """Count the like formulas from the one beside a place on."""
        first = self.at(lane, place + step)
        length = 0
        while first is not None and length < _FARTHEST:
            length += 1
            if self.at(lane, place + step * (length + 1)) != first:
                return length
        return length

    def mixed(self, lane: Lane, place: int) -> bool:
        """Tell whether typed figures are too many around a place to be slips."""
        typed = reckoned = 0
        for near in range(max(1, place - _FARTHEST), place + _FARTHEST + 1):
            cell = lane.cell(near)
            if cell is None or cell.number is None:
                continue
            if cell.formula is not None:
                reckoned += 1
            elif self._touches(lane, near):
                typed += 1
        return typed * _TYPED_PER_FORMULA > reckoned

    def _touches(self, lane: Lane, place: int) -> bool:
        """Tell whether like formulas stand on both sides of a place."""
        before = self.at(lane, place - 1)
        return before is not None and before == self.at(lane, place + 1)


def runs(formulas: Formulas) -> Runs:
    """Look at each formula from its own cell."""
    found = Runs(formulas)
    for one in formulas.cells():
        relative = one.relative
        if relative is not None:
            found._relative[one.grid.index, one.ref] = relative  # noqa: SLF001
            for lane in lanes_at(one.grid, one.ref):
                found._times[lane.key, relative] += 1  # noqa: SLF001
    for strip in formulas.ask(strips):
        found._totals.setdefault(strip.lane.key, []).append(strip)  # noqa: SLF001
    return found


def lanes_at(grid: Grid, ref: CellRef) -> tuple[Lane, Lane]:
    """Give the column and the row of a cell."""
    return Lane(grid, down=True, number=ref.column), Lane(grid, down=False, number=ref.row)


def place_in(lane: Lane, ref: CellRef) -> int:
    """Give the place of a cell in its column or row."""
    return ref.row if lane.down else ref.column


def _near(total: Strip, place: int) -> Iterator[int]:
    """Go through the places next to one, and itself, that a sum adds."""
    for near in (place - 1, place, place + 1):
        if any(first <= near <= last for first, last in total.spans):
            yield near
