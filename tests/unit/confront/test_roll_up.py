"""Sums over parts that no form states: which figures, under which heads, in which tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statlint.confront import Confrontation, confront
from statlint.facts import Filing, read_facts
from statlint.finding import Nature, Origin
from statlint.form import Arrangement, Form
from statlint.history import Neighbours, Relation, beside
from tables import Entry, filled_of, form_of, table_of

HEADS: list[str | Entry] = [
    "number Number",
    {"key": "base", "label": "Base", "additive": False},
    {"key": "rate", "label": "Rate", "kind": "score"},
    "place Place",
]
WHOLE = "Unit,Number,Base,Rate,Place\nA,6,2,3,1\nB,4,1,4,2\nAll,10,3,7,9"
PART = "Unit,Number,Base,Rate,Place\nA,3,1,3,1\nB,2,1,2,2\nAll,5,2,5,5"
LINES = ["a A", "b B", "all All"]


def form_with(*edits: Entry, heads: list[str | Entry] = HEADS) -> Form:
    return form_of(table_of(LINES, heads, *edits))


def filing_of(form: Form, grid: str, path: str) -> Filing:
    filled = filled_of(form, grid)
    return Filing(path, filled, tuple(map(read_facts, filled.tables)))


def confronted(form: Form, whole: str, *parts: str, found: bool = False) -> Confrontation:
    own = filing_of(form, whole, "whole.csv")
    if found:
        plans = [replace(one.plan, arrangement=Arrangement.AS_FOUND) for one in own.facts]
        tables = [replace(one.table, plan=plan) for one, plan in zip(own.facts, plans, strict=True)]
        facts = tuple(map(read_facts, tables))
        own = Filing(own.path, replace(own.filled, tables=tuple(tables)), facts)
    others = tuple(
        beside(filing_of(form, grid, f"part{number}.csv"), Relation.PARTS)
        for number, grid in enumerate(parts)
    )
    return confront(own.filled, own.facts, others=Neighbours({"parts": others}))


def summed(confrontation: Confrontation) -> list[tuple[str | None, str | None]]:
    return [
        (one.edit.under, one.where) for one in confrontation.instances if one.edit.id == "parts"
    ]


PLACE: Entry = {"rule": "place(number, a.number:b.number) = place", "per": "line"}


@pytest.mark.parametrize(
    ("edits", "left_out"),
    [
        pytest.param([], set(), id="nothing that the form reckons"),
        pytest.param(
            [{**PLACE, "lines": ["a", "b"]}], {("place", "a"), ("place", "b")}, id="places"
        ),
        pytest.param(
            [{"rule": "a / b = all", "per": "head", "heads": ["number"]}],
            {("number", "all")},
            id="a quotient down a column",
        ),
        pytest.param(
            [{"rule": "all.number = max(a.number:b.number)"}],
            {("number", "all")},
            id="the greatest",
        ),
        pytest.param(
            [{"rule": "sum(a:b) = all", "per": "head"}], set(), id="sums within the table"
        ),
        pytest.param(
            [{"rule": "a.number = 0", "kind": "condition"}], set(), id="a figure that must be 0"
        ),
    ],
)
def test_what_adds_up_over_parts(edits: list[Entry], left_out: set[tuple[str, str]]) -> None:
    found = summed(confronted(form_with(*edits), WHOLE, PART, PART))

    every = [(head, line) for head in ("number", "place") for line in ("a", "b", "all")]
    assert found == [place for place in every if place not in left_out]


def test_without_parts_nothing_is_added_up() -> None:
    assert summed(confronted(form_with(), WHOLE)) == []


def test_a_form_that_states_a_sum_over_parts_states_all_of_them() -> None:
    form = form_with({"rule": "sum(parts.number) = number", "per": "line", "lines": ["all"]})

    confrontation = confronted(form, WHOLE, PART, PART)

    assert [(one.edit.id, one.where) for one in confrontation.instances] == [("E1", "all")]


def test_what_no_part_prints_is_not_asked_for_and_what_one_lacks_stays_open() -> None:
    some = "Unit,Number,Base,Rate\nA,3,1,3\nB,2,1,2\nAll,5,2,5"
    fewer = "Unit,Number,Base,Rate\nA,3,1,3\nB,2,1,2"

    confrontation = confronted(form_with(), WHOLE, some, fewer)

    assert [(one.edit.under, one.where, str(one.reason)) for one in confrontation.instances] == [
        ("number", "a", "None"),
        ("number", "b", "None"),
        ("number", "all", "absent-elsewhere"),
    ]


def test_in_a_form_the_sums_are_mandatory() -> None:
    confrontation = confronted(form_with(), WHOLE, PART, PART)

    edits = {(one.edit.nature, one.edit.origin) for one in confrontation.instances}
    assert edits == {(Nature.MANDATORY, Origin.FORM)}
    assert {one.edit.text for one in confrontation.instances} == {
        "sum(parts.number) = number",
        "sum(parts.place) = place",
    }


def test_in_a_found_table_figures_must_show_head_by_head_that_they_add_up() -> None:
    confrontation = confronted(form_with(), WHOLE.replace("B,4", "B,5"), PART, PART, found=True)

    told = {(one.edit.under, one.where): str(one.verdict) for one in confrontation.instances}
    assert told == {
        ("number", "a"): "holds",
        ("number", "b"): "fails",
        ("number", "all"): "holds",
        ("place", "a"): "not-checked",
        ("place", "b"): "not-checked",
        ("place", "all"): "not-checked",
    }
    assert {one.edit.nature for one in confrontation.instances} == {Nature.QUERY}
