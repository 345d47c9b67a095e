"""Rows of open tables that are easily taken for something else."""

from __future__ import annotations

import pytest

from open_forms import BULLETIN_FORM, SCORE_FORM, SHARE_FORM, lines_in
from tables import filled_of


def names_in(rows: str) -> list[str]:
    """Tell the lines of a bulletin: key, label and what each stands under."""
    told = lines_in(filled_of(BULLETIN_FORM, rows))
    return [" ".join(word for word in line.split(" ") if "=" not in word) for line in told]


def test_a_table_goes_on_after_a_few_blank_rows() -> None:
    filled = filled_of(SHARE_FORM, "类别,数量,占比\n甲,1,50\n乙,1,50" + "\n" * 6 + "丙,5,5")

    assert lines_in(filled)[-1] == "kind#3 丙 number=5 share=5"


def test_one_word_over_figures_begins_a_table_after_a_blank_row_alone() -> None:
    above, below = "类别,数量,占比\n甲,1,50", "来源,件数,\n网站,5,5"

    assert lines_in(filled_of(SHARE_FORM, f"{above}\n\n{below}")) == ["kind#1 甲 number=1 share=50"]
    assert (
        lines_in(filled_of(SHARE_FORM, f"{above}\n{below}"))[-1] == "kind#3 网站 number=5 share=5"
    )


def test_a_numbered_heading_may_name_a_table() -> None:
    rows = "单位,文件,合计\n一、信息报送统计表,,\n甲,1,1\n二、网站统计表,,\n乙,1,1"

    assert names_in(rows) == [
        "block#1 一、信息报送统计表",
        "unit#1 甲 < block#1",
        "block#2 二、网站统计表",
        "unit#2 乙 < block#2",
    ]


def test_an_item_that_is_a_list_has_more_than_a_name() -> None:
    rows = "考核内容,评分标准,分值,自评得分\n权力清单,公布,,\n网站,更新,2,2"

    assert lines_in(filled_of(SCORE_FORM, rows)) == [
        "item#1 权力清单",
        "item#2 网站 points=2 score=2",
    ]


def test_words_in_some_cells_are_no_boxhead() -> None:
    figures = "\n".join(f"{unit},1,1,1,1,4" for unit in "ABCD")

    assert names_in(f"单位,甲,乙,丙,丁,合计\n{figures}\nE,未报,未报,,,")[-1] == "unit#5 E"


def test_a_running_number_by_itself_is_no_line() -> None:
    rows = "序号,单位,文件,合计\n1,甲,1,1\n2,,,\n3,乙,1,1\n4,,,\n5,,,"

    assert names_in(rows) == ["unit#1 甲", "unit#2 乙"]


def test_a_numbered_line_without_figures_is_no_heading() -> None:
    rows = "单位,文件,合计\n1.甲,1,1\n2.乙,,\n3.丙,2,2"

    assert names_in(rows) == ["unit#1 1.甲", "unit#2 2.乙", "unit#3 3.丙"]


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        pytest.param(
            "序号,单位,文件,合计\n一,乡镇,3,3\n1,甲,1,1\n2,乙,2,2",
            ["block#1 乡镇", "unit#1 甲 < block#1", "unit#2 乙 < block#1"],
            id="in a column of its own",
        ),
        pytest.param(
            "单位,文件,合计\n一、乡镇,3,3\n1.甲,1,1\n2.乙,2,2",
            ["block#1 一、乡镇", "unit#1 1.甲 < block#1", "unit#2 2.乙 < block#1"],
            id="before the label",
        ),
    ],
)
def test_a_number_puts_lines_under_others(rows: str, names: list[str]) -> None:
    assert names_in(rows) == names
