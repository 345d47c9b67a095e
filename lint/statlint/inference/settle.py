"""From many hypotheses to relations that can be true together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from statlint.inference.score import Evidence


@dataclass(frozen=True, slots=True, eq=False)
class Hypothesis:
    """An aggregate and parts that may add up to it; `bits` count labels and the cost of search."""

    aggregate: int
    parts: tuple[int, ...]
    evidence: Evidence
    bits: float
    named: bool = False

    @property
    def offsets(self) -> tuple[int, ...]:
        """Where the parts stand as seen from the aggregate."""
        return tuple(part - self.aggregate for part in self.parts)


def settle(hypotheses: Iterable[Hypothesis], accepted: Sequence[Hypothesis]) -> list[Hypothesis]:
    """Take the strongest hypotheses first, and leave out what contradicts those taken before."""
    taken = list(accepted)
    new = []
    ranked = sorted(hypotheses, key=lambda one: (-one.bits, one.aggregate, one.parts))
    for one in ranked:
        if not any(_contradicts(one, other) for other in taken) and not _circular(one, taken):
            taken.append(one)
            new.append(one)
    return new


def _contradicts(one: Hypothesis, other: Hypothesis) -> bool:
    mine, theirs = set(one.parts), set(other.parts)
    shared = mine & theirs
    if one.aggregate == other.aggregate:
        return bool(shared)
    if not shared:
        return False
    if (other.aggregate in mine and theirs <= mine) or (one.aggregate in theirs and mine <= theirs):
        # A total and all its parts would both be counted.
        return True
    return mine == theirs or (len(shared) > 1 and not (mine < theirs or theirs < mine))


def _circular(one: Hypothesis, taken: Sequence[Hypothesis]) -> bool:
    """Tell whether an aggregate would be part of itself, over any number of steps."""
    parts_of: dict[int, set[int]] = {}
    for other in taken:
        parts_of.setdefault(other.aggregate, set()).update(other.parts)
    reached, waiting = set(one.parts), list(one.parts)
    while waiting:
        fresh = parts_of.get(waiting.pop(), set()) - reached
        reached |= fresh
        waiting.extend(fresh)
    return one.aggregate in reached


def collapsed(one: Hypothesis, taken: Sequence[Hypothesis]) -> tuple[int, ...]:
    """Put subtotals in the place of their parts, as far as others have found them."""
    parts = set(one.parts)
    for other in sorted(taken, key=lambda other: -len(other.parts)):
        inner = set(other.parts)
        if inner < parts and other.aggregate not in {one.aggregate, *parts}:
            parts = parts - inner | {other.aggregate}
    return tuple(sorted(parts))
