"""The longest part of a row that is in order, against trying all parts."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from statlint.confront.longest import in_order, rising

LINES = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(1, 9)), max_size=8)


def consistent(lines: list[tuple[int, int, int]]) -> bool:
    """Tell whether places follow scores: higher score, smaller place; equal, equal."""
    return all(
        (one[0] > other[0]) == (one[1] < other[1]) and (one[0] < other[0]) == (one[1] > other[1])
        for one, other in combinations(lines, 2)
    )


@given(st.lists(st.integers(0, 6), max_size=9))
def test_the_longest_row_that_never_falls(values: list[int]) -> None:
    found = [values[at] for at in rising(values)]

    longest = max(
        size
        for size in range(len(values) + 1)
        for part in combinations(values, size)
        if all(one <= other for one, other in pairwise(part))
    )
    assert all(one <= other for one, other in pairwise(found))
    assert len(found) == longest


@given(LINES)
def test_the_heaviest_lines_in_order(lines: list[tuple[int, int, int]]) -> None:
    kept = in_order(*([line[part] for line in lines] for part in range(3)))
    found = [line for at, line in enumerate(lines) if at in kept]

    heaviest = max(
        sum(line[2] for line in part)
        for size in range(len(lines) + 1)
        for part in combinations(lines, size)
        if consistent(list(part))
    )
    assert consistent(found)
    assert sum(line[2] for line in found) == heaviest
