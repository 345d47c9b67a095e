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


@pytest.mark.parametrize(
    ("line", "unusual"), [pytest.param("l0", [0, 1], id="a line"), pytest.param("l9", [], id="two")]
)
def test_figures_exchanged_on_one_line_are_unusual(line: str, unusual: list[int]) -> None:
    rest = [Pair(f"l{at // 4}", f"h{at % 4}", LARGE, LARGE) for at in range(2, 40)]
    pairs = [Pair("l0", "h0", 2700, LARGE), Pair(line, "h1", LARGE, 2700), *rest]

    assert judge(pairs, Thresholds()).unusual() == unusual


def test_a_total_that_jumped_with_its_part_counts_once() -> None:
    pairs = [*table(4), Pair("total", "h0", 10 * LARGE, 40 * LARGE, summed=True)]

    assert judge(pairs, Thresholds()).unusual() == [0, 40]
