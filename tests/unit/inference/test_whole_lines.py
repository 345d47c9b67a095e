"""Labelled totals that one line makes fail at every place."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference import Axis, Operator, Relation
from statlint.inference.sight import Sight
from statlint.inference.whole_lines import totals_astray

ROWS = {
    "城关镇": (126, 308, 283, 71),
    "东山镇": (194, 314, 247, 325),
    "南河镇": (302, 38, 315, 111),
    "西岭乡": (245, 137, 287, 124),
    "北塘乡": (103, 372, 245, 281),
    "中心街道": (286, 248, 208, 332),
}
SUMS = (1256, 1417, 1585, 1244)
PLACES = (0, 1, 2, 3)


def table_of(
    changes: dict[str, tuple[object, ...]], total: tuple[object, ...] = SUMS, title: str = "乡镇"
) -> str:
    rows = ROWS | changes | {"合计": total}
    lines = [",".join(map(str, (name, *row))) for name, row in rows.items()]
    return "\n".join([f"{title},受理,办结,转办,退回", *lines])


def less(total: tuple[int, ...], *names: str) -> tuple[int, ...]:
    return tuple(whole - sum(ROWS[name][at] for name in names) for at, whole in enumerate(total))


def never(_line: int, _head: int) -> bool:
    return False


def astray_in(table: str, *found: Relation) -> list[tuple[int, tuple[int, ...], tuple[int, ...]]]:
    """Give total, the places where it fails, and the lines that its gaps go back to."""
    sight = Sight(layout_of(table))
    return [
        (one.relation.aggregate, one.relation.missed, one.strips)
        for one in totals_astray([(relation, []) for relation in found], sight, never)
    ]


@pytest.mark.parametrize(
    ("table", "strips"),
    [
        pytest.param(table_of({}, less(SUMS, "西岭乡")), (3,), id="a line left out"),
        pytest.param(table_of({}, less(SUMS, "东山镇", "南河镇")), (1, 2), id="two left out"),
        pytest.param(table_of({}, less(SUMS, "城关镇")), (0,), id="the first town left out"),
        pytest.param(
            table_of({"北塘乡": (1030, 3720, 2450, 2810)}), (4,), id="figures ten times too large"
        ),
        pytest.param(
            table_of({"北塘乡": ("1.03", "3.72", "2.45", "2.81")}), (4,), id="in hundreds"
        ),
        pytest.param(table_of({"北塘乡": (0, 103, 372, 245)}), (4,), id="a line moved on"),
        pytest.param(table_of({"北塘乡": (372, 245, 281, 0)}), (4,), id="a line moved back"),
        pytest.param(table_of({"东山镇": (-194, -314, -247, -325)}), (1,), id="signs lost"),
        pytest.param(
            table_of({}, tuple(a + b for a, b in zip(SUMS, ROWS["北塘乡"], strict=True))),
            (4,),
            id="a line counted twice",
        ),
    ],
)
def test_the_line_is_found_that_makes_a_total_fail(table: str, strips: tuple[int, ...]) -> None:
    assert astray_in(table) == [(6, PLACES, strips)]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(table_of({}), id="a total that holds"),
        pytest.param(table_of({}, (1251, 1423, 1588, 1240)), id="gaps of no line"),
        pytest.param(table_of({}, (1011, 1280, 1585, 1244)), id="a line left out at two places"),
        pytest.param(table_of({}, less(SUMS, "中心街道")), id="the last, which is no such town"),
        pytest.param(
            table_of({}, less(SUMS, "西岭乡"), title="乡镇（不含西岭乡）"), id="words that say so"
        ),
        pytest.param(
            table_of({}, less(SUMS, "西岭乡")).replace("西岭乡", "（西岭乡）"), id="in brackets"
        ),
        pytest.param(
            table_of({"西岭乡": (245, "", 287, 124)}, less(SUMS, "西岭乡")).replace("287", ""),
            id="few places where all parts have figures",
        ),
        pytest.param(
            table_of({"南河镇": (320, 681, 533, 397), "西岭乡": (194, 308, 245, 325)})
            .replace("合计,1256,1417,1585,1244", "合计,1029,1923,1516,1406")
            .replace("西岭乡", "常住人"),
            id="what may be a part of the line before",
        ),
    ],
)
def test_totals_that_may_be_right_are_left_alone(table: str) -> None:
    assert astray_in(table) == []


def test_a_line_that_is_itself_a_sum_is_rightly_left_out() -> None:
    table = table_of({"西岭乡": (496, 352, 562, 436)}, (1011, 1280, 1298, 1120))
    subtotal = Relation(Operator.SUM, Axis.LINES, 3, (1, 2), PLACES, 20.0)

    assert astray_in(table, subtotal) == []
    assert astray_in(table) == []


def test_a_sum_of_other_lines_explains_a_total() -> None:
    table = table_of({}, less(SUMS, "西岭乡"))
    other = Relation(Operator.SUM, Axis.LINES, 6, (0, 1), PLACES, 20.0)
    rest = Relation(Operator.SUM, Axis.LINES, 6, (0, 1, 2, 4, 5), PLACES, 20.0)

    assert astray_in(table, other) == []
    assert astray_in(table, rest) == [(6, PLACES, (3,))]


def test_two_lines_of_the_same_figures_tell_nothing() -> None:
    rows = {"东山镇": ROWS["西岭乡"]}
    total = tuple(
        sum(row[at] for row in (ROWS | rows).values()) - ROWS["西岭乡"][at] for at in PLACES
    )

    assert astray_in(table_of(dict(rows), total)) == []


def test_heads_are_totals_of_heads() -> None:
    names = ("甲镇", "乙镇", "丙镇", "丁镇", "合计")
    rows = [(126, 308, 283, 71), (194, 314, 247, 325), (302, 38, 315, 111), (45, 137, 87, 124)]
    lines = [f"{at},{','.join(map(str, (*row, sum(row) - row[1])))}" for at, row in enumerate(rows)]

    assert astray_in("\n".join([",".join(("年度", *names)), *lines])) == [(4, (0, 1, 2, 3), (1,))]
