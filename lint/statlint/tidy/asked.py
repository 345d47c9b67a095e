"""Codes and periods that a form asks for, and those that it does not know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from statlint.dataclass import dataclass
from statlint.tidy.listing import Listing
from statlint.tidy.periods import Moment, read_moment
from statlint.tidy.shape import Part
from statlint.tidy.stated import Stated
from statlint.values import plain


@dataclass(frozen=True, slots=True)
class Unasked:
    """A code or period that the form does not know, or (`row` is None) that it asks for in vain.

    `place` is the column; `row` the first row that has it, `count` how many have.
    """

    place: int
    text: str
    row: int | None = None
    count: int = 0


def _asked_moments(stated: Stated) -> list[Moment]:
    found = (read_moment(text) for text in stated.columns.periods)
    return [moment for moment in found if moment is not None]


def asked_periods(listing: Listing, stated: Stated) -> list[int] | None:
    """Give the periods of a list that the form asks for; None where it leaves them open."""
    asked = set(_asked_moments(stated))
    if not asked:
        return None
    return [at for at, moment in enumerate(listing.moments) if moment in asked]


def unasked_codes(listing: Listing, stated: Stated) -> Iterator[Unasked]:
    """Go through codes and periods that the form does not know, and those that it asks for."""
    for column in listing.keys:
        key = stated.key(column)
        if key is not None and key.codes:
            yield from _codes(column.place, column.texts, column.codes, key.codes)
    indicator = stated.indicator(listing)
    if indicator is not None:
        column = listing.keys[indicator]
        known = stated.lines(column)
        rest = [text for code, text in enumerate(column.texts) if code not in known]
        counts = Counter(column.codes) if rest else Counter()
        for code, text in enumerate(column.texts):
            if code not in known and text:
                yield Unasked(column.place, text, column.codes.index(code), counts[code])
        found = set(known.values())
        for line in stated.table.lines():
            if line.key not in found:
                yield Unasked(column.place, line.label.zh)
    yield from _periods(listing, stated)


def _codes(
    place: int, texts: Sequence[str], codes: Sequence[int], asked: Sequence[str]
) -> Iterator[Unasked]:
    wanted = {plain(code).strip() for code in asked}
    there = {plain(text).strip() for text in texts}
    counts: Counter[int] | None = None
    for code, text in enumerate(texts):
        if text and plain(text).strip() not in wanted:
            counts = counts or Counter(codes)
            yield Unasked(place, text, codes.index(code), counts[code])
    for code_asked in asked:
        if plain(code_asked).strip() not in there:
            yield Unasked(place, code_asked)


def _periods(listing: Listing, stated: Stated) -> Iterator[Unasked]:
    asked = dict.fromkeys(_asked_moments(stated))
    place = listing.shape.places(Part.PERIOD)[0]
    for at, moment in enumerate(listing.moments) if asked else ():
        if moment not in asked:
            rows = listing.by_period[at]
            yield Unasked(place, str(moment), rows[0], len(rows))
    for moment in asked:
        if moment not in listing.moments:
            yield Unasked(place, str(moment))
