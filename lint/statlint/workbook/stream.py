"""A long text file as rows that come in blocks: it is never held in memory as a whole."""

from __future__ import annotations

import csv
import os
from io import BytesIO, TextIOWrapper
from itertools import islice
from pathlib import PurePath
from typing import IO, TYPE_CHECKING

from statlint.dataclass import dataclass, field
from statlint.values.limits import USUAL, Limits
from statlint.workbook.encoding import decode
from statlint.workbook.model import Container, Dialect, Opening, Sheet, Workbook
from statlint.workbook.separator import choose_separator, declared_separator
from statlint.workbook.sniff import HEAD, sniff

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_BLOCK = 1024
_CHUNK = 64 << 10
_CHUNKS = 4
_PLAIN = frozenset({"utf-8", "utf-8-sig", "gb18030"})
"""Encodings in which the end of a line is one byte that means nothing else."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some rows that follow one another, and the line of the file that each begins on."""

    rows: list[list[str]]
    lines: Sequence[int]


@dataclass(frozen=True, slots=True, eq=False)
class Stream:
    """A text file that is read anew each time its rows are asked for."""

    path: str
    encoding: str
    separator: str
    content: bytes | None = field(default=None, repr=False)

    def blocks(self) -> Iterator[Block]:
        """Give all rows, block by block.

        Raises csv.Error where a quote does not close, UnicodeError where the encoding fails.
        """
        with _opened(self.path, self.content) as file:
            text = TextIOWrapper(file, encoding=self.encoding, newline="")
            reader = csv.reader(text, delimiter=self.separator, strict=True)
            line = 1
            while rows := list(islice(reader, _BLOCK)):
                after = reader.line_num + 1
                lines = range(line, after)
                yield Block(rows, lines if len(lines) == len(rows) else begun(rows, line))
                line = after

    @property
    def encoding_within(self) -> str:
        """The encoding of all but the first bytes: a mark stands at the beginning only."""
        return "utf-8" if self.encoding == "utf-8-sig" else self.encoding

    def opened(self) -> IO[bytes]:
        """Open the file, or what is known of its content."""
        return _opened(self.path, self.content)

    def last(self) -> list[list[str]]:
        """Give the rows at the end of the file."""
        with self.opened() as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - _CHUNK))
            part = file.read()
        start = part.find(b"\n") + 1 if size > _CHUNK else 0
        text = part[start:].decode(self.encoding_within)
        return list(csv.reader(text.splitlines(), delimiter=self.separator))

    def lines(self, wanted: frozenset[int]) -> dict[int, list[str]]:
        """Give some lines, taken apart; each must be a row of its own."""
        with _opened(self.path, self.content) as file:
            text = TextIOWrapper(file, encoding=self.encoding, newline="")
            return {
                number: next(csv.reader([line], delimiter=self.separator), [])
                for number, line in enumerate(islice(text, max(wanted, default=0)), 1)
                if number in wanted
            }

    def sample(self) -> list[list[str]]:
        """Give rows of the beginning and of some places further on, the first one first."""
        with _opened(self.path, self.content) as file:
            texts = [part.decode(self.encoding) for part in _chunks(file)]
        rows: list[list[str]] = []
        for text in texts:
            rows += csv.reader(text.splitlines(), delimiter=self.separator)
        return rows


def begun(rows: Sequence[Sequence[str]], line: int) -> list[int]:
    """Give the line of each row where some cells go over several."""
    lines = []
    for row in rows:
        lines.append(line)
        line += 1 + sum(cell.count("\n") for cell in row)
    return lines


def open_long(
    path: str,
    content: bytes | None,
    configured: str | None,
    is_list: Callable[[Sequence[Sequence[str]]], bool],
    limits: Limits = USUAL,
) -> Opening | None:
    """Open a long text whose rows make a list, by what some of them show; None for any other file.

    Nothing but those rows is read yet.
    """
    try:
        size = os.stat(path).st_size if content is None else len(content)  # noqa: PTH116
        stream = stream_of(path, content, configured) if size <= limits.list_size else None
        if stream is None or not is_list(stream.sample()):
            return None
    except (OSError, UnicodeError, csv.Error):
        return None
    dialect = Dialect(stream.encoding, stream.separator)
    workbook = Workbook((Sheet(None, ()),), Container.DELIMITED, dialect, stream=stream)
    announced = PurePath(path).suffix.lower().removeprefix(".")
    return Opening(path, announced, Container.DELIMITED, workbook)


def stream_of(path: str, content: bytes | None, configured: str | None) -> Stream | None:
    """Take a text file as a stream; None where its encoding or separator are not plain."""
    with _opened(path, content) as file:
        first = file.read(_CHUNK)
    if sniff(first[:HEAD]).container is not Container.DELIMITED:
        return None
    decoded = decode(first[: first.rfind(b"\n") + 1], configured)
    if decoded.encoding not in _PLAIN or decoded.doubtful or declared_separator(decoded.text):
        return None
    separator = choose_separator(decoded.text)
    return Stream(path, decoded.encoding, separator, content) if separator else None


def _opened(path: str, content: bytes | None) -> IO[bytes]:
    return open(path, "rb") if content is None else BytesIO(content)  # noqa: PTH123


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    """Give whole lines of a few places of a file."""
    size = file.seek(0, os.SEEK_END)
    for at in range(_CHUNKS):
        file.seek(at * size // _CHUNKS)
        part = file.read(_CHUNK)
        start = part.find(b"\n") + 1 if at else 0
        yield part[start : part.rfind(b"\n") + 1]
