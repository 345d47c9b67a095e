"""Exact reckoning that knows how far Excel's binary figures may lie from it."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from statlint.formula.operands import (
    EXACT_BELOW,
    TOO_LARGE,
    FormulaError,
    LeftAloneError,
    Quantity,
    size,
)
from statlint.formula.result import LeftAlone

_HALF_STEP = 2.0**-53
"""How far a binary fraction may lie from the figure it stands for, as a part of that figure."""

_MOST_BITS = 6000
_LARGEST_POWER = 1000
_MOST_PLACES = 30
_NO_NUMBER, _BY_ZERO = "#NUM!", "#DIV/0!"


def distance(value: int | Fraction) -> float:
    """Give how far Excel's binary figure lies from this one at most: 0 for a usual whole number."""
    if isinstance(value, int) and size(value) < EXACT_BELOW:
        return 0.0
    return float(size(value)) * _HALF_STEP


def _settled(value: int | Fraction, noise: float) -> Quantity:
    """Add the distance of the result itself; refuse what Excel or this machine cannot hold."""
    if size(value) >= TOO_LARGE:
        raise FormulaError(_NO_NUMBER)
    if isinstance(value, Fraction):
        if value.denominator == 1:
            value = value.numerator
        elif value.denominator.bit_length() > _MOST_BITS:
            raise LeftAloneError(LeftAlone.TOO_LARGE)
    noise = 2 * (noise + distance(value))
    if not noise < TOO_LARGE:
        raise LeftAloneError(LeftAlone.NOISE)
    return Quantity(value, noise)


def _own(*quantities: Quantity) -> float:
    """Add up the noise of the operands and their distances from binary fractions."""
    return sum(one.noise + distance(one.value) for one in quantities)


def add(one: Quantity, other: Quantity) -> Quantity:
    """Add two quantities."""
    return _settled(one.value + other.value, _own(one, other))


def subtract(one: Quantity, other: Quantity) -> Quantity:
    """Subtract a quantity."""
    return _settled(one.value - other.value, _own(one, other))


def total(quantities: Iterable[Quantity]) -> Quantity:
    """Add up many quantities."""
    value: int | Fraction = 0
    noises, magnitudes = [], []
    for one in quantities:
        value += one.value
        if one.noise or distance(one.value):
            noises.append(one.noise)
        magnitudes.append(float(size(one.value)))
    if not noises:
        return _settled(value, 0.0)
    steps = sum(magnitudes) * _HALF_STEP * (len(magnitudes) + 1)
    return _settled(value, sum(noises) + steps)


def multiply(one: Quantity, other: Quantity) -> Quantity:
    """Multiply two quantities."""
    a, b = _wide(one), _wide(other)
    noise = a * float(size(other.value)) + b * float(size(one.value)) + a * b
    return _settled(one.value * other.value, noise)


def _wide(one: Quantity) -> float:
    return one.noise + distance(one.value)


def divide(one: Quantity, other: Quantity) -> Quantity:
    """Divide by a quantity; raises FormulaError where it is 0."""
    if other.value == 0:
        if other.noise:
            raise LeftAloneError(LeftAlone.NOISE)
        raise FormulaError(_BY_ZERO)
    value = Fraction(one.value) / Fraction(other.value)
    if size(value) >= TOO_LARGE:
        raise FormulaError(_NO_NUMBER)
    a, b, divisor = _wide(one), _wide(other), float(size(other.value))
    if b >= divisor:
        raise LeftAloneError(LeftAlone.NOISE)
    return _settled(value, (a + b * float(size(value))) / (divisor - b))


def power(one: Quantity, other: Quantity) -> Quantity:
    """Raise to a small whole power; others are left alone."""
    exponent = other.value
    if not isinstance(exponent, int) or other.noise or abs(exponent) > _LARGEST_POWER:
        raise LeftAloneError(LeftAlone.FUNCTION, "^")
    if one.value == 0 and exponent == 0:  # Excel says #NUM!, others 1
        raise LeftAloneError(LeftAlone.FUNCTION, "^")
    result = Quantity(1)
    for _ in range(abs(exponent)):
        result = multiply(result, one)
    return result if exponent >= 0 else divide(Quantity(1), result)


def negative(one: Quantity) -> Quantity:
    """Turn the sign."""
    return Quantity(-one.value, one.noise)


def magnitude(one: Quantity) -> Quantity:
    """Leave the sign out."""
    return Quantity(size(one.value), one.noise)


def round_half_away(one: Quantity, places: int) -> Quantity:
    """Round to decimals (or, below 0, to tens), halves away from zero."""
    whole, rest = _split(one, places)
    doubtful = _near(rest - Fraction(1, 2), one, places)
    return _back(whole + (rest >= Fraction(1, 2)), one, places, doubtful=doubtful)


def round_down(one: Quantity, places: int) -> Quantity:
    """Cut decimals off."""
    whole, rest = _split(one, places)
    return _back(whole, one, places, doubtful=_near_step(rest, one, places))


def round_up(one: Quantity, places: int) -> Quantity:
    """Round away from zero."""
    whole, rest = _split(one, places)
    return _back(whole + (rest > 0), one, places, doubtful=_near_step(rest, one, places))


def _split(one: Quantity, places: int) -> tuple[int, Fraction]:
    """Give the size in units of the last place: whole units, and the rest of one."""
    if abs(places) > _MOST_PLACES:
        raise LeftAloneError(LeftAlone.FUNCTION, "ROUND")
    whole, rest = divmod(Fraction(size(one.value)) * Fraction(10) ** places, 1)
    return int(whole), rest


def _near(gap: Fraction, one: Quantity, places: int) -> bool:
    """Tell whether binary noise could have carried a figure over a bound."""
    return one.noise > 0 and abs(gap) <= one.noise * 10.0**places


def _near_step(rest: Fraction, one: Quantity, places: int) -> bool:
    return _near(min(rest, 1 - rest), one, places)


def _back(units: int, one: Quantity, places: int, *, doubtful: bool) -> Quantity:
    """Give units of the last place their value and sign; in doubt the next unit may be meant."""
    value = Fraction(units if one.value >= 0 else -units) / Fraction(10) ** places
    if size(value) >= TOO_LARGE:
        raise FormulaError(_NO_NUMBER)
    exact = value.numerator if value.denominator == 1 else value
    return Quantity(exact, 1.01 * 10.0**-places if doubtful else 0.0)
