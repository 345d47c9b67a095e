"""Where relations along both axes fail by the same amount and share a cell: that cell is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statlint.dataclass import dataclass
from statlint.inference.model import Axis, Relation
from statlint.inference.residuals import ADDED, Residual


@dataclass(frozen=True, slots=True, eq=False)
class Crossings:
    """The failures of sums along each axis, by how much they fail."""

    failures: dict[tuple[Axis, int], list[tuple[Relation, int]]]

    def crosses(self, relation: Relation, one: Residual) -> bool:
        """Tell whether a sum along the other axis fails by as much at a cell of this one."""
        if relation.operator not in ADDED or relation.others:
            return False
        return any(
            one.position in _members(other) and position in _members(relation)
            for other, position in self.failures.get((relation.axis.other, _size(one)), ())
        )


def crossings_of(found: Iterable[tuple[Relation, Sequence[Residual]]]) -> Crossings:
    """Gather the places where sums fail."""
    failures: dict[tuple[Axis, int], list[tuple[Relation, int]]] = {}
    for relation, missed in found:
        if relation.operator in ADDED and not relation.others:
            for one in missed:
                key = (relation.axis, _size(one))
                failures.setdefault(key, []).append((relation, one.position))
    return Crossings(failures)


def _members(relation: Relation) -> tuple[int, ...]:
    return (relation.aggregate, *relation.parts)


def _size(one: Residual) -> int:
    """Give by how much a sum fails; the gap of a sum is a whole number."""
    return abs(int(one.gap))
