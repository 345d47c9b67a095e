"""What a figure of the same line or column is divided by, in words."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference import Axis, Operator, Relation, Understood
from statlint.reporters.infer_bases import base_name
from statlint.reporters.infer_text import write_inferred_text
from statlint.reporters.look import Look

YEARS = "年份,出口,增长率,盈余\n2019,5,,1\n2020,6,20,2\n2021,9,50,3\n2022,9,0,4\n"
ACROSS = "指标,2019,2020,2021\n出口,5,6,9\n增长率,,20,50\n"


def growth(axis: Axis, *pairs: tuple[int, int]) -> Relation:
    """Compare figures of the first line (or head) with others of it, place by place."""
    positions = tuple(new for new, _ in pairs)
    bases = tuple(old for _, old in pairs)
    return Relation(
        Operator.RELATIVE_CHANGE,
        axis,
        1,
        (0, 0),
        positions,
        30.0,
        factor=100,
        places=(positions, bases),
    )


@pytest.mark.parametrize(
    ("axis", "pairs", "zh", "en"),
    [
        pytest.param(
            Axis.HEADS,
            [(1, 0), (2, 1), (3, 2)],
            "出口（上一行）",
            "出口 (line before)",
            id="the line before",
        ),
        pytest.param(
            Axis.HEADS, [(0, 1), (1, 2)], "出口（下一行）", "出口 (next line)", id="the next line"
        ),
        pytest.param(
            Axis.HEADS,
            [(2, 0), (3, 1)],
            "出口（往上第 2 行）",
            "出口 (2 lines before)",
            id="two lines before",
        ),
        pytest.param(
            Axis.HEADS,
            [(1, 0), (2, 0)],
            "出口（2019行）",
            "出口 (line 2019)",
            id="one line for all",
        ),
        pytest.param(
            Axis.HEADS,
            [(1, 0), (3, 0), (2, 1)],
            "出口（各组的基数行）",
            "出口 (base line of each group)",
            id="one line for each group",
        ),
        pytest.param(
            Axis.LINES,
            [(1, 0), (2, 1)],
            "出口（前一栏）",
            "出口 (column before)",
            id="the column before",
        ),
    ],
)
def test_the_base_is_named_by_where_it_stands(
    axis: Axis, pairs: list[tuple[int, int]], zh: str, en: str
) -> None:
    layout = layout_of(YEARS if axis is Axis.HEADS else ACROSS)
    relation = growth(axis, *pairs)

    assert base_name(relation, "出口", layout, "zh") == zh
    assert base_name(relation, "出口", layout, "en") == en


def test_growth_down_the_side_and_a_difference_are_drawn_and_told() -> None:
    layout = layout_of("年份,收入,增长率,支出,结余\n2019,5,,1,4\n2020,6,20,2,4\n2021,9,50,3,6\n")
    left = Relation(Operator.SUM, Axis.HEADS, 0, (2, 3), (0, 1, 2), 30.0)
    understood = Understood(layout, (growth(Axis.HEADS, (1, 0), (2, 1)), left))

    page = write_inferred_text("a.csv", [understood], Look(width=80), "zh")

    assert (
        page.partition("\n\n")[2].partition("\n\n")[2]
        == """\
    │          B       C     D     E
    │       收入  增长率  支出  结余
    │          ÷      =a
    │          +       │     −    =b
  ──────────────────────────────────
  2 │ 2019     5             1     4
  3 │ 2020     6      20     2     4
  4 │ 2021     9      50     3     6
  =a 由关系 a 得出  + 加项  − 减项  ÷ 与同列（行）的另一数相比

  列与列的关系
    a  增长率 = （收入 − 收入（上一行））÷ 收入（上一行） × 100
       2 行全部成立；把握很大
    b  结余 = 收入 − 支出
       3 行全部成立；把握很大
"""
    )
