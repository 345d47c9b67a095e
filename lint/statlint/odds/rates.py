"""Printed growth rates against the two figures they are of."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from statlint.values import Number

_HALF = Fraction(1, 2)


def growth_of(now: Number, before: Number) -> Fraction | None:
    """Give the growth from one figure to another in per cent; None from 0."""
    if before == 0:
        return None
    return 100 * (Fraction(now) - Fraction(before)) / abs(Fraction(before))


def agrees(rate: Number, decimals: int, due: Fraction, slack: Fraction = Fraction(0)) -> bool:
    """Tell whether a printed rate is what is due: rounded, or cut off, to its own decimals.

    `slack` is how far off the due rate may be since the figures themselves are rounded.
    """
    unit = Fraction(Decimal(1).scaleb(-decimals))
    far = abs(Fraction(rate) - due)
    rounded = far <= unit * _HALF + slack
    cut = abs(Fraction(rate)) <= abs(due) + slack and far < unit + slack
    return rounded or cut


def slack_of(now: Number, before: Number, decimals: int) -> Fraction:
    """Give how far off a growth in per cent may be if its figures are rounded to some decimals."""
    half = Fraction(Decimal(1).scaleb(-decimals)) * _HALF
    whole = abs(Fraction(before))
    if whole <= half:
        return Fraction(100)
    ratio = abs(Fraction(now)) / whole
    return 100 * half * (1 + ratio) / (whole - half)
