"""Reckoned figures written as the stated figure beside them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from statlint.rule import printed_like
from statlint.values import Figure, Number


def figure(text: str, value: str) -> Figure:
    """Make a figure as it is printed, of the value that it stands for."""
    return Figure(Decimal(value), text, decimals=len(value.partition(".")[2]))


@pytest.mark.parametrize(
    ("text", "value", "number", "written"),
    [
        pytest.param("6904", "6904", 6914, "6914", id="plain"),
        pytest.param("2,448", "2448", -1362, "-1,362", id="commas"),
        pytest.param("55 447", "55447", 149227, "149 227", id="blanks"),
        pytest.param("1.899", "1899", 1139, "1.139", id="points between thousands"),
        pytest.param("1.234,5", "1234.5", Decimal("1300.5"), "1.300,5", id="points and a comma"),
        pytest.param("12,5", "12.5", Decimal("13.5"), "13,5", id="a comma for a point"),
        pytest.param("16.50", "16.50", 17, "17.00", id="as many decimals"),
        pytest.param("16", "16", Decimal("17.25"), "17.25", id="more decimals"),
        pytest.param("10*", "10", 1234, "1234", id="a mark behind"),
        pytest.param("5", "5", Decimal("-0"), "0", id="nothing"),
        pytest.param("5.0", "5.0", 10**70, f"1{'0' * 70}.0", id="more digits than usual"),
    ],
)
def test_a_sum_is_written_like_the_stated_figure(
    text: str, value: str, number: Number, written: str
) -> None:
    assert printed_like(number, figure(text, value)) == written


@pytest.mark.parametrize(
    ("text", "value", "number", "written"),
    [
        pytest.param("32.1", "32.1", Decimal("3.010033"), "3.0", id="as many decimals"),
        pytest.param("-3.5%", "-3.5", Decimal("862.23565"), "862.2%", id="per cent"),
        pytest.param("3.1", "3.1", Decimal("3.149"), "3.149", id="it would look the same"),
        pytest.param("3.1", "3.1", Decimal("3.25"), "3.3", id="half goes up"),
    ],
)
def test_a_quotient_is_rounded(text: str, value: str, number: Number, written: str) -> None:
    assert printed_like(number, figure(text, value), rounded=True) == written


def test_without_a_stated_figure_a_number_is_written_in_full() -> None:
    assert printed_like(Decimal("12.50"), None) == "12.5"
