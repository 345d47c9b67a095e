"""Which cell of another form is which: renamed keys, several lines in one, labels of lists."""

from __future__ import annotations

import pytest

from statlint.facts import Filing, read_facts
from statlint.form import Form
from statlint.history import Relation, beside, comparable
from tables import Entry, filled_of, form_of, table_of

OLD = form_of(
    table_of(
        ["came Came", "ended Ended", "odd Odd"],
        ["a Towns", "b Villages", "sum All"],
        key="cases",
    ),
    id="old",
)
EARLIER: Entry = {
    "form": "old",
    "table": [{"was": "cases", "now": "files"}],
    "line": [
        {"table": "files", "was": "ended", "now": ["closed", "withdrawn"]},
        {"table": "files", "was": "odd", "now": []},
    ],
    "head": [{"table": "files", "was": "sum", "now": ["all"]}],
}
NEW = form_of(
    table_of(
        ["came Came", "closed Closed", "withdrawn Withdrawn", "odd Odd"],
        ["a Towns", "b Villages", "all All"],
        key="files",
    ),
    id="new",
    earlier=[EARLIER],
)
OLD_GRID = """
    Case,Towns,Villages,All
    Came,4,5,9
    Ended,3,3,6
    Odd,7,7,7
"""
NEW_GRID = """
    Case,Towns,Villages,All
    Came,14,15,29
    Closed,10,,10
    Withdrawn,1,—,1
    Odd,8,8,8
"""


def filing_of(form: Form, grid: str) -> Filing:
    filled = filled_of(form, grid)
    return Filing(f"{form.id}.csv", filled, tuple(map(read_facts, filled.tables)))


def told(other: Filing, own: Filing) -> dict[str, str]:
    tables = beside(other, Relation.PREVIOUS, own).tables
    return {
        ".".join((table, *place)): fact.text
        for table, places in tables.items()
        for place, fact in places.items()
    }


def test_keys_of_the_form_before_become_those_of_this_one() -> None:
    found = told(filing_of(OLD, OLD_GRID), filing_of(NEW, NEW_GRID))

    assert found == {
        "files.came.a": "4",
        "files.came.b": "5",
        "files.came.all": "9",
    }


def test_lines_that_were_one_before_are_added_up_for_the_form_before() -> None:
    found = told(filing_of(NEW, NEW_GRID), filing_of(OLD, OLD_GRID))

    assert {place: text for place, text in found.items() if "odd" not in place} == {
        "cases.came.a": "14",
        "cases.came.b": "15",
        "cases.came.sum": "29",
        "cases.ended.a": "10+1",
        "cases.ended.sum": "10+1",
    }


def test_what_is_added_up_says_of_what() -> None:
    neighbour = beside(filing_of(NEW, NEW_GRID), Relation.PREVIOUS, filing_of(OLD, OLD_GRID))

    fact = neighbour.get("cases", "ended", "a")

    assert fact is not None
    assert fact.figure is not None
    assert (fact.figure.value, fact.line_label, fact.head_label, fact.path) == (
        11,
        "Closed、Withdrawn",
        "Towns",
        "new.csv",
    )


def test_what_cannot_be_read_is_not_added_up() -> None:
    grid = NEW_GRID.replace("Withdrawn,1", "Withdrawn,one")

    found = told(filing_of(NEW, grid), filing_of(OLD, OLD_GRID))

    assert "cases.ended.a" not in found


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        pytest.param(NEW, NEW, True, id="one form"),
        pytest.param(NEW, OLD, True, id="the form before"),
        pytest.param(OLD, NEW, True, id="the form after"),
        pytest.param(NEW, form_of(table_of(["a A"], ["b B"]), id="else"), False, id="another form"),
    ],
)
def test_forms_are_comparable_where_one_names_the_other(
    own: Form, other: Form, *, expected: bool
) -> None:
    assert comparable(own, other) is expected


def test_forms_that_do_not_know_each_other_have_nothing_in_common() -> None:
    other = form_of(table_of(["came Came"], ["a Towns"], key="cases"), id="else")

    assert told(filing_of(other, "Case,Towns\nCame,1"), filing_of(OLD, OLD_GRID)) == {}


UNITS = form_of(
    table_of(
        [
            {"key": "group", "label": "Kind", "repeat": True, "optional": True},
            {"key": "unit", "label": "Unit", "repeat": True, "under": "group"},
            {"key": "total", "label": "Total", "optional": True},
        ],
        [
            {"key": "name", "label": "Unit", "kind": "text", "names": "unit"},
            {"key": "kind", "label": "Kind", "repeat": True, "optional": True},
            {"key": "all", "label": "All"},
        ],
        {"rule": "sum(unit) = total", "per": "head"},
        key="units",
    ),
    id="units",
)
UNITS_NOW = """
    Unit,Laws,News,All
    East,1,2,3
    West,4,5,9
    Hill,1,1,2
    Total,6,8,14
"""
UNITS_THEN = """
    Unit,News,Laws,All
    Hill,11,12,23
    West,21,22,43
    South,31,32,63
    Total,63,66,129
"""


def test_lines_and_heads_that_repeat_are_told_by_their_labels() -> None:
    found = told(filing_of(UNITS, UNITS_THEN), filing_of(UNITS, UNITS_NOW))

    known = {
        place: text
        for place, text in found.items()
        if "elsewhere" not in place and "name" not in place
    }
    assert known == {
        "units.unit#3.kind#2": "11",
        "units.unit#3.kind#1": "12",
        "units.unit#3.all": "23",
        "units.unit#2.kind#2": "21",
        "units.unit#2.kind#1": "22",
        "units.unit#2.all": "43",
        "units.total.kind#2": "63",
        "units.total.kind#1": "66",
        "units.total.all": "129",
    }


def test_of_two_lines_with_one_label_none_is_taken() -> None:
    twice = UNITS_THEN.replace("South", "West")

    found = told(filing_of(UNITS, twice), filing_of(UNITS, UNITS_NOW))

    assert [place for place in found if "unit#2." in place and "elsewhere" not in place] == []


def test_without_the_form_that_is_checked_keys_stay() -> None:
    neighbour = beside(filing_of(OLD, OLD_GRID), Relation.PARTS)

    assert {place for place, _ in neighbour.tables["cases"]} == {"came", "ended", "odd"}
    assert {fact.path for fact in neighbour.tables["cases"].values()} == {"old.csv"}


def test_a_table_that_is_not_in_the_checked_file_keeps_its_keys() -> None:
    both = form_of(
        table_of(["came Came"], ["a Towns"], key="one"),
        table_of(["went Went"], ["a Towns"], key="two"),
        id="both",
    )
    one, two = "Case,Towns\nCame,1", "Case,Towns\nWent,2"
    own = Filing("own.csv", filled := filled_of(both, one), tuple(map(read_facts, filled.tables)))
    other = Filing("b.csv", more := filled_of(both, two), tuple(map(read_facts, more.tables)))

    assert told(other, own) == {"two.went.a": "2"}
