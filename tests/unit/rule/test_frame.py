"""The code frame of a table: the few lines and heads around a cell, as printed."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.facts import Facts, read_facts
from statlint.finding import Frame
from statlint.grid import Grid
from statlint.rule.frame import frame_around
from statlint.run.pack import find_form
from statlint.table import FormPlan, Hints, Label, search
from statlint.values import CellRef
from tables import facts_of, form_of, grid_of, table_of

LINES = [f"l{number} line {number}" for number in range(1, 13)]
HEADS = [f"h{number} head {number}" for number in range(1, 11)]
FORM = form_of(table_of(LINES, HEADS))


def wide_grid() -> Grid:
    heads = ",".join(["", *(f"head {column}" for column in range(1, 11))])
    rows = [
        ",".join([f"line {row}", *(f"{row}.{column}" for column in range(1, 11))])
        for row in range(1, 13)
    ]
    return grid_of("\n".join([f"{heads}", *rows]), name="表")


def tell(frame: Frame | None) -> tuple[list[int], list[int], list[str]]:
    """Tell the rows and columns of a frame, and the cells that it marks."""
    assert frame is not None
    return (
        [row.number for row in frame.rows],
        list(frame.columns),
        sorted(map(str, frame.marked)),
    )


def around(
    facts: Facts, at: tuple[str, str], others: Sequence[tuple[str, str]] = ()
) -> Frame | None:
    fact = facts.get(*at)
    related = [found for other in others if (found := facts.get(*other))]
    return frame_around(fact, related, {})


def test_two_lines_and_heads_on_each_side() -> None:
    frame = around(facts_of(FORM, wide_grid()), ("l5", "h5"))

    assert tell(frame) == ([4, 5, 6, 7, 8], [4, 5, 6, 7, 8], ["F6"])


def test_fewer_at_the_edge() -> None:
    facts = facts_of(FORM, wide_grid())

    assert tell(around(facts, ("l1", "h1"))) == ([2, 3, 4], [2, 3, 4], ["B2"])
    assert tell(around(facts, ("l12", "h10"))) == ([11, 12, 13], [9, 10, 11], ["K13"])


def test_lines_and_heads_that_matter_are_shown_too() -> None:
    frame = around(facts_of(FORM, wide_grid()), ("l12", "h1"), [("l2", "h1"), ("l12", "h9")])

    assert tell(frame) == ([3, 11, 12, 13], [2, 3, 4, 10], ["B13"])


def test_of_too_many_the_nearest_are_shown() -> None:
    others = [(f"l{number}", "h1") for number in range(1, 11)]
    frame = around(facts_of(FORM, wide_grid()), ("l12", "h1"), others)

    assert tell(frame) == ([7, 8, 9, 10, 11, 12, 13], [2, 3, 4], ["B13"])


def test_labels_and_cells_are_as_printed() -> None:
    small = form_of(table_of(["a 一、甲", "b 二、乙"], ["x 男", "y 女"]))
    facts = facts_of(small, ",男,女\n甲 ,1,00\n乙,—,约3")
    frame = around(facts, ("b", "y"))

    assert frame is not None
    assert frame.heads == ("男", "女")
    assert [(row.number, row.label, row.cells) for row in frame.rows] == [
        (2, "甲", ("1", "00")),
        (3, "乙", ("—", "约3")),
    ]


def test_a_turned_table_is_shown_as_it_stands() -> None:
    small = form_of(table_of(["a 甲", "b 乙", "c 丙"], ["x 男", "y 女"]))
    frame = around(facts_of(small, ",甲,乙,丙\n男,1,2,3\n女,4,5,6"), ("c", "y"), [("a", "y")])

    assert frame is not None
    assert (frame.columns, frame.heads) == ((2, 3, 4), ("甲", "乙", "丙"))
    assert [(row.number, row.label, row.cells) for row in frame.rows] == [
        (2, "男", ("1", "2", "3")),
        (3, "女", ("4", "5", "6")),
    ]
    assert frame.marked == {CellRef(3, 4)}


def test_a_merged_cell_is_framed_at_its_corner() -> None:
    small = form_of(table_of(["a 甲", "b 乙"], ["x 男", "y 女"]))
    facts = facts_of(small, grid_of(",男,女\n甲,1,4\n乙,,5", merges="B2:B3"))

    assert tell(around(facts, ("b", "x"))) == ([2, 3], [2, 3], ["B2"])


def test_the_cells_around_a_label() -> None:
    grid = grid_of("标题,,\n,,\n行,列,列二\n甲,1,2\n乙,3,4\n丙,5,6", name="表", merges="A1:C1")
    frame = frame_around(Label("甲", "表", CellRef(4, 1)), (), {"表": grid})

    assert frame is not None
    assert (frame.columns, frame.heads) == ((1, 2, 3), ("", "", ""))
    assert [(row.number, row.label, row.cells) for row in frame.rows] == [
        (2, "", ("", "", "")),
        (3, "", ("行", "列", "列二")),
        (4, "", ("甲", "1", "2")),
        (5, "", ("乙", "3", "4")),
        (6, "", ("丙", "5", "6")),
    ]
    assert frame.marked == {CellRef(4, 1)}


def test_a_merged_title_is_shown_once() -> None:
    grid = grid_of("标题,,\n行,列,列二", name="表", merges="A1:C1")
    frame = frame_around(Label("标题", "表", CellRef(1, 1)), (), {"表": grid})

    assert frame is not None
    assert [row.cells for row in frame.rows] == [("标题", "", ""), ("行", "列", "列二")]


def test_a_label_far_to_the_right_is_in_its_frame() -> None:
    frame = frame_around(Label("head 10", "表", CellRef(1, 11)), (), {"表": wide_grid()})

    assert tell(frame) == ([1, 2, 3], [4, 5, 6, 7, 8, 9, 10, 11], ["K1"])


def test_what_has_no_cell_has_no_frame() -> None:
    elsewhere = Label("甲", "另一张", CellRef(1, 1))

    assert frame_around(None, (), {}) is None
    assert frame_around(elsewhere, (), {"表": wide_grid()}) is None


def test_the_names_of_lines_stand_before_their_cells_and_not_among_them() -> None:
    grid = grid_of("公开信息分类\n类别,数量,占比（%）\n甲,1,25\n乙,3,75\n", name="表")
    found = search([grid], [FormPlan(find_form("cn-breakdown", "en"))], Hints())
    facts = read_facts(found.filled[0].tables[0])

    frame = around(facts, ("category#1", "number"))

    assert frame is not None
    assert (frame.heads, frame.rows[0].label) == (("数量", "占比（%）"), "甲")
