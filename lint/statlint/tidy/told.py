"""From oddities by the numbers of rows to cells that a report can point at."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.dataclass import dataclass
from statlint.formula import Spot
from statlint.grid import Grid
from statlint.tidy.asked import Unasked
from statlint.tidy.gaps import Missing
from statlint.tidy.holes import Apart
from statlint.tidy.jumps import Jump
from statlint.tidy.listing import Listing
from statlint.tidy.model import (
    Absent,
    Hole,
    Lapse,
    OddCode,
    OddFigure,
    OddJump,
    OddText,
    OtherWord,
    Repeat,
    TidyTable,
    Unlisted,
)
from statlint.tidy.odd import Strange, StrangeCode
from statlint.tidy.odd_things import MOST, Oddities, Said
from statlint.tidy.shape import Part
from statlint.values import CellRef


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """The cells of a list: what they hold, and what their rows and columns are called."""

    listing: Listing
    grid: Grid
    path: str | None = None
    """Where it is another file than the one that is checked."""

    def spot(self, row: int, place: int) -> Spot:
        """Give a cell by the number of its row in the list and the place of its column."""
        number = self.listing.lines.row(row)
        return Spot(
            self.grid.text(number, place + 1),
            self.listing.sheet,
            CellRef(number, place + 1),
            self.line(row),
            self.listing.shape.heads[place],
            self.path,
        )

    def line(self, row: int) -> str:
        """Name a row by its keys and its period."""
        period = self.listing.periods[row]
        when = [str(self.listing.moments[period])] if period >= 0 else []
        return " · ".join([self.listing.name(self.listing.series[row]), *when])

    def figure(self, row: int) -> Spot:
        """Give the cell with the (first) figure of a row."""
        return self.spot(row, self.listing.figures[0].place)

    @property
    def period_place(self) -> int:
        """The place of the column of periods."""
        return self.listing.shape.places(Part.PERIOD)[0]


def tidy_table(cells: Cells, odd: Oddities) -> TidyTable:
    """Say where each oddity stands."""
    listing = cells.listing
    return TidyTable(
        listing.sheet,
        listing.range,
        len(listing),
        repeats=tuple(
            Repeat(cells.figure(one.again), cells.figure(one.first), one.alike) for one in odd.twice
        ),
        lapses=tuple(_lapse(cells, one, row, is_asked=odd.is_asked) for one, row in odd.missing),
        holes=tuple(_hole(cells, one, row) for one, row in odd.apart),
        labels=tuple(_word(cells, one) for one in odd.said if not one.attribute.is_unit),
        units=tuple(_word(cells, one) for one in odd.said if one.attribute.is_unit),
        texts=tuple(_text(cells, at, row) for at, row in odd.texts),
        undated=tuple(_undated(cells)),
        figures=tuple(_figure(cells, at, one) for at, one in odd.strange),
        codes=tuple(_code(cells, one) for one in odd.codes),
        jumps=tuple(_jump(cells, at, one) for at, one in odd.jumps),
        unlisted=tuple(_unlisted(cells, one) for one in odd.unasked if one.row is not None),
        absent=tuple(
            Absent(listing.shape.heads[one.place], one.text)
            for one in odd.unasked
            if one.row is None
        ),
    )


def _unlisted(cells: Cells, one: Unasked) -> Unlisted:
    return Unlisted(cells.spot(one.row or 0, one.place), one.count)


def _lapse(cells: Cells, one: Missing, row: int, *, is_asked: bool) -> Lapse:
    listing = cells.listing
    name = listing.name(one.series)
    if one.key is not None:
        name = listing.label(one.key, listing.codes_of(one.series)[one.key])
    kind = listing.moments[one.period].kind
    ends = [at for at, moment in enumerate(listing.moments) if moment.kind == kind]
    return Lapse(
        cells.spot(row, cells.period_place),
        name,
        str(listing.moments[one.period]),
        one.count,
        last=one.period == ends[-1],
        first=one.period == ends[0],
        is_asked=is_asked,
    )


def _hole(cells: Cells, one: Apart, row: int) -> Hole:
    first, second = one.keys
    listing = cells.listing
    return Hole(
        cells.spot(row, listing.keys[first].place),
        listing.label(first, one.codes[0]),
        listing.label(second, one.codes[1]),
        int(one.share * 100),
    )


def _word(cells: Cells, one: Said) -> OtherWord:
    texts, key = one.attribute.column.texts, one.attribute.key
    return OtherWord(
        cells.spot(one.row, one.attribute.column.place),
        "" if key is None else cells.listing.keys[key].texts[one.code],
        texts[one.attribute.of[one.code]],
        one.count,
        one.others,
    )


def _text(cells: Cells, at: int, row: int) -> OddText:
    figures = cells.listing.figures[at]
    return OddText(
        cells.spot(row, figures.place),
        figures.odd[row],
        len(figures.values) - len(figures.odd),
    )


def _undated(cells: Cells) -> Iterator[OddText]:
    listing = cells.listing
    others = len(listing) - len(listing.undated)
    for row in listing.undated[:MOST]:
        yield OddText(cells.spot(row, cells.period_place), None, others)


def _figure(cells: Cells, at: int, one: Strange) -> OddFigure:
    listing = cells.listing
    what = listing.figures[at].head
    if one.what is not None:
        what = listing.label(one.what, listing.keys[one.what].codes[one.row])
    return OddFigure(cells.spot(one.row, listing.figures[at].place), one.kind, what, one.others)


def _jump(cells: Cells, at: int, one: Jump) -> OddJump:
    place = cells.listing.figures[at].place
    beside = tuple(cells.spot(row, place) for row in one.beside)
    return OddJump(cells.spot(one.row, place), beside, one.usual, one.power)


def _code(cells: Cells, one: StrangeCode) -> OddCode:
    place = cells.listing.keys[one.key].place
    return OddCode(cells.spot(one.row, place), one.usual, one.alike, one.count, one.fills)
