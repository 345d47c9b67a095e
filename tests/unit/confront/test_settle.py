"""Which instances count: rivals, proof, periods, what other edits say more exactly."""

from __future__ import annotations

import pytest

from statlint.confront import Confrontation
from statlint.table import Hints
from statlint.values import Period
from tables import Entry, confrontation_of, form_of, table_of

HEADS: list[str | Entry] = [
    {"key": "unit", "label": "Unit", "kind": "text", "names": "unit"},
    "a Letters",
    "b Visits",
    "all Total",
]
LINES: list[str | Entry] = [{"key": "unit", "label": "Unit", "repeat": True}]


def told(confrontation: Confrontation) -> list[str]:
    return [
        f"{one.edit.id} {one.where} {one.reason or one.verdict}" for one in confrontation.instances
    ]


def confronted(rows: str, *edits: Entry, hints: Hints | None = None) -> list[str]:
    grid = "Unit,Letters,Visits,Total\n" + rows.replace(" ", "\n")
    form = form_of(table_of(LINES, HEADS, *edits))
    return told(confrontation_of(form, grid, hints=hints))


SUM = {"rule": "a + b = all", "per": "line", "rival": "sum"}
FIRST = {"rule": "a = all", "per": "line", "rival": "sum"}


def test_of_rivals_the_one_that_holds_most_often_counts() -> None:
    assert confronted("N,1,2,3 S,2,2,4 E,5,0,5 W,2,2,2", FIRST, SUM) == [
        "E2 unit#1 holds",
        "E2 unit#2 holds",
        "E2 unit#3 holds",
        "E2 unit#4 fails",
    ]


def test_of_rivals_that_hold_as_often_the_first_counts() -> None:
    assert confronted("N,1,0,1 S,2,2,9", FIRST, SUM) == ["E1 unit#1 holds", "E1 unit#2 fails"]


def test_edits_without_a_rival_stay() -> None:
    other = {"rule": "a <= all", "per": "line"}

    assert confronted("N,1,2,3", SUM, other) == ["E1 unit#1 holds", "E2 unit#1 holds"]


PROVEN = {"rule": "a + b = all", "per": "line", "proven": True}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param("N,1,2,3 S,1,2,4", ["holds", "fails"], id="half of them hold"),
        pytest.param("N,1,2,3 S,1,2,4 E,1,2,5", ["unproven"] * 3, id="fewer than half hold"),
        pytest.param("N,1,2,2 S,0,0,0", ["unproven"] * 2, id="nothing of nothing is no proof"),
        pytest.param("N,0,0,0 S,0,0,0", ["unproven"] * 2, id="nothing of nothing everywhere"),
        pytest.param(
            "N,1,2,3 S,1,,4", ["holds", "blank-parts"], id="what is open speaks neither way"
        ),
        pytest.param("N,,, S,1,,4", ["blank-parts"] * 2, id="nothing is decided"),
    ],
)
def test_an_edit_may_have_to_prove_itself(rows: str, expected: list[str]) -> None:
    found = [one.rpartition(" ")[2] for one in confronted(rows, PROVEN)]

    assert found == expected


JANUARY = {"rule": "a = all", "per": "line", "periods": ["M01", "Q1"]}


@pytest.mark.parametrize(
    ("period", "rows", "expected"),
    [
        pytest.param(Period(2024, "M", 1), "N,1,2,3", ["E1 unit#1 fails"], id="in the month"),
        pytest.param(Period(2024, "Q", 1), "N,1,2,3", ["E1 unit#1 fails"], id="in the quarter"),
        pytest.param(Period(2024, "M", 2), "N,1,2,3", [], id="in another month"),
        pytest.param(Period(2024), "N,1,2,3", [], id="for a whole year"),
        pytest.param(None, "N,1,2,3", ["E1 unit#1 no-period"], id="the period is not known"),
        pytest.param(None, "N,3,0,3", ["E1 unit#1 holds"], id="it need not be known"),
    ],
)
def test_an_edit_may_be_for_parts_of_the_year(
    period: Period | None, rows: str, expected: list[str]
) -> None:
    assert confronted(rows, JANUARY, hints=Hints(period=period)) == expected


