"""From printed sheets to the bytes of a file: xlsx and delimited text."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, TypeAlias

from openpyxl import Workbook

from statlint.values import CellRef, column_letters
from submissions.model import Figure, Place, Slot, Submission
from submissions.rectangle import Position, Rectangle

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet to write: its name, what stands on it and the figures for its slots."""

    name: str
    rectangle: Rectangle
    figures: Mapping[Slot, Figure]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def written(self) -> dict[Position, Figure]:
        """Give what each cell holds; cells with nothing in them are left out."""
        held = {
            position: self.figures.get(content) if isinstance(content, Slot) else content
            for position, content in self.rectangle.cells.items()
        }
        return {position: figure for position, figure in sorted(held.items()) if figure is not None}

    def slots(self) -> dict[Slot, CellRef]:
        """Give the cell of each slot."""
        return {
            content: CellRef(row + 1, column + 1)
            for (row, column), content in sorted(self.rectangle.cells.items())
            if isinstance(content, Slot)
        }


Writer: TypeAlias = Callable[[str, Sequence[Sheet]], Submission]
"""What makes a file of a name (without ending) and its sheets."""


def places(sheets: Iterable[Sheet], *, text_file: bool = False) -> dict[Slot, Place]:
    """Tell where each slot was written; of a slot written twice, the first place."""
    found: dict[Slot, Place] = {}
    for sheet in sheets:
        for slot, ref in sheet.slots().items():
            found.setdefault(slot, Place(None if text_file else sheet.name, ref))
    return found


def fill_sheet(target: Worksheet, sheet: Sheet) -> None:
    """Write one sheet into a worksheet: cells, merges, hidden rows and columns."""
    for (row, column), figure in sheet.written().items():
        target.cell(row + 1, column + 1, figure)
    for span in sheet.rectangle.spans:
        target.merge_cells(
            start_row=span.top + 1,
            start_column=span.left + 1,
            end_row=span.bottom + 1,
            end_column=span.right + 1,
        )
    for row in sheet.hidden_rows:
        target.row_dimensions[row + 1].hidden = True
    for column in sheet.hidden_columns:
        target.column_dimensions[column_letters(column + 1)].hidden = True


def write_xlsx(name: str, sheets: Sequence[Sheet]) -> Submission:
    """Write an Excel workbook."""
    book = Workbook()
    for at, sheet in enumerate(sheets):
        target = book.worksheets[0] if at == 0 else book.create_sheet()
        target.title = sheet.name
        fill_sheet(target, sheet)
    stream = BytesIO()
    book.save(stream)
    return Submission(f"{name}.xlsx", stream.getvalue(), places(sheets))


def write_text(encoding: str, separator: str, ending: str = "csv") -> Writer:
    """Make a writer of delimited text; several sheets come one under another."""

    def write(name: str, sheets: Sequence[Sheet]) -> Submission:
        stream = StringIO()
        out = csv.writer(stream, delimiter=separator)
        found: dict[Slot, Place] = {}
        for sheet in sheets:
            cells = sheet.written()
            starts = {}
            for row in range(sheet.rectangle.height):
                # A label may break over lines: a cell is where its row begins in the file.
                starts[row + 1] = stream.getvalue().count("\n") + 1
                out.writerow([cells.get((row, at), "") for at in range(sheet.rectangle.width)])
            for slot, ref in sheet.slots().items():
                found.setdefault(slot, Place(None, CellRef(starts[ref.row], ref.column)))
        return Submission(f"{name}.{ending}", stream.getvalue().encode(encoding), found)

    return write
