"""Tests of the slips that write one figure for another."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.diagnosis.keystrokes import keystrokes
from statlint.diagnosis.model import Cell, Slip, System
from statlint.diagnosis.net import net_of
from statlint.diagnosis.slips import best_slip, slips


@pytest.mark.parametrize(
    ("true", "seen", "expected"),
    [
        pytest.param(91, 19, Slip.TRANSPOSED, id="two digits exchanged"),
        pytest.param(91, 97, Slip.DIGIT, id="one digit"),
        pytest.param(0, 7, Slip.DIGIT, id="a digit for 0"),
        pytest.param(1204, 124, Slip.DROPPED, id="a digit dropped"),
        pytest.param(105, 5, Slip.DROPPED, id="a first digit dropped before 0"),
        pytest.param(102, 12, Slip.DROPPED, id="a 0 dropped, as if exchanged with the first digit"),
        pytest.param(124, 1284, Slip.ADDED, id="a digit added"),
        pytest.param(124, 1124, Slip.DOUBLED, id="a digit doubled"),
        pytest.param(37, -37, Slip.SIGN, id="the sign"),
        pytest.param(37, 370_000, Slip.FACTOR, id="yuan for ten thousand yuan"),
        pytest.param(370_000, 37, Slip.FACTOR, id="ten thousand yuan for yuan"),
        pytest.param(37, 5518, Slip.OTHER, id="any other figure"),
        pytest.param(37, -38, Slip.OTHER, id="another figure below 0"),
        pytest.param(1234, 4321, Slip.OTHER, id="digits far apart"),
    ],
)
def test_the_most_probable_slip_is_named(true: int, seen: int, expected: Slip) -> None:
    slip, cost = best_slip(true, seen)

    assert slip is expected
    assert cost > 0


@given(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6))
def test_slips_are_probabilities(true: int, seen: int) -> None:
    found = list(slips(true, seen))

    assert all(0 < probability < 1 for _, probability in found)
    assert sum(probability for _, probability in found) < 1
    assert math.isfinite(best_slip(true, seen)[1])


@given(st.integers(0, 99_999))
def test_keystrokes_are_what_one_slip_undoes(seen: int) -> None:
    net = net_of(System((Cell(seen, 0, 0, 0, 0),), ()))

    for true in keystrokes(net, 0):
        assert best_slip(true, seen)[0] is not Slip.OTHER or seen == 0


def test_keystrokes_stay_in_the_places_written() -> None:
    net = net_of(System((Cell(120, 1, 0, 0, 0),), (), scale=100))

    assert 110 in keystrokes(net, 0)
    assert 111 not in keystrokes(net, 0)


def test_a_figure_with_more_places_than_written_has_no_keystrokes() -> None:
    net = net_of(System((Cell(125, 1, 0, 0, 0),), (), scale=100))

    assert keystrokes(net, 0) == ()
