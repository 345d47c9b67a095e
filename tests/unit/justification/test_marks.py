"""Marks: the same for the same finding wherever it stands, another for another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statlint.finding import EditNote, Finding, Origin, Related
from statlint.justification.marks import leans_on_others, mark_of
from statlint.values import CellRef
from unit.justification.found import FOUND

EDIT = EditNote("total", "Total", "Total = Men + Women", Origin.FORM)
OTHER = Related(None, CellRef(1, 1), "12", path="2023/town.csv")
BARE = replace(FOUND, left=None, right=None, difference=None, value=None, about="missing; line=A")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(FOUND, path="old/other.csv"), id="file renamed"),
        pytest.param(replace(FOUND, cell=CellRef(9, 9), sheet="表二"), id="moved"),
        pytest.param(replace(FOUND, message="合计不等", advice="请核对"), id="other language"),
        pytest.param(replace(FOUND, value=" 33 ", left="33.0"), id="printed otherwise"),
        pytest.param(replace(FOUND, fingerprint="ab-2"), id="the second of a run"),
    ],
)
def test_the_same_finding_keeps_its_mark(other: Finding) -> None:
    assert mark_of(other) == mark_of(FOUND)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(FOUND, value="34"), id="other figure"),
        pytest.param(replace(FOUND, difference="2"), id="other difference"),
        pytest.param(replace(FOUND, related=(OTHER,)), id="other figures beside"),
        pytest.param(replace(FOUND, line="Men"), id="other line"),
        pytest.param(replace(FOUND, head="2023"), id="other head"),
        pytest.param(replace(FOUND, table="t2"), id="other table"),
        pytest.param(replace(FOUND, code="B102"), id="other rule"),
        pytest.param(replace(FOUND, edit=EDIT), id="other edit"),
    ],
)
def test_another_finding_has_another_mark(other: Finding) -> None:
    assert mark_of(other) != mark_of(FOUND)


def test_marks_stay_as_they_were_written_into_baselines() -> None:
    """Where they change, the version of baselines must grow."""
    found = (FOUND, BARE, replace(FOUND, edit=EDIT, related=(OTHER,)))

    assert [mark_of(one) for one in found] == [
        "9e6c3e485b294363810d",
        "232ece8e4742a14a0e26",
        "3317a147864d0add7f62",
    ]


def test_an_edit_may_be_worded_anew() -> None:
    reworded = replace(EDIT, text="Men + Women = Total", name="Sum")

    assert mark_of(replace(FOUND, edit=reworded)) == mark_of(replace(FOUND, edit=EDIT))


@pytest.mark.parametrize("value", [None, "the label it stands at"])
def test_without_figures_the_message_tells_apart(value: str | None) -> None:
    one, other = (replace(BARE, value=value, about=f"missing; line={line}") for line in "AB")

    assert mark_of(one) != mark_of(other)


@pytest.mark.parametrize(
    ("finding", "leans"),
    [
        pytest.param(FOUND, False, id="of the table alone"),
        pytest.param(replace(FOUND, edit=EDIT), False, id="an edit that the form states"),
        pytest.param(replace(FOUND, level=2, code="P201"), True, id="earlier tables"),
        pytest.param(replace(FOUND, code="X101"), True, id="tables of one folder"),
        pytest.param(replace(FOUND, related=(OTHER,)), True, id="a cell of another file"),
        pytest.param(
            replace(FOUND, edit=replace(EDIT, origin=Origin.INFERRED)), True, id="figures showed it"
        ),
    ],
)
def test_tells_what_other_files_were_needed_for(finding: Finding, *, leans: bool) -> None:
    assert leans_on_others(finding) is leans
