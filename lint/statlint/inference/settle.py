"""From many hypotheses to relations that can be true together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from statlint.dataclass import dataclass
from statlint.inference.score import Evidence, Reckoned


@dataclass(frozen=True, slots=True, eq=False)
class Hypothesis:
    """An aggregate and parts that may add up to it; `bits` count labels and the cost of search."""

    aggregate: int
    parts: tuple[int, ...]
    evidence: Evidence
    bits: float
    named: bool = False
    natural: bool = False
    """Whether the parts are a whole list beside the aggregate: all there is up to a seam."""
    reckoned: tuple[Reckoned, ...] = ()
    """Its figures at the positions searched, as long as they are still to be weighed."""

    @property
    def offsets(self) -> tuple[int, ...]:
        """Where the parts stand as seen from the aggregate."""
        return tuple(part - self.aggregate for part in self.parts)


class Settled:
    """Hypotheses that were taken as true."""

    def __init__(self, taken: Iterable[Hypothesis]) -> None:
        """Start from what was taken before."""
        self._over: dict[int, list[Hypothesis]] = defaultdict(list)
        self._of: dict[int, list[Hypothesis]] = defaultdict(list)
        for one in taken:
            self.take(one)

    def take(self, one: Hypothesis) -> None:
        """Take one more as true."""
        self._of[one.aggregate].append(one)
        for part in one.parts:
            self._over[part].append(one)

    def admits(self, one: Hypothesis) -> bool:
        """Tell whether a hypothesis can be true beside all that were taken."""
        touching = {id(other): other for part in one.parts for other in self._over[part]}
        return not any(_contradicts(one, other) for other in touching.values()) and (
            not self._circular(one)
        )

    def _circular(self, one: Hypothesis) -> bool:
        """Tell whether an aggregate would be part of itself, over any number of steps."""
        if one.aggregate not in self._over:
            return False
        reached, waiting = set(one.parts), list(one.parts)
        while waiting:
            place = waiting.pop()
            fresh = {part for other in self._of.get(place, ()) for part in other.parts} - reached
            reached |= fresh
            waiting.extend(fresh)
        return one.aggregate in reached


def settle(hypotheses: Iterable[Hypothesis], accepted: Sequence[Hypothesis]) -> list[Hypothesis]:
    """Take the strongest hypotheses first, and leave out what contradicts those taken before."""
    taken = Settled(accepted)
    new = []
    for one in sorted(hypotheses, key=lambda one: (-one.bits, one.aggregate, one.parts)):
        if taken.admits(one):
            taken.take(one)
            new.append(one)
    return new


def _contradicts(one: Hypothesis, other: Hypothesis) -> bool:
    """Tell whether two that have parts in common cannot both be meant."""
    if one.aggregate == other.aggregate:
        return True
    mine, theirs = set(one.parts), set(other.parts)
    if (other.aggregate in mine and theirs <= mine) or (one.aggregate in theirs and mine <= theirs):
        # A total and all its parts would both be counted.
        return True
    nested = mine < theirs or theirs < mine
    return mine == theirs or (len(mine & theirs) > 1 and not nested)


def collapsed(one: Hypothesis, taken: Sequence[Hypothesis]) -> tuple[int, ...]:
    """Put subtotals in the place of their parts, as far as others have found them."""
    parts = set(one.parts)
    if len(parts) <= min((len(other.parts) for other in taken), default=0):
        return one.parts
    inside = [other for other in taken if len(other.parts) < len(parts) and other.parts[0] in parts]
    for other in sorted(inside, key=lambda other: -len(other.parts)):
        inner = set(other.parts)
        if inner < parts and other.aggregate not in {one.aggregate, *parts}:
            parts = parts - inner | {other.aggregate}
    return tuple(sorted(parts))
