"""Blocks of one template speak for the one among them that a wrong figure breaks."""

from __future__ import annotations

import pytest

from statlint.inference.belief import beliefs
from statlint.inference.infer import understand
from statlint.inference.matrix import matrix_of
from statlint.inference.sums import find_sums
from statlint.table.layouts import layouts_of
from tables import grid_of

LONG = """
地区,性别,人数
东城区,合计,94135
,男,51019
,女,43116
西城区,合计,80221
,男,39318
,女,40903
朝阳区,合计,120467
,男,60155
,女,60312
海淀区,合计,47354
,男,21201
,女,26153
"""
GROUPS = """
Sex,Region,2022
Total,Northland,9612
Total,Auckland,7907
Total,Waikato,16081
Total,Otago,12360
Total,Nelson,5551
Total,Tasman,7704
Male,Northland,4589
Male,Auckland,4868
Male,Waikato,7801
Male,Otago,6715
Male,Nelson,2500
Male,Tasman,5703
Female,Northland,5023
Female,Auckland,3039
Female,Waikato,8280
Female,Otago,5645
Female,Nelson,3051
Female,Tasman,2001
"""


def broken_in(text: str) -> list[str]:
    """Tell the sums that figures break, and how many blocks speak for each."""
    layout = layouts_of(grid_of(text))[0]
    found = find_sums(matrix_of(layout))
    return [
        f"{layout.lines[one.aggregate].position}: {one.siblings}" for one in found if one.missed
    ]


def told_in(text: str) -> list[int]:
    """Tell the rows of the totals that are said to be wrong."""
    layouts = layouts_of(grid_of(text))
    stated = [one for belief in beliefs(understand(layouts)) for one in belief.stated]
    return [layouts[0].lines[one.relation.aggregate].position for one in stated if one.failed]


@pytest.mark.parametrize("text", [LONG, GROUPS], ids=["down a column", "stacked groups"])
def test_where_all_blocks_hold_nothing_is_added(text: str) -> None:
    assert broken_in(text) == []
    assert told_in(text) == []


@pytest.mark.parametrize(
    ("text", "right", "wrong", "row"),
    [
        (LONG, "120467", "126467", 8),
        (LONG, "39318", "30000", 5),
        (LONG, "94135", "54135", 2),
        (GROUPS, "16081", "19081", 4),
        (GROUPS, "5023", "5123", 2),
        (GROUPS, "5703", "8888", 7),
    ],
    ids=["a total", "a part", "the first total", "a group", "its first line", "its last line"],
)
def test_the_other_blocks_tell_the_broken_one(text: str, right: str, wrong: str, row: int) -> None:
    changed = text.replace(right, wrong, 1)

    assert told_in(changed) == [row]


def test_two_broken_blocks_ask_for_more_that_hold() -> None:
    assert broken_in(LONG.replace("120467", "126467").replace("94135", "12")) == []


def test_what_is_no_block_of_the_template_is_left_alone() -> None:
    other = LONG.replace("海淀区,合计,47354\n,男,21201", "海淀区,合计,47000\n,无,21201")

    assert broken_in(other) == []
