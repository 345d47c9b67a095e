"""Totals and their parts."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator, Relation


_LEAST = 2


def find_sums(matrix: Matrix) -> tuple[Relation, ...]:
    """Find the strips that are sums of others."""
    return tuple(_adjacent(matrix))


def _adjacent(matrix: Matrix) -> Iterator[Relation]:
    count = len(matrix.strips)
    for aggregate in range(count):
        for step in (-1, 1):
            for end in range(aggregate + 2 * step, count if step > 0 else -1, step):
                parts = tuple(range(aggregate + step, end + step, step))
                found = _stated(matrix, aggregate, parts)
                if found:
                    yield found


def _stated(matrix: Matrix, aggregate: int, parts: tuple[int, ...]) -> Relation | None:
    decided, held = [], 0
    for position in range(matrix.width):
        total = matrix.values[aggregate][position]
        if total is None:
            continue
        decided.append(position)
        held += total == sum(matrix.values[part][position] or 0 for part in parts)
    if held < _LEAST or 2 * held < len(decided):
        return None
    return Relation(
        Operator.SUM,
        matrix.axis,
        aggregate,
        parts,
        tuple(decided),
        float(held),
        exact=held,
        held=held,
    )
