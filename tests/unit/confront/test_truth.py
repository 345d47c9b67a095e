"""Truth in three values: what is said to be sure agrees with every value that may be true."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.confront.quantity import UNKNOWN, Quantity
from statlint.confront.truth import Truth, all_of, any_of, compare

SIGNS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
}
YES, NO, OPEN = (
    Truth(as_zero=True, surely=True),
    Truth(as_zero=False, surely=False),
    Truth(None, None),
)
MAYBE, MAYBE_NOT = Truth(as_zero=True, surely=None), Truth(as_zero=False, surely=None)
BLANK = Quantity(0, 0, 0, 0, None)


def rounded(value: str) -> Quantity:
    number, half = Decimal(value), Decimal("0.05")
    return Quantity(number, number - half, number + half, number - half, number + half)


def true_values(quantity: Quantity) -> list[Fraction]:
    """Give some of the values between the bounds, both ends among them."""
    low = Fraction(-50) if quantity.least is None else Fraction(quantity.least)
    high = max(Fraction(50), low) if quantity.most is None else Fraction(quantity.most)
    return [low, (low + high) / 2, high]


QUANTITIES = st.one_of(
    st.integers(-9, 9).map(Quantity.exactly),
    st.integers(-99, 99).map(lambda tenths: rounded(str(Decimal(tenths) / 10))),
    st.just(BLANK),
    st.integers(0, 9).map(lambda known: BLANK + Quantity.exactly(known)),
    st.integers(0, 9).map(lambda known: -(BLANK + Quantity.exactly(known))),
    st.just(Quantity(None, None, None, 0, None)),
    st.just(UNKNOWN),
)


@given(st.sampled_from(sorted(SIGNS)), QUANTITIES, QUANTITIES)
def test_what_is_sure_holds_for_every_value(sign: str, left: Quantity, right: Quantity) -> None:
    found = compare(sign, left, right)
    outcomes = {
        SIGNS[sign](one, other) for one, other in product(true_values(left), true_values(right))
    }

    assert found.surely is None or outcomes == {found.surely}
    assert found.as_zero is None or found.surely in {None, found.as_zero}


@given(st.sampled_from(sorted(SIGNS)), st.integers(-5, 5), st.integers(-5, 5))
def test_exact_figures_leave_nothing_open(sign: str, left: int, right: int) -> None:
    holds = SIGNS[sign](Fraction(left), Fraction(right))
    found = compare(sign, Quantity.exactly(left), Quantity.exactly(right))

    assert found == Truth(as_zero=holds, surely=holds)


@pytest.mark.parametrize(
    ("sign", "left", "right", "expected"),
    [
        pytest.param("=", rounded("3.5"), rounded("3.6"), MAYBE, id="intervals meet"),
        pytest.param("=", rounded("3.5"), rounded("3.7"), NO, id="intervals lie apart"),
        pytest.param("<", rounded("3.4"), rounded("3.5"), MAYBE_NOT, id="hardly smaller"),
        pytest.param("<", rounded("3.3"), rounded("3.5"), YES, id="clearly smaller"),
        pytest.param(">", rounded("3.3"), rounded("3.5"), NO, id="clearly not larger"),
        pytest.param("<=", rounded("3.6"), rounded("3.5"), MAYBE, id="may be as small"),
        pytest.param(">=", rounded("3.5"), rounded("3.5"), MAYBE, id="may be as large"),
        pytest.param("!=", rounded("3.5"), rounded("3.5"), MAYBE_NOT, id="may be another"),
        pytest.param("=", BLANK, Quantity.exactly(0), MAYBE, id="a blank may be more"),
        pytest.param("=", BLANK, Quantity.exactly(3), MAYBE_NOT, id="a blank may be it"),
        pytest.param("=", BLANK, Quantity.exactly(-3), NO, id="no blank is below zero"),
        pytest.param(">=", BLANK, Quantity.exactly(0), YES, id="every blank is at least zero"),
        pytest.param("=", UNKNOWN, Quantity.exactly(0), OPEN, id="nothing known"),
        pytest.param("<=", UNKNOWN, Quantity.exactly(0), OPEN, id="nothing known to compare"),
    ],
)
def test_compare(sign: str, left: Quantity, right: Quantity, expected: Truth) -> None:
    assert compare(sign, left, right) == expected


def everything(values: Iterable[Truth]) -> list[tuple[Truth, ...]]:
    return [(), *((one,) for one in values), *product(values, repeat=2)]


@pytest.mark.parametrize("truths", everything((YES, NO, OPEN)))
def test_all_and_any_follow_kleene(truths: tuple[Truth, ...]) -> None:
    both, either = all_of(truths), any_of(truths)

    assert both == (NO if NO in truths else OPEN if OPEN in truths else YES)
    assert either == (YES if YES in truths else OPEN if OPEN in truths else NO)
    assert ~both == any_of([~one for one in truths])
