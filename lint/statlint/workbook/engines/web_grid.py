"""One table of a web page while it is read: its cells, what they span and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statlint.dataclass import dataclass, field
from statlint.values import Text
from statlint.workbook.engines import limits
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.engines.web_words import Flow, Words
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from statlint.workbook.engines.blocks import Blocks
    from statlint.workbook.engines.stored import StoredCell, StoredRange
    from statlint.workbook.engines.web_style import Attributes

_TOO_MUCH = Text("单元格多于一张工作表所能容纳的", "more cells than a sheet holds")
_WIDEST = 1000
"""Columns that a browser lets a cell span."""


@dataclass(slots=True, eq=False)
class GridCell:
    """A cell: the range that it covers, and what stands in it."""

    row: int
    column: int
    bottom: int
    last: int
    flow: Flow = field(default_factory=Flow)

    @property
    def text(self) -> str:
        """Its text as one: a line for each paragraph."""
        return "\n".join(
            block.numbering + block.text for block in self.flow.blocks if isinstance(block, Words)
        )


@dataclass(slots=True, eq=False)
class WebGrid:
    """A table that is being read, and then one that was."""

    is_layout: bool = False
    """It is said to be for the layout only."""
    row: int = 0
    columns: int = 0
    cells: list[GridCell] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    caption: Flow = field(default_factory=Flow)
    open: GridCell | None = None
    _column: int = 0
    _until: dict[int, int] = field(default_factory=dict)
    """The last row into which a cell from above reaches, by column."""
    _reaching: list[GridCell] = field(default_factory=list)
    _steps: int = 0

    def add_columns(self, span: str | None, *, hidden: bool) -> None:
        """Count the columns that a tag announces, and note hidden ones."""
        first, self.columns = self.columns + 1, self.columns + _span(span, _WIDEST)
        if hidden:
            self.hidden_columns.extend(range(first, self.columns + 1))

    def begin_row(self, *, hidden: bool = False) -> None:
        """Go to the next row."""
        self.end_cell()
        self.row, self._column = self.row + 1, 0
        if hidden:
            self.hidden_rows.append(self.row)

    def end_group(self) -> None:
        """End a group of rows: no cell reaches beyond it."""
        self.end_cell()
        for cell in self._reaching:
            cell.bottom = min(cell.bottom, max(self.row, cell.row))
        self._reaching.clear()
        self._until.clear()

    def begin_cell(self, attributes: Attributes) -> None:
        """Go to the next column that no cell from above reaches into."""
        self.end_cell()
        if not self.row:
            self.begin_row()
        first = self._column + 1
        while self._until.get(first, 0) >= self.row:
            first += 1
        last = first
        widest = first + _span(attributes.get("colspan"), _WIDEST) - 1
        while last < widest and self._until.get(last + 1, 0) < self.row:
            last += 1
        written = attributes.get("rowspan")
        # 0 asks for all rows to the end of the group.
        height = limits.ROWS if (written or "").strip() == "0" else _span(written, limits.ROWS)
        self._take(GridCell(self.row, first, min(self.row + height - 1, limits.ROWS), last))

    def end_cell(self) -> None:
        """End the open cell, if there is one."""
        if self.open is not None:
            self.open.flow.end()
            self.open = None

    def end(self) -> None:
        """End the table."""
        self.end_group()
        self.caption.end()

    def store(self, blocks: Blocks) -> None:
        """Add the table to the blocks of its document."""
        cells: list[StoredCell] = []
        merges: list[StoredRange] = []
        for cell in self.cells:
            if (cell.bottom, cell.last) != (cell.row, cell.column):
                merges.append((cell.row, cell.column, cell.bottom, cell.last))
            if text := cell.text:
                cells.append((cell.row, cell.column, "text", text, None, None, None))
        blocks.add_table(cells, merges, self.hidden_rows, self.hidden_columns)

    def _take(self, cell: GridCell) -> None:
        self._steps += cell.last - self._column
        if self._steps > limits.CELLS or cell.last > limits.COLUMNS or cell.row > limits.ROWS:
            raise Refusal(Fault.TOO_LARGE, _TOO_MUCH)
        self._column = cell.last
        self.cells.append(cell)
        self.open = cell
        if cell.bottom > cell.row:
            self._reaching.append(cell)
            for column in range(cell.column, cell.last + 1):
                self._until[column] = cell.bottom


def _span(written: str | None, most: int) -> int:
    """Read how many rows or columns something covers; nonsense is one."""
    if written is None or not (written := written.strip()).isdecimal() or not written.isascii():
        return 1
    # Python reads no number of thousands of digits.
    return min(max(int(written[:9]), 1), most)
