"""Changes by a power of ten."""

from __future__ import annotations

import pytest

from statlint.odds.factors import common_power, power_of
from statlint.odds.pairs import Pair


@pytest.mark.parametrize(
    ("now", "mean", "power"),
    [
        pytest.param(1000, 100, 1, id="tenfold"),
        pytest.param(1400, 100, 1, id="fourteenfold"),
        pytest.param(1420, 100, 0, id="a little more"),
        pytest.param(710, 100, 1, id="sevenfold"),
        pytest.param(0.0009, 9, -4, id="a ten thousandth"),
        pytest.param(101, 100, 0, id="the same"),
        pytest.param(0, 100, 0, id="nothing"),
        pytest.param(10**9, 1, 0, id="farther than any unit"),
    ],
)
def test_a_change_is_a_power_of_ten_or_none(now: float, mean: float, power: int) -> None:
    assert power_of(now, mean, 0.15) == power


def pairs(*figures: tuple[float, float]) -> list[Pair]:
    return [Pair("l", f"h{at}", *one) for at, one in enumerate(figures)]


@pytest.mark.parametrize(
    ("figures", "power"),
    [
        pytest.param([(12, 120), (30, 310), (8, 79)], 1, id="all tenfold"),
        pytest.param([(12, 120), (30, 310), (0, 0), (0, 3)], 1, id="zeros say nothing"),
        pytest.param([(1200, 120_000), (30, 31), (45, 44)], 0, id="one of three"),
        pytest.param([(1200, 12_000)], 0, id="one alone"),
        pytest.param([(1, 10), (1, 8)], 0, id="too small to tell"),
        pytest.param([(1200, 12_000), (1, 4)], 0, id="one and a small one"),
        pytest.param([(1200, 0.12), (900, 0.09)], -4, id="a ten thousandth"),
        pytest.param([(1200, 6000), (900, 4500)], 0, id="fivefold"),
        pytest.param([], 0, id="nothing"),
    ],
)
def test_figures_have_changed_together_or_not(
    figures: list[tuple[float, float]], power: int
) -> None:
    assert common_power(pairs(*figures), 1.0, 0.3, 0.15) == power


def test_what_all_have_grown_by_is_no_factor() -> None:
    assert common_power(pairs((12, 120), (30, 310), (8, 79)), 10.0, 0.3, 0.15) == 0
