"""The figures of one unit in one period of a stated list: its indicators as lines of a table."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from statlint.dataclass import dataclass, field, replace
from statlint.grid import Grid
from statlint.table import FoundHead, FoundLine, Label, Part, Table
from statlint.tidy.joined import Joined
from statlint.tidy.listing import Listing
from statlint.tidy.stated import Stated
from statlint.values import CellRange, CellRef


@dataclass(frozen=True, slots=True)
class Spot:
    """All keys but the indicator, by the number of a series, and a period by its place."""

    base: int
    period: int


@dataclass(frozen=True, slots=True)
class Place:
    """The rows of a spot by the keys of their lines."""

    spot: Spot
    rows: dict[str, int] = field(default_factory=dict)


class Places:
    """A stated list, with earlier ones behind it, as tables of its indicators."""

    def __init__(
        self,
        own: Listing,
        stated: Stated,
        earlier: Sequence[Listing] = (),
        join: Joined | None = None,
    ) -> None:
        """See which code is which line."""
        self.sources = (own, *earlier)
        self.join = join
        listing = join.listing if join else own
        self.listing = listing
        self.stated = stated
        self.at = stated.indicator(listing)
        every = stated.table.blocks[0].lines
        self.lines = {0: every[0].key}
        self.stride = 0
        if self.at is not None:
            self.lines = stated.lines(listing.keys[self.at])
            self.stride = listing.strides[self.at]

    def code(self, row: int) -> int:
        """Give the code of the indicator of a row."""
        return 0 if self.at is None else self.listing.keys[self.at].codes[row]

    def base(self, row: int) -> int:
        """Give the number of the series of a row without its indicator."""
        return self.listing.series[row] - self.code(row) * self.stride

    def origin(self, row: int) -> tuple[int, int]:
        """Say in which list a row stands, 0 for the one that is checked, and which it is there."""
        return self.join.origin(row) if self.join else (0, row)

    def rows_in(self, period: int, *, anywhere: bool = False) -> Iterator[tuple[int, int, str]]:
        """Go through the rows of a period: base, row, key of the line; those of the list first."""
        own = len(self.sources[0])
        for row in self.listing.by_period[period]:
            if row >= own and not anywhere:
                break
            line = self.lines.get(self.code(row))
            if line is not None:
                yield self.base(row), row, line

    def at_spots(self, spots: Collection[Spot], *, anywhere: bool = False) -> list[Place]:
        """Gather the rows of some spots, in the order of the list; each stands in a single list."""
        found = {spot: Place(spot) for spot in spots}
        for period in {spot.period for spot in spots}:
            for base, row, line in self.rows_in(period, anywhere=anywhere):
                place = found.get(Spot(base, period))
                if place is None:
                    continue
                first = next(iter(place.rows.values()), row)
                if self.origin(first)[0] == self.origin(row)[0]:
                    place.rows.setdefault(line, row)
        return sorted(
            (one for one in found.values() if one.rows), key=lambda one: min(one.rows.values())
        )

    def before(self, period: int, *, year: bool) -> int | None:
        """Give the place of the period before of the same kind, or of that of the year before."""
        moments = self.listing.moments
        moment = moments[period]
        step = {"": 1, "H": 2, "Q": 4, "M": 12}.get(moment.kind, 0) if year else 1
        wanted = replace(moment, number=moment.number - step)
        return moments.index(wanted) if step and wanted in moments else None

    def table(self, place: Place, key: str, grid: Grid) -> Table:
        """Make the table of a place, its plan that of the form."""
        listing, plan = self.listing, self.stated.table
        block = plan.blocks[0]
        lines = tuple(
            self._line(one.key, place.rows[one.key]) for one in block.lines if one.key in place.rows
        )
        heads = tuple(self._head(figures, place) for figures in range(len(listing.figures)))
        numbers = sorted(line.position for line in lines)
        last = max(head.position for head in heads)
        around = CellRange(CellRef(numbers[0], 1), CellRef(numbers[-1], last))
        named = replace(plan, key=key)
        return Table(named, (Part(grid, block, around, lines, heads),))

    def _line(self, key: str, row: int) -> FoundLine:
        listing = self.listing
        line = next(one for one in self.stated.table.blocks[0].lines if one.key == key)
        at = self.at or 0
        which, there = self.origin(row)
        source = self.sources[which]
        number = source.lines.row(there)
        label = line.label.zh
        if self.at is not None:
            label = listing.label(at, listing.keys[at].codes[row])
        column = source.column(listing.keys[at].head) or listing.keys[at]
        cell = CellRef(number, column.place + 1)
        return FoundLine(line, Label(label, source.sheet, cell), number)

    def _head(self, figures: int, place: Place) -> FoundHead:
        """Name a column of figures by the period and the keys of a place."""
        listing = self.listing
        head = self.stated.head_at(listing, figures)
        row = next(iter(place.rows.values()))
        codes = listing.codes_of(listing.series[row])
        words = [str(listing.moments[place.spot.period])]
        words += [listing.label(at, code) for at, code in enumerate(codes) if at != self.at]
        if len(listing.figures) > 1:
            words.append(listing.figures[figures].head)
        source = self.sources[self.origin(row)[0]]
        known = {self.stated.head_at(source, at).key: one for at, one in enumerate(source.figures)}
        at = known.get(head.key, listing.figures[figures]).place + 1
        cell = CellRef(source.shape.first, at)
        return FoundHead(head, Label(" · ".join(words), source.sheet, cell), at)


def rows_of(places: Sequence[Place]) -> list[int]:
    """Give the rows of some places."""
    return [row for place in places for row in place.rows.values()]
