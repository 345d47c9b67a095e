"""The lines and heads of a found table by their labels, for relations that no form states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.facts import Fact, Facts
from statlint.form import Scope

Labels: TypeAlias = Mapping[str, str]
"""The label of each line or head by its key."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Lines (or heads) with their labels; an edit between two of them is repeated over the rest."""

    scope: Scope
    labels: Labels
    across: tuple[str, ...]

    def place(self, key: str, other: str) -> tuple[str, str]:
        """Give line and head of a cell, by its key here and that of what it crosses."""
        return (key, other) if self.scope is Scope.HEAD else (other, key)

    def own(self, fact: Fact) -> str:
        """Give the key of the line (or head) of a cell that the axis runs over."""
        return fact.line.key if self.scope is Scope.HEAD else fact.head.key

    def crossing(self, fact: Fact) -> str:
        """Give the key of what a cell crosses it with."""
        return fact.head.key if self.scope is Scope.HEAD else fact.line.key

    def label(self, fact: Fact) -> str:
        """Give the label of the line (or head) of a cell that the axis runs over."""
        return fact.line_label if self.scope is Scope.HEAD else fact.head_label


def axes_of(facts: Facts) -> Iterable[Axis]:
    """Give the axes of a table: its lines across the heads, its heads across the lines."""
    lines = {fact.line.key: fact.line_label for fact in facts.due()}
    heads = {fact.head.key: fact.head_label for fact in facts.due()}
    yield Axis(Scope.HEAD, lines, tuple(heads))
    yield Axis(Scope.LINE, heads, tuple(lines))


def agreeing(pairs: Iterable[tuple[Fact | None, Fact | None]], fewest: int) -> int:
    """Count the figures other than 0 that agree; none where they are few, or too many do not."""
    held = failed = 0
    for one, other in pairs:
        if one and other and one.figure and other.figure:
            agrees = one.figure.value == other.figure.value
            held += agrees and bool(one.figure.value)
            failed += not agrees
    return held if held >= max(fewest, failed) else 0
