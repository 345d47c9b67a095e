"""One sheet as a full rectangle: merged cells spread, each with its anchor."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, ItemsView, Iterable, Iterator, Sequence

from statlint.dataclass import dataclass, field
from statlint.grid.kept import KeptCells
from statlint.grid.labels import labels_of
from statlint.grid.reading import Look, read_look
from statlint.typed import cast as cast_to
from statlint.values import Blank, CellRange, CellRef, Figure, Reading, read_figure
from statlint.workbook import Cell, CellKind, Paragraph, Sheet
from statlint.workbook.cells import Cast, Cells, keep_of_mould

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.values import NumberStyle, StyledTexts

FIGURE_AS_TEXT = frozenset({"numberStoredAsText"})
"""The warning of Excel that a text could be a figure, by its name in the file."""
_MOST_READINGS = 65_536
_MOST_MERGED = 2_000_000
"""Cells under merged ranges; those of an honest sheet are fewer than its cells."""


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A sheet that can be asked for any cell; rows and columns count as in Excel."""

    sheet: Sheet
    index: int
    text_file: bool
    last_row: int
    last_column: int
    _cells: Cells | KeptCells = field(default_factory=KeptCells, repr=False)
    _anchors: dict[tuple[int, int], CellRange] = field(default_factory=dict, repr=False)
    # Many cells of a column ask for the same head: its words are looked for once.
    _worded: dict[int, list[int]] = field(default_factory=dict, repr=False)
    _indents: dict[tuple[int, int], int] = field(default_factory=dict, repr=False)
    # Forms, layouts, facts and rules read the same cells.
    _readings: dict[tuple[object, ...], Reading] = field(default_factory=dict, repr=False)
    _styled: dict[NumberStyle, StyledTexts] = field(default_factory=dict, repr=False)
    # The search for forms, and what stands around them, look at the same texts.
    _labels: list[tuple[int, int, str]] = field(default_factory=list, repr=False)
    captions: tuple[Paragraph, ...] = ()
    """In a document: the paragraphs directly over the table."""

    @property
    def name(self) -> str | None:
        """The sheet's name; None for a text file."""
        return self.sheet.name

    @property
    def cast(self) -> Cast | None:
        """What its cells are made of, where they are those of a filled copy."""
        return self._cells.of_mould if isinstance(self._cells, Cells) else None

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
        merge = self._anchors.get((row, column)) if self._anchors else None
        if merge is not None:
            return self._cells.get(merge.first.row, merge.first.column)
        return self._cells.get(row, column)

    def look_at(self, row: int, column: int) -> Look | None:
        """Give kind, text and number format of what is shown here, at less cost than the cell."""
        merge = self._anchors.get((row, column)) if self._anchors else None
        if merge is not None:
            return self._cells.look_at(merge.first.row, merge.first.column)
        return self._cells.look_at(row, column)

    def stored(self, row: int, column: int) -> Cell | None:
        """Give the cell the file holds at this very place: formulas read it, merged over or not."""
        return self._cells.get(row, column)

    def text(self, row: int, column: int) -> str:
        """Give the text shown here, without white space around it; empty where there is nothing."""
        look = self.look_at(row, column)
        return look[1].strip() if look else ""

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

    def held(self) -> Iterator[tuple[int, int, CellKind, str]]:
        """Go through what the file holds: row, column, kind, text; what a merge hides as well."""
        return self._cells.held()

    def labels(self) -> Sequence[tuple[int, int, str]]:
        """Give row, column and text of the cells that hold more than digits; most do not."""
        if not self._labels:
            self._labels.extend(labels_of(self.held(), self.cast))
        return self._labels

    def merged(self) -> ItemsView[tuple[int, int], CellRange]:
        """Go through the cells that are merged with others, each with its range."""
        return self._anchors.items()

    def texts(self) -> Iterator[tuple[int, int, str]]:
        """Go through all that is shown: row, column and text; merged cells come once each cell."""
        for row, column, _, written in self._cells.held():
            text = written.strip()
            if text and (row, column) not in self._anchors:
                yield row, column, text
        for row, column in self._anchors:
            text = self.text(row, column)
            if text:
                yield row, column, text

    def reading(self, row: int, column: int) -> Reading:
        """Read what is shown here as a figure, a blank, a mark or something unreadable."""
        look = self.look_at(row, column)
        return Blank() if look is None else self._reading(look)

    def readings(self, row: int, columns: Sequence[int]) -> list[Reading]:
        """Read many cells of a row."""
        anchors, known = self._anchors, self._readings
        if anchors and not anchors.keys().isdisjoint([(row, column) for column in columns]):
            return [self.reading(row, column) for column in columns]
        found: list[Reading] = []
        for look in self._cells.look_along(row, columns):
            reading = Blank() if look is None else known.get(look) or self._reading(look)
            found.append(reading)
        return found

    def refs(self, row: int, columns: Iterable[int]) -> list[CellRef]:
        """Give for many cells of a row the cells that hold what is shown there."""
        merges = [(column, self._anchors.get((row, column))) for column in columns]
        return [merge.first if merge else CellRef(row, column) for column, merge in merges]

    def _reading(self, look: Look) -> Reading:
        """Read a cell; cells that hold the same have one reading."""
        known = self._readings.get(look)
        if known is None:
            if len(self._readings) >= _MOST_READINGS:
                self._readings.clear()
            known = self._readings[look] = read_look(look, text_file=self.text_file)
        return known

    def styled(self, row: int, column: int, style: NumberStyle) -> Reading:
        """Read what is shown here, a text as a figure in the style of its table."""
        look = self.look_at(row, column)
        if look is None:
            return Blank()
        if look[0] is CellKind.TEXT:
            return self.texts_in(style).reading(look[1])
        return self._reading(look)

    def styled_row(self, row: int, columns: Iterable[int], style: NumberStyle) -> Iterator[Reading]:
        """Read many cells of a row; only where no cells are merged."""
        return (self.styled(row, column, style) for column in columns)

    def texts_in(self, style: NumberStyle) -> StyledTexts:
        """Give what reads the texts of the sheet in a style, with what it has read before."""
        known = self._styled.get(style)
        if known is None:
            from statlint.values import StyledTexts

            known = self._styled[style] = StyledTexts(style)
        return known

    def words(self, row: int, column: int) -> str:
        """Give the words shown here; empty where there are none, or a figure stored as text."""
        look = self.look_at(row, column)
        if look is None or look[0] is not CellKind.TEXT:
            return ""
        return "" if isinstance(read_figure(look[1]), Figure) else look[1].strip()

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
    cells = sheet.cells if isinstance(sheet.cells, Cells) else KeptCells(sheet.cells)
    last_row, last_column = cells.last_row, cells.last_column
    indents = {(row, column): indent for row, column, indent in sheet.indents}
    return Grid(
        sheet,
        index,
        text_file,
        last_row,
        last_column,
        cells,
        _anchors_in(sheet, last_row, last_column),
        _indents=indents,
        captions=captions,
    )


def _anchors_in(sheet: Sheet, last_row: int, last_column: int) -> dict[tuple[int, int], CellRange]:
    """Give the merged cells of a sheet; those of all filled copies are the same."""
    cast = sheet.cells.of_mould if isinstance(sheet.cells, Cells) else None
    known = cast.mould.kept.get("anchors") if cast else None
    if known is not None:
        return cast_to("dict[tuple[int, int], CellRange]", known)
    anchors = dict(_anchors(sheet.merges, last_row, last_column))
    if cast:
        keep_of_mould(cast, "anchors", anchors)
    return anchors


def _anchors(
    merges: Iterable[CellRange], last_row: int, last_column: int
) -> Iterator[tuple[tuple[int, int], CellRange]]:
    """Go through the merged cells of the used area; a merge may reach to the sheet's last row."""
    left = _MOST_MERGED
    for merge in merges:
        rows = range(merge.first.row, min(merge.last.row, last_row) + 1)
        columns = range(merge.first.column, min(merge.last.column, last_column) + 1)
        left -= len(rows) * len(columns)
        if left < 0:
            return
        for row in rows:
            for column in columns:
                yield (row, column), merge
