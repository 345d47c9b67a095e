"""Our own sheet: what stands on top, and a table with a row for each finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.dataclass import dataclass
from statlint.finding import Severity
from statlint.marking.model import Cover, CoverRow, Target
from statlint.marking.review import KEYS, SIGN, VERSION
from statlint.marking.styles import Look, Styles
from statlint.marking.tags import attribute_text, plain_text, string_text
from statlint.pattern import pattern_of
from statlint.values import CellRange, CellRef, column_letters

MOST_ROWS = 1_000_000
"""Findings that a sheet has room for."""
_MOST_LINKS = 65_000
"""Links that Excel opens a sheet with, and a few less."""
_LONGEST = 32_000
"""Signs that a cell takes, and a few less."""
_WIDTHS = (12, 9, 46, 20, 13, 13, 11, 38, 36, 12)
"""Of the columns in half-width signs; on A4 across they are printed at about two thirds."""
_FACT_COLUMNS = ((1, 2, 3), (4, 5, len(KEYS) - 1))
"""Where the facts on top stand, two in a row: the label, and from where to where what it says."""
_LINE, _ABOVE = 13.5, 4.0
"""Heights of a line and of what is free around lines, in points."""
_LEAST, _TALLEST, _HEAD_HEIGHT, _TITLE_HEIGHT = 18.0, 400.0, 24.0, 30.0
_UNSEEN = 1.5
_WIDE_FROM = "\u2e80"
_LEVELS = {
    Severity.ERROR: Look.ERROR,
    Severity.WARNING: Look.WARNING,
    Severity.INFORMATION: Look.INFORMATION,
    None: Look.DONE,
}
_PLAIN_FIGURE = pattern_of(r"-?(0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)(?:\.([0-9]+))?")
_EXACT_DIGITS = 15
"""Digits that numbers in workbooks keep."""
_MARGINS = 'left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"'
_FIXED = ' customHeight="1"'
_LAST = len(KEYS)
_ORDER_OF_LINK = 3
"""Where among the columns, from 0, the place stands."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Our sheet as it is written: the markup, its table with the head, and the row of the head."""

    markup: bytes
    table: CellRange
    head: int


def lay_out(cover: Cover, styles: Styles, space: str, views: int) -> Laid:
    """Write the sheet; `views` is in how many windows the workbook is shown."""
    top = _Top(cover, styles)
    rows = list(top.rows())
    head = top.row
    table = _Table(cover, styles, head)
    rows += table.rows()
    last = head + len(table.shown)
    area = CellRange(CellRef(head, 1), CellRef(max(last, head + 1), _LAST))
    markup = "".join(
        (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
            f'<worksheet xmlns="{space}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
            f'<dimension ref="A1:{column_letters(_LAST)}{last}"/>',
            f"<sheetViews>{''.join(_view(number, head) for number in range(views))}</sheetViews>",
            '<sheetFormatPr defaultRowHeight="15"/><cols>',
            *_columns(),
            "</cols><sheetData>",
            *rows,
            "</sheetData>",
            f'<autoFilter ref="{_filtered(area)}"/>',
            f'<mergeCells count="{len(top.merged)}">',
            *(f'<mergeCell ref="{one}"/>' for one in top.merged),
            "</mergeCells>",
            _links(table.links),
            '<printOptions horizontalCentered="1"/>',
            f"<pageMargins {_MARGINS}/>",
            '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
            f"<headerFooter><oddFooter>{plain_text(cover.footer)}</oddFooter></headerFooter>",
            f'<ignoredErrors><ignoredError sqref="{_figures(area)}" numberStoredAsText="1"/>',
            "</ignoredErrors></worksheet>",
        )
    )
    return Laid(markup.encode(), area, head)


