"""Cells whose figures formulas give, and the cells that these formulas add."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from statlint.confront import Confrontation
from statlint.facts import Fact
from statlint.formula import Formulas
from statlint.formula.sums import Sum, sums
from statlint.values import CellRef

Standing: TypeAlias = Mapping[tuple[int, CellRef], Fact]
"""The cells of tables by sheet and place."""


def sums_among(
    confrontations: Sequence[Confrontation], formulas: Formulas | None
) -> dict[Fact, tuple[tuple[Fact, int], ...]]:
    """Give each cell with a formula the cells that it adds or takes away, with their weights.

    Empty where a formula does more than that, or adds what is no figure of a table.
    """
    if formulas is None:
        return {}
    facts = [fact for one in confrontations for each in one.facts for fact in each]
    standing = {(fact.part.grid.index, fact.cell): fact for fact in facts}
    found = formulas.ask(sums)
    given: dict[Fact, tuple[tuple[Fact, int], ...]] = {}
    for (index, ref), fact in standing.items():
        if formulas.at(formulas.grids[index], ref) is not None:
            one = found.get((index, ref))
            given[fact] = () if one is None else tuple(_terms(one, standing))
    return given


def _terms(one: Sum, standing: Standing) -> Iterator[tuple[Fact, int]]:
    """Go through the cells that a sum adds; those of no table (headings, blanks) add nothing."""
    for term in one.terms:
        for cell in term.area.cells():
            fact = standing.get((term.area.grid.index, cell.ref))
            if fact is not None:
                yield fact, term.weight
