"""Tables of one layout that add up: the sheet 汇总 of those of all units, persons of both sexes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from math import log2

from statlint.dataclass import dataclass
from statlint.inference.model import Operator, Relation
from statlint.inference.pages import Page
from statlint.inference.score import Evidence, Reckoned, evidence_of

_FEWEST, _MOST = 3, 200
"""How many tables of one layout are looked at."""
_PROBES = 60
_LEAST_BITS, _SEARCH_BITS = 14.0, 4.0
_LEAST_CELLS, _LEAST_SHARE = 4, 0.8
"""Cells that speak for it, and the share of all cells where it may be stated that agree."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """A table and those that it adds up, by their places in the group."""

    whole: int
    parts: tuple[int, ...]


def find_sheet_sums(pages: Sequence[Page]) -> Iterator[tuple[int, Relation]]:
    """Find tables that add up others of a group alike; each relation with its table's place.

    Lines or heads that do not add up (shares, means) are left out.
    """
    if not _FEWEST <= len(pages) <= _MOST:
        return
    for found in _wholes(pages):
        yield from _stated(pages, found)


def _wholes(pages: Sequence[Page]) -> Iterator[_Whole]:
    """Find which tables may add up others: all others, or those next to them in a row."""
    agreed: Counter[_Whole] = Counter()
    asked = 0
    for strip, position in _probes(pages[0]):
        figures = [page.value(strip, position) for page in pages]
        if sum(bool(figure) for figure in figures) >= _FEWEST:
            asked += 1
            agreed.update(set(_guesses([figure or 0 for figure in figures])))
    taken: set[int] = set()
    # A row over more tables says more, and a part is counted once.
    for guess, count in sorted(agreed.items(), key=lambda one: (-one[1], -len(one[0].parts))):
        if 2 * count >= asked and taken.isdisjoint((guess.whole, *guess.parts)):
            taken.update(guess.parts)
            yield guess


def _probes(page: Page) -> Iterator[tuple[int, int]]:
    """Give cells with a figure, spread over the table."""
    cells = [
        (strip, position)
        for strip, values in enumerate(page.matrix.values)
        for position, value in enumerate(values)
        if value
    ]
    return iter(cells[:: max(1, len(cells) // _PROBES)])


def _guesses(figures: Sequence[int]) -> Iterator[_Whole]:
    """Give the tables whose figure at one place is that of others together."""
    count = len(figures)
    everything = sum(figures)
    until = [0, *accumulate(figures)]
    ends: dict[int, list[int]] = defaultdict(list)
    for end, reached in enumerate(until):
        ends[reached].append(end)
    for whole, figure in enumerate(figures):
        if not figure:
            continue
        if 2 * figure == everything:
            yield _Whole(whole, tuple(one for one in range(count) if one != whole))
        for end in ends[until[whole + 1] + figure]:
            if end - whole > 2:  # noqa: PLR2004 - one part alone is no sum
                yield _Whole(whole, tuple(range(whole + 1, end)))
        for start in ends[until[whole] - figure]:
            if whole - start >= 2:  # noqa: PLR2004 - one part alone is no sum
                yield _Whole(whole, tuple(range(start, whole)))


def _stated(pages: Sequence[Page], found: _Whole) -> Iterator[tuple[int, Relation]]:
    """State the sum for every line, under the heads that add up."""
    whole, parts = pages[found.whole], [pages[part] for part in found.parts]
    strips = range(len(whole.strips))
    judged = {strip: _line(whole, parts, strip, range(len(whole.across))) for strip in strips}
    additive = _additive(judged.values())
    kept = {strip: _line(whole, parts, strip, sorted(additive)) for strip in strips}
    kept = {strip: one for strip, one in kept.items() if _adds_up(one)}
    every = evidence_of([one for line in kept.values() for one in line])
    bits = every.bits - log2(len(pages)) - _SEARCH_BITS
    if every.telling < _LEAST_CELLS or bits < _LEAST_BITS or every.share < _LEAST_SHARE:
        return
    for strip, line in kept.items():
        yield whole.place, _relation(whole, parts, strip, evidence_of(line), bits)


def _line(
    whole: Page, parts: Sequence[Page], strip: int, positions: Sequence[int]
) -> list[Reckoned]:
    found = []
    for position in positions:
        stated = whole.value(strip, position)
        there = [part for part in parts if part.value(strip, position) is not None]
        if stated is None or not there:
            continue
        figures = [part.value(strip, position) or 0 for part in there]
        units = [page.unit(strip, position) for page in (whole, *there)]
        single = sum(map(bool, figures)) < 2  # noqa: PLR2004 - one part alone is no sum
        found.append(
            Reckoned(position, stated, sum(figures), units[0], sum(units) // 2, single=single)
        )
    return found


def _additive(lines: Iterable[list[Reckoned]]) -> set[int]:
    """Give the heads under which most lines add up."""
    held: Counter[int] = Counter()
    asked: Counter[int] = Counter()
    for line in lines:
        for one in line:
            asked[one.position] += 1
            held[one.position] += one.gap <= one.slack
    return {position for position, count in asked.items() if 2 * held[position] >= count}


def _adds_up(line: Sequence[Reckoned]) -> bool:
    """Tell whether a line adds up under most of the heads that do."""
    held = sum(one.gap <= one.slack for one in line)
    return bool(line) and 2 * held >= len(line)


def _relation(
    whole: Page, parts: Sequence[Page], strip: int, evidence: Evidence, bits: float
) -> Relation:
    return Relation(
        Operator.SUM,
        whole.axis,
        strip,
        (strip,) * len(parts),
        evidence.positions,
        bits,
        missed=evidence.missed,
        exact=evidence.exact,
        held=evidence.held,
        others=tuple(part.place for part in parts),
    )
