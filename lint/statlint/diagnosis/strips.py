"""A table cut into strips, one for each line or one for each head, and blocks of them."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.dataclass import dataclass
from statlint.diagnosis.net import Net, Way

_MOST_RUNS = 4
"""Runs that come to a sum; more tell nothing."""


@dataclass(frozen=True, slots=True)
class Strips:
    """The strips of a table: `way` is LINE where each is a line, HEAD where each is a head.

    Strips are numbered, and so are the places within them: a block is some places in some strips
    side by side.
    """

    net: Net
    table: int
    way: Way

    def cell(self, strip: int, place: int) -> int | None:
        """Give the cell at a place of a strip, if there is one."""
        if self.way is Way.LINE:
            return self.net.at.get((self.table, strip, place))
        return self.net.at.get((self.table, place, strip))

    def cells(self, strip: int, places: Sequence[int]) -> list[int] | None:
        """Give the cells at some places of a strip; None where one is not there."""
        found = []
        for place in places:
            cell = self.cell(strip, place)
            if cell is None:
                return None
            found.append(cell)
        return found

    def where(self, cell: int) -> tuple[int, int]:
        """Give the strip of a cell and its place within it."""
        one = self.net.cell(cell)
        return (one.line, one.head) if self.way is Way.LINE else (one.head, one.line)

    def whole(self, strip: int) -> tuple[int, ...]:
        """Give the cells of a strip, in order."""
        one = self.net.line if self.way is Way.LINE else self.net.head
        return one(self.table, strip)

    def across(self, cell: int) -> tuple[int, ...]:
        """Give the cells in the place of a cell in all strips, in order."""
        one = self.net.head if self.way is Way.LINE else self.net.line
        return one(self.table, self.where(cell)[1])


def strips_of(net: Net, equation: int, *, across: bool = False) -> Strips | None:
    """Cut the table of an equation so that it runs along a strip, or across them."""
    way = net.way(equation)
    terms = net.system.equations[equation].terms
    if way is Way.NEITHER or not terms:
        return None
    other = Way.HEAD if way is Way.LINE else Way.LINE
    return Strips(net, net.cell(terms[0][0]).table, other if across else way)


def runs_adding_to(steps: Sequence[int | None], sought: int) -> list[tuple[int, int]]:
    """Give the first and last place of each run that adds to a sum, not 0 at its ends.

    None ends a run. Nothing where there are many.
    """
    found: list[tuple[int, int]] = []
    sums: dict[int, list[int]] = {}
    total = 0
    for place, step in enumerate(steps):
        if step is None:
            sums, total = {}, 0
        elif step:
            sums.setdefault(total, []).append(place)
            total += step
            found += [(start, place) for start in sums.get(total - sought, ())]
    return found if len(found) <= _MOST_RUNS else []
