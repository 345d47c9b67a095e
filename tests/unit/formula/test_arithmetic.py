"""Exact reckoning, and how far binary figures may lie from it."""

from __future__ import annotations

from fractions import Fraction
from math import floor, fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.formula.arithmetic import (
    add,
    divide,
    multiply,
    power,
    round_down,
    round_half_away,
    round_up,
    subtract,
    total,
)
from statlint.formula.operands import FormulaError, LeftAloneError, Quantity, size
from statlint.formula.result import LeftAlone, Unknown

WHOLE = st.integers(-(10**6), 10**6)
# Figures with two decimals, as Excel holds them and as they are.
CENTS = st.integers(-(10**7), 10**7)


def cents(count: int) -> Quantity:
    value = Fraction(count, 100)
    return Quantity(value.numerator if value.denominator == 1 else value)


@given(WHOLE, WHOLE)
def test_whole_numbers_have_no_noise(one: int, other: int) -> None:
    a, b = Quantity(one), Quantity(other)

    assert [add(a, b), subtract(a, b), multiply(a, b)] == [
        Quantity(one + other),
        Quantity(one - other),
        Quantity(one * other),
    ]


@given(CENTS, CENTS, CENTS)
def test_binary_figures_lie_within_the_noise(one: int, other: int, third: int) -> None:
    a, b, c = cents(one), cents(other), cents(third)
    x, y, z = one / 100, other / 100, third / 100
    exact = [subtract(add(a, b), c), multiply(multiply(a, b), c), total([a, b, c])]
    binary = [x + y - z, x * y * z, x + y + z]
    if other and third:
        exact.append(divide(subtract(a, b), multiply(b, c)))
        binary.append((x - y) / (y * z))

    assert [
        abs(figure - quantity.value) <= Fraction(quantity.noise)
        for quantity, figure in zip(exact, map(Fraction, binary), strict=True)
    ] == [True] * len(exact)


@given(st.lists(CENTS, max_size=200))
def test_a_long_sum_lies_within_the_noise(counts: list[int]) -> None:
    quantity = total(map(cents, counts))

    assert quantity.value == Fraction(sum(counts), 100)
    for binary in (sum(count / 100 for count in counts), fsum(count / 100 for count in counts)):
        assert abs(Fraction(binary) - quantity.value) <= Fraction(quantity.noise)


@given(CENTS, st.integers(-3, 3))
def test_rounding_keeps_to_the_nearest(count: int, places: int) -> None:
    one, unit = cents(count), Fraction(10) ** -places
    nearest, down, up = (how(one, places) for how in (round_half_away, round_down, round_up))
    exact = Fraction(size(one.value))

    assert [Fraction(size(result.value)) / unit for result in (down, nearest, up)] == [
        floor(exact / unit),
        floor(exact / unit + Fraction(1, 2)),
        -floor(-exact / unit),
    ]


def test_a_tie_within_the_noise_may_go_either_way() -> None:
    rounded = round_half_away(Quantity(Fraction(5, 2), noise=1e-15), 0)

    assert (rounded.value, rounded.noise > 1) == (3, True)


@pytest.mark.parametrize(
    ("base", "exponent", "expected"),
    [
        pytest.param(3, 4, 81, id="a power"),
        pytest.param(3, 0, 1, id="0 as exponent"),
        pytest.param(0, 3, 0, id="0 as base"),
        pytest.param(2, -2, Fraction(1, 4), id="below 0"),
    ],
)
def test_powers(base: int, exponent: int, expected: int | Fraction) -> None:
    assert power(Quantity(base), Quantity(exponent)).value == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(10**200, 10**200, id="in one step"),
        pytest.param(10**308, 10, id="just"),
    ],
)
def test_what_excel_cannot_hold_is_an_error(one: int, other: int) -> None:
    with pytest.raises(FormulaError, match="#NUM!"):
        multiply(Quantity(one), Quantity(other))


def test_rounding_may_lead_beyond_what_excel_holds() -> None:
    with pytest.raises(FormulaError, match="#NUM!"):
        round_up(Quantity(10**308 - 1), -30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(Quantity(1), Quantity(0, noise=1e-16), id="by what may be 0"),
        pytest.param(Quantity(1), Quantity(Fraction(1, 10**9), noise=1e-8), id="by noise"),
        pytest.param(Quantity(1, noise=1e308), Quantity(Fraction(1, 10**9)), id="too noisy"),
    ],
)
def test_a_quotient_of_noise_is_left_alone(one: Quantity, other: Quantity) -> None:
    with pytest.raises(LeftAloneError) as raised:
        divide(one, other)

    assert raised.value.unknown == Unknown(LeftAlone.NOISE)


def test_endless_fractions_are_left_alone() -> None:
    with pytest.raises(LeftAloneError) as raised:
        power(Quantity(Fraction(1, 10**15 + 1)), Quantity(500))

    assert raised.value.unknown == Unknown(LeftAlone.TOO_LARGE)
