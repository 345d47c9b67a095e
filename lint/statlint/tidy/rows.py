"""Where the rows of a long list come from: a sheet, or a text file that is too long for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Protocol

from statlint.dataclass import dataclass
from statlint.grid import Grid
from statlint.values import Reading, read_figure
from statlint.workbook.stream import Block, Stream

_BLOCK = 1024


class Rows(Protocol):
    """Rows of texts that can be gone through more than once."""

    @property
    def sheet(self) -> str | None:
        """The name of the sheet."""

    def blocks(self) -> Iterator[Block]:
        """Give all rows, block by block."""

    def reading(self, row: int, column: int, text: str) -> Reading:
        """Read a cell by its row and column on the sheet; `text` is what it holds."""


@dataclass(frozen=True, slots=True, eq=False)
class SheetRows:
    """The rows of a sheet."""

    grid: Grid

    @property
    def sheet(self) -> str | None:
        """The name of the sheet."""
        return self.grid.name

    def blocks(self) -> Iterator[Block]:
        """Give all rows, block by block."""
        numbers = range(1, self.grid.last_row + 1)
        for start in numbers[::_BLOCK]:
            lines = range(start, min(start + _BLOCK, self.grid.last_row + 1))
            yield Block([self.texts(row) for row in lines], lines)

    def texts(self, row: int) -> list[str]:
        """Give what the cells of a row show."""
        return [self.grid.text(row, column) for column in range(1, self.grid.last_column + 1)]

    def first(self, most: int) -> list[list[str]]:
        """Give the first rows."""
        return [self.texts(row) for row in islice(range(1, self.grid.last_row + 1), most)]

    def reading(self, row: int, column: int, text: str) -> Reading:  # noqa: ARG002
        """Read a cell."""
        return self.grid.reading(row, column)


@dataclass(frozen=True, slots=True, eq=False)
class StreamRows:
    """The rows of a text file."""

    stream: Stream

    @property
    def sheet(self) -> str | None:
        """A text file is one sheet without a name."""
        return None

    def blocks(self) -> Iterator[Block]:
        """Give all rows, block by block."""
        return self.stream.blocks()

    def reading(self, row: int, column: int, text: str) -> Reading:  # noqa: ARG002
        """Read a cell."""
        return read_figure(text)


def chosen_rows(
    rows: Rows, wanted: frozenset[int], *, are_lines: bool = False
) -> Mapping[int, list[str]]:
    """Read some rows again, by their numbers on the sheet; faster where each is a line."""
    if are_lines and isinstance(rows, StreamRows):
        return rows.stream.lines(wanted)
    found: dict[int, list[str]] = {}
    for block in rows.blocks():
        near = wanted.intersection(block.lines) if len(wanted) < len(block.lines) else wanted
        if near:
            found |= {
                line: row for line, row in zip(block.lines, block.rows, strict=True) if line in near
            }
    return found
