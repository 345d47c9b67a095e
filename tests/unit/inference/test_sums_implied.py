"""Sums that follow from others are known as such."""

from __future__ import annotations

from layouts import layout_of
from statlint.inference.ground import ground_of
from statlint.inference.matrix import matrix_of
from statlint.inference.score import Evidence
from statlint.inference.settle import Hypothesis
from statlint.inference.sums_implied import Implied

INCOME = """
Item,2021,2022,2023
Sales,1537,1498,1507
Freight charged,212,195,213
Revenue,1749,1693,1720
Costs,1360,1325,1310
Freight paid,212,195,213
Cost of operations,1572,1520,1523
Profit,177,173,197
"""


def guess(aggregate: int, *parts: int) -> Hypothesis:
    """Make a hypothesis without evidence."""
    return Hypothesis(aggregate, parts, Evidence(10.0), 10.0)


def test_what_others_add_up_to_is_implied() -> None:
    ground = ground_of(matrix_of(layout_of(INCOME)))
    implied = Implied(ground, [guess(2, 0, 1), guess(5, 3, 4), guess(2, 5, 6)])

    assert implied.follows(guess(0, 3, 6))
    assert not implied.follows(guess(0, 1, 6))


def test_what_is_added_counts_from_then_on() -> None:
    ground = ground_of(matrix_of(layout_of(INCOME)))
    implied = Implied(ground, [guess(2, 0, 1)])

    before = implied.follows(guess(2, 5, 6))
    implied.add(guess(2, 5, 6))

    assert (before, implied.follows(guess(2, 5, 6))) == (False, True)
