"""Slips that nobody could tell from others of their kind, which would leave the same table."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, permutations
from types import MappingProxyType
from typing import TypeAlias

from diagnosis_tables.model import Figures, Made, Slot, Sum
from statlint.diagnosis.slips import best_slip

_RIVAL = 0.05
"""How likely others may be together, where one is sure."""

_Back: TypeAlias = dict[Slot, int]
"""What figures would have been, had a slip of some kind made them what is seen."""


def is_tied(made: Made, changes: Figures, kind: str) -> bool:
    """Tell whether other slips of a kind that leave the same table are too likely to be ruled out.

    They are weighed by how a figure is mistyped; tables are taken to be equally likely.
    """
    going_back = _BACK.get(kind)
    if going_back is None:
        return False
    seen = _Seen.of(made, changes)
    truth = {slot: int(made.figures.get(slot) or 0) for slot in changes}
    odds: dict[frozenset[tuple[Slot, int]], float] = {}
    for back in going_back(seen):
        key = frozenset(back.items())
        if key not in odds and min(back.values()) >= 0 and seen.mends(back):
            odds[key] = seen.odds(back)
    own = seen.odds(truth)
    odds.pop(frozenset(truth.items()), None)
    return sum(odds.values()) > _RIVAL / (1 - _RIVAL) * own


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """A table as it is seen, with its sums and how far they are off."""

    made: Made
    figures: Figures
    sums: list[Sum]
    over: Mapping[Slot, list[tuple[int, int]]]
    """The sums of each figure, with its weight in parts less total."""
    off: Mapping[int, int]

    @classmethod
    def of(cls, made: Made, changes: Figures) -> _Seen:
        """Add up what is seen."""
        figures = made.seen(changes)
        over: dict[Slot, list[tuple[int, int]]] = {}
        sums = made.sums()
        for number, one in enumerate(sums):
            for slot, weight in {**one.parts, one.stated: -1}.items():
                over.setdefault(slot, []).append((number, weight))
        seen = cls(made, figures, sums, over, {})
        off = {number: gap for number, one in enumerate(sums) if (gap := seen.gap(one))}
        return cls(made, figures, sums, over, off)

    def count(self, slot: Slot) -> int:
        """Give a figure, 0 where it is blank."""
        return int(self.figures.get(slot) or 0)

    def grids(self) -> Iterator[list[list[Slot]]]:
        """Give the places of each table that hold counts, line by line."""
        for table in self.made.tables:
            lines = self.made.grid(table)
            yield [[one for one in line if isinstance(self._was(one), int)] for line in lines]

    def _was(self, slot: Slot) -> object:
        return self.made.figures.get(slot) or 0

    def gap(self, one: Sum) -> int:
        """Say by how much the parts of a sum exceed its total."""
        parts = sum(weight * self.count(slot) for slot, weight in one.parts.items())
        return parts - self.count(one.stated)

    def mends(self, back: _Back) -> bool:
        """Tell whether all edits hold with some figures put back."""
        off = dict(self.off)
        for slot, new in back.items():
            for number, weight in self.over.get(slot, ()):
                off[number] = off.get(number, 0) + weight * (new - self.count(slot))
        if any(off.values()):
            return False
        return self.made.surveyed({**self.figures, **back}, with_before=False) is None

    def odds(self, back: _Back) -> float:
        """Say how likely the first of some figures is mistyped so; 1 where two were exchanged."""
        slot, true = next(iter(back.items()))
        exchanged = len(back) > 1 and sorted(back.values()) == sorted(map(self.count, back))
        return 1.0 if exchanged else math.exp(-best_slip(true, self.count(slot))[1])


def _single(seen: _Seen) -> Iterator[_Back]:
    """Go through the figures that mend a sum alone."""
    for number, gap in seen.off.items():
        one = seen.sums[number]
        for slot, weight in {**one.parts, one.stated: -1}.items():
            if not gap % weight:
                yield {slot: seen.count(slot) - gap // weight}


def _recomputed(seen: _Seen) -> Iterator[_Back]:
    """Go through the parts that mend a sum while a total of another follows them."""
    for back in _single(seen):
        ((slot, new),) = back.items()
        for number, weight in seen.over[slot]:
            stated = seen.sums[number].stated
            if weight != -1 or stated != slot:
                yield {**back, stated: seen.count(stated) + weight * (new - seen.count(slot))}


def _neighbours(seen: _Seen, *, down: bool) -> Iterator[_Back]:
    for grid in seen.grids():
        lines = pairwise(grid) if down else ((line[:-1], line[1:]) for line in grid)
        for one, other in lines:
            for slot, mate in zip(one, other, strict=False):
                if seen.count(slot) != seen.count(mate):
                    yield {slot: seen.count(mate), mate: seen.count(slot)}


def _across(seen: _Seen) -> Iterator[_Back]:
    return _neighbours(seen, down=False)


def _down(seen: _Seen) -> Iterator[_Back]:
    return _neighbours(seen, down=True)


def _misplaced(seen: _Seen) -> Iterator[_Back]:
    """Go through the figures that may belong into an empty place of their line or head."""
    for grid in seen.grids():
        width = max(map(len, grid))
        columns = [[line[at] for line in grid if len(line) > at] for at in range(width)]
        for places in (*grid, *columns):
            for slot, mate in permutations(places, 2):
                if seen.count(slot) and not seen.count(mate):
                    yield {slot: 0, mate: seen.count(slot)}


_TYPED = (
    "digit",
    "transposed",
    "dropped",
    "added",
    "doubled",
    "sign",
    "factor",
    "any of these",
)
_BACK: Mapping[str, Callable[[_Seen], Iterator[_Back]]] = MappingProxyType(
    {
        **dict.fromkeys(_TYPED, _single),
        "swapped across": _across,
        "swapped down": _down,
        "misplaced": _misplaced,
        "recomputed total": _recomputed,
    }
)
"""How to go back from what is seen, by kind of slip; of the other kinds nothing is said."""
