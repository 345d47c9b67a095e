"""Figures of last year that a found table prints beside its own, against last year's table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statlint.facts import Fact, Facts
from statlint.finding import Nature, Origin
from statlint.form import Arrangement, Comparison, Edit, EditKind, Name, Scope
from statlint.history import Neighbours, Relation
from statlint.history.model import Places
from statlint.values import Text
from statlint.values.balances import OPENING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.confront.axes import Axis

_NAME = Text("上年数", "Last year's figure")
_BASIS = Text("其余上年数均与上年报表一致", "the other figures are as last year's table has them")
_FEWEST = 2
"""Figures other than 0 that must agree with last year's."""
_YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)"
_CHANGE = r"[比较与]|增|减|升|降|[%％]|率|幅|change|growth|increase|\bto\b"
"""Words for what is no figure of last year, though its label names that year."""
_LAST_YEAR = r"^[(（]?(?:上|去)年|^(?:last|previous|prior) year|same period of"


def revised(facts: Facts, others: Neighbours) -> Iterator[Edit]:
    """Say which figures of a found table are those of last year's table.

    Labels must say so (上年同期, or 2023年 in both tables), and half of the figures must agree.
    """
    if facts.plan.arrangement is not Arrangement.AS_FOUND:
        return
    for relation in (Relation.YEAR_BEFORE, Relation.PREVIOUS):
        last_year = others.by_relation.get(relation, ())
        if last_year:
            # Where the table does not say what it is for, only years in its labels do.
            named = _YEAR if relation is Relation.PREVIOUS else ""
            places = last_year[0].tables.get(facts.plan.key, {})
            yield from _edits(facts, places, relation, named)
            return


def _edits(facts: Facts, places: Places, relation: Relation, named: str) -> Iterator[Edit]:
    from statlint.confront.axes import axes_of

    for axis in axes_of(facts):
        printed = _printed(axis, places)
        for key, label in axis.labels.items():
            found = [
                (_proof(axis, key, other, facts, places), other)
                for other in _candidates(label, printed)
                if re.search(named, label)
            ]
            proof, other = max(found, default=(0, ""))
            if proof:
                yield _edit(axis, key, other, relation)


def _printed(axis: Axis, places: Places) -> dict[str, str]:
    """Give what is printed in last year's table for each line (or head), by our keys."""
    at = 0 if axis.scope is Scope.HEAD else 1
    return {place[at]: axis.label(fact) for place, fact in places.items()}


def _candidates(label: str, printed: dict[str, str]) -> list[str]:
    """Give what a label may name in last year's table: the same year, or that table's own year."""
    # What is carried over has last year's end, not its figure, before it.
    if re.search(f"{_CHANGE}|{OPENING}", label, re.IGNORECASE):
        return []
    if re.search(_YEAR, label):
        return [key for key, other in printed.items() if _squeezed(other) == _squeezed(label)]
    if not re.search(_LAST_YEAR, label, re.IGNORECASE):
        return []
    return [
        key
        for key, other in printed.items()
        if not re.search(f"{_LAST_YEAR}|{_CHANGE}", other, re.IGNORECASE)
    ]


def _squeezed(label: str) -> str:
    return "".join(label.split())


def _proof(axis: Axis, key: str, other: str, facts: Facts, places: Places) -> int:
    pairs: list[tuple[Fact | None, Fact | None]] = [
        (facts.get(*axis.place(key, one)), places.get(axis.place(other, one)))
        for one in axis.across
    ]
    from statlint.confront.axes import agreeing

    return agreeing(pairs, _FEWEST)


def _edit(axis: Axis, key: str, other: str, relation: Relation) -> Edit:
    condition = Comparison("=", Name((key,)), Name((other,), relation.value))
    from statlint.form import edit_text

    return Edit(
        id=f"last-year-{key}",
        text=edit_text(condition),
        condition=condition,
        kind=EditKind.BALANCE,
        name=_NAME,
        scope=axis.scope,
        nature=Nature.QUERY,
        origin=Origin.INFERRED,
        basis=_BASIS,
        across=relation.value,
    )
