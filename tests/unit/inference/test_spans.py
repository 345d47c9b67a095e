"""Differences between the first year and the last are found where a label says so."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference.matrix import matrix_of
from statlint.inference.model import Axis, Operator, Relation
from statlint.inference.spans import find_spans

YEARS = """
年份,人口,粮食产量
2005,41230,88120
2010,42377,90233
2015,43052,86514
2020,45110,93015
{}
"""


def found_in(text: str, *known: Relation) -> list[str]:
    """Tell the differences between the lines of a table, and where they are wrong."""
    layout = layout_of(text)
    lines, heads = layout.lines, layout.heads
    return [
        f"{lines[one.aggregate].text} = {' + '.join(lines[part].text for part in one.parts)},"
        f" not {' '.join(heads[at].text for at in one.missed) or 'any'}"
        for one in find_spans(matrix_of(layout), known)
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("增减,3880,4895", ["2020 = 2005 + 增减, not any"]),
        (
            "2020年比2010年增减,2733,2782",
            ["2020 = 2010 + 2020年比2010年增减, not any"],
        ),
        ("增减,3880,4859", []),
        ("2020年比2001年增减,3880,4895", []),
        ("合计,3880,4895", []),
    ],
    ids=["over all years", "from one year to another", "wrong in half", "no such year", "a total"],
)
def test_differences(line: str, found: list[str]) -> None:
    assert found_in(YEARS.format(line)) == found


def test_a_difference_that_is_part_of_a_sum_is_not_said_again() -> None:
    known = Relation(Operator.SUM, Axis.LINES, 3, (0, 4), (0, 1), 20.0)

    assert found_in(YEARS.format("增减,3880,4895"), known) == []


def test_a_year_that_stands_for_several_lines_names_none_of_them() -> None:
    found = found_in("""
        年份,人口
        2005,41230
        2005,20110
        2020,45110
        增减,3880
        """)

    assert found == []


def test_a_figure_that_is_withheld_leaves_its_column_out() -> None:
    table = YEARS.format("增减,3880,4895").replace("41230,88120", "41230,..")

    assert found_in(table) == ["2020 = 2005 + 增减, not any"]
