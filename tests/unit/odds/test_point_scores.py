"""Shares of two periods in points."""

from __future__ import annotations

import pytest

from statlint.odds.shares import point_scores, share_power


def test_few_shares_are_given_what_is_usual() -> None:
    assert point_scores([(95.0, 96.5), (88.0, 41.0)]) == pytest.approx((0.25, -47 / 6))


def test_many_shares_tell_how_far_they_move() -> None:
    steady = [(50.0, 50.0 + at % 3) for at in range(9)]

    scores = point_scores([*steady, (50.0, 80.0)])

    assert [abs(one) > 3 for one in scores] == [False] * 9 + [True]


@pytest.mark.parametrize(
    ("before", "now", "power"),
    [
        pytest.param(98.7, 9.87, -1, id="a slipped point"),
        pytest.param(98.7, 0.987, -2, id="a fraction of one"),
        pytest.param(98.7, 41.0, 0, id="another share"),
    ],
)
def test_a_share_may_have_changed_by_a_power_of_ten(before: float, now: float, power: int) -> None:
    assert share_power(before, now, (now - before) / 6, 0.15) == power


def test_a_tenth_of_a_point_is_no_factor() -> None:
    assert share_power(0.01, 0.1, 0.09 / 6, 0.15) == 0