def _view(number: int, head: int) -> str:
    below = f"A{head + 1}"
    return (
        f'<sheetView showGridLines="0" tabSelected="1" workbookViewId="{number}">'
        f'<pane ySplit="{head}" topLeftCell="{below}" activePane="bottomLeft" state="frozen"/>'
        f'<selection pane="bottomLeft" activeCell="{below}" sqref="{below}"/></sheetView>'
    )


def _columns() -> Iterator[str]:
    for number, width in enumerate(_WIDTHS, 1):
        hidden = ' hidden="1"' if number == _LAST else ""
        yield f'<col min="{number}" max="{number}" width="{width}"{hidden} customWidth="1"/>'


def _filtered(table: CellRange) -> str:
    return str(CellRange(table.first, CellRef(table.last.row, _LAST - 1)))


def _figures(table: CellRange) -> str:
    places = [KEYS.index(f"statlint:{word}") + 1 for word in ("left", "difference", "explanation")]
    first, last, explanation = places
    top, bottom = table.first.row + 1, table.last.row
    ranges = ((first, last), (explanation, explanation))
    return " ".join(
        str(CellRange(CellRef(top, left), CellRef(bottom, right))) for left, right in ranges
    )


def _links(links: Sequence[tuple[CellRef, Target]]) -> str:
    if not links:
        return ""
    written = (
        f'<hyperlink ref="{cell}" location="{attribute_text(place_text(to)).decode()}"/>'
        for cell, to in links[:_MOST_LINKS]
    )
    return f"<hyperlinks>{''.join(written)}</hyperlinks>"


def place_text(target: Target) -> str:
    """Write where a link within a workbook leads."""
    return f"{quoted(target.sheet)}!{target.cell}"


def quoted(sheet: str) -> str:
    """Write the name of a sheet as it stands in a formula."""
    doubled = sheet.replace("'", "''")
    return f"'{doubled}'"


def _cell(row: int, column: int, text: str, style: int) -> str:
    """Write a cell that holds a text, whatever it begins with; never a formula."""
    place = f'r="{column_letters(column)}{row}" s="{style}"'
    if not text:
        return f"<c {place}/>"
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    written = string_text(shown)
    return f'<c {place} t="inlineStr"><is><t xml:space="preserve">{written}</t></is></c>'


def number_code(text: str) -> str | None:
    """Give the format that shows a number as it is printed; None for what no number can show."""
    found = _PLAIN_FIGURE.fullmatch(text)
    if found is None or sum(map(str.isdecimal, text)) > _EXACT_DIGITS:
        return None
    whole, decimals = found.groups(default="")
    if text.startswith("-") and not text.strip("-0.,"):  # no number is less than 0 and 0
        return None
    grouped = "#,##0" if "," in whole else "0"
    return f"{grouped}.{'0' * len(decimals)}" if decimals else grouped


def _row(number: int, cells: str, height: float, more: str = "") -> str:
    return f'<row r="{number}" ht="{height}"{more}>{cells}</row>'


