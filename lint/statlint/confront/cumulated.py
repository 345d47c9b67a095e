"""The year so far in a found table: that of the period before and this period together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statlint.facts import Facts
from statlint.finding import Nature, Origin
from statlint.form import Arrangement, Comparison, Edit, EditKind, Name, Operation, Scope
from statlint.history import Neighbour, Neighbours, Relation
from statlint.values import Text, exact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.confront.axes import Axis

_NAME = Text("累计数衔接", "Year so far since the last period")
_BASIS = Text("其余累计数均与上期衔接", "the other figures follow from the period before")
_FEWEST = 2
"""Figures other than 0 that must follow from those of the period before."""
_SO_FAR = r"累计|年初至今|year to date|\bytd\b|cumulative"
_THIS = r"^(?:本|当)(?:月|期|季)|^this (?:month|quarter|period)"
_ELSE = r"上年|去年|同期|上[月期季]|[比较与]|增|减|[%％]|率|幅|last|previous|change|growth"
_PERIODS = (*(f"M{month:02}" for month in range(2, 13)), "Q2", "Q3", "Q4", "H2")
"""The parts of a year that others of that year lie before."""


def cumulated(facts: Facts, others: Neighbours) -> Iterator[Edit]:
    """Say which figures of a found table are those of the period before and this one together.

    Labels must say so (本月, 本年累计), and half of the figures must agree.
    """
    previous = others.by_relation.get(Relation.PREVIOUS, ())
    if facts.plan.arrangement is not Arrangement.AS_FOUND or not previous:
        return
    axis = _heads(facts)
    current = _labelled(axis, _THIS, but=f"{_ELSE}|{_SO_FAR}")
    for key in _labelled(axis, _SO_FAR, but=_ELSE):
        proof, month = max(
            ((_proof(axis, key, one, facts, previous[0]), one) for one in current),
            default=(0, ""),
        )
        if proof:
            yield _edit(axis, key, month)


def _heads(facts: Facts) -> Axis:
    """Give the heads that have figures; one called 本月 may be taken for words about a time."""
    there = [fact for fact in facts if fact.figure]
    heads = {fact.head.key: fact.head_label for fact in there}
    from statlint.confront.axes import Axis

    return Axis(Scope.LINE, heads, tuple(dict.fromkeys(fact.line.key for fact in there)))


def _labelled(axis: Axis, words: str, *, but: str) -> list[str]:
    return [
        key
        for key, label in axis.labels.items()
        if re.search(words, label, re.IGNORECASE) and not re.search(but, label, re.IGNORECASE)
    ]


def _proof(axis: Axis, key: str, month: str, facts: Facts, previous: Neighbour) -> int:
    """Count the figures that follow; none where they are few, or too many do not."""
    held = failed = 0
    for other in axis.across:
        now, this = (facts.get(*axis.place(one, other)) for one in (key, month))
        then = previous.get(facts.plan.key, *axis.place(key, other))
        if now and this and then and now.figure and this.figure and then.figure:
            follows = exact.add(then.figure.value, this.figure.value) == now.figure.value
            held += follows and bool(then.figure.value)
            failed += not follows
    return held if held >= max(_FEWEST, failed) else 0


def _edit(axis: Axis, key: str, month: str) -> Edit:
    before = Name((key,), Relation.PREVIOUS.value)
    condition = Comparison("=", Operation("+", before, Name((month,))), Name((key,)))
    from statlint.form import edit_text

    return Edit(
        id=f"so-far-{key}",
        text=edit_text(condition),
        condition=condition,
        kind=EditKind.BALANCE,
        name=_NAME,
        scope=axis.scope,
        nature=Nature.QUERY,
        origin=Origin.INFERRED,
        periods=_PERIODS,
        basis=_BASIS,
        across=Relation.PREVIOUS.value,
    )
