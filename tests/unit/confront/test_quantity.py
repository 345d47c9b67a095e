"""Quantities: their bounds hold the true value whatever blanks and rounding hide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from statlint.confront.quantity import (
    UNKNOWN,
    Bound,
    Exact,
    Quantity,
    add,
    below,
    divide,
    multiply,
    negative,
    smaller,
)


@dataclass(frozen=True)
class Hidden:
    """A quantity as it is known, and some of the values that it may truly have."""

    known: Quantity
    truths: tuple[Fraction, ...]


def exactly(value: Exact) -> Hidden:
    return Hidden(Quantity.exactly(value), (Fraction(value),))


def rounded(value: Decimal) -> Hidden:
    half = Decimal("0.05")
    low, high = value - half, value + half
    truths = (Fraction(low), Fraction(value), Fraction(high))
    return Hidden(Quantity(value, low, high, low, high), truths)


ZERO = Fraction(0)
BLANK = Hidden(Quantity(0, 0, 0, 0, None), (ZERO, Fraction(5, 2), Fraction(7), Fraction(10**9)))
BLANK_CHANGE = Hidden(Quantity(0, 0, 0, None, None), (Fraction(-9), ZERO, Fraction(10**9)))
UNREADABLE = Hidden(Quantity(None, None, None, 0, None), BLANK.truths)
ABSENT = Hidden(UNKNOWN, (*BLANK.truths, *BLANK_CHANGE.truths))

TENTHS = st.integers(-99, 99).map(lambda tenths: Decimal(tenths) / 10)
HIDDEN = st.one_of(
    st.integers(-20, 20).map(exactly),
    TENTHS.map(exactly),
    TENTHS.map(rounded),
    st.sampled_from([BLANK, BLANK_CHANGE, UNREADABLE, ABSENT]),
)


def inside(low: Bound, truth: Fraction, high: Bound) -> bool:
    return (low is None or Fraction(low) <= truth) and (high is None or truth <= Fraction(high))


def combined(
    operation: Callable[[Quantity, Quantity], Quantity],
    truly: Callable[[Fraction, Fraction], Fraction],
    one: Hidden,
    other: Hidden,
) -> Hidden:
    truths = [truly(left, right) for left in one.truths for right in other.truths]
    return Hidden(operation(one.known, other.known), tuple(truths))


Operation: TypeAlias = tuple[
    Callable[[Quantity, Quantity], Quantity], Callable[[Fraction, Fraction], Fraction]
]
SUM: Operation = (lambda one, other: one + other, lambda one, other: one + other)
GAP: Operation = (lambda one, other: one + -other, lambda one, other: one - other)
PRODUCT: Operation = (lambda one, other: one * other, lambda one, other: one * other)
LEAST: Operation = (smaller, min)
MOST: Operation = (lambda one, other: -smaller(-one, -other), max)
DISTANCE: Operation = (lambda one, other: abs(one + -other), lambda one, other: abs(one - other))
OPERATIONS = st.lists(
    st.sampled_from([SUM, GAP, PRODUCT, LEAST, MOST, DISTANCE]), min_size=2, max_size=2
)


@given(st.tuples(HIDDEN, HIDDEN, HIDDEN), OPERATIONS)
def test_bounds_hold_the_true_value(
    parts: tuple[Hidden, Hidden, Hidden], operations: Sequence[Operation]
) -> None:
    one, two, three = parts
    found = combined(*operations[1], combined(*operations[0], one, two), three)

    assert all(inside(found.known.least, truth, found.known.most) for truth in found.truths)


WRITTEN = st.one_of(TENTHS.map(exactly), TENTHS.map(rounded))


@given(st.tuples(WRITTEN, WRITTEN, WRITTEN), OPERATIONS)
def test_without_blanks_rounding_bounds_hold_it_too(
    parts: tuple[Hidden, Hidden, Hidden], operations: Sequence[Operation]
) -> None:
    one, two, three = parts
    found = combined(*operations[1], combined(*operations[0], one, two), three).known

    assert (found.low, found.high) == (found.least, found.most)
    assert found.value is not None
    assert inside(found.low, Fraction(found.value), found.high)


@given(HIDDEN, HIDDEN)
@example(exactly(1), rounded(Decimal("0.0")))
def test_a_quotient_lies_within_its_bounds(one: Hidden, other: Hidden) -> None:
    assume(other.known.value is None or other.known.value != 0)
    found = one.known / other.known

    assert all(
        inside(found.least, left / right, found.most)
        for left in one.truths
        for right in other.truths
        if right
    )


@pytest.mark.parametrize(
    "divisor",
    [
        pytest.param(Quantity.exactly(0), id="zero"),
        pytest.param(BLANK.known, id="a blank"),
        pytest.param(rounded(Decimal(0)).known, id="what rounds to zero"),
    ],
)
def test_nothing_is_divided_by_zero(divisor: Quantity) -> None:
    with pytest.raises(ZeroDivisionError):
        Quantity.exactly(1) / divisor


def test_a_quotient_by_a_rounded_figure_keeps_bounds() -> None:
    assert Quantity.exactly(1) / rounded(Decimal("0.5")).known == Quantity(
        2, Fraction(20, 11), Fraction(20, 9), Fraction(20, 11), Fraction(20, 9)
    )


def test_a_quotient_by_what_may_be_zero_has_none() -> None:
    divisor = Quantity(Decimal("0.04"), Decimal("-0.01"), Decimal("0.09"), 0, None)

    assert Quantity.exactly(1) / divisor == Quantity(25, None, None, None, None)


def test_the_larger_of_a_figure_and_a_blank_is_at_least_the_figure() -> None:
    larger = -smaller(-Quantity.exactly(40), -BLANK.known)

    assert larger == Quantity(40, 40, 40, 40, None)


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        pytest.param(Quantity.exactly(-3), Quantity.exactly(3), id="negative"),
        pytest.param(Quantity.exactly(3), Quantity.exactly(3), id="positive"),
        pytest.param(
            Quantity.exactly(Fraction(1, 2)), Quantity.exactly(Fraction(1, 2)), id="below one"
        ),
        pytest.param(BLANK.known, Quantity(0, 0, 0, 0, None), id="a blank"),
        pytest.param(BLANK_CHANGE.known, Quantity(0, 0, 0, 0, None), id="a blank of either sign"),
        pytest.param(
            Quantity(0, -1, 2, -1, 2), Quantity(0, 0, 2, 0, 2), id="rounded, larger above zero"
        ),
        pytest.param(
            Quantity(0, -2, 1, -2, 1), Quantity(0, 0, 2, 0, 2), id="rounded, larger below zero"
        ),
    ],
)
def test_without_its_sign(quantity: Quantity, expected: Quantity) -> None:
    assert abs(quantity) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(2, Decimal("2.5"), id="whole and decimal"),
        pytest.param(Decimal("2.5"), Fraction(10, 3), id="decimal and fraction"),
        pytest.param(2, Fraction(10, 3), id="whole and fraction"),
    ],
)
def test_numbers_of_all_kinds_go_together(one: Exact, other: Exact) -> None:
    left, right = Fraction(one), Fraction(other)

    assert [add(one, other), multiply(one, other), divide(one, other)] == [
        left + right,
        left * right,
        left / right,
    ]
    assert [below(one, other), below(other, one)] == [True, False]
    assert [negative(one), negative(other)] == [-left, -right]


@pytest.mark.parametrize("half", [Fraction(1, 2), Decimal("0.5")])
def test_nothing_is_below_itself(half: Exact) -> None:
    assert not below(half, Fraction(1, 2))
    assert not below(Fraction(1, 2), half)


@pytest.mark.parametrize(("one", "other"), [(None, 1), (1, None), (None, None)])
def test_no_bound_is_below_nothing(one: Bound, other: Bound) -> None:
    assert not below(one, other)
