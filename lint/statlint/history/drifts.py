"""From the history of a form to the drifts of its tables."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Collection, Sequence

from statlint.facts import Fact
from statlint.history.compared import Compared, compared
from statlint.history.drift import Drift
from statlint.history.family import Family, families_of
from statlint.history.model import History


def drifts_of(history: History, told: Collection[Fact]) -> tuple[Drift, ...]:
    """Take the drifts of the tables of a form that states all its lines and heads.

    Figures that are odd by themselves, and those that edits settle, are left out: they are told.
    """
    form = history.filled.form
    if form.as_found or not form.id:
        return ()
    known = {fact for odd in history.odd for fact in (odd.at, *odd.others)}
    families = families_of((fact for facts in history.facts for fact in facts), history)
    tables: dict[tuple[str, bool], list[Compared]] = {}
    for one in compared(history):
        fact = one.fact
        fixed = fact.line.of is None and fact.head.of is None
        there = one.was > 0 and one.now > 0 and fact not in known and fact not in told
        if fixed and there and families[fact] is Family.SIZE:
            tables.setdefault((fact.table, fact.measure.kind.whole), []).append(one)
    return tuple(_drift(history, *key, members) for key, members in tables.items())


def _drift(history: History, table: str, whole: bool, members: Sequence[Compared]) -> Drift:  # noqa: FBT001
    facts = [one.fact for one in members]
    return Drift(
        history.filled.form.id,
        table,
        history.previous.path,
        tuple(sys.intern(f"{fact.line.key}.{fact.head.key}") for fact in facts),
        array("d", (float(one.was) for one in members)),
        array("d", (float(one.now) for one in members)),
        whole,
        facts[0].sheet,
        array("I", (fact.cell.row for fact in facts)),
        array("H", (fact.cell.column for fact in facts)),
        tuple(sys.intern(fact.line_label) for fact in facts),
        tuple(sys.intern(fact.head_label) for fact in facts),
    )
