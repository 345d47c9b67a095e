"""One figure beside four and more earlier ones."""

from __future__ import annotations

import pytest

from statlint.odds.series import series_score


@pytest.mark.parametrize(
    ("earlier", "now", "odd"),
    [
        pytest.param([50, 54, 49, 52], 51, False, id="where it was"),
        pytest.param([50, 54, 49, 52], 251, True, id="fivefold"),
        pytest.param([50, 54, 49, 52], 5, True, id="a digit dropped"),
        pytest.param([40, 80, 160, 320], 640, False, id="goes on growing"),
        pytest.param([50, 55, 49, 420], 52, False, id="comes back"),
        pytest.param([3, 60, 8, 110, 20], 70, False, id="jumps every year"),
        pytest.param([0, 0, 0, 0], 2, False, id="small counts"),
        pytest.param([0, 0, 0, 0], 40, True, id="from nothing"),
        pytest.param([10_000, 10_100, 9900, 10_050], 10_900, False, id="large and calm"),
    ],
)
def test_a_figure_is_away_from_its_series_or_not(
    earlier: list[float], now: float, odd: object
) -> None:
    assert (abs(series_score(now, earlier, 0.3)) > 3.5) is odd
