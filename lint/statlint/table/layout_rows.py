"""The rows of a sheet, each with what it is by itself: heads, figures, or words alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.table.layout_cells import NUMERIC, Kind, Scan


class RowKind(StrEnum):
    """What a row is, before it is settled which table it belongs to."""

    HEAD = "head"
    LINE = "line"
    WORDS = "words"
    """Words alone: a title, a group line, a note."""


@dataclass(frozen=True, slots=True, eq=False)
class SheetRow:
    """One row of a sheet, or of a band of its columns.

    `over` are the columns whose text has a figure as the next thing below it, or again such a text.
    `numbers` says that a row of heads only numbers the columns: 1, 2, 3.
    """

    number: int
    kind: RowKind
    cells: Mapping[int, Kind]
    over: tuple[int, ...] = ()
    numbers: bool = False

    @property
    def texts(self) -> tuple[int, ...]:
        """The columns that show a text of their own."""
        return tuple([column for column, kind in self.cells.items() if kind is Kind.TEXT])

    @property
    def figures(self) -> tuple[int, ...]:
        """The columns that show a figure, or were meant to."""
        return tuple([column for column, kind in self.cells.items() if kind in NUMERIC])


def cut_rows(scan: Scan, columns: range, numbers: Sequence[int]) -> list[SheetRow]:
    """Take what some rows show in some columns, as words until more is known."""
    rows = [
        SheetRow(number, RowKind.WORDS, cells)
        for number in numbers
        if (cells := _within(scan.rows[number], columns))
    ]
    over = _texts_over_figures(scan, rows)
    return [SheetRow(row.number, row.kind, row.cells, over.get(row.number, ())) for row in rows]


def _within(cells: Mapping[int, Kind], columns: range) -> Mapping[int, Kind]:
    first, *_, last = (*cells, *cells)
    if first >= columns.start and last < columns.stop:
        return cells
    return {column: kind for column, kind in cells.items() if column in columns}


def _texts_over_figures(scan: Scan, rows: Sequence[SheetRow]) -> dict[int, tuple[int, ...]]:
    below: dict[int, bool] = {}
    over: dict[int, tuple[int, ...]] = {}
    for row in reversed(rows):
        found = []
        for column, kind in row.cells.items():
            if kind in NUMERIC:
                below[column] = True
            elif kind is Kind.MARK:
                below.setdefault(column, True)
            elif kind is Kind.TEXT and not below.setdefault(column, False):
                continue
            elif kind is Kind.TEXT and not _is_doubled(scan, row.number, column):
                found.append(column)
        if found:
            over[row.number] = tuple(found)
    return over


def _is_doubled(scan: Scan, number: int, column: int) -> bool:
    """Tell whether the cell above or below has the same text: a word for a figure, no head."""
    text = scan.text(number, column)
    return any(
        scan.rows.get(other, {}).get(column) is Kind.TEXT and scan.text(other, column) == text
        for other in (number - 1, number + 1)
    )
