"""Exact reckoning with whole and decimal numbers of any length."""

from __future__ import annotations

from decimal import Context, Decimal

from statlint.values.reading import Number

# Decimals are rounded to 28 digits where nothing else is said; no figure comes near these.
_LONG = Context(prec=10_000)


def add(one: Number, other: Number) -> Number:
    """Add exactly."""
    if isinstance(one, int) and isinstance(other, int):
        return one + other
    return _LONG.add(one, other)


def subtract(one: Number, other: Number) -> Number:
    """Subtract exactly."""
    if isinstance(one, int) and isinstance(other, int):
        return one - other
    return _LONG.subtract(one, other)


def multiply(one: Number, other: Number) -> Number:
    """Multiply exactly."""
    if isinstance(one, int) and isinstance(other, int):
        return one * other
    return _LONG.multiply(one, other)


def shifted(number: int, places: int) -> Decimal:
    """Give a whole number with the point moved to the left, keeping all its decimals."""
    return _LONG.scaleb(Decimal(number), -places)
