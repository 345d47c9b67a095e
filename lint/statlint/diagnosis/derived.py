"""Cells whose figures formulas give, and the cells that these formulas add."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from statlint.confront import Confrontation
from statlint.facts import Fact
from statlint.formula import Formulas
from statlint.formula.sums import Sum, sums
from statlint.values import CellRef

_MOST = 0.6
"""From which share on formulas are what is usual."""
_NOISE = Fraction(1, 10**9)

Standing: TypeAlias = Mapping[tuple[int, CellRef], Fact]
"""The cells of tables by sheet and place."""


def sums_among(
    confrontations: Sequence[Confrontation], formulas: Formulas | None
) -> dict[Fact, tuple[tuple[Fact, int], ...]]:
    """Give each cell with a formula the cells that it adds or takes away, with their weights.

    Empty where a formula does more than that, or adds what is no figure of a table. A cell whose
    stored result is out of date is left out: it follows nothing until it is reckoned again.
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
            terms = () if one is None else tuple(_terms(one, standing))
            if not terms or _is_up_to_date(fact, terms):
                given[fact] = terms
    return given


def typed_among(
    confrontations: Sequence[Confrontation], sums: Mapping[Fact, object]
) -> frozenset[Fact]:
    """Give the totals without a formula where formulas give most others of their edit."""
    totals: dict[int, dict[Fact, None]] = {}
    for one in (each for found in confrontations for each in found.instances) if sums else ():
        if one.target is not None and one.target.figure is not None:
            totals.setdefault(id(one.edit), {})[one.target] = None
    return frozenset(
        fact
        for stated in totals.values()
        if sum(fact in sums for fact in stated) > _MOST * len(stated)
        for fact in stated
        if fact not in sums and not _has_formula(fact)
    )


def _has_formula(fact: Fact) -> bool:
    cell = fact.part.grid.cell(fact.cell.row, fact.cell.column)
    return cell is not None and cell.formula is not None


def _is_up_to_date(total: Fact, terms: Sequence[tuple[Fact, int]]) -> bool:
    """Tell whether a stored result is what its formula gives, but for the noise of binary."""
    given = sum((_number(fact) * weight for fact, weight in terms), Fraction())
    stored = _number(total)
    return abs(given - stored) <= _NOISE * max(Fraction(1), abs(stored))


def _number(fact: Fact) -> Fraction:
    return Fraction(0 if fact.figure is None else fact.figure.value)


def _terms(one: Sum, standing: Standing) -> Iterator[tuple[Fact, int]]:
    """Go through the cells that a sum adds; those of no table (headings, blanks) add nothing."""
    for term in one.terms:
        for cell in term.area.cells():
            fact = standing.get((term.area.grid.index, cell.ref))
            if fact is not None:
                yield fact, term.weight
