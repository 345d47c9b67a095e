"""From the rows of a long table to what is odd in it, and to the lines whose edits may fail."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.bulk.equations import Equation
from statlint.bulk.excerpt import Excerpt
from statlint.bulk.look import Looked, look_at
from statlint.bulk.repeats import Repeats, repeats_of
from statlint.bulk.source import Source
from statlint.bulk.told import Cells, cells_of, edits_of, filled_form, odd_table, rows_told
from statlint.bulk.totals import Sums, sums_of
from statlint.dataclass import dataclass
from statlint.table import FilledForm
from statlint.tidy import TidyTable

_MOST = 200
"""Lines of which failing edits are told."""


@dataclass(frozen=True, slots=True, eq=False)
class LongTable:
    """A table of very many lines that was gone through.

    `filled` holds the lines on which an edit may fail.
    """

    looked: Looked
    repeats: Repeats
    cells: Cells
    odd: TidyTable
    filled: FilledForm | None
    sums: tuple[Sums, ...]
    lines: frozenset[int]
    """The rows on which edits are confronted."""

    @property
    def title(self) -> str:
        """What is printed over it; empty where nothing is."""
        printed = self.looked.excerpt.layout.title
        return printed.text if printed else ""

    @property
    def equations(self) -> Iterator[Equation]:
        """Go through the edits that were held against all lines."""
        yield from self.looked.equations

    def untold(self, equation: Equation) -> int:
        """Count the lines on which an edit may fail that are not confronted."""
        if not equation.is_meant:
            return 0
        return equation.failed - len(self.lines.intersection(equation.suspects))


def find(source: Source, excerpt: Excerpt) -> LongTable:
    """Go through a long table; raises csv.Error or UnicodeError where it cannot be read."""
    looked = look_at(source, excerpt)
    repeats = repeats_of(source, looked)
    suspects = {row for one in looked.equations if one.is_meant for row in one.suspects}
    lines = sorted(suspects)[:_MOST]
    sums = tuple(sums_of(looked))
    cells = cells_of(source, looked, rows_told(looked, repeats, sums))
    return LongTable(
        looked,
        repeats,
        cells,
        odd_table(cells, repeats),
        filled_form(cells, lines, edits_of(looked)),
        sums,
        frozenset(lines),
    )
