"""Names of lines and heads: words of plain labels, roles in Chinese, else places."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference.keys import head_keys, line_keys


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
