"""Which derived cells follow a change of others, and by how much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush

from statlint.dataclass import dataclass

_Terms = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, eq=False)
class Followers:
    """Formulas of derived cells, but for those that go round in a circle."""

    formulas: Mapping[int, _Terms]
    readers: Mapping[int, _Terms]
    """The derived cells that read a cell, with its weight."""
    ranks: Mapping[int, int]
    """A derived cell comes after all that it reads."""

    def moved(self, steps: Iterable[tuple[int, int]]) -> dict[int, int]:
        """Give by how much cells change when some do, each derived cell once it is settled."""
        total: defaultdict[int, int] = defaultdict(int)
        queue: list[tuple[int, int]] = []
        for cell, step in steps:
            total[cell] += step
            heappush(queue, (self.ranks.get(cell, 0), cell))
        while queue:
            _, cell = heappop(queue)
            while queue and queue[0][1] == cell:
                heappop(queue)
            for reader, weight in self.readers.get(cell, ()):
                total[reader] += weight * total[cell]
                heappush(queue, (self.ranks[reader], reader))
        return total

    def read(self, cell: int) -> Iterable[int]:
        """Give the cell, or the cells that its formula goes back to."""
        if cell not in self.formulas:
            return (cell,)
        found: dict[int, None] = {}
        stack = [cell]
        while stack:
            one = stack.pop()
            if one not in found:
                found[one] = None
                stack.extend(reversed([base for base, _ in self.formulas.get(one, ())]))
        return (one for one in found if one not in self.formulas)


def followers_of(formulas: Mapping[int, _Terms]) -> Followers:
    """Put formulas in the order in which they can be reckoned."""
    readers: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    waiting = {}
    for derived, terms in formulas.items():
        waiting[derived] = len(terms)
        for cell, weight in terms:
            readers[cell].append((derived, weight))
    ranks: dict[int, int] = {}
    ready = [cell for cell in readers if cell not in formulas]
    ready += [cell for cell, count in waiting.items() if not count]
    while ready:
        cell = ready.pop()
        if cell in formulas:
            ranks[cell] = len(ranks) + 1
        for reader, _ in readers.get(cell, ()):
            waiting[reader] -= 1
            if not waiting[reader]:
                ready.append(reader)
    return Followers(
        {cell: terms for cell, terms in formulas.items() if cell in ranks},
        {
            cell: [(reader, weight) for reader, weight in found if reader in ranks]
            for cell, found in readers.items()
        },
        ranks,
    )
