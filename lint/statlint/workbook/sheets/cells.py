"""One cell of a sheet: its value, its text, its format and its formula."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from statlint.values import Text, column_number
from statlint.workbook.engines import limits
from statlint.workbook.engines.dates import iso_date
from statlint.workbook.engines.details import TOO_MANY_CELLS, outside
from statlint.workbook.engines.exact import exact_number
from statlint.workbook.engines.stored import Refusal, StoredCell
from statlint.workbook.model import Fault
from statlint.workbook.sheets.formulas import Formulas
from statlint.workbook.sheets.styles import PLAIN, Style
from statlint.workbook.sheets.texts import decode

_DIGITS = "0123456789"
_MOST_LETTERS = 3
_ON = frozenset({"1", "true"})
_NO_REFERENCE = Text("单元格的位置「{place}」不成立", "“{place}” is no place of a cell")
_NO_TEXT = Text("单元格引用了不存在的共享文字", "a cell refers to a text that is not there")

_Value: TypeAlias = tuple[str, str, int | str | None]  # kind, text, exact number


class CellReader:
    """Read the cells of one sheet; keeps the place and the formulas that cells share."""

    __slots__ = (
        *("_column", "_columns", "_date_1904", "_formulas", "_styles", "_texts"),
        *("cells", "empty_texts", "indents", "row"),
    )

    def __init__(
        self, texts: Sequence[str], styles: Mapping[str, Style], *, date_1904: bool
    ) -> None:
        """Keep what the workbook's cells refer to."""
        self.row = 0
        self.cells: list[StoredCell] = []
        self.empty_texts: list[tuple[int, int]] = []
        self.indents: list[tuple[int, int, int]] = []
        self._column = 0
        self._columns: dict[str, int] = {}
        self._texts = texts
        self._styles = styles
        self._date_1904 = date_1904
        self._formulas = Formulas()

    def begin_row(self, number: str | None) -> None:
        """Go to a row; a row without a number follows the one before."""
        self.row = int(number) if number else self.row + 1
        self._column = 0
        self._formulas.begin_row(self.row)
        if len(self.cells) + len(self.empty_texts) > limits.CELLS:
            raise Refusal(Fault.TOO_LARGE, TOO_MANY_CELLS)

    def read(
        self,
        attributes: Mapping[str, str],
        written: str | None,
        inline: str | None,
        formula: tuple[Mapping[str, str], str] | None,
    ) -> None:
        """Read one cell: its attributes, its value, its own text, its formula; each may lack."""
        row, column = self._place(attributes.get("r"))
        code, indent, dated = self._styles.get(attributes.get("s", "0"), PLAIN)
        reckoned = None if formula is None else self._formulas.read(*formula, row, column)
        value = self._value(attributes.get("t", "n"), written, inline, dated=dated)
        if value is None:
            if reckoned is not None:
                self.cells.append((row, column, "no-result", reckoned, None, code, reckoned))
            return
        if reckoned is None and self._formulas.spreads:
            reckoned = self._formulas.filling(row, column)
        kind, text, number = value
        if not text and reckoned is None:
            self.empty_texts.append((row, column))
            return
        if indent and kind == "text":
            self.indents.append((row, column, indent))
        self.cells.append((row, column, kind, text, number, code, reckoned))

    def _place(self, reference: str | None) -> tuple[int, int]:
        """Give the cell's row and column; a cell without a reference follows the one before."""
        if reference is None:
            row, column = self.row, self._column + 1
        else:
            letters = reference.rstrip(_DIGITS)
            number = self._columns.get(letters)
            column = self._new_column(letters) if number is None else number
            row = int(reference[len(letters) :] or 0)
        self._column = column
        if not (0 < row <= limits.ROWS and column <= limits.COLUMNS):
            raise Refusal(Fault.DAMAGED, outside(row, column))
        return row, column

    def _new_column(self, letters: str) -> int:
        if not (letters.isascii() and letters.isalpha() and len(letters) <= _MOST_LETTERS):
            zh, en = (words.format(place=letters) for words in (_NO_REFERENCE.zh, _NO_REFERENCE.en))
            raise Refusal(Fault.DAMAGED, Text(zh, en))
        number = self._columns[letters] = column_number(letters)
        return number

    def _value(
        self, kind: str, written: str | None, inline: str | None, *, dated: bool
    ) -> _Value | None:
        """Give kind, text and number of the stored value; None where none is stored."""
        if kind == "inlineStr":
            return None if inline is None else ("text", decode(inline), None)
        if written is None or (not written and kind != "str"):
            return None
        if kind == "n":
            exact = exact_number(written)
            if exact is None:
                # What is no number, such as NaN, stays text as written.
                return "text", written, None
            value = ("number", exact[1], exact[0])
            return self._dated(written, value) if dated else value
        if kind == "s":
            return "text", self._shared(int(written)), None
        if kind == "b":
            return "boolean", "TRUE" if written.strip() in _ON else "FALSE", None
        if kind == "d":
            return "date", written.removesuffix("T00:00:00"), None
        return "error" if kind == "e" else "text", decode(written), None

    def _shared(self, index: int) -> str:
        if 0 <= index < len(self._texts):
            return self._texts[index]
        raise Refusal(Fault.DAMAGED, _NO_TEXT)

    def _dated(self, written: str, value: _Value) -> _Value:
        """Give the date that a number is shown as; the number itself outside the calendar."""
        date = iso_date(float(written), date_1904=self._date_1904)
        return value if date is None else ("date", date, None)