def test_a_failure_is_silent_where_another_says_it_more_exactly() -> None:
    form = form_of(
        table_of(
            LINES,
            HEADS,
            {"rule": "a <= all", "per": "line", "implied-by": ["E2"]},
            {"rule": "a + b = all", "per": "line"},
        )
    )
    grid = "Unit,Letters,Visits,Total\nNorth,5,1,4\nSouth,1,1,2"

    assert told(confrontation_of(form, grid)) == [
        "E1 unit#2 holds",
        "E2 unit#1 fails",
        "E2 unit#2 holds",
    ]


def test_an_edit_of_the_whole_table_is_silent_where_one_of_its_figures_is_told_of() -> None:
    line = {"rule": "a = b", "per": "line"}
    whole = {"rule": "sum(unit.b) = 10", "kind": "shares", "implied-by": ["E1"]}

    assert confronted("N,4,4,0 S,9,7,0", line, whole) == ["E1 unit#1 holds", "E1 unit#2 fails"]
    assert confronted("N,4,4,0 S,9,9,0", line, whole)[-1] == "E2 None fails"


def test_it_is_told_where_none_of_its_figures_is() -> None:
    line = {"rule": "a = b", "per": "line"}
    whole = {"rule": "sum(unit.all) = 10", "kind": "shares", "implied-by": ["E1"]}

    assert confronted("N,4,3,5", line, whole) == ["E1 unit#1 fails", "E2 None fails"]


GROUPS: list[str | Entry] = [
    {"key": "group", "label": "Group", "repeat": True},
    {"key": "unit", "label": "Unit", "repeat": True, "under": "group"},
    {"key": "total", "label": "Total"},
]
IN_GROUPS = {"rule": "sum(unit) = group", "per": "head", "within": "group", "heads": ["a"]}
OVER_ALL = {"rule": "sum(unit) = total", "per": "head", "heads": ["a"]}
GROUPED = """Unit,Letters,Visits,Total
一、North,3,0,0
1.N,1,0,0
2.M,1,0,0
二、South,2,0,0
1.S,2,0,0
Total,5,0,0"""


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        pytest.param({}, {}, ["group#1 a fails", "group#2 a holds", "None a fails"], id="both"),
        pytest.param(
            {},
            {"implied-by": ["E1"]},
            ["group#1 a fails", "group#2 a holds"],
            id="one for all by one within groups",
        ),
        pytest.param(
            {"implied-by": ["E2"]},
            {},
            ["group#2 a holds", "None a fails"],
            id="one within groups by one for all",
        ),
    ],
)
def test_copies_within_groups_are_told_apart(
    inner: Entry, outer: Entry, expected: list[str]
) -> None:
    form = form_of(table_of(GROUPS, HEADS, {**IN_GROUPS, **inner}, {**OVER_ALL, **outer}))
    found = confrontation_of(form, GROUPED).instances

    assert [f"{one.edit.under} {one.where} {one.verdict}" for one in found] == expected


def test_only_an_edit_of_the_whole_table_is_silent_for_a_figure() -> None:
    lines: list[str | Entry] = [*LINES, {"key": "total", "label": "Total"}]
    down = {"rule": "sum(unit) = total", "per": "head", "heads": ["a"]}
    along = {"rule": "a + b = all", "per": "line", "lines": ["total"], "implied-by": ["E1"]}
    form = form_of(table_of(lines, HEADS, down, along))

    found = told(confrontation_of(form, "Unit,Letters,Visits,Total\nN,1,2,3\nTotal,4,2,3"))

    assert found == ["E1 a fails", "E2 total fails"]
