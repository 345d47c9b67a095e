"""What may be the parts of a total, as labels and places show it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from types import MappingProxyType

from statlint.table import Role, Strip

_FEWEST_PARTS = 2
_TOTALS = frozenset({Role.TOTAL, Role.SUBTOTAL})
_NO_PARTS = frozenset(
    {
        Role.OF_WHICH,
        Role.SHARE,
        Role.CHANGE,
        Role.DIFFERENCE,
        Role.AVERAGE,
        Role.MEDIAN,
        Role.CUMULATIVE,
        Role.RANK,
        Role.ORDINAL,
        Role.CODE,
        Role.RATE,
        Role.PRICE,
    }
)


class Way(Enum):
    """Where the parts of a total stand."""

    CHILDREN = auto()
    """Under its label."""
    TOTAL = auto()
    """Beside a label that says total."""
    TOTALS = auto()
    """Beside a label that says total, and themselves called totals."""
    FIRST = auto()
    """Behind the first of a list, which no word calls a total."""
    FOUND = auto()
    """Where the figures themselves have shown a sum."""
    RUN = auto()
    """Behind it or in front of it, as many as add up at another place."""


SEEN: Mapping[Way, tuple[float, float]] = MappingProxyType(
    {
        Way.CHILDREN: (1.5, 0.5),
        Way.TOTAL: (1.6, 0.4),
        Way.TOTALS: (0.4, 1.6),
        Way.FIRST: (0.15, 1.85),
        Way.FOUND: (1.5, 0.5),
        Way.RUN: (0.02, 1.98),
    }
)
"""How often a list that stands so is what a total is of, and is not, in two of its kind.

Shares of annotated tables, the last allowing for as many lists as were tried; what other lists of
the table show is added to them.
"""


class Ways:
    """Lists that structure shows, along one axis of a table."""

    def __init__(self, strips: Sequence[Strip]) -> None:
        """Note what may be a part of anything."""
        self._strips = strips
        self._usable = [
            at for at, one in enumerate(strips) if one.figures and not one.roles & _NO_PARTS
        ]
        self._children: dict[int | None, list[int]] = defaultdict(list)
        for at in self._usable:
            self._children[strips[at].parent].append(at)

    def of(self, place: int) -> dict[tuple[int, ...], Way]:
        """Give the lists that may be the parts of a strip; each in the way that comes first."""
        found: dict[tuple[int, ...], Way] = {}
        for way, parts in self._of(place):
            if len(parts) >= _FEWEST_PARTS:
                found.setdefault(tuple(sorted(parts)), way)
        return found

    def sides(self, place: int) -> tuple[list[int], list[int]]:
        """Give what stands in front of a strip and behind it, the nearest first."""
        before = self._usable[: bisect_left(self._usable, place)]
        return before[::-1], self._usable[bisect_right(self._usable, place) :]

    def _of(self, place: int) -> Iterator[tuple[Way, Sequence[int]]]:
        children = self._children.get(place, [])
        yield Way.CHILDREN, children
        named = bool(self._strips[place].roles & _TOTALS)
        if not named and (children or not self._is_first(place)):
            return
        before, after = self.sides(place)
        if not named:
            yield Way.FIRST, self._alike(self._near(place, after), self._strips[place].level)
            return
        for side in (before, after):
            near = self._near(place, side)
            yield Way.TOTAL, near
            for level in sorted({self._strips[at].level for at in near}):
                yield Way.TOTAL, self._alike(near, level)
            yield Way.TOTALS, [at for at in side if self._strips[at].roles & _TOTALS]

    def _alike(self, places: Sequence[int], level: int) -> list[int]:
        return [at for at in places if self._strips[at].level == level]

    def _near(self, place: int, side: Sequence[int]) -> list[int]:
        """Take what stands on one side up to the next total, block or spanner head."""
        found: list[int] = []
        whole = self._strips[place]
        for at in side:
            one = self._strips[at]
            other = bool(found) and one.block != self._strips[found[-1]].block
            apart = one.level == whole.level and _over(one) != _over(whole)
            if one.roles & _TOTALS or other or (apart and whole.parent is None):
                break
            found.append(at)
        return found

    def _is_first(self, place: int) -> bool:
        own = self._strips[place]
        return not any(
            one.figures and one.block == own.block and _over(one) == _over(own)
            for one in self._strips[:place]
        )


def _over(strip: Strip) -> tuple[str, ...]:
    """Give the labels that a strip stands under."""
    return tuple(label.text for label in strip.labels[:-1])
