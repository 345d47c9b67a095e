"""Figures carried over from last year, which no form needs to state: 年初 is last year's 年末."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import TypeAlias

from statlint.facts import Fact, Facts
from statlint.finding import Nature, Origin
from statlint.form import Arrangement, Comparison, Edit, EditKind, Name, Scope, edit_text
from statlint.history import Neighbour, Neighbours, Relation
from statlint.values import Number, Text
from statlint.values.balances import CLOSING, OPENING
from statlint.values.exact import add, subtract

_NAME = Text("跨期衔接", "Carried over")
_BASIS = Text("本表其余各栏均与上期衔接", "the other figures here follow from the period before")
_FEWEST = 2
"""Figures other than 0 that must agree with last year's."""
_Labels: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Axis:
    """Lines (or heads) with their labels; an edit between two of them is repeated over the rest."""

    scope: Scope
    labels: _Labels
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


def carried_over(facts: Facts, others: Neighbours) -> Iterator[Edit]:
    """Say which figures of a found table are carried over from the period before.

    Labels must say so (上年结转, 年末结余), and half of the figures must agree.
    """
    if facts.plan.arrangement is not Arrangement.AS_FOUND or not others.count(Relation.PREVIOUS):
        return
    previous = others.by_relation[Relation.PREVIOUS][0]
    for axis in _axes(facts):
        closing = _labelled(axis.labels, CLOSING, but=OPENING)
        for opening in _labelled(axis.labels, OPENING):
            found = [(_proof(axis, opening, key, facts, previous), key) for key in closing]
            proof, key = max(found, default=(0, ""))
            if proof:
                told = _without_closed(axis, opening, key, facts, previous)
                yield _edit(axis, opening, key, told)


def _axes(facts: Facts) -> Iterable[_Axis]:
    lines = {fact.line.key: fact.line_label for fact in facts.due()}
    heads = {fact.head.key: fact.head_label for fact in facts.due()}
    yield _Axis(Scope.HEAD, lines, tuple(heads))
    yield _Axis(Scope.LINE, heads, tuple(lines))


def _labelled(labels: _Labels, words: str, *, but: str | None = None) -> list[str]:
    return [
        key
        for key, label in labels.items()
        if re.search(words, label, re.IGNORECASE)
        and not (but and re.search(but, label, re.IGNORECASE))
    ]


def _proof(axis: _Axis, opening: str, closing: str, facts: Facts, previous: Neighbour) -> int:
    """Count the figures that agree; none where they are few, or too many do not."""
    held = failed = 0
    for other in axis.across:
        now = facts.get(*axis.place(opening, other))
        then = previous.get(facts.plan.key, *axis.place(closing, other))
        if _is_figure(now) and _is_figure(then):
            agrees = _value(now) == _value(then)
            held += agrees and bool(_value(now))
            failed += not agrees
    return held if held >= max(_FEWEST, failed) else 0


def _without_closed(
    axis: _Axis, opening: str, closing: str, facts: Facts, previous: Neighbour
) -> tuple[str, ...]:
    """Leave out totals that differ by just what the lines (or heads) held that are gone or new."""
    places = previous.tables.get(facts.plan.key, {})
    there = {axis.crossing(one) for one in places.values()}
    then = {one: places.get(axis.place(closing, one)) for one in axis.across}
    ends = {axis.own(one) for one in then.values() if one}
    elsewhere = [one for table in previous.filing.facts for one in table if axis.own(one) in ends]
    tables = {one.table for one in places.values()}
    gone = [one for one in elsewhere if one.table in tables and axis.crossing(one) not in there]
    now = {one: facts.get(*axis.place(opening, one)) for one in axis.across}
    change = subtract(_sum(now[one] for one in axis.across if not then[one]), _sum(gone))
    return tuple(
        one
        for one in axis.across
        if not change or not then[one] or subtract(_sum([now[one]]), _sum([then[one]])) != change
    )


def _sum(facts: Iterable[Fact | None]) -> Number:
    nothing: Number = 0
    return reduce(add, (one.figure.value for one in facts if one and one.figure), nothing)


def _is_figure(fact: Fact | None) -> bool:
    return fact is not None and fact.figure is not None


def _value(fact: Fact | None) -> object:
    return fact.figure.value if fact and fact.figure else None


def _edit(axis: _Axis, opening: str, closing: str, told: tuple[str, ...]) -> Edit:
    condition = Comparison("=", Name((opening,)), Name((closing,), Relation.PREVIOUS.value))
    return Edit(
        id=f"carried-{opening}",
        text=edit_text(condition),
        condition=condition,
        kind=EditKind.BALANCE,
        name=_NAME,
        scope=axis.scope,
        lines=told if axis.scope is Scope.LINE else (),
        heads=told if axis.scope is Scope.HEAD else (),
        nature=Nature.QUERY,
        origin=Origin.INFERRED,
        basis=_BASIS,
        across=Relation.PREVIOUS.value,
    )
