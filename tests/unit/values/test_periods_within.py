"""The shorter periods that make up a longer one."""

from __future__ import annotations

import pytest

from statlint.values import Period
from statlint.values.periods_within import periods_within


@pytest.mark.parametrize(
    ("period", "kind", "within"),
    [
        pytest.param("2024", "H", "2024-H1 2024-H2", id="the halves of a year"),
        pytest.param("2024-H2", "Q", "2024-Q3 2024-Q4", id="the quarters of a half"),
        pytest.param("2024-Q2", "M", "2024-M04 2024-M05 2024-M06", id="the months of a quarter"),
        pytest.param("2024-M02", "Q", "", id="no quarters in a month"),
        pytest.param("2024-Q2", "Q", "", id="no quarters in a quarter"),
    ],
)
def test_periods_within(period: str, kind: str, within: str) -> None:
    assert [str(one) for one in periods_within(Period.parse(period), kind)] == within.split()
