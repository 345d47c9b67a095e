"""What tells the lines of a long table apart, and which of them have it twice."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import lt

from statlint.bulk.counted import MOST
from statlint.dataclass import dataclass, field

_SHELVES = 64
_PENDING = 1 << 16
_MOST_KEYS = 40_000_000
_MOST_REPEATED = 0.03
_RANGE = 1 << 63
"""What Python's hashes lie below, with and without a minus."""


@dataclass(slots=True, eq=False)
class Rising:
    """Whether the keys are whole numbers, each larger than the one before: then none repeats."""

    last: int = -1
    holds: bool = True

    def add(self, texts: Sequence[str]) -> None:
        """Take the keys of some lines more; a line without one has none that repeats."""
        if not self.holds:
            return
        try:
            # A whole column is read much faster than one text after another.
            numbers = list(map(int, texts if "" not in texts else [one for one in texts if one]))
        except ValueError:
            self.holds = False
            return
        rises = all(map(lt, numbers, islice(numbers, 1, None)))
        if numbers:
            self.holds = rises and numbers[0] > self.last
            self.last = numbers[-1]


@dataclass(slots=True, eq=False)
class Seen:
    """The keys of all lines, eight bytes each: only what is there twice is looked at again."""

    count: int = 0
    pending: list[int] = field(default_factory=list)
    shelves: list[array[int]] = field(default_factory=lambda: [array("q") for _ in range(_SHELVES)])

    def add(self, keys: Sequence[object]) -> None:
        """Take the keys of some lines more."""
        self.count += len(keys)
        self.pending += map(hash, keys)
        if len(self.pending) >= _PENDING:
            self._put_away()

    @property
    def is_full(self) -> bool:
        """Whether there are more keys than are held."""
        return self.count > _MOST_KEYS

    def _put_away(self) -> None:
        found = sorted(self.pending)
        step = 2 * _RANGE // _SHELVES
        start = 0
        for number, shelf in enumerate(self.shelves, 1):
            end = bisect_left(found, -_RANGE + number * step) if number < _SHELVES else len(found)
            shelf.extend(found[start:end])
            start = end
        self.pending.clear()

    def repeated(self) -> frozenset[int] | None:
        """Give what is there more than once; None where that is so much that it is no key."""
        self._put_away()
        found: set[int] = set()
        again = 0
        for shelf in self.shelves:
            more = len(shelf) - len(set(shelf))
            again += more
            if again > max(1, _MOST_REPEATED * self.count):
                return None
            if more and len(found) <= MOST:
                found.update(key for key, count in Counter(shelf).items() if count > 1)
        return frozenset(islice(found, MOST))


def places_of(rows: Sequence[Sequence[str]], stub: Sequence[int]) -> tuple[int, ...]:
    """Find the column, or the columns together, that tell the rows of a sample apart; else none."""
    for places in _choices(stub):
        keys = [tuple(row[place] for place in places) for row in rows]
        if keys and len(set(keys)) == len(keys) and all(map(all, keys)):
            return places
    return ()


def _choices(stub: Sequence[int]) -> Iterator[tuple[int, ...]]:
    yield from ((place,) for place in stub)
    if len(stub) > 1:
        yield tuple(stub)
