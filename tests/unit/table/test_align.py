"""Two ordered lists side by side: the best match there is, and always in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.table.align import align

Scores = Sequence[Mapping[int, float]]
# Eighths add up without rounding, so that sums can be compared.
SCORES = st.lists(
    st.dictionaries(st.integers(0, 4), st.integers(1, 8).map(lambda eighths: eighths / 8)),
    max_size=5,
)


def total(scores: Scores, matched: Mapping[int, int]) -> float:
    return sum(scores[printed][wanted] for printed, wanted in matched.items())


def best_total(scores: Scores, wanted: int) -> float:
    """Try every way to match in order."""
    best = 0.0
    for size in range(1, min(len(scores), wanted) + 1):
        for printed in combinations(range(len(scores)), size):
            for chosen in combinations(range(wanted), size):
                pairs = list(zip(printed, chosen, strict=True))
                if all(column in scores[row] for row, column in pairs):
                    best = max(best, total(scores, dict(pairs)))
    return best


@given(SCORES)
def test_no_match_in_order_is_better(scores: Scores) -> None:
    assert total(scores, align(scores, 5)) == best_total(scores, 5)


@given(SCORES)
def test_order_is_kept(scores: Scores) -> None:
    matched = list(align(scores, 5).items())

    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(matched))


@pytest.mark.parametrize(
    ("scores", "wanted", "expected"),
    [
        pytest.param([], 2, {}, id="nothing printed"),
        pytest.param([{0: 1.0}], 0, {}, id="nothing wanted"),
        pytest.param([{0: 1.0}, {1: 1.0}], 2, {0: 0, 1: 1}, id="all as wanted"),
        pytest.param([{0: 1.0}, {}, {1: 1.0}], 2, {0: 0, 2: 1}, id="a stranger between"),
        pytest.param([{0: 1.0}, {2: 1.0}], 3, {0: 0, 1: 2}, id="one is missing"),
        pytest.param([{1: 1.0}, {0: 1.0}, {2: 1.0}], 3, {1: 0, 2: 2}, id="two out of order"),
        pytest.param(
            [{0: 1.0}, {1: 1.0}, {1: 1.0}, {2: 1.0}], 3, {0: 0, 1: 1, 3: 2}, id="one printed twice"
        ),
        pytest.param(
            [{1: 1.0}, {1: 1.0}, {2: 1.0}], 3, {0: 1, 2: 2}, id="one missing and one twice"
        ),
        pytest.param([{0: 0.8, 1: 0.8}, {0: 0.8, 1: 0.8}], 2, {0: 0, 1: 1}, id="told by order"),
    ],
)
def test_align(scores: Scores, wanted: int, expected: dict[int, int]) -> None:
    assert align(scores, wanted) == expected
