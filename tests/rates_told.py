"""Quotients and means found in a table, told in short for tests."""

from __future__ import annotations

from layouts import layout_of
from statlint.inference.matrix import Matrix, matrix_of
from statlint.inference.model import Relation
from statlint.inference.rates import find_rates
from statlint.inference.rates_steps import steps_of


def matrices(text: str) -> tuple[Matrix, Matrix]:
    """Read a table: its lines, and its heads."""
    lines = matrix_of(layout_of(text))
    return lines, lines.turned()


def rates_told(text: str) -> list[str]:
    """Tell what is found: axis and place, operator, parts, positions, and those that miss."""
    return sorted(
        _told(one) for matrix in matrices(text) for one in find_rates(steps_of(matrix), ())
    )


def _told(relation: Relation) -> str:
    parts = " ".join(map(str, relation.parts))
    times = f" x{relation.factor}" if relation.factor != 1 else ""
    bases = f" by {list(relation.places[-1])}" if relation.places else ""
    missed = f" but {list(relation.missed)}" if relation.missed else ""
    name = f"{relation.axis.value} {relation.aggregate} = {relation.operator.value} {parts}"
    return f"{name}{times} at {len(relation.positions)}{bases}{missed}"
