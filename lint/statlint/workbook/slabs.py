"""A long text file as columns, a stretch of rows at a time: what whole columns are asked for.

Most rows of most files are plain: they are cut at the separator, and figures at their right are
read in one go. That takes a third of the time of cells that are made one by one. All else goes
through the csv module.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO, TextIOWrapper
from itertools import chain, islice, repeat
from typing import IO, TYPE_CHECKING

from statlint.dataclass import dataclass
from statlint.workbook.slab_cells import Column, Cut, cut_cells
from statlint.workbook.stream import begun

if TYPE_CHECKING:
    from statlint.workbook.stream import Stream

__all__ = ["Column", "Cut", "Slab", "slabs"]

_SIZE = 32 << 10
"""Bytes that are taken at a time: more no longer fit near the processor."""
_ROWS = 512
_NUL = "NUL"


@dataclass(frozen=True, slots=True)
class Slab:
    """Some rows that follow one another, as columns, and the line that each row begins on.

    The columns from `whole` on hold figures that were read as whole numbers, the others texts;
    `decimals` are how many digits of these are decimals. Figures that nobody asks for may be left
    out.
    """

    lines: Sequence[int]
    columns: Sequence[Column]
    whole: int
    decimals: Sequence[int] = ()

    def without(self, rows: int) -> Slab:
        """Leave out the first rows."""
        columns = [column[rows:] for column in self.columns]
        return Slab(self.lines[rows:], columns, self.whole, self.decimals)


def slabs(stream: Stream, cut: Cut) -> Iterator[Slab]:
    """Go through all rows of a file; blank ones are left out, short ones filled up.

    Raises csv.Error where a quote does not close or a line has no end, UnicodeError where the
    encoding fails.
    """
    with stream.opened() as file:
        line, done = 1, 0
        for part in _parts(file):
            done += len(part)
            text = part.decode(stream.encoding if line == 1 else stream.encoding_within)
            if b"\0" in part:
                raise csv.Error(_NUL)
            lines = _lines(text, part)
            found = _slabs(lines, line, cut, quoted=b'"' in part) if lines else None
            if found is None:
                file.seek(done)
                yield from _taken_apart(text, file, stream.encoding_within, line, cut)
                return
            yield from found
            line += len(lines)


def _lines(text: str, part: bytes) -> list[str]:
    """Give the lines of a text; none where some have the old end."""
    if b"\r" in part:
        if part.count(b"\r") != part.count(b"\r\n"):
            return []
        text = text.replace("\r\n", "\n")
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return lines


def _slabs(lines: Sequence[str], line: int, cut: Cut, *, quoted: bool) -> Iterable[Slab] | None:
    """Cut lines into columns; None where a quote may go on behind them."""
    numbers = range(line, line + len(lines))
    found = cut_cells(lines, cut) if cut.left < cut.width else None
    if found is not None:
        return (Slab(numbers, found.columns, found.whole, found.decimals),)
    rows: Iterable[list[str]] = map(str.split, lines, repeat(cut.separator))
    if quoted:
        try:
            rows = list(csv.reader(lines, delimiter=cut.separator, strict=True))
        except csv.Error:
            return None
        if len(rows) != len(lines):
            return None
    return _fitted(list(rows), numbers, cut)


def _parts(file: IO[bytes]) -> Iterator[bytes]:
    """Give whole lines, as many as make up a slab."""
    rest = b""
    while part := file.read(_SIZE):
        end = part.rfind(b"\n") + 1 or _old_end(part)
        if end:
            yield rest + part[:end]
            rest = part[end:]
        elif len(rest) > csv.field_size_limit():
            message = "line without an end"
            raise csv.Error(message)
        else:
            rest += part
    if rest:
        yield rest


def _old_end(part: bytes) -> int:
    """Find the end of a line without a line feed; 0 where there is none, or more may follow."""
    end = part.rfind(b"\r", 0, -1) + 1
    return end if part[end : end + 1] != b"\n" else 0


def _taken_apart(text: str, file: IO[bytes], encoding: str, line: int, cut: Cut) -> Iterator[Slab]:
    """Read the rest of a file with the csv module: what was read of it, and what was not."""
    rest = TextIOWrapper(file, encoding=encoding, newline="")
    reader = csv.reader(
        chain(StringIO(text, newline=""), rest), delimiter=cut.separator, strict=True
    )
    first = line
    try:
        while rows := list(islice(reader, _ROWS)):
            after = first + reader.line_num
            lines: Sequence[int] = range(line, after)
            yield from _fitted(rows, lines if len(lines) == len(rows) else begun(rows, line), cut)
            line = after
    finally:
        rest.detach()


def _fitted(rows: Sequence[list[str]], numbers: Sequence[int], cut: Cut) -> Iterator[Slab]:
    """Give rows as columns, each with as many cells as it should have; blank ones are left out."""
    width = cut.width
    if set(map(len, rows)) != {width}:
        filled = [at for at, row in enumerate(rows) if any(row)]
        numbers = [numbers[at] for at in filled]
        rows = [[*rows[at][:width], *[""] * (width - len(rows[at]))] for at in filled]
    if rows:
        yield Slab(numbers, list(zip(*rows, strict=True)), width)
