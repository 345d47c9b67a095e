"""Tables printed in halves: the second half of the lines beside the first."""

from __future__ import annotations

import pytest

from printed_layouts import bodies, found, named, the_one

HALVES = """
各县人口,,,,,
,,,,,单位：人
地区,男,女,地区,男,女
全市,100,150,C县,30,40
A县,10,20,D县,40,70
B县,20,30,,,
"""


def test_both_halves_are_one_table() -> None:
    layout = the_one(HALVES)

    assert named(layout.lines) == ["4 全市", "5 A县", "6 B县", "4 C县", "5 D县"]
    assert [line.shift for line in layout.lines] == [0, 0, 0, 3, 3]
    assert named(layout.heads) == ["2 男", "3 女"]


def test_figures_of_the_second_half_stand_beside_the_first() -> None:
    layout = the_one(HALVES)
    head = layout.heads[1]

    assert [str(layout.ref(line, head)) for line in layout.lines] == ["C4", "C5", "C6", "F4", "F5"]
    assert [layout.reading(line, head).text for line in layout.lines] == [
        "150",
        "20",
        "30",
        "40",
        "70",
    ]


def test_regions_reach_over_both_halves() -> None:
    layout = the_one(HALVES)

    assert (
        str(layout.range),
        str(layout.boxhead),
        str(layout.body),
        [str(one) for one in layout.stubs],
        layout.unit,
    ) == ("A1:F6", "A3:F3", "B4:F6", ["A4:A6", "D4:D5"], "人")


@pytest.mark.parametrize(
    "right",
    [
        pytest.param(("表二 乡村,,", "地区,男,女"), id="a title of its own"),
        pytest.param((",,", "行业,男,女"), id="another stubhead"),
        pytest.param((",,", "地区,男,儿童"), id="another head"),
    ],
)
def test_tables_of_their_own_are_no_halves(right: tuple[str, str]) -> None:
    text = f"""
    表一,,,,{right[0]}
    地区,男,女,,{right[1]}
    A县,10,20,,C县,30,40
    B县,20,30,,D县,40,70
    E县,20,30,,F县,40,70
    """

    assert bodies(found(text)) == ["B3:C5", "F3:G5"]
