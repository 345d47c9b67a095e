"""Printed growth rates against what is due."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from statlint.odds.rates import agrees, growth_of, slack_of


@pytest.mark.parametrize(
    ("rate", "decimals", "right"),
    [
        pytest.param(Decimal("14.2"), 1, True, id="cut off"),
        pytest.param(Decimal("14.3"), 1, True, id="rounded"),
        pytest.param(Decimal("14.4"), 1, False, id="one more"),
        pytest.param(14, 0, True, id="without decimals"),
        pytest.param(15, 0, False, id="rounded the wrong way"),
        pytest.param(Decimal("-14.3"), 1, False, id="the other sign"),
    ],
)
def test_a_rate_may_be_rounded_or_cut_off(rate: Decimal, decimals: int, right: object) -> None:
    assert agrees(rate, decimals, Fraction(100, 7)) is right


def test_growth_is_exact_and_none_from_nothing() -> None:
    assert growth_of(275, 250) == 10
    assert growth_of(-5, -10) == 50
    assert growth_of(3, 0) is None


def test_rounded_figures_leave_room() -> None:
    slack = slack_of(Decimal("1.2"), Decimal("1.1"), 1)

    assert agrees(Decimal("12.0"), 1, Fraction(100, 11), slack)
    assert slack_of(Decimal("0.1"), Decimal("0.0"), 1) == 100
