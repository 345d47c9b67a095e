"""Lines: which row is which, told by its label, its group, or order alone."""

from __future__ import annotations

import pytest

from statlint.table import Part, Table
from tables import filled_of, form_of, grid_of, search_in, table_of, told

FORM = form_of(
    table_of(
        [
            "new 一、本年新收",
            {"key": "results", "label": "二、办理结果", "heading": True},
            {"key": "open", "label": "(一)予以公开", "under": "results"},
            {"key": "refused", "label": "(二)不予公开", "under": "results", "heading": True},
            {"key": "secret", "label": "1.国家秘密", "under": "refused"},
            {"key": "privacy", "label": "2.个人隐私", "under": "refused"},
            {"key": "rest", "label": "3.其他", "under": "refused"},
            {"key": "sum", "label": "(三)总计", "under": "results"},
        ],
        ["nat 自然人", "tot 合计"],
    )
)
LINES = ["new", "open", "secret", "privacy", "rest", "sum"]


def table_in(text: str, merges: str = "") -> Table:
    (table,) = filled_of(FORM, grid_of(text, merges=merges)).tables
    return table


def part_in(text: str, merges: str = "") -> Part:
    (part,) = table_in(text, merges).parts
    return part


THREE_COLUMNS = """
    情况,,,自然人,合计
    一、本年新收,,,9,9
    二、办理结果,(一)予以公开,,1,1
    ,(二)不予公开,1.国家秘密,2,2
    ,,2.个人隐私,3,3
    ,,3.其他,4,4
    ,(三)总计,,10,10
"""
MERGES = "A1:C1 A2:C2 A3:A7 B3:C3 B4:B6 B7:C7"


@pytest.mark.parametrize(
    ("text", "merges"),
    [
        pytest.param(THREE_COLUMNS, MERGES, id="three label columns, merged as printed"),
        pytest.param(THREE_COLUMNS, "", id="merges lost"),
        pytest.param(
            THREE_COLUMNS.replace(",(二)", ",,,,\n    ,(二)"),
            "A1:C1 A2:C2 A3:A8 B3:C3 B5:B7 B8:C8",
            id="a blank row within a merged group",
        ),
        pytest.param(
            """
            情况,自然人,合计
            一、本年新收,9,9
            二、办理结果(一)予以公开,1,1
            二、办理结果(二)不予公开1.国家秘密,2,2
            二、办理结果(二)不予公开2.个人隐私,3,3
            二、办理结果(二)不予公开3.其他,4,4
            二、办理结果(三)总计,10,10
            """,
            "",
            id="label columns folded into one",
        ),
        pytest.param(
            """
            情况,自然人,合计
            一、本年新收,9,9
            (一)予以公开,1,1
            1.国家秘密,2,2
            2.个人隐私,3,3
            3.其他,4,4
            (三)总计,10,10
            """,
            "",
            id="the lowest labels alone",
        ),
        pytest.param(
            """
            情况,自然人,合计
            本年 新收,9,9
            予以公开,1,1
            "国家
            秘密",2,2
            ①个人隐私,3,3
            3．其他,4,4
            （三）总计：,10,10
            """,
            "",
            id="numbers left out or otherwise, lines broken",
        ),
        pytest.param(
            """
            情况,自然人,合计
            一、本年新收,9,9
            二、办理结果,,
            (一)予以公开,1,1
            (二)不予公开,,
            1.国家秘密,2,2
            2.个人隐私,3,3
            3.其他,4,4
            (三)总计,10,10
            """,
            "",
            id="headings in rows of their own",
        ),
        pytest.param(
            """
            情况,单位,自然人,合计
            一、本年新收,件,9,9
            (一)予以公开,件,1,1
            1.国家秘密,件,2,2
            2.个人隐私,件,3,3
            3.其他,件,4,4
            (三)总计,件,10,10
            """,
            "",
            id="a column of units before the figures",
        ),
        pytest.param(
            """
            序号,情况,自然人,合计
            1,一、本年新收,9,9
            2,(一)予以公开,1,1
            3,1.国家秘密,2,2
            4,2.个人隐私,3,3
            5,3.其他,4,4
            6,(三)总计,10,10
            """,
            "",
            id="a column of numbers before the labels",
        ),
        pytest.param(
            """
            情况,自然人,合计
            一、本年新收,9,9
            (一)予以公开,1,1
            (二)不予公开,2,2
            ,3,3
            ,4,4
            (三)总计,10,10
            """,
            "",
            id="labels of a group lost, its heading on the first",
        ),
        pytest.param(
            """
            情况,自然人,合计
            一、本年新收,9,9
            (一)予以公开,1,1
            ,2,2
            ,3,3
            ,4,4
            (三)总计,10,10
            """,
            "",
            id="as many rows without a label as lines between two",
        ),
        pytest.param(
            """
            情况,自然人,合计
            一、本年新收,9,9
            (一)予以公开,1,1
            (二)不予公开,2,2
            (二)不予公开,3,3
            (二)不予公开,4,4
            (三)总计,10,10
            """,
            "",
            id="the group's label on each of its rows",
        ),
    ],
)
def test_every_line_is_found(text: str, merges: str) -> None:
    part = part_in(text, merges)
    figures = [part.grid.text(found.position, part.heads[0].position) for found in part.lines]

    assert [found.line.key for found in part.lines] == LINES
    assert figures == ["9", "1", "2", "3", "4", "10"]
    assert (part.extra_lines, part.repeated, part.misplaced, part.group_figures) == ((), (), (), ())


