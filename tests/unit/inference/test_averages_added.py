"""Means of stretches of a list are known from figures added up once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.inference.averages_added import Added, Side
from statlint.inference.matrix import Matrix
from statlint.inference.model import Axis


def added(column: list[int | None]) -> Added:
    rows = [[value] for value in column]
    units = [[1] for _ in column]
    matrix = Matrix(Axis.LINES, (), (), rows, units, [[] for _ in column], 0)
    return Added(matrix, tuple(range(len(column))))


@pytest.mark.parametrize(
    ("side", "taken"),
    [(Side(1, 1, 3), (1, 2)), (Side(3, -1, 4), (2, 3))],
    ids=["forwards", "back"],
)
def test_the_first_strips_of_a_side_in_the_order_of_the_list(
    side: Side, taken: tuple[int, ...]
) -> None:
    assert side.taken((0, 1, 2, 3, 4), 2) == taken


def test_a_blank_counts_as_nothing_or_as_a_nought() -> None:
    figures = added([6, None, 6, None])

    assert figures.met(0, Side(0, 1, 4), 6, 0, range(2, 5)) == [2, 3, 4]
    assert figures.met(0, Side(3, -1, 4), 3, 0, range(2, 5)) == [2, 4]


def test_blanks_alone_have_no_mean() -> None:
    assert added([None, None, 3]).met(0, Side(0, 1, 3), 0, 0, range(2, 4)) == []


@given(st.lists(st.integers(-50, 50), min_size=2, max_size=12), st.integers(-20, 20))
def test_the_mean_of_a_stretch_is_the_same_either_way(column: list[int], wanted: int) -> None:
    count = len(column)
    forwards = added([*column]).met(0, Side(0, 1, count), wanted, 2, range(2, count + 1))
    back = added([*column[::-1]]).met(0, Side(count - 1, -1, count), wanted, 2, range(2, count + 1))

    assert forwards == back
    assert forwards == [
        length
        for length in range(2, count + 1)
        if abs(sum(column[:length]) - wanted * length) <= 2 * length
    ]


@given(
    st.lists(st.none() | st.integers(-50, 50), min_size=2, max_size=12),
    st.integers(-20, 20),
    st.sampled_from([0, 1, 2.5]),
)
def test_all_stretches_of_a_mean_are_those_of_each_side(
    column: list[int | None], wanted: int, reach: float
) -> None:
    figures, count = added(column), len(column)
    sides = [Side(start, 1, count - start) for start in range(count)]

    assert figures.stretches(0, wanted, reach) == {
        (side.start, side.start + length)
        for side in sides
        for length in figures.met(0, side, wanted, reach, range(2, side.count + 1))
    }
