"""What makes a sum likelier than its figures alone."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference.ground import ground_of
from statlint.inference.matrix import matrix_of
from statlint.inference.sums_weigh import weighed


def bits(*column: int) -> float:
    """Weigh that the last line is the sum of the others."""
    rows = "".join(f"\nL{place},{figure}" for place, figure in enumerate(column))
    ground = ground_of(matrix_of(layout_of(f"Item,2021{rows}")))
    return weighed(ground, len(column) - 1, tuple(range(len(column) - 1)), 0.0).bits


def test_a_list_that_adds_up_to_a_hundred_is_likely_one_of_percentages() -> None:
    assert bits(41, 26, 33, 100) - bits(43, 26, 33, 102) == pytest.approx(3.0, abs=0.1)
