"""From what is odd beside earlier lists to cells that a report can point at, in either file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.dataclass import replace
from statlint.formula import Spot
from statlint.tidy.jumps import Jump
from statlint.tidy.model import Beside, Gone, OddJump, Revision, TidyTable
from statlint.tidy.seam import MOST, Lost, Revised, Seam
from statlint.tidy.told import Cells

_MOST_REVISED, _SOME_REVISED = 0.05, 20
"""Share of the figures in both lists, and number beside it, up to which each is told."""


def with_earlier(table: TidyTable, seam: Seam, cells: Sequence[Cells]) -> TidyTable:
    """Add what is odd beside earlier lists; `cells` are those of the list, then of the others."""
    if seam.join is None:
        return table
    telling = _Telling(seam, cells)
    revised = len(seam.revised) <= max(_SOME_REVISED, _MOST_REVISED * seam.compared)
    return replace(
        table,
        jumps=(*table.jumps, *(telling.jump(at, one) for at, one in seam.jumps[:MOST])),
        beside=Beside(
            tuple(telling.revisions(seam.revised[: MOST if revised else 1])),
            len(seam.revised),
            seam.compared,
            tuple(telling.gone(seam.lost[: MOST if seam.is_each_told else 1])),
            sum(one.count for one in seam.lost),
            seam.due,
        ),
    )


class _Telling:
    """Finds the cells of the rows of a join."""

    def __init__(self, seam: Seam, cells: Sequence[Cells]) -> None:
        """Take a join and the cells of its lists."""
        self.seam = seam
        self.cells = cells

    def spot(self, row: int, figures: int) -> Spot:
        """Give the cell of a figure of a row of the join."""
        which, own = self.seam.join.origin(row) if self.seam.join else (0, row)
        cells = self.cells[which]
        column = cells.listing.figures[min(figures, len(cells.listing.figures) - 1)]
        return cells.spot(own, column.place)

    def revisions(self, revised: Sequence[Revised]) -> Iterator[Revision]:
        """Say where revised figures stand."""
        for one in revised:
            yield Revision(self.spot(one.row, one.figures), self.spot(one.then, one.figures))

    def gone(self, lost: Sequence[Lost]) -> Iterator[Gone]:
        """Say what is lost, and where it stood last."""
        for one in lost:
            spot = self.spot(one.row, 0)
            yield Gone(
                spot,
                self._name(one, one.row),
                one.count,
                self._when(one),
                "" if one.new is None else self._name(one, one.new),
                None if one.new is None else self.spot(one.new, 0),
            )

    def _name(self, one: Lost, at: int) -> str:
        if self.seam.join is None:
            return ""
        which, row = self.seam.join.origin(at)
        listing = self.cells[which].listing
        if one.key is None:
            return listing.name(listing.series[row])
        column = self.seam.join.listing.keys[one.key]
        return column.texts[column.codes[at]]

    def _when(self, one: Lost) -> str:
        if self.seam.join is None or one.period is None:
            return ""
        return str(self.seam.join.listing.moments[one.period])

    def jump(self, figures: int, one: Jump) -> OddJump:
        """Say where a figure stands that jumps, and those beside it."""
        beside = tuple(self.spot(row, figures) for row in one.beside)
        return OddJump(self.spot(one.row, figures), beside, one.usual, one.power)