def rows(*lines: str) -> str:
    return "\n".join(("情况,自然人,合计", *lines))


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        pytest.param(
            rows("本年新收,9,9", "予以公开,1,1", ",2,2", ",3,3", "总计,10,10"),
            ["secret", "privacy", "rest"],
            id="fewer rows without a label than lines",
        ),
        pytest.param(
            rows("本年新收,9,9", "予以公开,1,1", ",2,2", ",3,3", ",4,4", ",5,5", "总计,10,10"),
            ["secret", "privacy", "rest"],
            id="more rows without a label than lines",
        ),
        pytest.param(
            rows(
                "本年新收,9,9",
                "予以公开,1,1",
                "国家秘密,2,2",
                "商业秘密,3,3",
                "其他,4,4",
                "总计,9,9",
            ),
            ["privacy"],
            id="another label in a line's place",
        ),
        pytest.param(
            rows("甲,1,2", "予以公开,1,1", "国家秘密,2,2", "个人隐私,3,3", "其他,4,4", "总计,9,9"),
            ["new"],
            id="numbers of the columns in a line's place",
        ),
        pytest.param(
            rows("本年新收,9,9", "予以公开,1,1", ",,", ",,", ",,", "总计,9,9"),
            ["secret", "privacy", "rest"],
            id="blank rows",
        ),
    ],
)
def test_a_row_is_not_guessed(text: str, missing: list[str]) -> None:
    assert [line.key for line in table_in(text).missing_lines] == missing


def test_a_line_keeps_the_label_that_is_printed() -> None:
    part = part_in(THREE_COLUMNS, MERGES)

    assert told(part.lines) == [
        "new 一、本年新收 A2",
        "open (一)予以公开 B3",
        "secret 1.国家秘密 C4",
        "privacy 2.个人隐私 C5",
        "rest 3.其他 C6",
        "sum (三)总计 B7",
    ]


def test_a_line_without_a_label_is_told_as_the_form_prints_it() -> None:
    part = part_in(rows("本年新收,9,9", "予以公开,1,1", ",2,2", ",3,3", ",4,4", "总计,10,10"))

    assert told(part.lines)[2:5] == [
        "secret 1.国家秘密 B4",
        "privacy 2.个人隐私 B5",
        "rest 3.其他 B6",
    ]


def test_heads_without_any_line_are_no_table() -> None:
    text = rows("张三,1,2", "李四,3,4")

    assert search_in(text, forms=[FORM]).filled == ()


def test_heads_over_nothing_but_headings_are_no_table() -> None:
    text = rows("办理结果,,", "不予公开,,")

    assert search_in(text, forms=[FORM]).filled == ()
