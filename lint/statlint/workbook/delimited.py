"""A text file as one sheet: its rows count the file's own lines."""

from __future__ import annotations

import csv
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING

from statlint.values import CellRef, Text
from statlint.workbook.encoding import decode
from statlint.workbook.engines.details import ONLY_SPACE, reported
from statlint.workbook.engines.limits import CELLS
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Cell, CellKind, Container, Dialect, Fault, Sheet, Workbook
from statlint.workbook.separator import choose_separator, declared_separator

if TYPE_CHECKING:
    from collections.abc import Iterator

# A text of one column still has quotes; this sign stands in no text.
NO_SEPARATOR = "\x1f"
_OPEN_QUOTES = 100


def read_delimited(content: bytes, encoding: str | None = None) -> Workbook:
    """Read a text file; raises Refusal where it holds nothing or is no text after all."""
    decoded = decode(content, encoding)
    text = decoded.text.rstrip("\x1a\0")
    if not text.strip():
        raise Refusal(Fault.EMPTY, ONLY_SPACE)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        words = Text(f"第 {line} 行含有空字符 NUL", f"line {line}: a NUL character")
        raise Refusal(Fault.TEXT_DAMAGED, words)
    declared = declared_separator(text)
    separator = declared or choose_separator(text)
    begun: set[int] = set()
    cells = tuple(_read_cells(text, separator, begun, skipped=1 if declared else 0))
    if not cells:
        raise Refusal(Fault.EMPTY, Text("只有分隔符", "separators only"))
    dialect = Dialect(decoded.encoding, separator, decoded.doubtful)
    first = 2 if declared else 1
    continued = frozenset(range(first, max(begun) + 1)) - begun
    sheet = Sheet(None, cells, continued=continued)
    return Workbook((sheet,), Container.DELIMITED, dialect)


def _read_cells(text: str, separator: str, begun: set[int], *, skipped: int) -> Iterator[Cell]:
    """Give the filled cells, each on the line on which its row begins; notes those lines."""
    count = 0
    for line, row in read_rows(text, separator or NO_SEPARATOR, skipped=skipped):
        begun.add(line)
        count += len(row)
        if count > CELLS:
            words = Text(
                f"到第 {line} 行已超过 {CELLS // 10_000} 万个单元格",
                f"more than {CELLS:,} cells by line {line}",
            )
            raise Refusal(Fault.TOO_LARGE, words)
        for column, written in enumerate(row, 1):
            if written:
                yield Cell(CellRef(line, column), CellKind.TEXT, written)


def read_rows(text: str, separator: str, *, skipped: int = 0) -> Iterator[tuple[int, list[str]]]:
    """Give each row with the line it begins on.

    A quote that does not close as the format asks makes its line count as it stands, so that one
    stray quote never swallows the lines that follow.
    """
    lines = list(StringIO(text, newline=""))
    source = islice(lines, skipped, None)
    done, open_quotes = skipped, 0
    while done < len(lines):
        start = done
        reader = csv.reader(source, delimiter=separator, strict=True)
        try:
            for row in reader:
                yield done + 1, row
                done = start + reader.line_num
        except csv.Error:
            closed = start + reader.line_num == done + 1
            yield done + 1, _read_line(lines[done], separator, closed=closed, number=done + 1)
            done += 1
            if not closed or done >= len(lines):
                open_quotes += 1
                source = islice(lines, done, None)
            if open_quotes > _OPEN_QUOTES:
                raise Refusal(Fault.TEXT_DAMAGED, _too_many_quotes(done)) from None


def _read_line(line: str, separator: str, *, closed: bool, number: int) -> list[str]:
    """Read one line on its own, taking quotes as they stand unless they close in some way."""
    lines = [line.rstrip("\r\n")]
    try:
        if closed:
            return next(csv.reader(lines, delimiter=separator))
        return next(csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE))
    except csv.Error as error:
        said = reported(str(error))
        words = Text(f"第 {number} 行，{said.zh}", f"line {number}, {said.en}")
        raise Refusal(Fault.TEXT_DAMAGED, words) from error


def _too_many_quotes(line: int) -> Text:
    """Say that quotes open again and again and never close."""
    return Text(
        f"到第 {line} 行，没有配对的引号已超过 {_OPEN_QUOTES} 处",
        f"more than {_OPEN_QUOTES} quotes by line {line} that never close",
    )
