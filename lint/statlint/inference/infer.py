"""Find the relations of a table."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.formula import Formulas
from statlint.inference.between import find_between
from statlint.inference.matrix import Matrix, matrix_of, pooled
from statlint.inference.model import Axis, Relation, Understood
from statlint.inference.others import find_others
from statlint.inference.rates import find_rates
from statlint.inference.rates_steps import Steps, steps_of
from statlint.inference.sums import find_sums
from statlint.inference.written import find_written
from statlint.inference.written_join import joined
from statlint.table import Layout


def understand(
    layouts: Sequence[Layout],
    formulas: Formulas | None = None,
    within: Sequence[tuple[Relation, ...]] | None = None,
) -> tuple[Understood, ...]:
    """Find the relations in the tables of one workbook; its formulas are the strongest evidence.

    `within` are the relations within each table, where they are known from many files together.
    """
    matrices = [matrix_of(layout) for layout in layouts]
    if within is None:
        within = [_both_ways(matrix) for matrix in matrices]
    found = [(*own, *between) for own, between in zip(within, find_between(matrices), strict=True)]
    if formulas is not None:
        written = find_written(layouts, matrices, formulas)
        found = [joined(shown, own) for shown, own in zip(found, written, strict=True)]
    return tuple(map(Understood, layouts, found))


def shared_relations(
    of_lines: Sequence[Layout], of_heads: Sequence[Layout]
) -> tuple[Relation, ...]:
    """Find what tables with the same lines, and tables with the same heads, have in common.

    Positions count through the tables given, one after the other.
    """
    lines, heads = pooled(of_lines, Axis.LINES), pooled(of_heads, Axis.HEADS)
    return (*_along(steps_of(lines)), *_along(steps_of(heads)))


def across_heads(layout: Layout) -> tuple[Relation, ...]:
    """Find what the heads of a table have in common on each line."""
    lines = matrix_of(layout)
    return _along(steps_of(lines).turned(lines.turned()))


def _both_ways(lines: Matrix) -> tuple[Relation, ...]:
    steps = steps_of(lines)
    return (*_along(steps), *_along(steps.turned(lines.turned())))


def _along(steps: Steps) -> tuple[Relation, ...]:
    sums = find_sums(steps.matrix)
    known = (*sums, *find_rates(steps, sums))
    return (*known, *find_others(steps.matrix, known))
