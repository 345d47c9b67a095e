"""Years in labels, counted from the latest."""

from __future__ import annotations

import pytest

from statlint.values import relative_years


@pytest.mark.parametrize(
    ("texts", "relative"),
    [
        pytest.param(
            ["2022年", "2023年", "同比"], ["<1>年", "<0>年", "同比"], id="years and words"
        ),
        pytest.param(["1999-2001"], ["<2>-<0>"], id="two years in one label"),
        pytest.param(["20230", "12023", "1823"], ["20230", "12023", "1823"], id="no years"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_years_are_counted_from_the_latest(texts: list[str], relative: list[str]) -> None:
    assert relative_years(texts) == relative
