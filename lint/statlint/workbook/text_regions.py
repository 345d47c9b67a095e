"""Where the cells of a text file stand in the text itself: line and column of each.

The reader keeps of a cell the line that its row begins on, and its number in the row. A quoted cell
may go over several lines; those behind it in the row begin where it ends.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import StringIO
from itertools import accumulate

from statlint.dataclass import dataclass
from statlint.values import CellRef
from statlint.values.region import Region
from statlint.workbook.delimited import NO_SEPARATOR, read_rows
from statlint.workbook.encoding import decode
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.separator import declared_separator

_DETECTED = frozenset({"utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1252"})
"""Encodings that were found without being asked for."""
_LINE_ENDS = "\r\n"


@dataclass(frozen=True, slots=True, eq=False)
class TextRegions:
    """The lines of a text file, on which of them its rows begin, and how many cells each has."""

    separator: str
    lines: Sequence[str]
    starts: Sequence[int]
    widths: Sequence[int]

    def find(self, cell: CellRef) -> Region | None:
        """Find a cell by the line its row begins on; None where no row has it."""
        at = bisect_right(self.starts, cell.row) - 1
        if at < 0 or self.starts[at] != cell.row or cell.column > self.widths[at]:
            return None
        end = self.starts[at + 1] if at + 1 < len(self.starts) else len(self.lines) + 1
        lines = self.lines[cell.row - 1 : end - 1]
        spans = _spans("".join(lines), self.separator, self.widths[at])
        if spans is None:
            return Region(cell.row, cell.row + len(lines) - 1)
        return _region(spans[cell.column - 1], cell.row, lines)


def read_regions(content: bytes, encoding: str, separator: str) -> TextRegions | None:
    """Read a text file anew, as what it was read as before; None where it is another one now."""
    decoded = decode(content, None if encoding in _DETECTED else encoding)
    if decoded.encoding != encoding:
        return None
    text = decoded.text.rstrip("\x1a\0")
    sign = separator or NO_SEPARATOR
    starts, widths = array("L"), array("L")
    try:
        for line, row in read_rows(text, sign, skipped=1 if declared_separator(text) else 0):
            starts.append(line)
            widths.append(len(row))
    except Refusal:
        return None
    return TextRegions(sign, list(StringIO(text, newline="")), starts, widths)


def find_words(content: bytes, encoding: str, words: str) -> Region | None:
    """Find words of a plain text, however its lines are broken; None unless they are there once."""
    decoded = decode(content, None if encoding in _DETECTED else encoding)
    places = [at for at, sign in enumerate(decoded.text) if not sign.isspace()]
    text, wanted = "".join(decoded.text.split()), "".join(words.split())
    if decoded.encoding != encoding or not wanted or text.count(wanted) != 1:
        return None
    first = text.index(wanted)
    lines = tuple(StringIO(decoded.text, newline=""))
    return _region((places[first], places[first + len(wanted) - 1] + 1), 1, lines)


def _spans(raw: str, separator: str, width: int) -> list[tuple[int, int]] | None:
    """Give from where to where each cell of a row stands.

    Quotes may count as they stand: then, too, there are as many cells as the reader found. None
    where neither way of reading them gives so many.
    """
    text = raw.rstrip(_LINE_ENDS)
    for pattern in (_quoted(separator), _plain(separator)):
        spans = list(_cells(text, pattern))
        if len(spans) == width:
            return spans
    return None


def _cells(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Go through the cells of a row; one sign lies between two of them."""
    at = 0
    while at <= len(text) and (found := pattern.match(text, at)) is not None:
        yield found.span()
        at = found.end() + 1


@lru_cache(maxsize=8)
def _quoted(separator: str) -> re.Pattern[str]:
    """Make what a cell is, in quotes or not; what stands behind the quotes belongs to it."""
    sign = re.escape(separator)
    return re.compile(rf'"[^"]*(?:""[^"]*)*"[^{sign}]*|[^{sign}]*')


@lru_cache(maxsize=8)
def _plain(separator: str) -> re.Pattern[str]:
    """Make what a cell is where quotes count as they stand."""
    return re.compile(rf"[^{re.escape(separator)}]*")


def _region(span: tuple[int, int], first: int, lines: Sequence[str]) -> Region:
    """Count the lines and columns of a stretch of some lines, the first of which has a number."""
    begins = [0, *accumulate(map(len, lines))][: len(lines)]
    (row, column), (end_row, end_column) = (
        (number := bisect_right(begins, at) - 1, at - begins[number]) for at in span
    )
    return Region(first + row, first + end_row, column + 1, end_column + 1)
