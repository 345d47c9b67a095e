"""What is printed otherwise than the form says: extra, repeated, misplaced lines, group figures."""

from __future__ import annotations

import pytest

from statlint.table import Part, Table
from tables import filled_of, form_of, grid_of, labels, table_of, told

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


def rows(*lines: str) -> str:
    return "\n".join(("情况,自然人,合计", *lines))


def test_figures_in_the_row_of_a_heading_are_told() -> None:
    part = part_in(
        rows(
            "本年新收,9,9",
            "办理结果,,",
            "予以公开,1,1",
            "不予公开,9,—",
            "国家秘密,2,2",
            "个人隐私,3,3",
            "其他,4,4",
            "总计,10,10",
        )
    )

    assert [(one.line.key, str(one.cell), one.reading.text) for one in part.group_figures] == [
        ("refused", "B5", "9")
    ]
    assert [found.line.key for found in part.lines] == LINES


@pytest.mark.parametrize(
    ("text", "extra", "repeated", "misplaced"),
    [
        pytest.param(
            rows(
                "本年新收,9,9",
                "予以公开,1,1",
                "补正,7,7",
                "国家秘密,2,2",
                "个人隐私,3,3",
                "其他,4,4",
                "总计,9,9",
            ),
            ["补正 A4"],
            [],
            [],
            id="a line that the form does not have",
        ),
        pytest.param(
            rows(
                "本年新收,9,9",
                "予以公开,1,1",
                "国家秘密,2,2",
                "个人隐私,3,3",
                "其他,4,4",
                "总计,9,9",
                "平均,3,3",
            ),
            ["平均 A8"],
            [],
            [],
            id="one below the last line",
        ),
        pytest.param(
            rows(
                "本年新收,9,9",
                "予以公开,1,1",
                "国家秘密,2,2",
                "国家秘密,5,5",
                "个人隐私,3,3",
                "其他,4,4",
                "总计,9,9",
            ),
            [],
            ["secret 国家秘密 A5"],
            [],
            id="a line printed twice",
        ),
        pytest.param(
            rows(
                "本年新收,9,9",
                "予以公开,1,1",
                "总计,9,9",
                "国家秘密,2,2",
                "个人隐私,3,3",
                "其他,4,4",
            ),
            [],
            [],
            ["sum 总计 A4"],
            id="a line out of order",
        ),
        pytest.param(
            rows(
                "本年新收,9,9",
                "予以公开,1,1",
                "国家秘密,2,2",
                "个人隐私,3,3",
                "其他,4,4",
                "总计,9,9",
                "",
                "平均,3,3",
            ),
            [],
            [],
            [],
            id="a row below a blank one is no part of the table",
        ),
        pytest.param(
            rows(
                "本年新收,9,9",
                "予以公开,1,1",
                "国家秘密,2,2",
                "个人隐私,3,3",
                "其他,4,4",
                "总计,9,9",
                "注:以上为件,,",
            ),
            [],
            [],
            [],
            id="a note without figures",
        ),
    ],
)
def test_rows_that_are_no_line_in_its_place(
    text: str, extra: list[str], repeated: list[str], misplaced: list[str]
) -> None:
    table = table_in(text)
    (part,) = table.parts

    assert labels(part.extra_lines) == extra
    assert told(part.repeated) == repeated
    assert told(part.misplaced) == misplaced
    assert table.missing_lines == ()
