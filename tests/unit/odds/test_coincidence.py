"""What the odds are against a table being the same by chance."""

from __future__ import annotations

import pytest

from statlint.odds.coincidence import odds_against


@pytest.mark.parametrize(
    ("counts", "odds"),
    [
        pytest.param([], 1, id="nothing"),
        pytest.param([0, 0, 0], 1, id="only zeros"),
        pytest.param([1], 3.6, id="a single case"),
        pytest.param([100], 61.4, id="a hundred"),
        pytest.param([100, 100], 3769.9, id="two figures"),
    ],
)
def test_each_figure_that_stays_the_same_counts(counts: list[float], odds: float) -> None:
    assert odds_against(counts) == pytest.approx(odds, rel=0.01)


def test_a_large_table_has_odds_that_can_be_written() -> None:
    assert odds_against([1000.0] * 10_000) > 10**300
