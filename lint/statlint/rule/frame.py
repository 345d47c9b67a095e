"""The code frame of a table: the few lines and heads around a cell, as printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statlint.dataclass import replace
from statlint.facts import Fact
from statlint.finding import Frame, FrameRow
from statlint.formula import Spot
from statlint.grid import Grid
from statlint.rule.wording import one_line
from statlint.table import FoundHead, FoundLine, Label, Part
from statlint.values import CellRef
from statlint.values.said import Said

_AROUND = 2
_MOST_ROWS = 7
_MOST_COLUMNS = 8
_MOST_SUSPECTS = 2


def frame_around(
    at: Fact | Label | Spot | Said | None,
    related: Sequence[Fact | Label | Spot | Said],
    grids: Mapping[str | None, Grid],
) -> Frame | None:
    """Draw the lines and heads around a finding; None where it has no cell of a table."""
    if isinstance(at, Said) or (isinstance(at, Fact) and at.said):
        return None
    if isinstance(at, Fact):
        return _frame_of_fact(at, related)
    if at is not None and at.sheet in grids:
        return _frame_of_label(at, grids[at.sheet])
    return None


def frame_with_suspects(at: Fact, suspects: Sequence[Fact]) -> Frame | None:
    """Draw a cell together with those that may be what is wrong; None where none stands near.

    Of many, those are sure to be seen that come first.
    """
    beside = [fact for fact in suspects if fact.part is at.part and fact is not at]
    if not beside or at.said:
        return None
    drawn = _frame_of_fact(at, beside[:_MOST_SUSPECTS])
    return replace(drawn, suspected=frozenset(fact.cell for fact in beside))


def _frame_of_fact(at: Fact, related: Sequence[Fact | Label | Spot | Said]) -> Frame:
    marked = {at.cell}
    part = at.part
    here = (at.cell.column, at.cell.row) if part.turned else (at.cell.row, at.cell.column)
    rows = {found.position: found for found in part.lines}
    # What names the lines is shown as their labels.
    columns = {
        found.position: found
        for found in part.heads
        if found.head.names is None or found.position == here[1]
    }
    others = [
        (other.cell.column, other.cell.row) if part.turned else (other.cell.row, other.cell.column)
        for other in related
        if isinstance(other, Fact) and other.part is part
    ]
    chosen_rows = _chosen(sorted(rows), here[0], {row for row, _ in others}, _MOST_ROWS)
    chosen_columns = _chosen(
        sorted(columns), here[1], {column for _, column in others}, _MOST_COLUMNS
    )
    if part.turned:
        rows, columns = columns, rows  # type: ignore[assignment]
        chosen_rows, chosen_columns = chosen_columns, chosen_rows
    return Frame(
        columns=tuple(chosen_columns),
        heads=tuple(_printed(columns[column]) for column in chosen_columns),
        rows=tuple(
            FrameRow(row, _printed(rows[row]), _cells(part, row, chosen_columns))
            for row in chosen_rows
        ),
        marked=frozenset(marked),
    )


def _printed(found: FoundLine | FoundHead) -> str:
    return one_line(found.label.text)


def _cells(part: Part, row: int, columns: Sequence[int]) -> tuple[str, ...]:
    return tuple(part.grid.text(row, column) for column in columns)


def _chosen(positions: Sequence[int], here: int, others: set[int], most: int) -> list[int]:
    """Choose the positions next to one, then those that matter, at most so many."""
    index = positions.index(here) if here in positions else 0
    near = set(positions[max(0, index - _AROUND) : index + _AROUND + 1])
    wanted = near | {position for position in positions if position in others}
    if len(wanted) > most:
        nearest = sorted(wanted, key=lambda position: (abs(position - here), position))
        wanted = set(nearest[:most])
    return sorted(wanted)


def _frame_of_label(at: Label | Spot, grid: Grid) -> Frame:
    rows = range(max(1, at.cell.row - _AROUND), min(grid.last_row, at.cell.row + _AROUND) + 1)
    first = max(1, min(at.cell.column, grid.last_column - _MOST_COLUMNS + 1))
    columns = tuple(range(first, min(grid.last_column, first + _MOST_COLUMNS - 1) + 1))
    return Frame(
        columns=columns,
        heads=("",) * len(columns),
        rows=tuple(
            FrameRow(row, "", tuple(_shown(grid, row, column) for column in columns))
            for row in rows
        ),
        marked=frozenset({CellRef(at.cell.row, at.cell.column)}),
    )


def _shown(grid: Grid, row: int, column: int) -> str:
    anchor = grid.anchor(row, column)
    return grid.text(row, column) if (anchor.row, anchor.column) == (row, column) else ""
