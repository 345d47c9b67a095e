"""Totals of a made table as formulas, as a clerk writes them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from inference_tables.keys import Key, Place
from inference_tables.made.page import Page
from statlint.values import CellRef


def with_formulas(page: Page, sums: Collection[Key], typed: Collection[Place]) -> Page:
    """Let totals be reckoned by formulas, those left out that someone typed over."""
    cells = dict(page.cells)
    # Totals that are stated in two ways are reckoned in the first; no formula needs itself.
    for key in sorted(sums):
        place = key.aggregate
        if place in typed or cells[place].formula or _needs(key, sums):
            continue
        cells[place] = replace(cells[place], formula=_formula(key.parts))
    return replace(page, cells=cells)


def _needs(key: Key, sums: Collection[Key]) -> bool:
    """Tell whether a part is stated as a sum that has the total among its own parts."""
    parts = set(key.parts)
    return any(other.aggregate in parts and key.aggregate in other.parts for other in sums)


def _formula(parts: Sequence[Place]) -> str:
    names = [str(CellRef(*part)) for part in parts]
    rows = [row for row, _ in parts]
    columns = [column for _, column in parts]
    adjacent = (rows == list(range(rows[0], rows[0] + len(rows))) and len(set(columns)) == 1) or (
        columns == list(range(columns[0], columns[0] + len(columns))) and len(set(rows)) == 1
    )
    return f"=SUM({names[0]}:{names[-1]})" if adjacent and len(parts) > 1 else f"={'+'.join(names)}"
