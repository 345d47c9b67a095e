"""Which form comes closest to a file in which no table was recognised."""

from __future__ import annotations

from collections.abc import Sequence

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
                labels = [head.label.zh for block in table.blocks for head in block.heads]
                labels += [line.label.zh for line in table.lines()]
                found = tuple(label for label in labels if label_key(label) in printed)
                missing = tuple(label for label in labels if label_key(label) not in printed)
                if len(found) >= max(_FEWEST, len(best.found) + 1 if best else 0):
                    best = NearMiss(plan.form, table, grid.name, found, missing)
    return best
