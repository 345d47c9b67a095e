"""A form filled with figures that hold, and what becomes of it when some are changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from statlint.confront import Confrontation, confront, linear_of
from statlint.diagnosis import Survey, survey
from statlint.facts import Fact, Facts
from statlint.facts.blank import blank_form
from statlint.form import Form
from statlint.table import FilledForm
from statlint.values import Figure, Number, Text, decimals_of


class Slot(NamedTuple):
    """The place of one figure in a form, by keys."""

    table: str
    line: str
    head: str


Figures: TypeAlias = Mapping[Slot, Number | None]
"""Figures by their place; None is a blank."""


@dataclass(frozen=True, slots=True, eq=False)
class Blank:
    """A form with its cells, before it is filled in."""

    filled: FilledForm
    facts: tuple[Facts, ...]

    @classmethod
    def of(cls, form: Form) -> Blank:
        """Lay a form out."""
        filled, facts = blank_form(form)
        return cls(filled, tuple(facts))

    def confronted(self, figures: Figures) -> Confrontation:
        """Fill it in and confront its edits."""
        return confront(
            self.filled,
            [
                facts.reading_as(
                    {fact: _figure(number) for fact, number in _numbers(facts, figures)}
                )
                for facts in self.facts
            ],
        )


def _numbers(facts: Facts, figures: Figures) -> Iterator[tuple[Fact, Number]]:
    for fact in facts:
        number = figures.get(slot_of(fact))
        if number is not None:
            yield fact, number


def _figure(number: Number) -> Figure:
    return Figure(number, str(number), decimals=decimals_of(number))


def slot_of(fact: Fact) -> Slot:
    """Give the place of a cell."""
    return Slot(fact.table, fact.line.key, fact.head.key)


class Sum(NamedTuple):
    """An equation of a form: the figure that it states, and what this is made of."""

    edit: str
    stated: Slot
    parts: Mapping[Slot, int]


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A filled form in which all edits hold, the same of the year before, and one filed beside."""

    shape: str
    size: str
    blank: Blank
    figures: dict[Slot, Number | None]
    before: dict[Slot, Number | None]
    beside: dict[Slot, Number | None] = field(default_factory=dict)

    def seen(self, changes: Figures) -> Figures:
        """Give the figures with some changed."""
        return {**self.figures, **changes}

    def surveyed(self, changes: Figures, *, with_before: bool) -> Survey | None:
        """Give the system of what fails after some changes; None where nothing does."""
        confrontation = self.blank.confronted(self.seen(changes))
        before = {
            fact: number
            for facts in confrontation.facts
            for fact, number in _numbers(facts, self.before)
        }
        beside = {
            fact: number
            for facts in confrontation.facts
            for fact, number in _numbers(facts, self.beside)
        }
        return survey(
            [confrontation],
            expected=before if with_before else None,
            sources=[(Text("beside", "beside"), beside)],
        )

    def grid(self, table: str) -> list[list[Slot]]:
        """Give the places of a table, line by line."""
        (plan,) = (one.plan for one in self.blank.facts if one.plan.key == table)
        return [
            [Slot(table, line.key, head.key) for head in block.figure_heads]
            for block in plan.blocks
            for line in block.figure_lines
        ]

    @property
    def tables(self) -> list[str]:
        """The keys of its tables."""
        return [one.plan.key for one in self.blank.facts]

    def sums(self) -> list[Sum]:
        """Give its sums: each edit under each head or on each line."""
        found = []
        for one in self.blank.confronted(self.figures).instances:
            linear = linear_of(one)
            terms = {slot_of(fact): int(weight) for fact, weight in linear.terms} if linear else {}
            stated = None if one.target is None else slot_of(one.target)
            if stated in terms and len(terms) > 1:
                own = terms.pop(stated)
                parts = {slot: -weight * own for slot, weight in terms.items()}
                found.append(Sum(one.edit.id, stated, parts))
        return found
