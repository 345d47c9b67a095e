"""One long list with earlier ones of the same columns behind it, joined by heads and codes."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from statlint.dataclass import dataclass, replace
from statlint.tidy.columns import Coded, Codes, Figures
from statlint.tidy.listing import NO_PERIOD, Attribute, Listing
from statlint.values import plain

_ALIKE = 0.5
"""Share of the keys of an earlier list, or of the own, that must be in both."""


@dataclass(frozen=True, slots=True, eq=False)
class Joined:
    """Rows of several lists as those of one: first those of a list, then those of earlier ones.

    `starts` are the first rows of each earlier list, `used` says which of them these are.
    """

    listing: Listing
    own: int
    starts: tuple[int, ...]
    used: tuple[int, ...]

    def origin(self, row: int) -> tuple[int, int]:
        """Say whose a row is (0 the list's own, else an earlier one, from 1), and which there."""
        if row < self.own:
            return 0, row
        at = bisect_right(self.starts, row) - 1
        return self.used[at] + 1, row - self.starts[at]


def joined(own: Listing, earlier: Sequence[Listing]) -> Joined | None:
    """Join a list with the earlier ones that have its columns and keys; None where there are none.

    The later lists go before the earlier ones.
    """
    order = sorted(range(len(earlier)), key=lambda at: max(earlier[at].moments), reverse=True)
    fitting = [at for at in order if _columns(own, earlier[at]) is not None]
    used = [at for at in fitting if _has_keys(own, earlier[at])]
    if not used:
        return None
    others = [earlier[at] for at in used]
    heads = _columns(own, others[0]) or ()
    same = [at for at, one in enumerate(others) if _columns(own, one) == heads]
    used, others = [used[at] for at in same], [others[at] for at in same]
    starts, count = [], len(own)
    for one in others:
        starts.append(count)
        count += len(one)
    return Joined(_listing(own, others, heads), len(own), tuple(starts), tuple(used))


def _columns(own: Listing, other: Listing) -> tuple[str, ...] | None:
    """Give the heads of the columns that are keys in either of two lists; None where one lacks."""
    heads = tuple(dict.fromkeys(key.head for one in (own, other) for key in one.keys))
    both = all(_column(own, head) and _column(other, head) for head in heads)
    return heads if both and _figures(own, other) else None


def _column(listing: Listing, head: str) -> Coded | None:
    own = listing.column(head)
    if own is not None:
        return own
    told = _told(head)
    return next((one for one in listing.columns if _told(one.head) == told), None)


def _told(head: str) -> str:
    return "".join(plain(head).split()).casefold()


def _figures(own: Listing, other: Listing) -> list[int]:
    """Give for each column of figures that of the other list; nothing where they differ."""
    if len(own.figures) == len(other.figures) == 1:
        return [0]
    places = {_told(one.head): at for at, one in enumerate(other.figures)}
    found = [places.get(_told(one.head), -1) for one in own.figures]
    return found if all(at >= 0 for at in found) else []


def _has_keys(own: Listing, other: Listing) -> bool:
    """Tell whether most codes are in both lists, in each column of keys."""
    for head in _columns(own, other) or ():
        first, second = _column(own, head), _column(other, head)
        if first is None or second is None:
            return False
        both = len(set(first.texts) & set(second.texts))
        if both < _ALIKE * min(len(first), len(second)) or not both:
            return False
    return True


def _listing(own: Listing, others: Sequence[Listing], heads: Sequence[str]) -> Listing:
    every = (own, *others)
    moments = tuple(sorted({moment for one in every for moment in one.moments}))
    order = {moment: at for at, moment in enumerate(moments)}
    periods = array("i")
    for one in every:
        places = [*(order[moment] for moment in one.moments), NO_PERIOD]
        periods.extend(map(places.__getitem__, one.periods))
    keys = tuple(_joined_column(every, head) for head in heads)
    return Listing(
        own.shape,
        own.sheet,
        own.lines,
        keys,
        tuple(_labels(own, keys)),
        moments,
        periods,
        tuple(_joined_figures(own, others, at) for at in range(len(own.figures))),
    )


def _joined_column(every: Sequence[Listing], head: str) -> Coded:
    texts = Codes()
    codes = array("i")
    first = None
    for one in every:
        column = _column(one, head)
        if column is not None:
            first = first or column
            numbers = [texts[text] for text in column.texts]
            codes.extend(map(numbers.__getitem__, column.codes))
    return Coded(head, first.place if first else 0, codes, list(texts))


def _labels(own: Listing, keys: Sequence[Coded]) -> Iterable[Attribute]:
    """Keep the labels of codes; a code that the list itself does not have is its own label."""
    places = {key.head: at for at, key in enumerate(keys)}
    for one in own.attributes:
        if one.key is None or not one.one_to_one:
            continue
        at = places[own.keys[one.key].head]
        if one.column.head not in places:
            column = replace(one.column, texts=[*one.column.texts, ""])
            blank = len(column.texts) - 1
            of = [*one.of, *(blank for _ in range(len(keys[at]) - len(one.of)))]
            yield Attribute(column, at, of, {}, one_to_one=True)


def _joined_figures(own: Listing, others: Sequence[Listing], at: int) -> Figures:
    first = own.figures[at]
    values, decimals = array("d", first.values), array(first.decimals.typecode, first.decimals)
    for one in others:
        figures = one.figures[_figures(own, one)[at]]
        values.extend(figures.values)
        decimals.extend(figures.decimals)
    return Figures(first.head, first.place, values, decimals)
