"""Figures of a stated list outside what the form says of them, as a table of the rows they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isnan

from statlint.dataclass import dataclass
from statlint.form import (
    Arrangement,
    BlankMeans,
    Block,
    Head,
    Line,
    Measure,
    TableForm,
    ValueKind,
)
from statlint.grid import Grid
from statlint.table import FoundHead, FoundLine, Label, Part, Table
from statlint.tidy.listing import NO_PERIOD, Listing
from statlint.tidy.stated import Stated
from statlint.values import CellRange, CellRef, Text

MOST = 1000
"""Rows of one column of figures that are told."""
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Outside:
    """Rows of one column of figures that may not be as the form says; rules tell whether so."""

    figures: int
    rows: tuple[int, ...]


def outside_of(listing: Listing, stated: Stated) -> Iterator[Outside]:
    """Find figures with a sign, decimals or a size that the form does not allow, and blanks."""
    at = stated.indicator(listing)
    codes = listing.keys[at].codes if at is not None else [0] * len(listing)
    lines = stated.lines(listing.keys[at]) if at is not None else {}
    for number, figures in enumerate(listing.figures):
        head = stated.head_at(listing, number)
        size = len(listing.keys[at]) if at is not None else 1
        strict = [_Bounds(stated.measure(lines.get(code), head), stated) for code in range(size)]
        rows = [
            row
            for row, (code, value, decimals) in enumerate(
                zip(codes, figures.values, figures.decimals, strict=True)
            )
            if strict[code].leaves(value, decimals) and row not in figures.odd
        ]
        if rows:
            yield Outside(number, tuple(rows[:MOST]))


class _Bounds:
    """What a measure allows, in binary: no figure outside is taken for one inside."""

    def __init__(self, measure: Measure, stated: Stated) -> None:
        """Take the bounds of a measure."""
        self.low = 0.0 if not measure.kind.signed else float("-inf")
        if measure.minimum is not None:
            self.low = max(self.low, float(measure.minimum))
        self.high = float("inf") if measure.maximum is None else float(measure.maximum)
        if measure.kind is ValueKind.SHARE and measure.maximum is None:
            self.high = float(_PERCENT)
        self.whole = measure.kind.whole
        self.filled = measure.required and stated.form.blank is BlankMeans.MISSING

    def leaves(self, value: float, decimals: int) -> bool:
        """Tell whether a figure may be outside."""
        if isnan(value):
            return self.filled
        return value < self.low or value > self.high or (decimals > 0 and self.whole)


def outside_table(listing: Listing, stated: Stated, outside: Outside, grid: Grid) -> Table:
    """Make a table of such rows, each with the measure that it is to have."""
    figures = listing.figures[outside.figures]
    head = stated.head_at(listing, outside.figures)
    at = stated.indicator(listing)
    known = stated.lines(listing.keys[at]) if at is not None else {}
    lines = []
    for row in outside.rows:
        code = listing.keys[at].codes[row] if at is not None else 0
        lines.append(_line(listing, row, stated.measure(known.get(code), head)))
    key = f"domain_{outside.figures + 1}"
    found = _head(listing, head, figures.place)
    block = Block(key, tuple(line.line for line in lines), (found.head,))
    plan = TableForm(
        key, stated.table.title, (block,), stated.table.measure, arrangement=Arrangement.TIDY
    )
    return Table(plan, (Part(grid, block, _around(lines, figures.place), tuple(lines), (found,)),))


def _line(listing: Listing, row: int, measure: Measure) -> FoundLine:
    period = listing.periods[row]
    when = [str(listing.moments[period])] if period != NO_PERIOD else []
    label = " · ".join([listing.name(listing.series[row]), *when])
    number = listing.lines.row(row)
    cell = CellRef(number, listing.keys[0].place + 1)
    line = Line(f"r{row}", Text(label, label), measure=measure)
    return FoundLine(line, Label(label, listing.sheet, cell), number)


def _head(listing: Listing, head: Head, place: int) -> FoundHead:
    cell = CellRef(listing.shape.first, place + 1)
    return FoundHead(head, Label(head.label.zh, listing.sheet, cell), place + 1)


def _around(lines: Sequence[FoundLine], place: int) -> CellRange:
    return CellRange(CellRef(lines[0].position, 1), CellRef(lines[-1].position, place + 1))
