"""What failed in a file is told by its causes, each edit once."""

from __future__ import annotations

import pytest

from statlint.diagnosis import Certainty
from statlint.finding import Proposal
from statlint.run.causes import causes_of
from statlint.run.told import Told
from statlint.values import CellRef
from tables import Entry, confrontation_of, form_of, table_of

LINES = ["a A", "b B", "c C", "total Total"]
HEADS = ["x X", "y Y", "z Z", "all All"]
DOWN = {"id": "D", "rule": "a + b + c = total", "per": "head"}
ACROSS = {"id": "R", "rule": "x + y + z = all", "per": "line"}
BOUND = {"id": "P", "rule": "a <= 1000", "per": "head"}
RIGHT = [[119, 210, 33, 362], [47, 52, 61, 160], [8, 91, 25, 124], [174, 353, 119, 646]]


def causes(*changes: tuple[int, int, int], edits: tuple[Entry, ...] = (DOWN, ACROSS)) -> list[Told]:
    figures = [list(row) for row in RIGHT]
    for row, column, figure in changes:
        figures[row][column] = figure
    rows = [
        f"{label},{','.join(map(str, row))}"
        for label, row in zip(("A", "B", "C", "Total"), figures, strict=True)
    ]
    form = form_of(table_of(LINES, HEADS, *edits))
    confrontation = confrontation_of(form, "\n".join([",X,Y,Z,All", *rows]))
    return list(causes_of([confrontation], None, "zh"))


def edits(told: Told) -> list[str]:
    return [f"{one.edit.id} {one.where}" for one in told.instances]


def test_what_holds_has_no_cause() -> None:
    assert causes() == []


def test_a_located_figure_is_told_with_what_it_should_be() -> None:
    (told,) = causes((0, 0, 191))

    assert edits(told) == ["D x", "R a"]
    assert told.certainty is Certainty.LOCATED
    assert [one.cells for one in told.alternatives] == [
        (Proposal(None, CellRef(2, 2), "191", "119"),)
    ]
    assert [one.reason for one in told.alternatives] == ["transposed"]
    assert told.message == told.alternatives[0].message
    assert told.message.startswith(
        "B2 可能应为 119（现为 191，两位数字颠倒）：改后 2 处不平全部消除"
    )


def test_two_slips_are_told_apart() -> None:
    found = causes((0, 0, 191), (2, 1, 19))

    assert [edits(told) for told in found] == [["D x", "R a"], ["D y", "R c"]]
    assert [told.alternatives[0].cells[0].proposed for told in found] == ["119", "91"]


def test_what_sums_cannot_tell_is_a_list() -> None:
    (told,) = causes((1, 3, 106), edits=(ACROSS,))

    assert edits(told) == ["R b"]
    assert (
        told.certainty is not Certainty.LOCATED or told.alternatives[0].cells[0].proposed == "160"
    )
    assert "160" in {cell.proposed for one in told.alternatives for cell in one.cells}


@pytest.mark.parametrize("figure", [1500, 4000])
def test_a_bound_alone_tells_no_cause(figure: int) -> None:
    (told,) = causes((0, 0, figure), edits=(BOUND,))

    assert (edits(told), told.certainty) == (["P x"], Certainty.LINE)
    assert told.message == ""


def test_blanks_that_cross_are_not_guessed() -> None:
    text = ",X,Y,Z,All\nA,,,33,362\nB,,,61,160\nC,8,91,25,124\nTotal,174,353,119,646"
    form = form_of(table_of(LINES, HEADS, DOWN, ACROSS))

    (told,) = causes_of([confrontation_of(form, text)], None, "zh")

    assert (told.certainty, told.alternatives) == (Certainty.LINE, ())
    assert told.message == "空白较多，仅凭勾稽关系推不出各应填多少，请逐格核对"
