"""Exact quantities that know their rounding and what blanks could still make of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from statlint.values import Number

if TYPE_CHECKING:
    from fractions import Fraction

Exact: TypeAlias = "Number | Fraction"
Bound: TypeAlias = "Exact | None"


def _pair(one: Exact, other: Exact) -> tuple[Exact, Exact]:
    """Bring two numbers to kinds that can be reckoned with each other."""
    if isinstance(one, Decimal) and not isinstance(other, (int, Decimal)):
        return _fraction(one), other
    if isinstance(other, Decimal) and not isinstance(one, (int, Decimal)):
        return one, _fraction(other)
    return one, other


def _fraction(number: Exact) -> Fraction:
    from fractions import Fraction

    return Fraction(number)


def add(one: Bound, other: Bound) -> Bound:
    """Add; nothing is known where one side has no bound."""
    if one is None or other is None:
        return None
    left, right = _pair(one, other)
    return left + right  # type: ignore[operator]


def multiply(one: Exact, other: Exact) -> Exact:
    """Multiply exactly."""
    left, right = _pair(one, other)
    return left * right  # type: ignore[operator]


def divide(one: Exact, other: Exact) -> Exact:
    """Divide exactly; raises ZeroDivisionError."""
    return _fraction(one) / _fraction(other)


def below(one: Bound, other: Bound) -> bool:
    """Tell whether one bound lies below another; an absent bound is never below."""
    if one is None or other is None:
        return False
    left, right = _pair(one, other)
    return left < right


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in three lights.

    `value`: with blanks as 0, None where something unreadable or absent is part of it.
    `low`–`high`: where the true value lies when figures are rounded (equal to `value` if exact).
    `least`–`most`: the bounds once blanks may be any figure of their kind; None for no bound.
    """

    value: Exact | None
    low: Bound
    high: Bound
    least: Bound
    most: Bound

    @classmethod
    def exactly(cls, value: Exact) -> Quantity:
        """Make a quantity that is known exactly."""
        return cls(value, value, value, value, value)

    @property
    def known(self) -> bool:
        """Whether no blank or unreadable cell is part of it."""
        return self.value is not None and self.least == self.low and self.most == self.high

    def __add__(self, other: Quantity) -> Quantity:
        """Add two quantities and their bounds."""
        value = None if self.value is None else add(self.value, other.value)
        return Quantity(
            value,
            add(self.low, other.low),
            add(self.high, other.high),
            add(self.least, other.least),
            add(self.most, other.most),
        )

    def __neg__(self) -> Quantity:
        """Turn the sign; lower and upper bounds change places."""
        return Quantity(
            _turned(self.value),
            _turned(self.high),
            _turned(self.low),
            _turned(self.most),
            _turned(self.least),
        )

    def __mul__(self, other: Quantity) -> Quantity:
        """Multiply two quantities."""
        return _product(self, other)

    def __truediv__(self, other: Quantity) -> Quantity:
        """Divide by a quantity; raises ZeroDivisionError where that is 0."""
        if other.value is None or other.low != other.high:
            return Quantity(None, None, None, None, None)
        inverse = divide(1, other.value)
        result = _product(self, Quantity.exactly(inverse))
        if other.known:
            return result
        return Quantity(result.value, result.low, result.high, None, None)


def _turned(bound: Bound) -> Bound:
    return None if bound is None else -bound


def _product(one: Quantity, other: Quantity) -> Quantity:
    if one.value is None or other.value is None:
        return Quantity(None, None, None, None, None)
    value = multiply(one.value, other.value)
    low, high = _corners(one.low, one.high, other.low, other.high)
    least, most = _corners(one.least, one.most, other.least, other.most)
    return Quantity(value, low, high, least, most)


def _corners(a: Bound, b: Bound, c: Bound, d: Bound) -> tuple[Bound, Bound]:
    if a is None or b is None or c is None or d is None:
        return None, None
    corners = [multiply(left, right) for left in (a, b) for right in (c, d)]
    low = high = corners[0]
    for corner in corners[1:]:
        low = corner if below(corner, low) else low
        high = corner if below(high, corner) else high
    return low, high
