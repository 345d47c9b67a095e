"""Scores of counts beside what was expected of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.odds.pairs import Expected, range_of, score_of

COUNTS = st.floats(0, 10**7)
EXPECTED = st.builds(Expected, st.floats(0.5, 10**7), st.floats(0.1, 10), st.floats(0.1, 1))


def test_a_count_as_expected_has_no_score() -> None:
    assert score_of(100 - 0.375, Expected(100, 1, 0.3)) == 0


def test_nothing_where_ten_were_expected_is_unusual() -> None:
    assert score_of(0, Expected(30, 1, 0.2)) == pytest.approx(-5.439, abs=0.001)


@given(COUNTS, COUNTS, EXPECTED)
def test_a_larger_count_has_no_smaller_score(one: float, other: float, expected: Expected) -> None:
    less, more = sorted((one, other))

    assert score_of(less, expected) <= score_of(more, expected)


@given(EXPECTED, st.floats(1, 5))
def test_counts_within_the_range_are_within_the_bound(expected: Expected, bound: float) -> None:
    least, most = range_of(expected, bound)

    assert least <= expected.mean <= most
    assert score_of(max(0.0, most - 0.376), expected) <= bound + 1e-6
