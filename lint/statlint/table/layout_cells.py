"""What each cell of a sheet looks like, where no form says what it should hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.grid import Grid
from statlint.table.layout_periods import is_dated
from statlint.table.model import Label
from statlint.values import (
    Blank,
    CellRange,
    Figure,
    Flaw,
    Mark,
    NumberStyle,
    Reading,
    StyledTexts,
    plain,
    style_of,
)
from statlint.workbook import Cell, CellKind

_ENOUGH = 20_000
"""Texts that show the style of numbers well enough; a large sheet has more."""
_LONGEST = 40
"""Signs of the longest text that may be a figure."""
_YEAR_DIGITS, _LONGEST_YEAR, _BEGINS_YEAR = 4, 12, "12"
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_YEAR = r"(?:1[89]\d\d|20\d\d|2100)(?:\.0+)?\s*(?:[*†‡a-zA-Z]|\([a-zA-Z]\)|\d/)?"
_FIGURE = r"-?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?%?"
_LEADERS = ("..", "…", "__", ". .", "··")
"""What leads from a label to its figures, at the end of the label."""
_MONEY_UNIT = r"[$£€¥￥]\s?1?(?:,?000)+s?"
"""What money counts in, over a column: $1,000."""
_APART = frozenset("-–—/:~～年月日xX×*")
"""Signs of a text with digits that is a span, a date or a code, and not a damaged figure."""
_COUNTING = frozenset("123456789")
_HAN = "\u3400-\u9fff"
_RULING = r"[-=_*~#+|.\s—–─━]{4,}"
"""Signs drawn as a line between rows."""
_DAMAGED = frozenset({Flaw.BAD_GROUPING, Flaw.LOOKALIKE, Flaw.FOOTNOTE, Flaw.SCIENTIFIC})
_STRAY_SIGNS = 2
_FEWEST_DIGITS = 3


class Kind(StrEnum):
    """What a cell looks like by itself."""

    FIGURE = "figure"
    YEAR = "year"
    """A figure that may be a year: whole, from 1800 to 2100, without a sign between thousands."""
    MARK = "mark"
    DAMAGED = "damaged"
    """Digits with a stray sign between them, or an error value: a figure was meant."""
    TEXT = "text"
    SPREAD = "spread"
    """A cell that a merged text reaches into."""

    @property
    def numeric(self) -> bool:
        """Whether a figure stands here, or was meant to."""
        return self in NUMERIC


NUMERIC = frozenset({Kind.FIGURE, Kind.YEAR, Kind.DAMAGED})


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """The kinds of all cells of a sheet that show something, by row and column, in their order."""

    grid: Grid
    style: NumberStyle
    rows: dict[int, dict[int, Kind]]

    def text(self, row: int, column: int) -> str:
        """Give the text shown at a cell."""
        return self.grid.text(row, column)

    def label(self, row: int, column: int) -> Label:
        """Give what is shown at a cell as a label, broken lines and blanks within made plain."""
        text = self.grid.text(row, column).replace("_x000D_", "")
        if "\n" in text or "\r" in text:
            text = re.sub(rf"(?<=[{_HAN}])\s*[\r\n]+\s*(?=[{_HAN}])", "", text)
        shown = " ".join(text.split())
        if shown.endswith(_LEADERS):
            shown = re.sub(r"[\s.…_·]+$", "", shown)
        if shown[1:2] == " " and re.fullmatch(rf"[{_HAN}](?: [{_HAN}])+", shown):
            # Two words spread out to the width of others: 合  计.
            shown = shown.replace(" ", "")
        return Label(shown, self.grid.name, self.grid.anchor(row, column))

    def whole(self, row: int, column: int) -> int | None:
        """Give the whole number that a cell shows, if it shows one."""
        cell = self.grid.cell(row, column)
        reading = self.reading(cell) if cell else None
        if not isinstance(reading, Figure) or reading.value != int(reading.value):
            return None
        return int(reading.value)

    def reading(self, cell: Cell) -> Reading:
        """Read a cell in the style of the sheet."""
        return self.grid.styled(cell.ref.row, cell.ref.column, self.style)


def scan(grid: Grid, taken: Sequence[CellRange] = ()) -> Scan:
    """Look at all cells of a sheet but those in rectangles that are taken."""
    style = style_of(islice(_digits(grid), _ENOUGH))
    texts = grid.texts_in(style)
    look = _Look(texts, re.compile(_FIGURE), re.compile(_YEAR), re.compile(_RULING), {})
    rows: dict[int, dict[int, Kind]] = {}
    for row, column, stored, text in grid.held():
        if grid.merge_at(row, column) is None:
            # Most cells hold texts, and their texts alone say what they are.
            cell = None if stored is CellKind.TEXT else grid.stored(row, column)
            kind = look.of_text(text) if cell is None else look.kind(cell)
            if kind is not None:
                rows.setdefault(row, {})[column] = kind
    if grid.sheet.merges:
        _spread(grid, look, rows)
        # Stored cells come row by row; merged ones were added behind them.
        rows = {row: dict(sorted(rows[row].items())) for row in sorted(rows)}
    for one in taken:
        _leave_out(rows, one)
    return Scan(grid, style, rows)


def _spread(grid: Grid, look: _Look, rows: dict[int, dict[int, Kind]]) -> None:
    """Add the cells of merged ranges: a text reaches into all, a figure is one and no more."""
    for merge in grid.sheet.merges:
        first = merge.first
        cell = grid.cell(first.row, first.column)
        kind = look.kind(cell) if cell is not None else None
        if cell is None or kind is None:
            continue
        for row in range(first.row, min(merge.last.row, grid.last_row) + 1):
            for column in range(first.column, min(merge.last.column, grid.last_column) + 1):
                if (row, column) == (cell.ref.row, cell.ref.column):
                    rows.setdefault(row, {})[column] = kind
                elif kind is Kind.TEXT:
                    rows.setdefault(row, {})[column] = Kind.SPREAD


def _leave_out(rows: dict[int, dict[int, Kind]], taken: CellRange) -> None:
    """Take away what a rectangle shows; a row with nothing else shows nothing."""
    first, last = taken.first, taken.last
    for row in [row for row in rows if first.row <= row <= last.row]:
        kept = {
            column: kind
            for column, kind in rows[row].items()
            if not first.column <= column <= last.column
        }
        if kept:
            rows[row] = kept
        else:
            del rows[row]


def _digits(grid: Grid) -> Iterator[str]:
    for _, _, kind, text in grid.held():
        if kind is CellKind.TEXT and len(text) <= _LONGEST:
            yield text


@dataclass(frozen=True, slots=True, eq=False)
class _Look:
    """Tells the kinds of cells; the same text is looked at once."""

    texts: StyledTexts
    figure: re.Pattern[str]
    year: re.Pattern[str]
    ruling: re.Pattern[str]
    seen: dict[str, Kind | None]

    def kind(self, cell: Cell) -> Kind | None:
        if cell.kind is CellKind.TEXT:
            return self.of_text(cell.text)
        if cell.kind is CellKind.NUMBER:
            number = cell.number
            is_year = (
                number is not None
                and _FIRST_YEAR <= number <= _LAST_YEAR
                and number == int(number)
                and "," not in (cell.number_format or "")
            )
            return Kind.YEAR if is_year else Kind.FIGURE
        damaged = cell.kind in {CellKind.ERROR, CellKind.NO_RESULT}
        return Kind.DAMAGED if damaged else Kind.TEXT

    def of_text(self, text: str) -> Kind | None:
        """Tell what a text shows."""
        if len(text) != _YEAR_DIGITS and text.isdecimal() and text.isascii():
            # Most figures are that plain; to remember them all would only cost.
            return Kind.FIGURE
        if text not in self.seen:
            self.seen[text] = self._told(text.strip())
        return self.seen[text]

    def _told(self, text: str) -> Kind | None:
        plainly = self.figure.fullmatch(text) is not None
        if plainly and (len(text) > _LONGEST_YEAR or text[0] not in _BEGINS_YEAR):
            return Kind.FIGURE
        if self.year.fullmatch(text):
            return Kind.YEAR
        if plainly:
            return Kind.FIGURE
        if not text or self.ruling.fullmatch(text):
            return None
        if len(text) > _LONGEST:
            return Kind.TEXT
        if _is_worded(text):
            return Kind.TEXT
        reading = self.texts.reading(text)
        if isinstance(reading, Figure):
            return Kind.FIGURE
        if isinstance(reading, Mark):
            return Kind.MARK
        if isinstance(reading, Blank):
            return None
        damaged = _looks_damaged(text, reading.flaw) and not is_dated(text)
        return Kind.DAMAGED if damaged else Kind.TEXT


def _is_worded(text: str) -> bool:
    """Tell whether digits are part of a label: 1990 ......, or a unit of money."""
    if text.endswith(_LEADERS) and any(sign.isalnum() for sign in text):
        return True
    return text[0] in "$£€¥￥" and re.fullmatch(_MONEY_UNIT, text) is not None


def _looks_damaged(text: str, flaw: Flaw) -> bool:
    """Tell whether a text that cannot be read is a figure with a slip in it."""
    if flaw is Flaw.ERROR_VALUE:
        return True
    signs = plain(text)
    if _APART.intersection(signs) or not _COUNTING.intersection(signs):
        # A unit such as $000 has no digit that counts.
        return False
    digits = sum(map(str.isdigit, signs))
    stray = len(signs) - digits - sum(map(signs.count, "., "))
    told = flaw in _DAMAGED or flaw is Flaw.TEXT
    return told and digits >= _FEWEST_DIGITS and stray <= _STRAY_SIGNS
