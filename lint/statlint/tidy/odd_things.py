"""What is odd in a list, by the numbers of its rows: before the rows are read again."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain, islice

from statlint.dataclass import dataclass, replace
from statlint.tidy.asked import Unasked, asked_periods, unasked_codes
from statlint.tidy.gaps import Missing, gaps_of, masks_of, stated_gaps
from statlint.tidy.holes import Apart, holes_of
from statlint.tidy.jumps import Jump, jumps_of
from statlint.tidy.listing import Attribute, Listing
from statlint.tidy.odd import Strange, StrangeCode, filling_codes, strange_codes, strange_figures
from statlint.tidy.repeats import Twice
from statlint.tidy.stated import Stated
from statlint.values import Thresholds

MOST = 1000
"""Places of one kind that are told; a list with more of them is odd in another way."""
_RARE = 0.05
_MOST_SERIES = 6_000_000


@dataclass(frozen=True, slots=True)
class Said:
    """Another label or unit than a code usually has: its first row, and how many rows say so."""

    attribute: Attribute
    code: int
    said: int
    row: int
    count: int
    others: int


@dataclass(frozen=True, slots=True, eq=False)
class Oddities:
    """What is odd; `before` is the row of the period before each that is missing."""

    twice: tuple[Twice, ...]
    missing: tuple[tuple[Missing, int], ...]
    apart: tuple[tuple[Apart, int], ...]
    said: tuple[Said, ...]
    strange: tuple[tuple[int, Strange], ...]
    codes: tuple[StrangeCode, ...]
    texts: tuple[tuple[int, int], ...]
    """Figure column and row of each text that is no figure."""
    jumps: tuple[tuple[int, Jump], ...] = ()
    unasked: tuple[Unasked, ...] = ()
    is_asked: bool = False
    """Whether a form says which periods there must be."""

    def rows(self) -> Iterator[int]:
        """Go through the rows that matter."""
        for one in self.twice:
            yield from (one.first, one.again)
        for _, row in (*self.missing, *self.apart, *self.texts):
            yield row
        yield from (one.row for one in self.said)
        yield from (one.row for one in self.codes)
        yield from (one.row for _, one in self.strange)
        yield from (one.row for one in self.unasked if one.row is not None)
        for _, jump in self.jumps:
            yield from (jump.row, *jump.beside)

    def without_jumps_in(self, rows: Collection[int]) -> Oddities:
        """Leave out the jumps of figures in sums that do not hold: these tell them."""
        kept = tuple((at, jump) for at, jump in self.jumps if jump.row not in rows)
        return replace(self, jumps=kept)


def oddities_of(
    listing: Listing, twice: Collection[Twice], stated: Stated | None = None
) -> Oddities:
    """Find all that is odd but for sums; what the form says goes before what figures show."""
    masks = masks_of(listing)
    due = asked_periods(listing, stated) if stated else None
    gaps = gaps_of(listing, masks) if due is None else stated_gaps(listing, masks, due)
    missing = list(islice(gaps, MOST))
    before = {one: (one.series, _before(masks[one.series], one.period)) for one in missing}
    rows = listing.rows_at(before.values())
    codes = [key.codes for key in listing.keys]
    return Oddities(
        tuple(islice(twice, MOST)),
        tuple((one, rows[before[one]]) for one in missing),
        tuple(
            (one, codes[one.keys[0]].index(one.codes[0]))
            for one in islice(holes_of(listing, masks), MOST)
        ),
        tuple(islice(_said(listing), MOST)),
        tuple(
            (at, one)
            for at, figures in enumerate(listing.figures)
            # What a form says of figures, rules on its facts tell.
            if stated is None
            for one in islice(strange_figures(listing, figures), MOST)
        ),
        tuple(islice(chain(strange_codes(listing), filling_codes(listing, missing)), MOST)),
        tuple(
            (at, row)
            for at, figures in enumerate(listing.figures)
            for row in islice(figures.odd, MOST)
        ),
        tuple(
            (at, one)
            for at, figures in enumerate(listing.figures)
            for one in islice(jumps_of(listing, figures, Thresholds()), MOST)
        ),
        tuple(unasked_codes(listing, stated)) if stated else (),
        is_asked=due is not None,
    )


def _before(mask: int, period: int) -> int:
    """Give the last period that a series has before one that it lacks, else the first after it."""
    before = mask & ((1 << period) - 1)
    return before.bit_length() - 1 if before else (mask & -mask).bit_length() - 1


def _said(listing: Listing) -> Iterator[Said]:
    """Go through the labels and units that few rows of a code have."""
    for one in listing.attributes:
        counts: dict[int, int] = {}
        if not one.odd:
            continue
        key = listing.keys[one.key].codes if one.key is not None else None
        for code, _ in one.odd:
            counts[code] = key.count(code) if key is not None else len(listing)
        for (code, said), (row, count) in one.odd.items():
            others = counts[code] - count
            if count <= max(1, _RARE * others) and others > 1 and one.column.texts[said]:
                yield Said(one, code, said, row, count, others)
