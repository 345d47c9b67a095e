"""From the rows of a long list to what is odd in it, and to the sums that do not hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statlint.dataclass import dataclass
from statlint.grid import Grid, spread
from statlint.table import FilledForm
from statlint.tidy.confronted import filled_form, groups_of
from statlint.tidy.joined import Joined
from statlint.tidy.listing import Listing
from statlint.tidy.model import TidyTable
from statlint.tidy.odd_things import oddities_of
from statlint.tidy.read import read_listing
from statlint.tidy.repeats import Twice, repeats_of
from statlint.tidy.rows import Rows, SheetRows, chosen_rows
from statlint.tidy.seam import Seam, seam_of
from statlint.tidy.shape import Shape
from statlint.tidy.stated import Stated
from statlint.tidy.sums import sums_of
from statlint.tidy.told import Cells, tidy_table
from statlint.tidy.told_beside import with_earlier
from statlint.tidy.told_once import told_once
from statlint.values import CellRange, CellRef
from statlint.workbook import Cell, CellKind, Sheet

_AROUND = 2
"""Rows above and below a cell that a report shows."""


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """A long list that was read, before it is looked at: kept as well for what comes after it."""

    path: str
    rows: Rows
    listing: Listing
    twice: tuple[Twice, ...] = ()
    stated: Stated | None = None
    """What a form says of it."""

    @property
    def sheet(self) -> str | None:
        """The sheet it stands on."""
        return self.listing.sheet

    @property
    def alone(self) -> bool:
        """Whether it is a list of single figures: nothing else is to be looked for in it."""
        return self.listing.shape.alone

    @property
    def range(self) -> CellRange:
        """Where it stands."""
        return self.listing.range


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What there is to say of a long list.

    `filled` holds the sums that do not hold with all that bears on them, in the rows of `grid`;
    `passed` counts the other sums, which hold, `undecided` those with a blank, `untold` those that
    do not hold beyond the first thousand.
    """

    table: TidyTable
    grid: Grid
    filled: FilledForm | None
    passed: int
    undecided: int
    untold: int = 0
    beside: tuple[str, ...] = ()
    """The paths of the earlier lists that it was held against."""
    strange: tuple[str, ...] = ()
    """The paths of earlier lists of which it has hardly any keys, or other columns."""
    listed: Listed | None = None
    """The list as it was read."""
    earlier: tuple[Listed, ...] = ()
    join: Joined | None = None
    """The list with those of the earlier ones behind it that are like it."""


def read_list(
    rows: Rows, shape: Shape, path: str = "", stated: Stated | None = None
) -> Listed | None:
    """Read a long list; None where the whole of it is none after all."""
    listing = read_listing(rows, shape)
    twice = repeats_of(listing) if listing is not None else None
    if listing is None or twice is None:
        return None
    return Listed(path, rows, listing, tuple(twice), stated)


def find_oddities(listed: Listed, earlier: Sequence[Listed] = ()) -> Found:
    """Look at a long list as a whole, and beside earlier ones of the same columns."""
    rows, listing, twice, stated = listed.rows, listed.listing, listed.twice, listed.stated
    odd = oddities_of(listing, twice, stated)
    told = {(listing.series[one.again], listing.periods[one.again]) for one in twice}
    told |= {(one.series, one.period) for one, _ in odd.missing}
    sums = sums_of(listing, told, stated)
    groups, placed = groups_of(listing, sums)
    spoilt = {row for one in groups for row in one.rows}
    odd = odd.without_jumps_in(spoilt)
    seam = seam_of(listing, [one.listing for one in earlier]).without_jumps_in(
        {*spoilt, *(one.row for _, one in odd.jumps)}
    )
    odd, seam = told_once(odd, seam, listing)
    grid = _grid(rows, listing, [*odd.rows(), *spoilt, *seam.rows_of(0)])
    return Found(
        with_earlier(
            tidy_table(Cells(listing, grid), odd), seam, _behind(listing, grid, seam, earlier)
        ),
        grid,
        filled_form(listing, groups, placed, grid, stated) if groups else None,
        max(0, sums.passed - sum(len(one.sums) - one.wrong for one in groups)),
        sums.undecided,
        sums.untold,
        tuple(earlier[at].path for at in seam.used),
        tuple(one.path for at, one in enumerate(earlier) if at not in seam.used),
        listed,
        tuple(earlier),
        seam.join,
    )


def _behind(
    listing: Listing, grid: Grid, seam: Seam, earlier: Sequence[Listed]
) -> tuple[Cells, ...]:
    """Read the rows that matter of a list, and of the earlier ones, each with its path."""
    found = [Cells(listing, grid)]
    for at, one in enumerate(earlier):
        wanted = seam.rows_of(at + 1)
        cells = Cells(one.listing, _grid(one.rows, one.listing, wanted), one.path)
        found.append(cells)
    return tuple(found)


def grid_of(listed: Listed, wanted: Iterable[int]) -> Grid:
    """Give a grid with some rows of a list, those around them and the boxhead."""
    return _grid(listed.rows, listed.listing, wanted)


def _grid(rows: Rows, listing: Listing, wanted: Iterable[int]) -> Grid:
    """Give a grid with the rows that matter, those around them and the boxhead."""
    if isinstance(rows, SheetRows):
        return rows.grid
    numbers = {listing.lines.row(row) for row in wanted}
    numbers.update(listing.misfits, map(listing.lines.row, listing.undated))
    near = {number + step for number in numbers for step in range(-_AROUND, _AROUND + 1)}
    wanted = frozenset(near | {listing.shape.first} if numbers else ())
    kept = chosen_rows(rows, wanted, are_lines=len(listing.lines) == 1) if wanted else {}
    cells = tuple(
        Cell(CellRef(number, column), CellKind.TEXT, text)
        for number, texts in sorted(kept.items())
        for column, text in enumerate(texts, 1)
        if text
    )
    return spread(Sheet(rows.sheet, cells), text_file=True)
