"""Exact quantities that know their rounding and what blanks could still make of them."""

from __future__ import annotations

from decimal import Decimal

from statlint.dataclass import dataclass
from statlint.typed import TYPE_CHECKING, TypeAlias
from statlint.values import Number, exact

if TYPE_CHECKING:
    from fractions import Fraction

Exact: TypeAlias = "Number | Fraction"
Bound: TypeAlias = "Exact | None"


def _fraction(number: Exact) -> Fraction:
    from fractions import Fraction

    return Fraction(number)


def add(one: Exact, other: Exact) -> Exact:
    """Add exactly."""
    if isinstance(one, (int, Decimal)) and isinstance(other, (int, Decimal)):
        return exact.add(one, other)
    return _fraction(one) + _fraction(other)


def multiply(one: Exact, other: Exact) -> Exact:
    """Multiply exactly."""
    if isinstance(one, (int, Decimal)) and isinstance(other, (int, Decimal)):
        return exact.multiply(one, other)
    return _fraction(one) * _fraction(other)


def divide(one: Exact, other: Exact) -> Exact:
    """Divide exactly; raises ZeroDivisionError."""
    return _fraction(one) / _fraction(other)


def negative(number: Exact) -> Exact:
    """Turn the sign; a minus before a long Decimal would round it."""
    return number.copy_negate() if isinstance(number, Decimal) else -number


def below(one: Bound, other: Bound) -> bool:
    """Tell whether one bound lies below another; an absent bound is never below."""
    if one is None or other is None:
        return False
    if isinstance(one, (int, Decimal)) and isinstance(other, (int, Decimal)):
        return one < other
    return _fraction(one) < _fraction(other)


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
    def is_exact(self) -> bool:
        """Whether it was made as exactly known: all lights are the same number."""
        value = self.value
        return (
            value is self.low and value is self.high and value is self.least and value is self.most
        )

    def __add__(self, other: Quantity) -> Quantity:
        """Add two quantities and their bounds."""
        if self.is_exact and other.is_exact and self.value is not None and other.value is not None:
            return Quantity.exactly(add(self.value, other.value))
        return Quantity(
            _sum(self.value, other.value),
            _sum(self.low, other.low),
            _sum(self.high, other.high),
            _sum(self.least, other.least),
            _sum(self.most, other.most),
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

    def __abs__(self) -> Quantity:
        """Leave the sign out."""
        value = _turned(self.value) if below(self.value, 0) else self.value
        low, high = _without_sign(self.low, self.high)
        least, most = _without_sign(self.least, self.most)
        return Quantity(value, low, high, least, most)

    def __mul__(self, other: Quantity) -> Quantity:
        """Multiply two quantities."""
        if self.value is None or other.value is None:
            return UNKNOWN
        low, high = _corners(self.low, self.high, other.low, other.high)
        least, most = _corners(self.least, self.most, other.least, other.most)
        return Quantity(multiply(self.value, other.value), low, high, least, most)

    def __truediv__(self, other: Quantity) -> Quantity:
        """Divide by a quantity; raises ZeroDivisionError where that is 0."""
        if other.value is None:
            return UNKNOWN
        low, high = _inverted(other.low, other.high)
        least, most = _inverted(other.least, other.most)
        return self * Quantity(divide(1, other.value), low, high, least, most)


UNKNOWN = Quantity(None, None, None, None, None)


def remainder(one: Quantity, other: Quantity) -> Quantity:
    """Give what is left of a quantity by whole steps of another; raises ZeroDivisionError."""
    if one.value is None or other.value is None:
        return UNKNOWN
    left = _modulo(one.value, other.value)
    if one.least is not None and one.least == one.most and other.least == other.most:
        return Quantity.exactly(left)
    return Quantity(left, left, left, None, None)


def _modulo(number: Exact, step: Exact) -> Exact:
    if isinstance(number, int) and isinstance(step, int):
        return number % step
    return _fraction(number) % _fraction(step)


def smaller(one: Quantity, other: Quantity) -> Quantity:
    """Give the smaller of two quantities, in each light."""
    return Quantity(
        _smaller_end(one.value, other.value),
        _smaller_end(one.low, other.low),
        _smaller_limit(one.high, other.high),
        _smaller_end(one.least, other.least),
        _smaller_limit(one.most, other.most),
    )


def _smaller_end(one: Bound, other: Bound) -> Bound:
    """Give the smaller of two lower bounds; no bound at all is the smallest."""
    if one is None or other is None:
        return None
    return one if below(one, other) else other


def _smaller_limit(one: Bound, other: Bound) -> Bound:
    """Give the smaller of two upper bounds; no bound at all is the largest."""
    if one is None or other is None:
        return other if one is None else one
    return one if below(one, other) else other


def _sum(one: Bound, other: Bound) -> Bound:
    return None if one is None or other is None else add(one, other)


def _turned(bound: Bound) -> Bound:
    return None if bound is None else negative(bound)


def _without_sign(low: Bound, high: Bound) -> tuple[Bound, Bound]:
    if low is not None and not below(low, 0):
        return low, high
    if high is not None and not below(0, high):
        return negative(high), _turned(low)
    if low is None or high is None:
        return 0, None
    turned = negative(low)
    return 0, turned if below(high, turned) else high


def _inverted(low: Bound, high: Bound) -> tuple[Bound, Bound]:
    """Give the bounds of 1 divided by what lies between two; none where that may be 0."""
    if low is None or high is None or not (below(0, low) or below(high, 0)):
        return None, None
    return divide(1, high), divide(1, low)


def _corners(a: Bound, b: Bound, c: Bound, d: Bound) -> tuple[Bound, Bound]:
    if a is None or b is None or c is None or d is None:
        return None, None
    corners = [multiply(left, right) for left in (a, b) for right in (c, d)]
    low = high = corners[0]
    for corner in corners[1:]:
        low = corner if below(corner, low) else low
        high = corner if below(high, corner) else high
    return low, high
