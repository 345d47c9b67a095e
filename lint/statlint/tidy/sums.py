"""Choose the sums of a long list that are to be told, and those that bear on the same figures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from statlint.dataclass import dataclass
from statlint.tidy.families import NO_WHOLE, wholes_of
from statlint.tidy.listing import Listing
from statlint.tidy.screen import (
    Gap,
    Screen,
    counted,
    is_near,
    offsets_of,
    screen_of,
    stated_screen,
)
from statlint.tidy.stated import Stated

_MOST = 1000
"""Sums that are told of one code list; more of them are only counted."""
_HABIT = 0.2
_MOST_CELLS = 200
"""Figures of a sum for each of which the other sums that it takes part in are looked at."""
_MOST_BESIDE = 20_000


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and its parts by the numbers of their series, in one period of one figure column."""

    screen: Screen
    period: int
    series: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Sums:
    """All sums over the code lists of a list: how many hold, and those to confront."""

    screens: tuple[Screen, ...]
    wrong: tuple[tuple[Sum, Gap], ...]
    untold: int = 0
    """Wrong ones beyond those that are told."""

    @property
    def passed(self) -> int:
        """How many hold, over code lists that are meant to add up."""
        return sum(screen.held for screen in self.screens if screen.is_meant)

    @property
    def undecided(self) -> int:
        """How many have a blank."""
        return sum(screen.undecided for screen in self.screens)


def sums_of(
    listing: Listing, told: Collection[tuple[int, int]], stated: Stated | None = None
) -> Sums:
    """Find the sums that hold nearly everywhere else, and those that a form states.

    `told` are series and periods that are told as missing, or as standing there twice: sums that
    read them are left alone.
    """
    screens = [
        screen
        for figures in range(len(listing.figures))
        for key in range(len(listing.keys))
        for screen in _screens(listing, key, figures, stated)
    ]
    wrong: list[tuple[Sum, Gap]] = []
    untold = 0
    for screen in screens:
        gaps = _meant(listing, screen)
        wrong += _wrong(listing, screen, gaps[:_MOST], told)
        untold += len(gaps[_MOST:])
    return Sums(tuple(screens), tuple(wrong), untold)


def _screens(listing: Listing, key: int, figures: int, stated: Stated | None) -> Iterator[Screen]:
    """Give the sums over a code list: those that the form states, else those that figures show."""
    sums = stated.sums(listing.keys[key]) if stated else ()
    if stated and sums:
        measure = stated.measure(None, stated.head_at(listing, figures))
        only = stated.added(listing, figures)
        texts = {text: code for code, text in enumerate(listing.keys[key].texts)}
        for one in sums:
            parts = {texts[part] for part in one.parts if part in texts}
            if one.total in texts and parts:
                wholes = [
                    texts[one.total] if code in parts else NO_WHOLE for code in range(len(texts))
                ]
                screen = Screen(key, figures, wholes, (), stated=measure, only=only)
                yield stated_screen(listing, screen)
        return
    ways = [screen_of(listing, key, one, figures) for one in wholes_of(listing, key)]
    best = max(ways, key=_merit, default=None)
    if best is not None and _merit(best):
        yield best


def _merit(screen: Screen) -> float:
    """Prefer the way in which most sums hold, and the larger share of them."""
    return screen.held**2 / max(1, screen.all) if screen.exact else 0.0


def _meant(listing: Listing, screen: Screen) -> list[Gap]:
    """Choose the sums that fail where such sums hold otherwise."""
    found = []
    for gap, parts, decimals in counted(listing, screen):
        near = is_near(gap.gap, parts, decimals)
        if screen.stated is not None:
            tells = not (near and screen.stated.rounded)
        elif screen.is_exact(listing, gap.row):
            tells = not near or not decimals
        else:
            tells = not near and screen.is_rounded(listing, gap.row)
        if tells:
            found.append(gap)
    if screen.stated is not None:
        return found
    often = Counter(listing.series[gap.row] for gap in found)
    periods = len(listing.moments)
    return [gap for gap in found if often[listing.series[gap.row]] <= max(1, _HABIT * periods)]


def _wrong(
    listing: Listing,
    screen: Screen,
    gaps: Sequence[Gap],
    told: Collection[tuple[int, int]],
) -> Iterator[tuple[Sum, Gap]]:
    """Leave out the sums that miss a part, or read what is told otherwise."""
    sums = [
        sum_of(listing, screen, listing.series[gap.row], listing.periods[gap.row]) for gap in gaps
    ]
    short = set(_short(listing, sums))
    for one, gap in zip(sums, gaps, strict=True):
        explained = any((part, one.period) in told for part in (one.series, *one.parts))
        if not explained and (one.series, one.period) not in short:
            yield one, gap


def sum_of(listing: Listing, screen: Screen, series: int, period: int) -> Sum:
    """Give the total of a series and the parts that it may have."""
    key = listing.keys[screen.key]
    code = series // listing.strides[screen.key] % len(key)
    offsets = offsets_of(listing, screen)
    parts = (series - offsets[part] for part, whole in enumerate(screen.wholes) if whole == code)
    return Sum(screen, period, series, tuple(parts))


def _short(listing: Listing, sums: Iterable[Sum]) -> Iterator[tuple[int, int]]:
    """Find the sums that lack a part, in their period, that they have in periods around it."""
    wanted: defaultdict[int, set[int]] = defaultdict(set)
    for one in sums:
        for part in one.parts:
            wanted[part].add(one.period)
    periods: defaultdict[int, set[int]] = defaultdict(set)
    for period, rows in enumerate(listing.by_period):
        for series in wanted.keys() & set(map(listing.series.__getitem__, rows)):
            periods[series].add(period)
    for one in sums:
        for part in one.parts:
            there = periods[part]
            if one.period not in there and there and min(there) < one.period:
                yield one.series, one.period


def beside(listing: Listing, sums: Sums, known: Sequence[Sum]) -> list[Sum]:
    """Find the other sums that the figures of some sums take part in, where such sums hold."""
    found: dict[tuple[int, int, int], Sum] = {
        (id(one.screen), one.series, one.period): one for one in known
    }
    count = 0
    for one in known:
        cells = (one.series, *one.parts)
        for series in cells if len(cells) <= _MOST_CELLS else ():
            for screen in sums.screens:
                if screen.figures != one.screen.figures:
                    continue
                for total in _totals(listing, screen, series):
                    at = (id(screen), total, one.period)
                    if at not in found and count < _MOST_BESIDE:
                        found[at] = sum_of(listing, screen, total, one.period)
                        count += len(found[at].parts)
    return [one for one in found.values() if one not in known]


def _totals(listing: Listing, screen: Screen, series: int) -> Iterator[int]:
    """Give the totals that a figure is a part of, and itself where it is a total."""
    code = series // listing.strides[screen.key] % len(listing.keys[screen.key])
    if screen.wholes[code] != NO_WHOLE:
        yield series + (screen.wholes[code] - code) * listing.strides[screen.key]
    if code in screen.wholes:
        yield series
