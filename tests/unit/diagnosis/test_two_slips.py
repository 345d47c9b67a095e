"""Where no single slip in a sum is likely, two are thought of."""

from __future__ import annotations

import pytest

from crossfooted import crossfooted
from statlint.diagnosis.model import System
from statlint.diagnosis.net import net_of
from statlint.diagnosis.price import Pricer
from statlint.diagnosis.prior import prior_of
from statlint.diagnosis.two_slips import two_slips

LINE = crossfooted(((2100, -76, 50, 2234),), down=False)


def pairs(system: System, equation: int = 0, cheapest: float = 10.0) -> list[dict[int, int]]:
    net = net_of(system)
    found = two_slips(net, Pricer(net, prior_of(net)), equation, cheapest)
    return [{cell: new for event in one.events for cell, new in event.changes} for one in found]


def test_a_sign_and_a_digit_are_found() -> None:
    assert {0: 2108, 1: 76} in pairs(LINE)


def test_what_costs_much_more_than_the_best_is_left_out() -> None:
    assert pairs(LINE, cheapest=-20.0) == []


@pytest.mark.parametrize(
    "system",
    [
        pytest.param(crossfooted(((20, 30, 68), (4, 5, 9), (24, 35, 77))), id="other sums hold"),
        pytest.param(
            crossfooted(((*[1] * 20, 41),), down=False), id="too many cells to tell anything"
        ),
    ],
)
def test_nothing_is_told_where(system: System) -> None:
    assert pairs(system) == []
