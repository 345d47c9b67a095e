"""Figures carried over from last year, which no form needs to state: 年初 is last year's 年末."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import reduce

from statlint.facts import Fact, Facts
from statlint.finding import Nature, Origin
from statlint.form import Arrangement, Comparison, Edit, EditKind, Name, Scope
from statlint.history import Neighbour, Neighbours, Relation
from statlint.values import Number, Text
from statlint.values.balances import CLOSING, OPENING
from statlint.values.exact import add, subtract

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.confront.axes import Axis, Labels

_NAME = Text("跨期衔接", "Carried over")
_BASIS = Text("本表其余各栏均与上期衔接", "the other figures here follow from the period before")
_FEWEST = 2
"""Figures other than 0 that must agree with last year's."""


def carried_over(facts: Facts, others: Neighbours) -> Iterator[Edit]:
    """Say which figures of a found table are carried over from the period before.

    Labels must say so (上年结转, 年末结余), and half of the figures must agree.
    """
    if facts.plan.arrangement is not Arrangement.AS_FOUND or not others.count(Relation.PREVIOUS):
        return
    previous = others.by_relation[Relation.PREVIOUS][0]
    from statlint.confront.axes import axes_of

    for axis in axes_of(facts):
        closing = _labelled(axis.labels, CLOSING, but=OPENING)
        for opening in _labelled(axis.labels, OPENING):
            found = [(_proof(axis, opening, key, facts, previous), key) for key in closing]
            proof, key = max(found, default=(0, ""))
            if proof:
                told = _without_closed(axis, opening, key, facts, previous)
                yield _edit(axis, opening, key, told)


def _labelled(labels: Labels, words: str, *, but: str | None = None) -> list[str]:
    return [
        key
        for key, label in labels.items()
        if re.search(words, label, re.IGNORECASE)
        and not (but and re.search(but, label, re.IGNORECASE))
    ]


def _proof(axis: Axis, opening: str, closing: str, facts: Facts, previous: Neighbour) -> int:
    pairs = (
        (
            facts.get(*axis.place(opening, other)),
            previous.get(facts.plan.key, *axis.place(closing, other)),
        )
        for other in axis.across
    )
    from statlint.confront.axes import agreeing

    return agreeing(pairs, _FEWEST)


def _without_closed(
    axis: Axis, opening: str, closing: str, facts: Facts, previous: Neighbour
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


def _edit(axis: Axis, opening: str, closing: str, told: tuple[str, ...]) -> Edit:
    condition = Comparison("=", Name((opening,)), Name((closing,), Relation.PREVIOUS.value))
    from statlint.form import edit_text

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
