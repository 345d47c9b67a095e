"""Which figures of a table are unusual."""

from __future__ import annotations

import pytest

from statlint.odds.pairs import Pair
from statlint.odds.unusual import bound_of, judge
from statlint.values import Thresholds


@pytest.mark.parametrize(
    ("count", "bound"),
    [
        pytest.param(0, 2.5, id="nothing that counts"),
        pytest.param(10, 2.5, id="ten figures"),
        pytest.param(100, 3.090, id="a hundred"),
        pytest.param(100_000, 4.753, id="a hundred thousand"),
    ],
)
def test_the_bound_grows_with_the_table(count: int, bound: float) -> None:
    assert bound_of(count, Thresholds()) == pytest.approx(bound, abs=0.001)


def test_more_false_alarms_lower_the_bound_to_what_is_unusual() -> None:
    assert bound_of(100, Thresholds(false_alarms=50)) == 2.5


def test_a_figure_that_fell_alone_is_unusual() -> None:
    pairs = [Pair("l", f"h{at}", 300, 300) for at in range(9)] + [Pair("l", "h9", 300, 30)]

    judged = judge(pairs, Thresholds())

    assert judged.unusual() == [9]
    least, most = judged.expected_range(9)
    assert 90 < least < 101
    assert 890 < most < 910
