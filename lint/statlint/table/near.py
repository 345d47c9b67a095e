"""Which form comes closest to a file in which no table was recognised."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.form import TableForm
from statlint.grid import Grid
from statlint.table.model import NearMiss
from statlint.table.plan import FormPlan
from statlint.table.surroundings import outside
from statlint.values import label_key

_FEWEST = 2
"""Labels in common below which no form is called close."""


def nearest(grids: Sequence[Grid], plans: Sequence[FormPlan]) -> NearMiss | None:
    """Find the table with the most labels in common with a sheet; None where fewer than two are."""
    best: NearMiss | None = None
    for grid in grids:
        printed = {label_key(label.text) for label in outside(grid, ())}
        for plan in plans:
            for table in plan.form.tables:
                labels = _labels_of(table)
                found = tuple(label for key, label in labels.items() if key in printed)
                missing = tuple(label for key, label in labels.items() if key not in printed)
                if len(found) >= max(_FEWEST, len(best.found) + 1 if best else 0):
                    best = NearMiss(plan.form, table, grid.name, found, missing)
    return best


def _labels_of(table: TableForm) -> dict[str, str]:
    """Give the labels of a table's heads and lines, each wording once, by its comparable form.

    Of an open table only the heads count that must be there: its lines are anyone's.
    """
    if table.open:
        heads = [head for block in table.blocks for head in block.heads]
        needed = [head.label.zh for head in heads if not head.optional and not head.repeat]
        return {label_key(label): label for label in needed}
    labels = [head.label.zh for block in table.blocks for head in block.heads]
    return {
        label_key(label): label for label in (*labels, *(line.label.zh for line in table.lines()))
    }
