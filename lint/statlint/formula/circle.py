"""Formulas that need their own result, directly or through one another."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from typing import TypeAlias

from statlint.dataclass import dataclass, field
from statlint.formula.formulas import FormulaCell, Formulas
from statlint.formula.reads import areas_read
from statlint.values import CellRef

Place: TypeAlias = tuple[int, CellRef]
"""A cell, with the number of its sheet."""
_Circle: TypeAlias = tuple[Place, ...]

_BY_PLACE = frozenset(
    "ROW ROWS COLUMN COLUMNS OFFSET INDEX INDIRECT CELL ADDRESS AREAS SHEET SHEETS ISFORMULA"
    " FORMULATEXT".split()
)
"""Functions that may name a cell without reading what it holds."""


def circular_cells(formulas: Formulas) -> frozenset[Place]:
    """Find the cells that stand in a circle."""
    return frozenset(place for circle in formulas.ask(circles) for place in circle)


def circles(formulas: Formulas) -> tuple[_Circle, ...]:
    """Find circles of formulas; each begins at its first cell, and none shares a cell."""
    found: list[_Circle] = []
    known: set[Place] = set()
    for circle in _Search(formulas).run():
        if known.isdisjoint(circle):
            known.update(circle)
            start = circle.index(min(circle))
            found.append(circle[start:] + circle[:start])
    return tuple(sorted(found))


@dataclass(slots=True, eq=False)
class _Column:
    """The rows of one column that hold formulas: those not yet visited, and those on the path.

    `ahead` leads from the position of a row to that of the next which was not visited.
    """

    rows: list[int]
    ahead: list[int]
    on_path: list[int] = field(default_factory=list)

    def unvisited(self, first: int, last: int) -> int | None:
        """Find the first row in a span that was not visited."""
        return _within(self.rows, self._skip(bisect_left(self.rows, first)), last)

    def _skip(self, index: int) -> int:
        passed = []
        while self.ahead[index] != index:
            passed.append(index)
            index = self.ahead[index]
        for position in passed:
            self.ahead[position] = index
        return index

    def enter(self, row: int) -> None:
        """Mark a row as visited, and as on the path."""
        index = bisect_left(self.rows, row)
        self.ahead[index] = index + 1
        insort(self.on_path, row)

    def leave(self, row: int) -> None:
        """Take a row off the path."""
        del self.on_path[bisect_left(self.on_path, row)]

    def returning(self, first: int, last: int) -> int | None:
        """Find the first row on the path in a span."""
        return _within(self.on_path, bisect_left(self.on_path, first), last)


def _within(rows: list[int], index: int, last: int) -> int | None:
    return rows[index] if index < len(rows) and rows[index] <= last else None


@dataclass(slots=True, eq=False)
class _Search:
    """Goes down from formula to formula; each is visited once, however often it is read."""

    formulas: Formulas
    cells: dict[Place, FormulaCell] = field(default_factory=dict)
    columns: dict[tuple[int, int], _Column] = field(default_factory=dict)
    path: list[Place] = field(default_factory=list)

    def run(self) -> Iterator[_Circle]:
        """Go through the circles found."""
        rows: dict[tuple[int, int], list[int]] = {}
        for one in self.formulas.cells():
            self.cells[one.grid.index, one.ref] = one
            rows.setdefault((one.grid.index, one.ref.column), []).append(one.ref.row)
        for key, found in rows.items():
            found.sort()
            self.columns[key] = _Column(found, list(range(len(found) + 1)))
        for place in self.cells:
            if self._column(place).unvisited(place[1].row, place[1].row) is not None:
                yield from self._from(place)

    def _column(self, place: Place) -> _Column:
        return self.columns[place[0], place[1].column]

    def _from(self, start: Place) -> Iterator[_Circle]:
        waiting = [self._enter(start)]
        while waiting:
            step = next(waiting[-1], None)
            if step is None:
                waiting.pop()
                left = self.path.pop()
                self._column(left).leave(left[1].row)
            elif self._on_path(step):
                yield tuple(self.path[self.path.index(step) :])
            else:
                waiting.append(self._enter(step))

    def _on_path(self, place: Place) -> bool:
        row = place[1].row
        return self._column(place).returning(row, row) is not None

    def _enter(self, place: Place) -> Iterator[Place]:
        self._column(place).enter(place[1].row)
        self.path.append(place)
        return self._read(self.cells[place])

    def _read(self, one: FormulaCell) -> Iterator[Place]:
        """Go through the cells read that are on the path, then those that were not visited."""
        spans = list(self._spans(one))
        for find in (_Column.returning, _Column.unvisited):
            for key, first, last in spans:
                column = self.columns[key]
                row = find(column, first, last)
                while row is not None:
                    yield key[0], CellRef(row, key[1])
                    # One way back in a span is enough; what was not visited is by now.
                    row = column.unvisited(first, last) if find is _Column.unvisited else None

    def _spans(self, one: FormulaCell) -> Iterator[tuple[tuple[int, int], int, int]]:
        if one.formula is None or one.formula.functions & _BY_PLACE:
            return
        for area in areas_read(one, self.formulas):
            used = area.used
            for number in range(used.first.column, used.last.column + 1) if used else ():
                key = (area.grid.index, number)
                if used and key in self.columns:
                    yield key, used.first.row, used.last.row
