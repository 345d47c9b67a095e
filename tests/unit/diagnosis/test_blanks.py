"""Blanks are filled where edits ask for one figure each, and left where they do not."""

from __future__ import annotations

import pytest

from statlint.diagnosis.blanks import filled_blanks
from statlint.diagnosis.diagnose import diagnose
from statlint.diagnosis.model import Certainty, System
from statlint.diagnosis.systems import survey
from statlint.diagnosis.undetermined import leaves_open
from tables import confrontation_of, form_of, table_of

LINES = ["a A", "b B", "c C", "d D", "total Total"]
HEADS = ["x X", "y Y", "z Z", "all All"]
DOWN = {"id": "D", "rule": "a + b + c + d = total", "per": "head"}
ACROSS = {"id": "R", "rule": "x + y + z = all", "per": "line"}
RIGHT = [[119, 210, 33], [47, 52, 61], [8, 91, 25], [71, 340, 12]]


def system_of(blanks: str, *, wrong: dict[str, int] | None = None) -> System:
    rows = [[*row, sum(row)] for row in RIGHT]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    written = [[str(figure) for figure in row] for row in rows]
    for place in blanks.split():
        written["abcd".index(place[0])]["xyz".index(place[1])] = ""
    for place, figure in (wrong or {}).items():
        written["abcd".index(place[0])]["xyz".index(place[1])] = str(figure)
    text = "\n".join(
        f"{label},{','.join(row)}"
        for label, row in zip(("A", "B", "C", "D", "Total"), written, strict=True)
    )
    form = form_of(table_of(LINES, HEADS, DOWN, ACROSS))
    found = survey([confrontation_of(form, f",X,Y,Z,All\n{text}")])
    assert found is not None
    return found.system


@pytest.mark.parametrize(
    ("blanks", "figures"),
    [
        pytest.param("ax bx cx dx", [119, 47, 8, 71], id="a column"),
        pytest.param("ax ay bx cy", [119, 210, 47, 91], id="one behind the other"),
    ],
)
def test_many_blanks_are_filled_one_by_one(blanks: str, figures: list[int]) -> None:
    (cause,) = filled_blanks(system_of(blanks))

    (told,) = cause.explanations
    assert cause.certainty is Certainty.LOCATED
    assert sorted(new for event in told.events for _, new in event.changes) == sorted(figures)
    assert told.probability >= 0.99


@pytest.mark.parametrize(
    ("blanks", "wrong"),
    [
        pytest.param("ax ay bx by", {}, id="blanks that cross"),
        pytest.param("ax bx cx", {}, id="few blanks"),
        pytest.param("ax bx cx dx", {"ay": 201}, id="a wrong figure among them"),
        pytest.param("ax bx cx dx", {"ay": 600}, id="a figure that leaves nothing"),
    ],
)
def test_blanks_that_no_edits_prove_are_left(blanks: str, wrong: dict[str, int]) -> None:
    assert list(filled_blanks(system_of(blanks, wrong=wrong))) == []


def open_in(system: System) -> list[bool]:
    return [
        leaves_open(one, system, cause.failed)
        for cause in diagnose(system)
        for one in cause.explanations
    ]


def test_more_blanks_than_edits_leave_figures_open() -> None:
    assert any(open_in(system_of("ax ay bx by")))


@pytest.mark.parametrize(
    "blanks", [pytest.param("ax by", id="blanks apart"), pytest.param("ax", id="one blank")]
)
def test_few_blanks_leave_nothing_open(blanks: str) -> None:
    found = open_in(system_of(blanks))

    assert found
    assert not any(found)
