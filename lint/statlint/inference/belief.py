"""Which relations are believed so much that an edit is stated, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from statlint.finding import Severity
from statlint.inference.model import Relation, Understood

_LEAST_EXACT = 2
_MOST_MISSED = 3
_LEAST_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Stated:
    """A relation, the positions an edit is stated for, and how bad it is where it fails."""

    relation: Relation
    positions: tuple[int, ...]
    severity: Severity = Severity.WARNING

    @property
    def held(self) -> int:
        """The number of positions where it holds."""
        return len(self.positions) - len(set(self.relation.missed) & set(self.positions))


def believed(understood: Understood) -> tuple[Stated, ...]:
    """Choose the relations of a table that edits are stated for."""
    return tuple(_stated(understood.relations))


def _stated(relations: Iterable[Relation]) -> Iterator[Stated]:
    for relation in relations:
        missed = len(relation.missed)
        doubtful = (
            missed > _MOST_MISSED
            or relation.exact < _LEAST_EXACT
            or relation.exact < _LEAST_SHARE * len(relation.positions)
        )
        lost = set(relation.missed) if doubtful else set[int]()
        kept = tuple(position for position in relation.positions if position not in lost)
        if kept:
            yield Stated(relation, kept)
