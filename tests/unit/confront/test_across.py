"""Edits that reach to the forms of other files: last year's, those of the parts."""

from __future__ import annotations

import pytest

from statlint.confront import Confrontation, confront
from statlint.facts import Filing, read_facts
from statlint.form import Form
from statlint.history import Neighbours, Relation, beside
from tables import filled_of, form_of, table_of

LINES = ["carried Carried", "made Made", "total Total", "next Next"]
HEADS = ["a Towns", "b Villages"]
THEN = """
    Case,Towns,Villages
    Carried,1,2
    Made,4,5
    Total,5,7
    Next,3,1
"""
NOW = """
    Case,Towns,Villages
    Carried,3,2
    Made,4,5
    Total,7,7
    Next,0,0
"""
NO_NEXT = """
    Case,Towns,Villages
    Carried,3,2
    Made,4,5
    Total,7,7
"""


def form_with(*edits: dict[str, object]) -> Form:
    return form_of(table_of(LINES, HEADS, *edits))


def filing_of(form: Form, grid: str, path: str) -> Filing:
    filled = filled_of(form, grid)
    return Filing(path, filled, tuple(read_facts(table) for table in filled.tables))


def confronted(form: Form, grid: str, **others: tuple[str, ...]) -> Confrontation:
    own = filing_of(form, grid, "now.csv")
    neighbours = {
        relation: tuple(
            beside(filing_of(form, text, f"{relation}{number}.csv"), Relation(relation))
            for number, text in enumerate(grids)
        )
        for relation, grids in others.items()
    }
    return confront(own.filled, own.facts, others=Neighbours(neighbours))


def told(confrontation: Confrontation) -> list[tuple[str | None, str, str, str]]:
    return [
        (one.where, one.verdict.value, str(one.left), str(one.right))
        for one in confrontation.instances
    ]


def test_a_figure_carried_over_is_held_against_last_year_s() -> None:
    form = form_with({"rule": "carried = previous.next", "per": "head"})

    confrontation = confronted(form, NOW, previous=(THEN,))

    assert told(confrontation) == [("a", "holds", "3", "3"), ("b", "fails", "1", "2")]
    (failed,) = confrontation.failed_across("previous")
    assert [(one.path, str(one.cell)) for one in failed.facts] == [
        (None, "C2"),
        ("previous0.csv", "C5"),
    ]
    assert failed.target is failed.facts[0]


def test_rules_on_the_form_alone_do_not_see_what_reaches_to_others() -> None:
    form = form_with({"rule": "carried = previous.next", "per": "head"})

    confrontation = confronted(form, NOW, previous=(THEN,))

    assert list(confrontation.failed(*{one.edit.kind for one in confrontation.instances})) == []


def test_without_last_year_nothing_is_asked() -> None:
    form = form_with({"rule": "carried = previous.next", "per": "head"})

    assert told(confronted(form, NOW)) == []


def test_the_parts_are_added_up() -> None:
    form = form_with({"rule": "total = sum(parts.total)", "per": "head"})

    confrontation = confronted(form, NOW, parts=(THEN, THEN.replace("5,7", "2,1")))

    assert told(confrontation) == [("a", "holds", "7", "7"), ("b", "fails", "8", "7")]


def test_what_last_year_did_not_print_is_not_checked() -> None:
    form = form_with({"rule": "carried = previous.next", "per": "head"})

    confrontation = confronted(form, NOW, previous=(NO_NEXT,))

    assert [(one.verdict.value, str(one.reason)) for one in confrontation.instances] == [
        ("not-checked", "absent-elsewhere")
    ] * len(HEADS)


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param("next = previous.next + carried + made - total", id="a stock"),
        pytest.param("next >= previous.next - 3", id="a bound"),
        pytest.param("total = sum(previous.carried:made)", id="a range"),
    ],
)
def test_other_shapes_reach_across(rule: str) -> None:
    form = form_with({"rule": rule, "per": "head", "heads": ["a"]})

    (instance,) = confronted(form, NOW, previous=(THEN,)).instances

    assert {one.path for one in instance.facts} == {None, "previous0.csv"}
    assert instance.edit.across == "previous"


def test_an_edit_between_tables_reaches_across() -> None:
    edit = {"id": "T", "rule": "table.carried.a = previous.table.next.a"}
    form = form_of(table_of(LINES, HEADS), edit=[edit])

    assert told(confronted(form, NOW, previous=(THEN,))) == [(None, "holds", "3", "3")]


def test_an_edit_that_stands_once_reaches_across() -> None:
    form = form_with({"rule": "carried.b = previous.next.b"})

    assert told(confronted(form, NOW, previous=(THEN,))) == [(None, "fails", "1", "2")]


def test_a_year_is_held_against_its_quarters() -> None:
    form = form_with(
        {"rule": "sum(quarterly.made) = made", "per": "head"},
        {"rule": "last(quarterly.next) = next", "per": "head"},
        {"rule": "rises(quarterly.total, total)", "per": "head"},
    )
    first, second = THEN.replace("4,5", "1,2"), THEN.replace("4,5", "3,2").replace("3,1", "0,0")

    confrontation = confronted(form, NOW, quarterly=(first, second))

    assert [(one.edit.id, one.where, one.verdict.value) for one in confrontation.instances] == [
        ("E1", "a", "holds"),
        ("E1", "b", "fails"),
        ("E2", "a", "holds"),
        ("E2", "b", "holds"),
        ("E3", "a", "holds"),
        ("E3", "b", "holds"),
    ]


def test_where_the_kind_of_unit_is_not_known_an_edit_that_holds_holds() -> None:
    rule: dict[str, object] = {"rule": "carried = previous.next", "per": "head"}
    rule["only-for"] = ["town"]

    found = told(confronted(form_with(rule), NOW, previous=(THEN,)))

    assert [verdict for _, verdict, _, _ in found] == ["holds", "not-checked"]


def test_blanks_that_other_forms_tell_are_among_what_failed() -> None:
    form = form_with({"rule": "carried = previous.next", "per": "head"})
    blank = NOW.replace("Carried,3,2", "Carried,,")

    found = [
        [one.where for one in confronted(form, grid, previous=(then,)).failed_across("previous")]
        for grid, then in (
            (blank, THEN),
            (blank, THEN.replace("Next,3,1", "Next,,0")),
            ("Case,Towns,Villages\nCarried,,\nMade,,\nTotal,,\nNext,,", THEN),
        )
    ]

    assert found == [["a", "b"], [], []]
