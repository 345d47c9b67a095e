"""Figures and codes unlike the others of their column."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import compress

from statlint.dataclass import dataclass
from statlint.tidy.columns import Coded, Figures
from statlint.tidy.gaps import Missing
from statlint.tidy.listing import Listing
from statlint.tidy.model import OddKind
from statlint.tidy.words import says_indicator, says_total

_FEWEST = 50
"""Figures that must be alike before one that is not means something."""
_RARE = 1000
"""To each odd one, so many others; one alone is odd among fewer."""
_CODES = 10
_SHORTEST = 2
_BLANK = 50
"""Rows to each one without a key, from which on it is left out by a slip."""
_ALIKE = 0.9
_MOST_ODD = 2
"""Codes of another length; more of them are a level of the code list."""
_SIGNED = (
    r"[增减差净余盈亏损变涨跌]|利润|[率速幅]|温|指数|change|net|balance|profit|growth|loss|difference|rate"
    r"|index|deficit|surplus|temperature|error|var|saldo"
)


@dataclass(frozen=True, slots=True)
class Strange:
    """A figure unlike the others of its stratum: its row, in which way, and how many others."""

    row: int
    kind: OddKind
    what: int | None
    others: int


def stratum_of(listing: Listing) -> int | None:
    """Give the key column that says what is counted; None where no head says so."""
    found = [at for at, key in enumerate(listing.keys) if says_indicator(key.head)]
    found += [
        one.key
        for one in listing.attributes
        if one.key is not None and one.one_to_one and says_indicator(one.column.head)
    ]
    return found[0] if found else None


def strange_figures(listing: Listing, figures: Figures) -> Iterator[Strange]:
    """Find the few figures below 0, or with decimals, among many that are not.

    They are sought among those of one indicator, in a short list among all.
    """
    stratum = stratum_of(listing)
    if stratum is not None and len(listing) < _FEWEST * len(listing.keys[stratum]):
        stratum = None
    codes = listing.keys[stratum].codes if stratum is not None else array("b", bytes(len(listing)))
    counts = Counter(codes)
    negative = map((0.0).__gt__, figures.values)
    for kind, found in (
        (OddKind.NEGATIVE, Counter(compress(codes, negative))),
        (OddKind.FRACTION, Counter(compress(codes, figures.decimals))),
    ):
        rare = {code: counts[code] for code, count in found.items() if is_rare(count, counts[code])}
        for row in _rows(codes, rare):
            value = figures.values[row]
            odd = value < 0 if kind == OddKind.NEGATIVE else value % 1 > 0
            if odd and not (
                kind == OddKind.NEGATIVE and _may_fall(listing, figures, stratum, codes[row])
            ):
                yield Strange(row, kind, stratum, rare[codes[row]] - 1)


def _rows(codes: array[int], wanted: dict[int, int]) -> Iterator[int]:
    return (row for row, code in enumerate(codes) if code in wanted) if wanted else iter(())


def _may_fall(listing: Listing, figures: Figures, stratum: int | None, code: int) -> bool:
    """Tell whether the words say that figures may be below 0."""
    label = listing.label(stratum, code) if stratum is not None else ""
    return may_fall(f"{label} {figures.head}")


def may_fall(words: str) -> bool:
    """Tell whether words say that figures may be below 0."""
    return re.search(_SIGNED, words.casefold()) is not None


def is_rare(count: int, of: int) -> bool:
    """Tell whether so few of some figures are otherwise that it must be a slip."""
    return of >= _FEWEST and 0 < count <= max(1, of // _RARE)


@dataclass(frozen=True, slots=True)
class StrangeCode:
    """A code that few rows have: the key column, its first row, one that it is held against."""

    key: int
    row: int
    usual: str
    alike: bool
    count: int
    fills: bool = False


def filling_codes(listing: Listing, missing: Collection[Missing]) -> Iterator[StrangeCode]:
    """Find codes of a single row, which another code lacks in just that period."""
    lacking = {(one.series, one.period) for one in missing if one.key is None}
    for at, key in enumerate(listing.keys):
        counts = Counter(key.codes)
        typical = sorted(counts.values())[len(counts) // 2]
        single = [code for code, count in counts.items() if count == 1 and key.texts[code]]
        for code in single if typical >= _CODES else ():
            row = key.codes.index(code)
            for other in range(len(key)):
                series = listing.series[row] + (other - code) * listing.strides[at]
                if (series, listing.periods[row]) in lacking:
                    yield StrangeCode(at, row, key.texts[other], alike=False, count=1, fills=True)


def strange_codes(listing: Listing) -> Iterator[StrangeCode]:
    """Find codes written otherwise than one they stand for, or longer or shorter than others."""
    for at, key in enumerate(listing.keys):
        for alias in key.aliases:
            yield StrangeCode(at, alias.row, alias.usual, alike=True, count=alias.count)
        yield from _blank(at, key)
        yield from _of_other_length(at, key)


def _blank(at: int, key: Coded) -> Iterator[StrangeCode]:
    """Find cells of keys that are blank in few rows."""
    if "" in key.texts:
        code = key.texts.index("")
        count = key.codes.count(code)
        if count <= max(1, len(key.codes) // _BLANK):
            yield StrangeCode(at, key.codes.index(code), "", alike=False, count=count)


def _of_other_length(at: int, key: Coded) -> Iterator[StrangeCode]:
    """Find digits of another number than those of nearly all other codes."""
    texts, counts = key.texts, Counter(key.codes)
    lengths = Counter(len(text) for text in texts if text.isdecimal())
    if not lengths or len(texts) < _CODES:
        return
    (length, often), *_ = lengths.most_common(1)
    if length < _SHORTEST or often < _ALIKE * len(texts) or often == len(texts):
        return
    alike = [code for code, text in enumerate(texts) if text.isdecimal() and len(text) == length]
    typical = sorted(counts.values())[len(counts) // 2]
    others = set(range(len(texts))) - set(alike)
    for code in sorted(others) if len(others) <= _MOST_ODD else ():
        text = texts[code]
        nests = any(texts[one].startswith(text) for one in alike)
        if text and not nests and not says_total(text) and counts[code] * 2 <= typical:
            row = key.codes.index(code)
            yield StrangeCode(at, row, texts[alike[0]], alike=False, count=counts[code])
