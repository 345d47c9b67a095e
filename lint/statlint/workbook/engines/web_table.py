"""One table of a web page while it is read: where its next cell stands, and what it holds."""

from __future__ import annotations

from statlint.pattern import pattern_of
from statlint.values import Text
from statlint.workbook.engines import limits
from statlint.workbook.engines.exact import exact_number
from statlint.workbook.engines.stored import Refusal, StoredRange, StoredSheet
from statlint.workbook.model import Fault

# Excel takes such a text for a number when it opens a page; 007 stays what it is here.
_NUMBER = pattern_of(r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_ERROR = pattern_of(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)")

_TOO_MUCH = Text("单元格多于一张工作表所能容纳的", "more cells than a sheet holds")


def store_text(
    sheet: StoredSheet, row: int, column: int, written: str, *, text: bool = False
) -> None:
    """Add a cell as Excel would take it; `text` says that digits are meant as a text."""
    lines = (" ".join(line.split()) for line in written.split("\n"))
    shown = "\n".join(line for line in lines if line)
    if not shown:
        return
    if len(sheet["cells"]) >= limits.CELLS or row > limits.ROWS or column > limits.COLUMNS:
        raise Refusal(Fault.TOO_LARGE, _TOO_MUCH)
    exact = None if text or not _NUMBER.fullmatch(shown) else exact_number(shown)
    if exact is not None:
        sheet["cells"].append((row, column, "number", shown, exact[0], None, None))
    else:
        kind = "error" if _ERROR.fullmatch(shown) else "text"
        sheet["cells"].append((row, column, kind, shown, None, None, None))


class WebTable:
    """A table that is being read into a sheet."""

    def __init__(self, sheet: StoredSheet) -> None:
        """Begin before the first row."""
        self.row = 0
        self._sheet = sheet
        self._column = 0
        self._columns = 0
        self._spans: list[StoredRange] = []
        self._open: StoredRange | None = None
        self._text: list[str] = []
        self._is_text = False

    def add_columns(self, span: str | None, *, hidden: bool) -> None:
        """Count the columns that a tag announces, and note hidden ones."""
        first, self._columns = self._columns + 1, self._columns + _span(span)
        if hidden:
            self._sheet["hidden_columns"].extend(range(first, self._columns + 1))

    def begin_row(self, last_row: int, *, hidden: bool) -> int:
        """Go to the row after the last one of the sheet and give its number."""
        self.end_cell()
        self.row, self._column = last_row + 1, 0
        self._spans = [span for span in self._spans if span[2] >= self.row]
        if hidden:
            self._sheet["hidden_rows"].append(self.row)
        return self.row

    def begin_cell(self, attributes: dict[str, str | None]) -> None:
        """Go to the next column that no cell from above reaches into."""
        self.end_cell()
        first = self._column + 1
        while reaching := [span[3] for span in self._spans if span[1] <= first <= span[3]]:
            first = max(reaching) + 1
        last = first + _span(attributes.get("colspan")) - 1
        bottom = self.row + _span(attributes.get("rowspan")) - 1
        self._open, self._text = (self.row, first, bottom, last), []
        self._column, self._is_text = last, "x:str" in attributes

    def add_text(self, text: str) -> bool:
        """Add to the open cell; False where none is open."""
        if self._open is not None:
            self._text.append(text)
        return self._open is not None

    def end_cell(self) -> None:
        """Put the open cell, if there is one, into the sheet."""
        place, self._open = self._open, None
        if place is None:
            return
        row, first, bottom, last = place
        if bottom > row:
            self._spans.append(place)
        if (bottom, last) != (row, first):
            self._sheet["merges"].append(place)
        store_text(self._sheet, row, first, "".join(self._text), text=self._is_text)

    def give_way(self) -> bool:
        """Make room for a table inside the open cell; True where it can begin in the same row."""
        blank = self.row > 0 and not "".join(self._text).strip()
        if blank:
            self._open = None
        self.end_cell()
        cells = self._sheet["cells"]
        blank = blank and not (cells and cells[-1][0] == self.row)
        self.row, self._spans = 0, []
        return blank


def _span(written: str | None) -> int:
    """Read how many rows or columns something covers; nonsense is one."""
    if written is None or not written.strip().isdecimal():
        return 1
    return min(max(int(written), 1), limits.COLUMNS)
