"""One cell element of an .xlsx sheet: its value, its text, its format and its formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import coordinate_to_tuple
from openpyxl.xml.constants import SHEET_MAIN_NS

from statlint.pattern import pattern_of
from statlint.workbook.engines import limits
from statlint.workbook.engines.dates import iso_date
from statlint.workbook.engines.details import outside
from statlint.workbook.engines.exact import exact_number, is_date_format
from statlint.workbook.engines.ranges import read_range
from statlint.workbook.engines.shared_formula import SharedFormula
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from statlint.workbook.engines.stored import StoredCell, StoredRange

MAIN = f"{{{SHEET_MAIN_NS}}}"
CELL = f"{MAIN}c"
_VALUE, _FORMULA, _INLINE = f"{MAIN}v", f"{MAIN}f", f"{MAIN}is"
_TEXT, _RUN = f"{MAIN}t", f"{MAIN}r"
_ESCAPE = pattern_of(r"_x([0-9A-Fa-f]{4})_")
_GENERAL = "General"


class CellReader:
    """Read the cells of one sheet; keeps the place and the formulas that cells share."""

    def __init__(
        self, strings: Sequence[str], styles: Sequence[tuple[str, int]], *, date_1904: bool
    ) -> None:
        """Keep what the workbook's cells refer to; a style is a number format and an indent."""
        self.row = 0
        self.empty_texts: list[tuple[int, int]] = []
        self.indents: list[tuple[int, int, int]] = []
        self._column = 0
        self._strings = strings
        self._styles = styles
        self._dates = {code: is_date_format(code) for code, _ in set(styles)}
        self._date_1904 = date_1904
        self._shared: dict[str, SharedFormula] = {}
        self._spreads: list[tuple[StoredRange, str]] = []

    def begin_row(self, number: str | None) -> None:
        """Go to a row; a row without a number follows the one before."""
        self.row = int(number) if number else self.row + 1
        self._column = 0
        if self._spreads:
            self._spreads = [one for one in self._spreads if one[0][2] >= self.row]

    def read(self, element: Element) -> StoredCell | None:
        """Read one cell; None for a cell that holds nothing."""
        row, column = self._place(element.get("r"))
        if not (0 < row <= limits.ROWS and 0 < column <= limits.COLUMNS):
            raise Refusal(Fault.DAMAGED, outside(row, column))
        style = int(element.get("s", "0"))
        code, indent = self._styles[style] if style < len(self._styles) else (_GENERAL, 0)
        formula = self._formula(element, row, column)
        value = self._value(element, code)
        if value is None and formula is None:
            return None
        if formula is None and self._spreads:
            formula = self._spread_here(row, column)
        kind, text, number = value or ("no-result", formula or "", None)
        if not text and formula is None:
            self.empty_texts.append((row, column))
            return None
        if indent and kind == "text":
            self.indents.append((row, column, indent))
        return row, column, kind, text, number, code, formula

    def _place(self, reference: str | None) -> tuple[int, int]:
        """Give the cell's row and column; a cell without a reference follows the one before."""
        if reference is None:
            self._column += 1
            return self.row, self._column
        row, self._column = coordinate_to_tuple(reference)
        return row, self._column

    def _value(self, element: Element, code: str) -> tuple[str, str, int | str | None] | None:
        """Give kind, text and number of the stored value; None where none is stored."""
        kind = element.get("t", "n")
        if kind == "inlineStr":
            inline = element.find(_INLINE)
            return None if inline is None else ("text", read_text(inline), None)
        written = element.findtext(_VALUE)
        if written is None or (not written and kind != "str"):
            return None
        if kind == "s":
            return "text", self._strings[int(written)], None
        if kind == "n":
            return self._number(written, code)
        if kind == "b":
            return "boolean", "TRUE" if written.strip() in {"1", "true"} else "FALSE", None
        if kind == "d":
            return "date", written.removesuffix("T00:00:00"), None
        return "error" if kind == "e" else "text", _decode(written), None

    def _number(self, written: str, code: str) -> tuple[str, str, int | str | None]:
        """Read a stored number; what is none, such as NaN, stays text as written."""
        exact = exact_number(written)
        if exact is None:
            return "text", written, None
        if self._dates.get(code):
            date = iso_date(float(written), date_1904=self._date_1904)
            if date is not None:
                return "date", date, None
        return "number", exact[1], exact[0]

    def _formula(self, element: Element, row: int, column: int) -> str | None:
        """Give the formula with its sign; one that fills a range stands in braces."""
        formula = element.find(_FORMULA)
        if formula is None:
            return None
        kind, written = formula.get("t"), f"={formula.text or ''}"
        if kind == "shared":
            return self._shared_formula(formula.get("si", ""), written, row, column)
        if kind == "dataTable":
            written = f"=TABLE({formula.get('r1', '')},{formula.get('r2', '')})"
        if kind in {"array", "dataTable"}:
            return self._spread(f"{{{written}}}", formula.get("ref", ""))
        return written

    def _spread(self, written: str, over: str) -> str:
        """Keep a formula that fills a range; it is written in the first of its cells alone."""
        around = read_range(over)
        if around and around[:2] != around[2:] and len(self._spreads) < limits.SPREADS:
            self._spreads.append((around, written))
        return written

    def _spread_here(self, row: int, column: int) -> str | None:
        """Give the formula that fills this cell from another one."""
        return next(
            (
                written
                for (top, left, bottom, right), written in self._spreads
                if top <= row <= bottom and left <= column <= right
            ),
            None,
        )

    def _shared_formula(self, index: str, written: str, row: int, column: int) -> str:
        """Give a formula that cells share as this cell has it; the first of them writes it."""
        if written != "=":
            self._shared[index] = SharedFormula(written, row, column)
        shared = self._shared.get(index)
        return shared.moved_to(row, column) if shared else written


def read_text(element: Element) -> str:
    """Give the characters of a text and of its formatted runs, but not how they are pronounced."""
    runs = (run for run in element if run.tag == _RUN)
    texts = [*element.findall(_TEXT), *(text for run in runs for text in run.findall(_TEXT))]
    return _decode("".join(text.text or "" for text in texts))


def _decode(text: str) -> str:
    """Put back the characters that the file writes as _x000D_."""
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
