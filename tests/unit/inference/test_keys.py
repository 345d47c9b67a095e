"""Names of lines and heads: words of plain labels, roles in Chinese, else places."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference.key_words import read_key_words
from statlint.inference.keys import head_keys, line_keys
from statlint.table import Layout
from statlint.table.layouts import layouts_of
from tables import grid_of


@pytest.mark.parametrize(
    ("label", "key"),
    [
        pytest.param("Men", "men", id="a word"),
        pytest.param("15 to 64 years old", "n15_to_64", id="three words, a figure first"),
        pytest.param("2019", "y2019", id="a year"),
        pytest.param("Men's wages", "mens_wages", id="an apostrophe"),
        pytest.param("Or", "col_b", id="a word of the edit language"),
        pytest.param("总计", "total", id="a total in Chinese"),
        pytest.param("小计", "subtotal", id="a subtotal in Chinese"),
        pytest.param("男", "col_b", id="another word in Chinese"),
        pytest.param("%", "col_b", id="a sign"),
        pytest.param("", "col_b", id="nothing"),
        pytest.param("Otherinternationalorganisations", "otherinternationalorgani", id="long"),
    ],
)
def test_a_head_is_named_by_its_label_or_its_column(label: str, key: str) -> None:
    layout = layout_of(f"x,{label},Last\na,1,2")

    assert head_keys(layout.heads) == (key, "last")


def test_lines_of_one_name_are_told_apart_by_their_rows() -> None:
    layout = layout_of("x,1\nMen,1\nWomen,2\nMen,3\n女,4")

    assert line_keys(layout.lines) == ("men", "women", "men_4", "row_5")


def test_a_name_that_is_taken_is_not_given_again() -> None:
    layout = layout_of("x,1\nMen 4,1\nMen,2\nMen,3")

    assert line_keys(layout.lines) == ("men_4", "men", "men_4_")


def test_labels_in_chinese_are_named_by_the_words_of_the_field() -> None:
    layout = layout_of("指标,合计,男,女,丁戊\n财政收入,1,2,3,4\n甲镇,1,2,3,4\nMen,1,2,3,4")
    words = read_key_words().key_of

    assert head_keys(layout.heads, words) == ("total", "male", "female", "col_e")
    assert line_keys(layout.lines, words) == ("fiscal_income", "row_3", "men")


NESTED = """人口基本情况统计表,,,,,,
,,,,,,单位：人
指标,总计,,,城镇,,
,合计,男,女,合计,男,女
全市,,,,,,
　合计,5474,2697,2777,2963,1335,1628
　男,2226,1200,1026,1207,695,512
　女,3248,1497,1751,1756,640,1116
永安区,,,,,,
　合计,1068,548,520,621,292,329
　男,414,249,165,230,150,80
　女,654,299,355,391,142,249
"""


def nested() -> Layout:
    """Find the one table, as it is found on a sheet."""
    (layout,) = layouts_of(grid_of(NESTED))
    return layout


def test_heads_of_one_name_are_told_apart_by_the_spanner_over_them() -> None:
    assert head_keys(nested().heads, read_key_words().key_of) == (
        "total_total",
        "total_male",
        "total_female",
        "urban_total",
        "urban_male",
        "urban_female",
    )


def test_lines_of_one_name_are_told_apart_by_the_line_over_them() -> None:
    assert line_keys(nested().lines, read_key_words().key_of) == (
        "city",
        "city_total",
        "city_male",
        "city_female",
        "row_9",
        "row_9_total",
        "row_9_male",
        "row_9_female",
    )
