"""Where the rows of a long table come from: a text file, or a sheet that was read already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from statlint.dataclass import dataclass
from statlint.grid import Grid, spread
from statlint.values import CellRef
from statlint.workbook import Cell, CellKind, Sheet
from statlint.workbook.slabs import Cut, Slab, slabs

if TYPE_CHECKING:
    from statlint.workbook.stream import Stream

_ROWS = 512
_PLACES, _AT_EACH = 4, 500
_LAST = 50


class Source(Protocol):
    """Rows of texts that can be gone through more than once."""

    @property
    def sheet(self) -> str | None:
        """The name of the sheet."""

    @property
    def separator(self) -> str:
        """What separates cells."""

    def sample(self) -> Sequence[Sequence[str]]:
        """Give rows of the beginning and of some places further on, the first one first."""

    def last(self) -> Sequence[Sequence[str]]:
        """Give the rows at the end."""

    def slabs(self, cut: Cut) -> Iterator[Slab]:
        """Go through all rows, as columns."""

    def grid(self, wanted: frozenset[int], *, even: bool) -> Grid:
        """Give a grid with some rows; `even` says that each is a line of the file by itself."""


@dataclass(frozen=True, slots=True, eq=False)
class OfText:
    """The rows of a text file; a sheet without a name."""

    stream: Stream

    @property
    def sheet(self) -> None:
        """It has no sheets."""
        return

    @property
    def separator(self) -> str:
        """What separates cells."""
        return self.stream.separator

    def sample(self) -> Sequence[Sequence[str]]:
        """Give rows of the beginning and of some places further on, the first one first."""
        return self.stream.sample()

    def last(self) -> Sequence[Sequence[str]]:
        """Give the rows at the end."""
        return self.stream.last()

    def slabs(self, cut: Cut) -> Iterator[Slab]:
        """Go through all rows, as columns."""
        return slabs(self.stream, cut)

    def grid(self, wanted: frozenset[int], *, even: bool) -> Grid:
        """Give a grid with some rows, which are read again."""
        kept = self.stream.lines(wanted) if even else self._rows(wanted)
        return grid_of(kept)

    def _rows(self, wanted: frozenset[int]) -> Mapping[int, Sequence[str]]:
        return {
            row: texts
            for block in self.stream.blocks()
            for row, texts in zip(block.lines, block.rows, strict=True)
            if row in wanted
        }


@dataclass(frozen=True, slots=True, eq=False)
class OfSheet:
    """The rows of a sheet that was read."""

    whole: Grid

    @property
    def sheet(self) -> str | None:
        """The name of the sheet."""
        return self.whole.name

    @property
    def separator(self) -> str:
        """A sheet needs none."""
        return ""

    def sample(self) -> Sequence[Sequence[str]]:
        """Give rows of the beginning and of some places further on, the first one first."""
        last = self.whole.last_row
        starts = dict.fromkeys(1 + place * last // _PLACES for place in range(_PLACES))
        rows = {row: None for start in starts for row in range(start, start + _AT_EACH)}
        return [self._row(row) for row in rows if row <= last]

    def last(self) -> Sequence[Sequence[str]]:
        """Give the rows at the end."""
        last = self.whole.last_row
        return [self._row(row) for row in range(max(1, last - _LAST), last + 1)]

    def _row(self, row: int) -> list[str]:
        return [self.whole.text(row, at + 1) for at in range(self.whole.last_column)]

    def slabs(self, cut: Cut) -> Iterator[Slab]:
        """Go through all rows, as columns; blank ones are left out."""
        text, last = self.whole.text, self.whole.last_row
        for start in range(1, last + 1, _ROWS):
            rows: Sequence[int] = range(start, min(start + _ROWS, last + 1))
            columns = [[text(row, at + 1) for row in rows] for at in range(cut.width)]
            filled = list(map(any, zip(*columns, strict=True)))
            if not all(filled):
                kept = [at for at, there in enumerate(filled) if there]
                rows = [rows[at] for at in kept]
                columns = [[column[at] for at in kept] for column in columns]
            if rows:
                yield Slab(rows, columns, cut.width)

    def grid(self, wanted: frozenset[int], *, even: bool) -> Grid:  # noqa: ARG002
        """Give the sheet itself."""
        return self.whole


def grid_of(rows: Mapping[int, Sequence[str]]) -> Grid:
    """Give a grid with some rows of texts, by their numbers."""
    cells = tuple(
        Cell(CellRef(row, column), CellKind.TEXT, text)
        for row, texts in sorted(rows.items())
        for column, text in enumerate(texts, 1)
        if text
    )
    return spread(Sheet(None, cells), text_file=True)
