"""Tables without a form take what the checked one holds: counts are exact, places are words."""

from __future__ import annotations

from dataclasses import replace

from statlint.facts import Filing, read_facts
from statlint.form import Arrangement
from statlint.history import Relation
from statlint.history.alike import beside_alike
from tables import filled_of, form_of, table_of

GRID = "Kind,Number,Place\nA,1,1\nB,2,2"


def filing_of(path: str, *, rounded: bool, unit: str = "件") -> Filing:
    form = form_of(table_of(["a A", "b B"], ["n Number", "p Place"], rounded=rounded, unit=unit))
    filled = filled_of(form, GRID)
    plans = [replace(one.plan, arrangement=Arrangement.AS_FOUND) for one in filled.tables]
    tables = tuple(
        replace(table, plan=plan) for table, plan in zip(filled.tables, plans, strict=True)
    )
    return Filing(path, replace(filled, tables=tables), tuple(map(read_facts, tables)))


def test_what_the_other_table_seems_to_hold_does_not_count() -> None:
    own, other = filing_of("own.csv", rounded=False), filing_of("other.csv", rounded=True)

    neighbour = beside_alike(other, Relation.PARTS, own)

    facts = [fact for places in neighbour.tables.values() for fact in places.values()]
    assert [(fact.text, fact.measure.rounded, fact.path) for fact in facts] == [
        ("1", False, "other.csv"),
        ("1", False, "other.csv"),
        ("2", False, "other.csv"),
        ("2", False, "other.csv"),
    ]
    assert facts == [fact for one in neighbour.filing.facts for fact in one]


def test_what_is_added_up_is_restated_in_our_unit() -> None:
    own = filing_of("own.csv", rounded=False, unit="万元")
    other = filing_of("other.csv", rounded=False, unit="元")

    parts = beside_alike(other, Relation.PARTS, own)
    before = beside_alike(other, Relation.PREVIOUS, own)

    assert [
        [fact.text for places in one.tables.values() for fact in places.values()]
        for one in (parts, before)
    ] == [
        ["0.0001万元 (1元)", "0.0001万元 (1元)", "0.0002万元 (2元)", "0.0002万元 (2元)"],
        ["1", "1", "2", "2"],
    ]
