"""A text file as one sheet: its rows count the file's own lines."""

from __future__ import annotations

from _csv import QUOTE_NONE
from _csv import Error as CsvError
from _csv import reader as csv_reader
from collections.abc import Iterator, Sequence
from io import StringIO

from statlint.dataclass import dataclass, field
from statlint.values import CellRef, Text
from statlint.values.limits import USUAL, Limits
from statlint.workbook.encoding import decode
from statlint.workbook.engines.details import ONLY_SPACE, reported
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Cell, CellKind, Container, Dialect, Fault, Sheet, Workbook
from statlint.workbook.separator import choose_separator, declared_separator

# A text of one column still has quotes; this sign stands in no text.
NO_SEPARATOR = "\x1f"
_OPEN_QUOTES = 100


def read_delimited(content: bytes, encoding: str | None = None, limits: Limits = USUAL) -> Workbook:
    """Read a text file; raises Refusal where it holds nothing or is no text after all."""
    decoded = decode(content, encoding)
    text = decoded.text.rstrip("\x1a\0")
    if not text.strip():
        raise Refusal(Fault.EMPTY, ONLY_SPACE)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        words = Text(f"第 {line} 行含有空字符 NUL", f"line {line}: a NUL character")
        raise Refusal(Fault.TEXT_DAMAGED, words)
    _see_lengths(text, limits)
    declared = declared_separator(text)
    separator = declared or choose_separator(text)
    read = _Cells(limits)
    for line, row in read_rows(text, separator or NO_SEPARATOR, skipped=1 if declared else 0):
        read.add(line, row)
    if not read.cells:
        raise Refusal(Fault.EMPTY, Text("只有分隔符", "separators only"))
    dialect = Dialect(decoded.encoding, separator, decoded.doubtful, decoded.other)
    sheet = Sheet(None, tuple(read.cells), continued=frozenset(read.continued))
    return Workbook((sheet,), Container.DELIMITED, dialect)


def _see_lengths(text: str, limits: Limits) -> None:
    """Refuse a text with a line that is too long, before it is taken apart."""
    if len(text) > limits.line_length:
        longest = max(map(len, StringIO(text, newline="")))
        if longest > limits.line_length:
            from statlint.workbook.limits import beyond

            raise beyond(limits, "line_length", longest)


@dataclass(slots=True, eq=False)
class _Cells:
    """The filled cells so far, each on the line on which its row begins.

    `continued` are the lines on which none begins.
    """

    limits: Limits
    cells: list[Cell] = field(default_factory=list)
    continued: list[int] = field(default_factory=list)
    last: int = 0

    def add(self, line: int, row: Sequence[str]) -> None:
        """Take a row."""
        if line > self.last + 1 and self.last:
            self.continued.extend(range(self.last + 1, line))
        self.last = line
        cells, limits = self.cells, self.limits
        if len(row) > limits.columns or len(cells) > limits.cells:
            from statlint.workbook.limits import beyond

            key = "columns" if len(row) > limits.columns else "cells"
            raise beyond(limits, key, len(row) if key == "columns" else len(cells))
        for column, written in enumerate(row, 1):
            if written:
                cells.append(Cell(CellRef(line, column), CellKind.TEXT, written))


def read_rows(text: str, separator: str, *, skipped: int = 0) -> Iterator[tuple[int, list[str]]]:
    """Give each row with the line it begins on.

    A quote that does not close as the format asks makes its line count as it stands, so that one
    stray quote never swallows the lines that follow.
    """
    source = StringIO(text, newline="")
    for _ in range(skipped):
        source.readline()
    done, open_quotes, place = skipped, 0, source.tell()
    while place < len(text):
        start = done
        reader = csv_reader(source, delimiter=separator, strict=True)
        try:
            for row in reader:
                yield done + 1, row
                done, place = start + reader.line_num, source.tell()
        except CsvError:
            closed = start + reader.line_num == done + 1
            source.seek(place)
            line = source.readline()
            yield done + 1, _read_line(line, separator, closed=closed, number=done + 1)
            done, place = done + 1, source.tell()
            open_quotes += not closed or place >= len(text)
            if open_quotes > _OPEN_QUOTES:
                raise Refusal(Fault.TEXT_DAMAGED, _too_many_quotes(done)) from None
        else:
            return


def _read_line(line: str, separator: str, *, closed: bool, number: int) -> list[str]:
    """Read one line on its own, taking quotes as they stand unless they close in some way."""
    lines = [line.rstrip("\r\n")]
    try:
        if closed:
            return next(csv_reader(lines, delimiter=separator))
        return next(csv_reader(lines, delimiter=separator, quoting=QUOTE_NONE))
    except CsvError as error:
        said = reported(str(error))
        words = Text(f"第 {number} 行，{said.zh}", f"line {number}, {said.en}")
        raise Refusal(Fault.TEXT_DAMAGED, words) from error


def _too_many_quotes(line: int) -> Text:
    """Say that quotes open again and again and never close."""
    return Text(
        f"到第 {line} 行，没有配对的引号已超过 {_OPEN_QUOTES} 处",
        f"more than {_OPEN_QUOTES} quotes by line {line} that never close",
    )
