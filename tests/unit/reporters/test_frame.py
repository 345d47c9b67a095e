"""The code frame of a table."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from statlint.finding import Frame, FrameRow
from statlint.reporters.frame import draw_frame
from statlint.reporters.lines import Page, Style, plain_text
from statlint.reporters.look import Look
from statlint.reporters.ruler import Ruler
from statlint.values import CellRef


def drawn(frame: Frame, *, width: int = 80, ruler: Ruler | None = None) -> list[str]:
    page = Page("zh", Look(width=width), ruler or Ruler())
    return [plain_text(line) for line in draw_frame(frame, page, Style.ERROR)]


def frame_of(rows: list[FrameRow], heads: tuple[str, ...] = ("男", "女"), *marked: str) -> Frame:
    columns = tuple(range(2, 2 + len(heads)))
    return Frame(columns, heads, tuple(rows), frozenset(map(CellRef.parse, marked)))


def test_the_marked_cell_is_pointed_at() -> None:
    rows = [FrameRow(9, "城镇", ("1", "20")), FrameRow(10, "合计", ("3", "124"))]

    lines = drawn(frame_of(rows, ("男", "女"), "C10"))

    assert lines == [
        "       │        B    C",
        "       │       男   女",
        "     9 │ 城镇   1   20",
        "  > 10 │ 合计   3  124",
        "       │           ^^^",
    ]


def test_a_suspected_cell_has_question_marks_under_it() -> None:
    rows = [FrameRow(9, "城镇", ("1", "20")), FrameRow(10, "合计", ("3", "124"))]
    suspected = frozenset({CellRef.parse("C9"), CellRef.parse("C10")})

    lines = drawn(replace(frame_of(rows, ("男", "女"), "C10"), suspected=suspected))

    assert lines == [
        "       │        B    C",
        "       │       男   女",
        "     9 │ 城镇   1   20",
        "       │            ??",
        "  > 10 │ 合计   3  124",
        "       │           ^^^",
    ]


def test_a_blank_cell_is_pointed_at_too() -> None:
    lines = drawn(frame_of([FrameRow(3, "合计", ("", "124"))], ("女性人数", "合计"), "B3"))

    assert lines == [
        "      │              B     C",
        "      │       女性人数  合计",
        "  > 3 │ 合计             124",
        "      │            ^^^",
    ]


def test_left_out_rows_are_shown() -> None:
    rows = [FrameRow(number, "甲", ("1", "2")) for number in (1, 2, 5)]

    assert drawn(frame_of(rows))[2:] == [
        "    1 │ 甲   1   2",
        "    2 │ 甲   1   2",
        "    … │",
        "    5 │ 甲   1   2",
    ]


def test_rows_that_are_merged_in_pairs_leave_nothing_out() -> None:
    rows = [FrameRow(number, "甲", ("1", "2")) for number in (1, 3, 5)]

    assert [line[:6] for line in drawn(frame_of(rows))[2:]] == ["    1 ", "    3 ", "    5 "]


def test_long_heads_are_broken_and_long_labels_cut() -> None:
    label = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"

    lines = drawn(
        frame_of([FrameRow(7, label, ("3",))], ("本年收费金额（单位：万元）",), "B7"), width=56
    )

    assert lines == [
        "      │                                                B",
        "      │                                     本年收费金额",
        "      │                                   （单位：万元）",
        "  > 7 │ （二）部分公开（区分处理的，只…                3",
        "      │                                                ^",
    ]


def test_columns_far_from_the_marked_one_are_left_out() -> None:
    heads = tuple(f"指标{number}" for number in range(1, 13))
    cells = tuple(str(number) for number in range(1, 13))

    lines = drawn(frame_of([FrameRow(1, "甲", cells)], heads, "M1"), width=40)

    assert lines[0].split() == ["│", "K", "L", "M"]
    assert lines[2].split()[-1] == "12"


def test_columns_that_are_left_out_are_shown() -> None:
    frame = Frame(
        (2, 3, 6), ("男", "女", "合计"), (FrameRow(4, "甲", ("1", "2", "3")),), frozenset()
    )

    assert drawn(frame) == [
        "      │      B   C  …     F",
        "      │     男  女     合计",
        "    4 │ 甲   1   2        3",
    ]


def test_texts_without_lines_and_heads_stand_at_the_left() -> None:
    rows = [FrameRow(1, "", ("单位负责人：", "")), FrameRow(2, "", ("审核人：", "李"))]

    lines = drawn(frame_of(rows, ("", ""), "B1"))

    assert lines == [
        "      │   B             C",
        "  > 1 │   单位负责人：",
        "      │   ^^^^^^^^^^^^",
        "    2 │   审核人：      李",
    ]


def test_control_characters_of_a_file_are_not_passed_on() -> None:
    rows = [FrameRow(1, "\x1b[31m合\n计", ("1\x07", "[bold]2"))]

    assert drawn(frame_of(rows))[-1] == "    1 │ [31m合 计   1  [bold]2"


LABELS = st.text("合计其中：a（）…", max_size=30)
CELLS = st.text("0123456789,.—件", max_size=12)


@given(st.data(), st.integers(60, 160), st.sampled_from([Ruler(), Ruler(wide_signs=True)]))
def test_every_line_fits_and_the_bars_stand_in_a_column(
    data: st.DataObject, width: int, ruler: Ruler
) -> None:
    heads = data.draw(st.lists(LABELS, min_size=1, max_size=8).map(tuple))
    cells = st.tuples(*[CELLS] * len(heads))
    numbers = data.draw(st.lists(st.integers(1, 9999), min_size=1, max_size=7, unique=True))
    rows = [FrameRow(row, data.draw(LABELS), data.draw(cells)) for row in sorted(numbers)]

    lines = drawn(frame_of(rows, heads, f"B{numbers[0]}"), width=width, ruler=ruler)

    assert {ruler.width(line.partition("│")[0]) for line in lines if "│" in line[:12]} == {
        4 + len(str(max(numbers))) + 1
    }
    assert [line for line in lines if ruler.width(line) > width] == []
