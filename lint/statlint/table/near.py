"""Which form comes closest to a file in which no table was recognised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.form import TableForm
from statlint.grid import Grid
from statlint.table.model import NearMiss
from statlint.table.open_words import labels_on
from statlint.table.plan import FormPlan
from statlint.table.surroundings import outside
from statlint.values import label_key

_FEWEST = 2
"""Labels in common below which no form is called close."""


def nearest(grids: Sequence[Grid], plans: Sequence[FormPlan]) -> NearMiss | None:
    """Find the table with the most labels in common with a sheet; None where fewer than two are."""
    best: NearMiss | None = None
    for grid in grids:
        texts = {label.text for label in outside(grid, ())}
        printed = {label_key(text) for text in texts}
        for plan, table in _tables(texts, plans):
            labels = _labels_of(table)
            there = {label for key, label in labels.items() if key in printed}
            found = tuple(dict.fromkeys(one for one in labels.values() if one in there))
            missing = tuple(dict.fromkeys(one for one in labels.values() if one not in there))
            if missing and len(found) >= max(_FEWEST, len(best.found) + 1 if best else 0):
                best = NearMiss(plan.form, table, grid.name, found, missing)
    return best


def _tables(texts: set[str], plans: Sequence[FormPlan]) -> Iterator[tuple[FormPlan, TableForm]]:
    """Go through the tables that may be close; an open one shows most of its needed heads."""
    printed = labels_on(texts)
    for plan in plans:
        if plan.open:
            yield from ((plan, one.table) for one in plan.open_plans(printed))
        else:
            yield from ((plan, table) for table in plan.form.tables)


def _labels_of(table: TableForm) -> dict[str, str]:
    """Give the labels of a table's heads and lines by their comparable forms.

    Of an open table only the heads count that must be there, however they are worded: its lines are
    anyone's.
    """
    heads = [head for block in table.blocks for head in block.heads]
    if table.open:
        needed = {head.key for head in heads if not head.optional and not head.repeat}
        needed |= set(table.one_of[0] if table.one_of else ())
        return {
            label_key(wording): head.label.zh
            for head in heads
            if head.key in needed
            for wording in (head.label.zh, *head.aliases)
        }
    lines = (line.label.zh for line in table.lines())
    return {label_key(label): label for label in (*(head.label.zh for head in heads), *lines)}
