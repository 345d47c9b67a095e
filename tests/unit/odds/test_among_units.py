"""How far the change of each unit is from that of most."""

from __future__ import annotations

import math

import pytest

from statlint.odds.among_units import distances

STEADY = [(float(100 + at), float(102 + at + at % 3)) for at in range(11)]


def test_one_unit_that_changed_otherwise_is_far_from_the_others() -> None:
    far = distances([*STEADY, (100.0, 400.0)])

    assert [abs(one) > 20 for one in far] == [False] * 11 + [True]


def test_units_without_a_ratio_have_no_distance() -> None:
    assert distances([(0.0, 5.0), (5.0, 0.0), (0.0, 0.0)]) == (0, 0, 0)


def test_where_half_have_not_changed_the_others_are_judged_among_themselves() -> None:
    same = [(100.0, 100.0)] * 8
    changed = [(100.0, 120.0), (100.0, 125.0), (100.0, 118.0), (100.0, 122.0)]

    assert distances([*same, *changed]) == (*[0.0] * 8, *distances(changed))


def test_where_all_changed_alike_any_other_change_is_as_far_as_can_be() -> None:
    far = distances([*[(100.0, 100.0)] * 3, (100.0, 150.0)])

    assert far == (0, 0, 0, 0)
    assert distances([*[(100.0, 110.0)] * 5, (100.0, 150.0)])[-1] == math.inf


@pytest.mark.parametrize("factor", [2.0, 10.0])
def test_a_fall_is_as_far_as_a_rise(factor: float) -> None:
    units = [(100.0, 100.0 + at) for at in range(-5, 6)]
    rise = distances([*units, (100.0, 100 * factor)])[-1]
    fall = distances([*units, (100 * factor, 100.0)])[-1]

    assert rise == pytest.approx(-fall, rel=0.2)