def _lines(text: str, width: float) -> int:
    """Count the lines that a text takes in a column of so many half-width signs."""
    return sum(max(1, -int(-_signs(line) // max(width - 1, 1))) for line in text.split("\n"))


def _signs(line: str) -> int:
    return sum(2 if sign >= _WIDE_FROM else 1 for sign in line)


def _height(lines: int) -> float:
    return min(_TALLEST, max(_LEAST, _ABOVE + _LINE * lines))


class _Top:
    """What stands above the table, row by row."""

    def __init__(self, cover: Cover, styles: Styles) -> None:
        self._cover = cover
        self._look = styles.look
        self.row = 0
        """The row that was written last."""
        self.merged: list[CellRange] = []

    def rows(self) -> Iterator[str]:
        """Write the title, the facts, the remarks, and what only programs read."""
        title = self._merged(1, _LAST - 1, self._cover.title, Look.TITLE)
        yield self._next(title, _TITLE_HEIGHT)
        facts = list(self._cover.facts)
        for pair in (facts[at : at + 2] for at in range(0, len(facts), 2)):
            yield self._facts(pair)
        for remark in self._cover.remarks:
            text = self._merged(1, _LAST - 1, remark, Look.REMARK)
            yield self._next(text, _height(_lines(remark, sum(_WIDTHS[: _LAST - 1]))))
        key = self._look(Look.KEY)
        keys = "".join(_cell(self.row + 1, at, word, key) for at, word in enumerate(KEYS, 1))
        # Not hidden: programs do not agree on whether hidden rows count among the frozen ones.
        yield self._next(keys, _UNSEEN, signed=False)
        heads = (*self._cover.heads, "")
        look = self._look(Look.HEAD)
        written = (_cell(self.row + 1, at, head, look) for at, head in enumerate(heads, 1))
        yield self._next("".join(written), _HEAD_HEIGHT, signed=False)

    def _facts(self, pair: Sequence[tuple[str, str]]) -> str:
        cells, most = "", 1
        for (label, said), (at, first, last) in zip(pair, _FACT_COLUMNS, strict=False):
            cells += _cell(self.row + 1, at, label, self._look(Look.LABEL))
            cells += self._merged(first, last, said, Look.FACT)
            most = max(most, _lines(said, sum(_WIDTHS[first - 1 : last])))
        return self._next(cells, _height(most))

    def _merged(self, first: int, last: int, text: str, look: Look) -> str:
        row = self.row + 1
        self.merged.append(CellRange(CellRef(row, first), CellRef(row, last)))
        return _cell(row, first, text, self._look(look))

    def _next(self, cells: str, height: float, more: str = _FIXED, *, signed: bool = True) -> str:
        self.row += 1
        hidden = {1: f"{SIGN} {VERSION}", 2: self._cover.original}
        if signed and self.row in hidden:
            cells += _cell(self.row, _LAST, hidden[self.row], 0)
        return _row(self.row, cells, height, more)


class _Table:
    """The findings, row by row."""

    def __init__(self, cover: Cover, styles: Styles, head: int) -> None:
        self.shown = cover.rows[:MOST_ROWS]
        self._look, self._figures = styles.look, styles.figure
        self._head = head
        self.links: list[tuple[CellRef, Target]] = []

    def rows(self) -> Iterator[str]:
        """Write all rows, and keep where their links lead."""
        for number, row in enumerate(self.shown, self._head + 1):
            if row.target is not None:
                self.links.append((CellRef(number, _ORDER_OF_LINK + 1), row.target))
            yield self._row(number, row)

    def _row(self, number: int, row: CoverRow) -> str:
        level = _LEVELS[row.severity]
        place = Look.LINK if row.target is not None else Look.TEXT
        explanation = Look.ASKED if row.asked else Look.EXPLANATION
        cells = (
            *((row.level, level), (row.rule, level), (row.finding, Look.TEXT), (row.place, place)),
            *((text, Look.FIGURE) for text in (row.left, row.right, row.difference)),
            *((row.proposal, Look.TEXT), (row.explanation, explanation)),
        )
        lines = max(_lines(text, width) for (text, _), width in zip(cells, _WIDTHS, strict=False))
        written = [
            self._figure(number, column, text)
            if look is Look.FIGURE
            else _cell(number, column, text, self._look(look))
            for column, (text, look) in enumerate(cells, 1)
        ]
        written.append(_cell(number, _LAST, row.fingerprint, 0))
        return _row(number, "".join(written), _height(lines))

    def _figure(self, row: int, column: int, text: str) -> str:
        """Write a figure as a number that looks as it is printed, so that the column sorts."""
        code = number_code(text)
        style = None if code is None else self._figures(code)
        if style is None:
            return _cell(row, column, text, self._look(Look.FIGURE))
        place = f'r="{column_letters(column)}{row}" s="{style}"'
        return f"<c {place}><v>{text.replace(',', '')}</v></c>"
