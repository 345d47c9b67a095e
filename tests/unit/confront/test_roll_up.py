"""Sums over parts that no form states: which figures, under which heads, in which tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statlint.confront import Confrontation, confront
from statlint.facts import Filing, read_facts
from statlint.finding import Nature, Origin, Reason
from statlint.form import Arrangement, Form
from statlint.history import Neighbours, PassedOver, Relation, beside
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


def confronted(
    form: Form, whole: str, *parts: str, found: bool = False, lacking: PassedOver | None = None
) -> Confrontation:
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
    neighbours = Neighbours({"parts": others}, lacking=(lacking,) if lacking else ())
    return confront(own.filled, own.facts, others=neighbours)


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


WHOLE_FOUND = "Unit,Number,Base,Rate,Place\nA,60,2,3,1\nB,50,1,4,2\nAll,100,3,7,9"
PART_FOUND = "Unit,Number,Base,Rate,Place\nA,30,1,3,1\nB,20,1,2,2\nAll,50,2,5,5"


def verdicts(confrontation: Confrontation) -> dict[tuple[str | None, str | None], str]:
    return {(one.edit.under, one.where): str(one.verdict) for one in confrontation.instances}


def test_in_a_found_table_figures_must_show_head_by_head_that_they_add_up() -> None:
    confrontation = confronted(form_with(), WHOLE_FOUND, PART_FOUND, PART_FOUND, found=True)

    assert verdicts(confrontation) == {
        ("number", "a"): "holds",
        ("number", "b"): "fails",
        ("number", "all"): "holds",
        ("place", "a"): "not-checked",
        ("place", "b"): "not-checked",
        ("place", "all"): "not-checked",
    }
    assert {one.edit.nature for one in confrontation.instances} == {Nature.QUERY}


def test_where_one_part_alone_has_a_figure_it_shows_nothing() -> None:
    alone = "Unit,Number,Base,Rate,Place\nA,60,1,3,1\nB,0,1,2,2\nAll,100,2,5,5"
    others = "Unit,Number,Base,Rate,Place\nA,0,1,3,1\nB,20,1,2,2\nAll,0,2,5,5"
    confrontation = confronted(form_with(), WHOLE_FOUND, alone, others, found=True)

    assert set(verdicts(confrontation).values()) == {"not-checked"}


@pytest.mark.parametrize(
    ("b", "verdict"),
    [
        pytest.param("21,0", "not-checked", id="between those of the parts"),
        pytest.param("23,43", "fails", id="another figure of the line is a sum"),
        pytest.param("4.3,0", "fails", id="ten times too small"),
        pytest.param("50,0", "fails", id="no mean"),
    ],
)
def test_what_lies_among_the_figures_of_the_parts_may_be_a_mean(b: str, verdict: str) -> None:
    heads: list[str | Entry] = ["number Number", "more More"]
    form = form_with(heads=heads)
    grids = [
        "Unit,Number,More\nA,30,1\nB,20,20\nAll,50,2",
        "Unit,Number,More\nA,50,1\nB,23,23\nAll,60,2",
        "Unit,Number,More\nA,9,1\nB,0,0\nAll,6,2",
    ]
    whole = f"Unit,Number,More\nA,89,3\nB,{b}\nAll,116,6"
    confrontation = confronted(form, whole, *grids, found=True)

    assert verdicts(confrontation)["number", "b"] == verdict


def test_labels_and_units_of_found_tables_say_what_is_no_sum() -> None:
    heads: list[str | Entry] = [
        "number 人数",
        "mean 平均年龄",
        "share 占比%",
        "score 得分",
        "year 年份",
        {"key": "dense", "label": "密度", "kind": "amount", "unit": "人/平方公里"},
        {"key": "yield", "label": "产出", "kind": "amount", "unit": "元/亩"},
    ]
    form = form_of(table_of(["a 粮食", "b 单位价格", "all 合计"], heads))
    grid = (
        "项目,人数,平均年龄,占比%,得分,年份,密度,产出\n粮食,30,1,1,1,1,1,1\n单位价格,9,1,1,1,1,1,1"
    )
    grid += "\n合计,30,1,1,1,1,1,1"

    assert summed(confronted(form, grid, grid, grid, found=True)) == [
        ("number", "a"),
        ("number", "all"),
    ]


LACKING = PassedOver("c.csv", Relation.PARTS, Reason.NOT_READ_ELSEWHERE)


@pytest.mark.parametrize(
    ("rule", "verdict"),
    [
        pytest.param("number = sum(parts.number)", "holds", id="more than its parts"),
        pytest.param("sum(parts.base) = number", "holds", id="turned"),
        pytest.param("sum(parts.number) = 3", None, id="no total"),
        pytest.param("number = sum(parts.base) + 1", None, id="no plain sum"),
        pytest.param("number >= sum(parts.number)", None, id="no equation"),
    ],
)
def test_with_some_parts_alone_a_total_is_only_too_small(rule: str, verdict: str | None) -> None:
    form = form_with({"id": "P", "rule": rule, "per": "line"})
    confrontation = confronted(form, WHOLE, PART, lacking=LACKING)

    assert {str(one.verdict) for one in confrontation.instances} == ({verdict} - {None})


def test_with_some_parts_alone_the_sums_of_a_form_are_bounds() -> None:
    heads: list[str | Entry] = [
        "number Number",
        {"key": "base", "label": "Base", "kind": "change"},
        {"key": "rate", "label": "Rate", "kind": "score"},
        "place Place",
    ]
    confrontation = confronted(form_with(heads=heads), WHOLE, PART, PART, PART, lacking=LACKING)

    assert verdicts(confrontation) == {
        ("number", "a"): "fails",
        ("number", "b"): "fails",
        ("number", "all"): "fails",
        ("place", "a"): "fails",
        ("place", "b"): "fails",
        ("place", "all"): "fails",
    }
    assert {one.edit.text for one in confrontation.instances} == {
        "sum(parts.number) <= number",
        "sum(parts.place) <= place",
    }


def test_with_some_parts_alone_nothing_is_said_of_a_found_table() -> None:
    confrontation = confronted(form_with(), WHOLE_FOUND, PART_FOUND, lacking=LACKING, found=True)

    assert confrontation.instances == ()
