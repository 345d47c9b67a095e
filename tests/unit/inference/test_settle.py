"""Sums that cannot be true together are not taken together."""

from __future__ import annotations

import pytest

from statlint.inference.score import Evidence
from statlint.inference.settle import Hypothesis, collapsed, settle


def guess(aggregate: int, *parts: int, bits: float = 10.0) -> Hypothesis:
    """Make a hypothesis without evidence."""
    return Hypothesis(aggregate, parts, Evidence(bits), bits)


def taken(*guesses: Hypothesis) -> list[tuple[int, tuple[int, ...]]]:
    """Settle some hypotheses and tell which are taken."""
    return [(one.aggregate, one.parts) for one in settle(guesses, ())]


def test_the_stronger_of_two_lists_is_taken() -> None:
    found = taken(guess(0, 1, 2, bits=9), guess(0, 1, 2, 3, bits=12))

    assert found == [(0, (1, 2, 3))]


def test_one_total_may_be_the_sum_of_two_lists_apart() -> None:
    assert taken(guess(0, 1, 2), guess(0, 3, 4)) == [(0, (1, 2)), (0, (3, 4))]


@pytest.mark.parametrize(
    "second",
    [guess(2, 0, 3), guess(3, 1, 2, 0), guess(4, 1, 2), guess(5, 2, 3, 1, 6)],
    ids=["a circle", "a total with its parts", "the same parts", "nested"],
)
def test_what_contradicts(second: Hypothesis) -> None:
    allowed = second.aggregate == 5

    assert (len(taken(guess(0, 1, 2), second)) == 2) is allowed


def test_lists_that_overlap_by_more_than_one_part_contradict() -> None:
    assert taken(guess(0, 1, 2, 3, bits=12), guess(9, 2, 3, 4)) == [(0, (1, 2, 3))]


def test_a_circle_over_several_steps() -> None:
    assert taken(guess(0, 1, 2), guess(1, 3, 4), guess(3, 0, 5)) == [(0, (1, 2)), (1, (3, 4))]


def test_a_balance_beside_a_total() -> None:
    total, balance = guess(0, 1, 2), guess(1, 2, 3)

    assert taken(total, balance) == [(0, (1, 2)), (1, (2, 3))]


def test_subtotals_stand_in_the_place_of_their_parts() -> None:
    subtotal = guess(1, 2, 3)
    total = guess(0, 2, 3, 4)

    assert collapsed(total, [subtotal, total]) == (1, 4)
    assert collapsed(subtotal, [subtotal, total]) == (2, 3)
