"""One sheet as a full rectangle: merged cells spread, each with its anchor."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from statlint.grid.reading import read_cell
from statlint.values import (
    Blank,
    CellRange,
    CellRef,
    Figure,
    NumberStyle,
    Reading,
    StyledTexts,
    read_figure,
)
from statlint.workbook import Cell, CellKind, Paragraph, Sheet

FIGURE_AS_TEXT = frozenset({"numberStoredAsText"})
"""The warning of Excel that a text could be a figure, by its name in the file."""


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A sheet that can be asked for any cell; rows and columns count as in Excel."""

    sheet: Sheet
    index: int
    text_file: bool
    last_row: int
    last_column: int
    _cells: dict[tuple[int, int], Cell] = field(default_factory=dict, repr=False)
    _anchors: dict[tuple[int, int], CellRange] = field(default_factory=dict, repr=False)
    # Many cells of a column ask for the same head: its words are looked for once.
    _worded: dict[int, list[int]] = field(default_factory=dict, repr=False)
    _indents: dict[tuple[int, int], int] = field(default_factory=dict, repr=False)
    # Forms, layouts, facts and rules read the same cells.
    _readings: dict[tuple[int, int], Reading] = field(default_factory=dict, repr=False)
    _styled: dict[NumberStyle, StyledTexts] = field(default_factory=dict, repr=False)
    captions: tuple[Paragraph, ...] = ()
    """In a document: the paragraphs directly over the table."""

    @property
    def name(self) -> str | None:
        """The sheet's name; None for a text file."""
        return self.sheet.name

    def bare(self) -> Grid:
        """Give the sheet by its name and place alone, without its cells."""
        return Grid(
            Sheet(self.sheet.name, ()), self.index, self.text_file, self.last_row, self.last_column
        )

    def merge_at(self, row: int, column: int) -> CellRange | None:
        """Give the merged range a cell lies in."""
        return self._anchors.get((row, column))

    def anchor(self, row: int, column: int) -> CellRef:
        """Give the cell that holds what is shown here: the corner of a merged range, or itself."""
        merge = self._anchors.get((row, column))
        return merge.first if merge else CellRef(row, column)

    def cell(self, row: int, column: int) -> Cell | None:
        """Give the stored cell that is shown here, or None where there is nothing."""
        merge = self._anchors.get((row, column))
        return self._cells.get((merge.first.row, merge.first.column) if merge else (row, column))

    def stored(self, row: int, column: int) -> Cell | None:
        """Give the cell the file holds at this very place: formulas read it, merged over or not."""
        return self._cells.get((row, column))

    def text(self, row: int, column: int) -> str:
        """Give the text shown here, without white space around it; empty where there is nothing."""
        cell = self.cell(row, column)
        return cell.text.strip() if cell else ""

    def indent(self, row: int, column: int) -> int:
        """Give how far the text shown here is set in by its cell, beside blanks in the text."""
        merge = self._anchors.get((row, column))
        return self._indents.get(
            (merge.first.row, merge.first.column) if merge else (row, column), 0
        )

    def __len__(self) -> int:
        """Count the cells that hold something."""
        return len(self._cells)

    def silences(self, ref: CellRef, warnings: Collection[str]) -> bool:
        """Tell whether somebody switched off one of some warnings of Excel for a cell."""
        return any(
            ref in silenced.range and not silenced.warnings.isdisjoint(warnings)
            for silenced in self.sheet.silenced
        )

    def texts(self) -> Iterator[tuple[int, int, str]]:
        """Go through all that is shown: row, column and text; merged cells come once each cell."""
        for (row, column), cell in self._cells.items():
            text = cell.text.strip()
            if text and (row, column) not in self._anchors:
                yield row, column, text
        for row, column in self._anchors:
            text = self.text(row, column)
            if text:
                yield row, column, text

    def reading(self, row: int, column: int) -> Reading:
        """Read what is shown here as a figure, a blank, a mark or something unreadable."""
        cell = self.cell(row, column)
        if cell is None:
            return Blank()
        at = (cell.ref.row, cell.ref.column)
        known = self._readings.get(at)
        if known is None:
            known = self._readings[at] = read_cell(cell, text_file=self.text_file)
        return known

    def styled(self, row: int, column: int, style: NumberStyle) -> Reading:
        """Read what is shown here, a text as a figure in the style of its table."""
        cell = self.cell(row, column)
        if cell is not None and cell.kind is CellKind.TEXT:
            return self.texts_in(style).reading(cell.text)
        return self.reading(row, column)

    def styled_row(self, row: int, columns: Iterable[int], style: NumberStyle) -> Iterator[Reading]:
        """Read many cells of a row at once; only where no cells are merged."""
        texts, cells = self.texts_in(style), self._cells
        for column in columns:
            cell = cells.get((row, column))
            if cell is None:
                yield Blank()
            elif cell.kind is CellKind.TEXT:
                yield texts.reading(cell.text)
            else:
                yield self.reading(row, column)

    def texts_in(self, style: NumberStyle) -> StyledTexts:
        """Give what reads the texts of the sheet in a style, with what it has read before."""
        known = self._styled.get(style)
        if known is None:
            known = self._styled[style] = StyledTexts(style)
        return known

    def words(self, row: int, column: int) -> str:
        """Give the words shown here; empty where there are none, or a figure stored as text."""
        cell = self.cell(row, column)
        if cell is None or cell.kind is not CellKind.TEXT:
            return ""
        return "" if isinstance(read_figure(cell.text), Figure) else cell.text.strip()

    def words_above(self, row: int, column: int) -> str:
        """Give the nearest words above a cell, in its column."""
        rows = self._worded.get(column)
        if rows is None:
            rows = [above for above in range(1, self.last_row + 1) if self.words(above, column)]
            self._worded[column] = rows
        index = bisect_left(rows, row)
        return self.words(rows[index - 1], column) if index else ""

    def hidden(self, row: int, column: int) -> bool:
        """Tell whether a cell cannot be seen because its row, column or sheet is hidden."""
        return (
            row in self.sheet.hidden_rows
            or column in self.sheet.hidden_columns
            or self.sheet.state.value != "visible"
        )


def spread(
    sheet: Sheet,
    *,
    index: int = 0,
    text_file: bool = False,
    captions: tuple[Paragraph, ...] = (),
) -> Grid:
    """Turn a sheet into a grid; merged ranges are kept as ranges and cut to the used area."""
    cells = {(cell.ref.row, cell.ref.column): cell for cell in sheet.cells}
    last_row = max((row for row, _ in cells), default=0)
    last_column = max((column for _, column in cells), default=0)
    anchors = {}
    for merge in sheet.merges:
        # A merge may reach to the sheet's last row; what lies outside the used area is of no use.
        for row in range(merge.first.row, min(merge.last.row, last_row) + 1):
            for column in range(merge.first.column, min(merge.last.column, last_column) + 1):
                anchors[row, column] = merge
    indents = {(row, column): indent for row, column, indent in sheet.indents}
    return Grid(
        sheet,
        index,
        text_file,
        last_row,
        last_column,
        cells,
        anchors,
        _indents=indents,
        captions=captions,
    )
