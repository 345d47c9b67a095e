"""What the equations of a form can prove of a wrong figure, whatever the figures are."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TypeAlias

from statlint.confront import confront, linear_of
from statlint.dataclass import dataclass
from statlint.facts import Fact
from statlint.facts.blank import blank_form
from statlint.form import Form

_Column: TypeAlias = tuple[tuple[int, Fraction], ...]
"""What a change in one cell does to the equations, by number, as multiples of the first."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What the equations of a form prove of one table, by cells.

    `located`: a single wrong figure there is told from one in any other cell. `among`: only that
    one of several cells is wrong, each of which would do as well. `unseen`: no equation names it.
    Where all are located, any two wrong figures are seen: that takes two cells whose changes could
    cancel (Donoho & Elad 2003: fewer than the spark of the equations).
    """

    table: str
    located: int
    among: int
    unseen: int


def proofs_of(form: Form) -> tuple[Proof, ...]:
    """Say for each table what is proven; nothing of a form with open tables.

    What these prove depends on what is filled in. Inequalities and shares may tell more than is
    said here.
    """
    if any(table.open for table in form.tables):
        return ()
    filled, tables = blank_form(form)
    named: dict[Fact, list[tuple[int, Fraction]]] = {}
    for number, instance in enumerate(confront(filled, tables).instances):
        linear = linear_of(instance)
        for fact, weight in linear.terms if linear else ():
            named.setdefault(fact, []).append((number, Fraction(weight)))
    columns = {fact: _column(entries) for fact, entries in named.items()}
    alike: dict[_Column, int] = {}
    for column in columns.values():
        alike[column] = alike.get(column, 0) + 1
    return tuple(
        _proof(facts.plan.key, [alike.get(columns.get(fact, ()), 0) for fact in facts.due()])
        for facts in tables
    )


def _column(entries: Iterable[tuple[int, Fraction]]) -> _Column:
    """Scale a column so that any two that differ by a factor are the same."""
    (first, weight), *rest = entries
    return ((first, Fraction(1)), *((number, other / weight) for number, other in rest))


def _proof(table: str, alike: list[int]) -> Proof:
    """Count cells by how many react like them, themselves among these; 0 where none does."""
    located, unseen = alike.count(1), alike.count(0)
    return Proof(table, located, len(alike) - located - unseen, unseen)
