"""Which changes are too large for true figures that jump."""

from __future__ import annotations

import pytest

from statlint.odds.pairs import Pair
from statlint.odds.unusual import judge
from statlint.values import Thresholds

LARGE = 1000


def table(*changed: float) -> list[Pair]:
    """Make ten lines of four large figures, the first of which have changed by some factors."""
    factors = [*changed, *[1.0] * (40 - len(changed))]
    return [
        Pair(f"l{at // 4}", f"h{at % 4}", LARGE, LARGE * factor)
        for at, factor in enumerate(factors)
    ]


@pytest.mark.parametrize(
    ("factors", "unusual"),
    [
        pytest.param([], [], id="no change"),
        pytest.param([2.8], [], id="less than three times as much"),
        pytest.param([3.3], [0], id="more than three times"),
        pytest.param([0.3], [0], id="less than a third"),
        pytest.param([1, 4, 1, 1, 1, 4, 1, 1, 1, 1, 4], [], id="three that jumped"),
        pytest.param([1, 4, 1, 1, 1, 4, 1, 1, 1, 1, 12], [10], id="one that no jump explains"),
    ],
)
def test_a_figure_is_unusual_where_no_jump_explains_it(
    factors: list[float], unusual: list[int]
) -> None:
    assert judge(table(*factors), Thresholds()).unusual() == unusual


def test_how_much_a_figure_must_change_is_a_setting() -> None:
    pairs = table(2.8)

    assert judge(pairs, Thresholds(least_change=2)).unusual() == [0]
    assert judge(pairs, Thresholds(least_change=0.5)).unusual() == [0]


def test_two_figures_that_were_exchanged_do_not_say_that_figures_jump() -> None:
    rest = [Pair(f"l{at // 4}", f"h{at % 4}", LARGE, LARGE) for at in range(2, 40)]
    exchanged = [Pair("l0", "h0", 4000, LARGE), Pair("l0", "h1", LARGE, 4000)]
    elsewhere = [Pair("l0", "h0", 4000, LARGE), Pair("l9", "h9", LARGE, 4000)]
    strict = Thresholds(false_alarms=0.1)

    assert judge([*exchanged, *rest], strict).unusual() == [0, 1]
    assert judge([*elsewhere, *rest], strict).unusual() == []


def test_a_total_that_jumped_with_its_part_counts_once() -> None:
    pairs = [*table(4), Pair("total", "h0", 10 * LARGE, 40 * LARGE, summed=True)]

    assert judge(pairs, Thresholds()).unusual() == [0, 40]
