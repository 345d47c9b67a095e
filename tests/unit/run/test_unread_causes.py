"""A text where a figure is due is told with the figure that edits and its signs ask for."""

from __future__ import annotations

import pytest

from statlint.diagnosis import Certainty
from statlint.run.causes import causes_of
from statlint.run.told import Told
from tables import Entry, confrontation_of, form_of, table_of

LINES = ["a A", "b B", "c C", "total Total"]
HEADS = ["x X", "y Y", "z Z", "all All"]
DOWN = {"id": "D", "rule": "a + b + c = total", "per": "head"}
ACROSS = {"id": "R", "rule": "x + y + z = all", "per": "line"}
SHARE = {"id": "P", "rule": "y = 100 * x / all", "kind": "ratio", "per": "line"}
RIGHT = [["119", "210", "33", "362"], ["47", "52", "61", "160"], ["8", "91", "25", "124"]]
TOTAL = ["174", "353", "119", "646"]


def causes(
    *texts: tuple[int, int, str], edits: tuple[Entry, ...] = (DOWN, ACROSS), kind: str = "count"
) -> list[Told]:
    rows = [list(row) for row in (*RIGHT, TOTAL)]
    for row, column, text in texts:
        rows[row][column] = text
    lines = [
        ",".join((label, *(f'"{cell}"' for cell in row)))
        for label, row in zip(("A", "B", "C", "Total"), rows, strict=True)
    ]
    form = form_of(table_of(LINES, HEADS, *edits, kind=kind))
    return list(causes_of([confrontation_of(form, "\n".join([",X,Y,Z,All", *lines]))], None, "zh"))


def proposed(told: Told) -> list[str]:
    return [cell.proposed for cell in told.alternatives[0].cells]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ll9", "B2 可能应为 119（现为「ll9」，1 误写成字母 l）"),
        ("1 19", "B2 可能应为 119（现为「1 19」，数字中间夹了空格）"),
        ("11,9", "B2 可能应为 119（现为「11,9」，分隔符用错）"),
        ("119?", "B2 可能应为 119（现为「119?」，夹了多余的「?」）"),
        ("约119", "B2 可能应为 119（现为「约119」，写成了约数）"),
        ("一百一十九", "B2 可能应为 119（现为「一百一十九」，写成了汉字）"),
        ("1.19E2", "B2 可能应为 119（现为「1.19E2」，写成了科学记数法）"),
    ],
)
def test_a_text_that_its_edits_bear_out_is_sure(text: str, words: str) -> None:
    (told,) = causes((0, 0, text))

    assert told.message == f"{words}：改后未能核对的 2 处均相符，可能性 > 99%"
    assert (told.certainty, told.alternatives[0].reason) == (Certainty.LOCATED, "unreadable")
    assert [fact.text for fact in told.spoilt] == [text]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l9", "B2 可能应为 119（现为「l9」，不是数字，形似 19，但与勾稽关系不符）"),
        ("待核", "B2 可能应为 119（现为「待核」，不是数字）"),
    ],
)
def test_a_text_that_its_edits_contradict_is_told_so(text: str, words: str) -> None:
    (told,) = causes((0, 0, text))

    assert told.message == f"{words}：改后未能核对的 2 处均相符，可能性 > 99%"


def test_a_text_in_one_edit_alone_is_told_by_it() -> None:
    (told,) = causes((2, 0, "若干"), edits=(ACROSS,))

    assert told.certainty is Certainty.LOCATED
    assert proposed(told) == ["8"]
    assert told.alternatives[0].probability < 0.999


def test_a_text_that_totals_leave_out_is_told_by_its_signs_alone() -> None:
    (told,) = causes((2, 1, "9l"), (2, 3, "33"), (3, 1, "262"), (3, 3, "555"))

    assert told.message == (
        "C4 可能应为 91（现为「9l」，1 误写成字母 l）："
        "C5、E4 没有计入这一格，改后须重算，可能性 95%"
    )
    assert [f"{one.edit.id} {one.where}" for one in told.instances] == ["D y", "R c"]


def test_words_that_totals_leave_out_mean_nothing_sure() -> None:
    assert causes((2, 0, "若干"), (2, 3, "116"), (3, 0, "166"), (3, 3, "638")) == []


def test_the_letter_o_is_0() -> None:
    (told,) = causes((2, 0, "O"), (2, 3, "116"), (3, 0, "166"), (3, 3, "638"))

    assert told.message.startswith("B4 可能应为 0（现为「O」，0 误写成字母 O）")


def test_a_wrong_figure_beside_a_text_is_told_too() -> None:
    found = causes((0, 0, "ll9"), (0, 1, "120"))

    assert [proposed(one) for one in found] == [["210"], ["119"]]
    assert [len(one.instances) for one in found] == [2, 2]


def test_an_edit_that_contradicts_what_another_bears_out_is_told() -> None:
    (told,) = causes((0, 0, "ll9"), (0, 3, "352"), edits=(DOWN, ACROSS))[-1:]

    assert proposed(told) == ["119"]


def test_what_a_comma_means_is_left_to_the_edits() -> None:
    edits = ({"id": "R", "rule": "x + y = all", "per": "line"},)

    found = causes((0, 0, "1,5"), (0, 1, "2.5"), (0, 3, "4"), edits=edits, kind="amount")

    assert [proposed(one) for one in found if one.spoilt] == [["1.5"]]


def test_bounds_alone_bear_nothing_out() -> None:
    bound = {"id": "B", "rule": "a <= 1000", "per": "head"}

    assert causes((0, 0, "ll9"), edits=(bound,)) == []


def test_many_texts_are_no_slips() -> None:
    lines = [f"l{number} L{number}" for number in range(50)]
    form = form_of(table_of(lines, HEADS, ACROSS))
    rows = [f"L{number},甲方,1,1,3" for number in range(50)]

    found = causes_of([confrontation_of(form, "\n".join([",X,Y,Z,All", *rows]))], None, "zh")

    assert found == ()
