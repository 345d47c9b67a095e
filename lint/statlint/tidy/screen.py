"""Hold the figures of totals against the sums of their parts, all rows of a long list at once."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import compress
from math import ulp
from operator import add

from statlint.dataclass import dataclass, field, replace
from statlint.form import Measure
from statlint.tidy.families import NO_WHOLE
from statlint.tidy.listing import Listing

_BINARY = 4e-7
"""What sums of decimals may be off for being reckoned in binary; no list has as fine figures."""
_ULPS = 16
_HELD = 0.9
"""Share of sums that must hold elsewhere, under each key and in each period of the one that does
not."""
_FEWEST = 3
"""How many must hold at all."""
_ROUNDED = 0.95
_ENOUGH = 100_000
"""Rows among which it shows whether sums are meant."""
_HOPEFUL = 0.05
"""Share of sums that hold exactly even where figures are rounded and have many parts."""


@dataclass(slots=True)
class Tally:
    """How many sums there are, and how many of them hold: exactly, and but for rounding."""

    all: int = 0
    exact: int = 0
    near: int = 0

    @property
    def held(self) -> int:
        """How many hold in either way."""
        return self.exact + self.near

    @property
    def holds(self) -> bool:
        """Whether at least half of them hold: they may be meant, and the others slips."""
        return self.all > 0 and (self.all < _FEWEST or 2 * self.held >= self.all)

    def bears(self, held: int, share: float) -> bool:
        """Tell whether one that does not hold stands alone, or nearly so."""
        return held >= share * (self.all - 1)


@dataclass(frozen=True, slots=True)
class Gap:
    """A total that differs from the sum of its parts: its row, and by how much; 0 is undecided."""

    row: int
    gap: float


@dataclass(frozen=True, slots=True, eq=False)
class Screen:
    """The sums over one code list: where each code belongs, and which sums do not hold.

    `tallies` count by what tells the totals apart: the code of each key column, the period (the
    last but one), the code of the total (the last).
    """

    key: int
    figures: int
    wholes: Sequence[int]
    tallies: tuple[tuple[Tally, ...], ...]
    gaps: list[Gap] = field(default_factory=list)
    undecided: int = 0
    stated: Measure | None = None
    """Set where a form states the sums: then they are meant, whatever the figures show."""
    only: tuple[int, frozenset[int]] | None = None
    """The column (as in `tallies`) and those of its codes for which sums are meant; None: all."""

    @property
    def all(self) -> int:
        """How many sums were decided."""
        return sum(tally.all for tally in self.tallies[-1])

    @property
    def exact(self) -> int:
        """How many sums hold exactly."""
        return sum(tally.exact for tally in self.tallies[-1])

    @property
    def held(self) -> int:
        """How many hold, exactly or but for rounding."""
        return sum(tally.held for tally in self.tallies[-1])

    @property
    def is_meant(self) -> bool:
        """Whether nearly all hold."""
        return self.stated is not None or self.held >= _HELD * self.all

    def strata(self, listing: Listing, row: int) -> Iterator[Tally]:
        """Go through the counts of the sums that share a key, or the period, with a total."""
        for codes, tallies in _strata(listing, self):
            yield tallies[codes[row]]

    def is_exact(self, listing: Listing, row: int) -> bool:
        """Tell whether sums such as the one of a row hold exactly nearly everywhere else."""
        return self.exact >= _FEWEST and all(
            tally.bears(tally.exact, _HELD) for tally in self.strata(listing, row)
        )

    def is_rounded(self, listing: Listing, row: int) -> bool:
        """Tell whether they hold but for rounding."""
        return self.held >= _FEWEST and all(
            tally.bears(tally.held, _ROUNDED) for tally in self.strata(listing, row)
        )


def screen_of(listing: Listing, key: int, wholes: Sequence[int], figures: int) -> Screen:
    """Count the sums over a code list that hold, and note those that do not.

    Some periods go first: where hardly any sum holds in them, no more is looked at, and where the
    codes of another column (the indicator) part sums that hold from those that are not meant, only
    the former are looked at further.
    """
    trial = _screened(listing, Screen(key, figures, wholes, _tallies(listing, key)), _some(listing))
    if trial.exact < _HOPEFUL * trial.all:
        return trial
    only = _meant(trial)
    if only is None and len(_some(listing)) == len(listing.by_period):
        return trial
    found = Screen(key, figures, wholes, _tallies(listing, key), only=only)
    return _screened(listing, found, listing.by_period)


def stated_screen(listing: Listing, screen: Screen) -> Screen:
    """Note which of the sums that a form states do not hold."""
    tallied = replace(screen, tallies=_tallies(listing, screen.key))
    return _screened(listing, tallied, listing.by_period)


def _tallies(listing: Listing, key: int) -> tuple[tuple[Tally, ...], ...]:
    sizes = [*map(len, listing.keys), len(listing.moments), len(listing.keys[key])]
    return tuple(tuple(Tally() for _ in range(size)) for size in sizes)


def _some(listing: Listing) -> Sequence[array[int]]:
    """Give the rows of so many periods, the largest first, that enough sums are among them."""
    found: list[array[int]] = []
    for rows in sorted(listing.by_period, key=len, reverse=True):
        found.append(rows)
        if sum(map(len, found)) > _ENOUGH:
            break
    return found


def _screened(listing: Listing, screen: Screen, periods: Sequence[array[int]]) -> Screen:
    undecided = sum(_screen_period(listing, rows, screen) for rows in periods)
    _note_rounding(listing, screen)
    return replace(screen, undecided=undecided)


def _meant(trial: Screen) -> tuple[int, frozenset[int]] | None:
    """Find what parts the sums that hold from the others; None where all are meant, or nothing."""
    held = [_purity(tallies) for tallies in trial.tallies]
    at = max(range(len(held)), key=lambda one: held[one])
    sums = trial.tallies[at]
    codes = frozenset(code for code, tally in enumerate(sums) if tally.holds)
    if held[at] < _HELD or all(tally.holds for tally in sums if tally.all):
        return None
    return (at, codes) if codes else None


def _purity(tallies: Sequence[Tally]) -> float:
    """Give the share of sums that are as most of their code are."""
    alike = sum(tally.held if tally.holds else tally.all - tally.held for tally in tallies)
    return alike / max(1, sum(tally.all for tally in tallies))


def offsets_of(listing: Listing, screen: Screen) -> list[int]:
    """Give by how much the series of each code's total differs from the code's own; 0 for none."""
    stride = listing.strides[screen.key]
    return [
        0 if whole == NO_WHOLE else (whole - code) * stride
        for code, whole in enumerate(screen.wholes)
    ]


def _screen_period(listing: Listing, rows: array[int], screen: Screen) -> int:
    """Add up the parts of one period, then go through its totals; count those left open."""
    codes, values = listing.keys[screen.key].codes, listing.figures[screen.figures].values
    # Arrays take a quarter of the memory of lists.
    numbers = array("q", map(listing.series.__getitem__, rows))
    figures = array("d", map(values.__getitem__, rows))
    own = array("i", map(codes.__getitem__, rows))
    offsets = offsets_of(listing, screen)
    sums = _added(numbers, figures, array("q", map(offsets.__getitem__, own)))
    totals = frozenset(whole for whole in screen.wholes if whole != NO_WHOLE)
    is_total = bytes(map(totals.__contains__, own))
    meant = _means(listing, screen)
    undecided = 0
    decided: list[int] = []
    exact: list[int] = []
    known = sums.get
    for row, number, value in zip(
        compress(rows, is_total),
        compress(numbers, is_total),
        compress(figures, is_total),
        strict=True,
    ):
        added = known(number)
        if added is None or not meant(row):
            continue
        gap = added - value
        if gap != gap:  # noqa: PLR0124 - not a number: a figure is blank
            undecided += 1
        elif added or value:
            decided.append(row)
            if abs(gap) <= _BINARY or abs(gap) <= _ULPS * ulp(added):
                exact.append(row)
            else:
                screen.gaps.append(Gap(row, gap))
    _tally(listing, screen, decided, exact)
    return undecided


def _added(
    numbers: Sequence[int], figures: Sequence[float], ups: Sequence[int]
) -> dict[int, float]:
    """Add up the parts by the number of the series of their total."""
    sums: dict[int, float] = {}
    known = sums.get
    for whole, value in zip(
        compress(map(add, numbers, ups), ups), compress(figures, ups), strict=True
    ):
        sums[whole] = known(whole, 0.0) + value
    return sums


def _tally(listing: Listing, screen: Screen, decided: Sequence[int], exact: Sequence[int]) -> None:
    """Count sums by all that tells their totals apart."""
    for codes, tallies in _strata(listing, screen):
        for code, count in Counter(map(codes.__getitem__, decided)).items():
            tallies[code].all += count
        for code, count in Counter(map(codes.__getitem__, exact)).items():
            tallies[code].exact += count


def _strata(listing: Listing, screen: Screen) -> Iterator[tuple[Sequence[int], tuple[Tally, ...]]]:
    """Go through the columns that tell totals apart, with their counts."""
    for at, key in enumerate(listing.keys):
        if at != screen.key:
            yield key.codes, screen.tallies[at]
    if len(listing.moments) > 1:
        yield listing.periods, screen.tallies[-2]
    yield listing.keys[screen.key].codes, screen.tallies[-1]


def _means(listing: Listing, screen: Screen) -> Callable[[int], bool]:
    """Give what tells whether the total of a row is looked at."""
    if screen.only is None:
        return lambda _: True
    column, codes = screen.only
    keys = [*(key.codes for key in listing.keys), listing.periods, listing.keys[screen.key].codes]
    there = keys[column]
    return lambda row: there[row] in codes


def _note_rounding(listing: Listing, screen: Screen) -> None:
    """Count the sums that rounding explains: half a last digit for each figure."""
    for gap, parts, decimals in counted(listing, screen):
        if is_near(gap.gap, parts, decimals):
            for tally in screen.strata(listing, gap.row):
                tally.near += 1


def is_near(gap: float, parts: int, decimals: int) -> bool:
    """Tell whether rounding explains a difference: half a last digit for each figure."""
    return abs(gap) <= (parts + 1) / 2 * 10.0**-decimals + _BINARY


def counted(listing: Listing, screen: Screen) -> Iterator[tuple[Gap, int, int]]:
    """Go through the sums that do not hold: with the number of parts, and the decimals written."""
    gaps: dict[int, list[Gap]] = {}
    for gap in screen.gaps:
        gaps.setdefault(listing.periods[gap.row], []).append(gap)
    codes, decimals = listing.keys[screen.key].codes, listing.figures[screen.figures].decimals
    offsets = offsets_of(listing, screen)
    series = listing.series
    for period, found in gaps.items():
        finest = {series[gap.row]: decimals[gap.row] for gap in found}
        parts: Counter[int] = Counter()
        rows = listing.by_period[period]
        ups = array("q", map(offsets.__getitem__, map(codes.__getitem__, rows)))
        wholes = array("q", map(add, map(series.__getitem__, rows), ups))
        wanted = bytes(map(finest.__contains__, wholes))
        for row, whole, up in zip(
            compress(rows, wanted), compress(wholes, wanted), compress(ups, wanted), strict=True
        ):
            if up:
                parts[whole] += 1
                finest[whole] = max(finest[whole], decimals[row])
        for gap in found:
            number = series[gap.row]
            yield gap, parts[number], finest[number]
