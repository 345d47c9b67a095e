"""Figures one stroke of a key apart, and how strongly that speaks for a sum."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis.strategies import integers

from statlint.inference.slips import is_slip, slip_bits


@pytest.mark.parametrize(
    ("written", "meant", "slip"),
    [
        pytest.param(124, 127, True, id="a digit replaced"),
        pytest.param(124, 142, True, id="two digits swapped"),
        pytest.param(124, 1234, True, id="a digit dropped"),
        pytest.param(1240, 124, True, id="a nought added"),
        pytest.param(12, 312, True, id="the first digit dropped"),
        pytest.param(-124, 124, True, id="a minus too many"),
        pytest.param(124, -124, False, id="a minus lost"),
        pytest.param(124, 124, False, id="the same"),
        pytest.param(124, 421, False, id="digits far apart swapped"),
        pytest.param(124, 12, True, id="the last digit added"),
        pytest.param(124, 1, False, id="two digits added"),
        pytest.param(1234, 134567, False, id="two digits dropped"),
        pytest.param(124, 356, False, id="all digits"),
        pytest.param(-12, 1, False, id="the sign and a digit"),
        pytest.param(123, 1456, False, id="a digit dropped, others replaced"),
    ],
)
def test_one_stroke(written: int, meant: int, slip: bool) -> None:  # noqa: FBT001
    assert is_slip(written, meant) is slip


@given(integers(min_value=0), integers(min_value=0))
def test_a_stroke_can_be_undone(one: int, other: int) -> None:
    assert is_slip(one, other) is is_slip(other, one)


def test_a_stroke_that_mends_a_large_sum_says_much() -> None:
    assert slip_bits(8_634_123, [4_312_019, 4_399_194]) == 0
    assert slip_bits(8_634_123, [4_312_019, 4_322_704]) > 10
    assert slip_bits(33, [11, 21]) == 0


def test_a_stroke_that_mends_a_total_counts_as_well() -> None:
    assert slip_bits(8_364_123, [4_312_019, 4_322_104]) > 10
