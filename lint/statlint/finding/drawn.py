"""Tables as they stand on their sheets, and figures over the years: for reports that show them."""

from __future__ import annotations

from statlint.dataclass import dataclass
from statlint.values import CellRef

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.values import Number

GAP = 0
"""In place of the number of a column: some columns are left out here."""


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """A cell with what is printed in it; it reaches over cells that were merged with it.

    `ref` is the cell that holds it, also where only a part of a merged range is drawn; `again`
    says that it is drawn above already, or stands for what is left out.
    """

    ref: CellRef
    text: str = ""
    across: int = 1
    down: int = 1
    is_figure: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """One row of a sheet: its number, the rows left out before it, and its cells.

    `skipped` are those that are not drawn for length, `hidden` those that the sheet hides.
    """

    number: int
    cells: tuple[DrawnCell, ...]
    skipped: int = 0
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class DrawnSheet:
    """A sheet, whole or in parts: the columns that are drawn (`GAP`: some are left out), the rows.

    `last_row` and `last_column` are those of the whole sheet, `after` the rows left out at its end.
    `hidden` says that the sheet itself cannot be seen, `from_frames` that the file could not be
    read once more, and that it is put together from what stands around the findings.
    """

    name: str | None
    columns: tuple[int, ...]
    rows: tuple[DrawnRow, ...]
    last_row: int
    last_column: int
    after: int = 0
    hidden: bool = False
    from_frames: bool = False

    @property
    def refs(self) -> frozenset[CellRef]:
        """The cells that are drawn."""
        return frozenset(cell.ref for row in self.rows for cell in row.cells if not cell.again)

    @property
    def size(self) -> int:
        """How many cells are drawn."""
        return sum(len(row.cells) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one cell over several periods, the oldest first; the last is its own.

    None stands for a period that has no such figure.
    """

    sheet: str | None
    cell: CellRef
    line: str
    head: str
    periods: tuple[str, ...]
    figures: tuple[Number | None, ...]
