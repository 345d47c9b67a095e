"""The values that formulas reckon with, and how Excel turns one kind into another."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.formula.result import LeftAlone, Unknown
from statlint.pattern import pattern_of
from statlint.values import Number, plain

EXACT_BELOW = 2**53
"""Whole numbers below this are exact in Excel as well; all others are binary fractions there."""

TOO_LARGE = 10**308
"""Excel holds hardly any figures above this, and neither does what reckons noise here."""

NOT_A_VALUE = "#VALUE!"
"""What Excel gives where it can make no figure or truth value of a text."""

_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_UP)
_PLAIN_EXPONENTS = range(-4, 15)
_NUMBER_TEXT = pattern_of(
    r"\s*(?P<digits>[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?)(?P<percent>%?)\s*"
)
_GROUPED_TEXT = pattern_of(r"\s*(?P<digits>[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?)\s*")
_LONGEST_NUMBER_TEXT = 40


class LeftAloneError(Exception):
    """Raised inside this room where a formula cannot be reckoned as Excel would; says why."""

    def __init__(self, why: LeftAlone, what: str = "") -> None:
        """Keep the reason."""
        super().__init__(why, what)
        self.unknown = Unknown(why, what)


class FormulaError(Exception):
    """Raised inside this room where Excel gives an error value; goes up through the formula."""

    def __init__(self, text: str) -> None:
        """Keep the error value: #DIV/0!."""
        super().__init__(text)
        self.text = text


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact figure; `noise` is how far Excel's binary figure may lie from it."""

    value: int | Fraction
    noise: float = 0.0


Operand: TypeAlias = Quantity | str | bool | None
"""A value in a formula; None is an empty cell."""


def exactly(number: Number) -> Quantity:
    """Make a quantity of a figure; raises LeftAloneError for one at the end of what there is."""
    if not -TOO_LARGE < number < TOO_LARGE:
        raise LeftAloneError(LeftAlone.TOO_LARGE)
    return Quantity(number if isinstance(number, int) else Fraction(number))


def size(value: int | Fraction) -> int | Fraction:
    """Leave the sign out."""
    return -value if value < 0 else value


def to_quantity(operand: Operand) -> Quantity:
    """Turn an operand into a figure, as Excel does for + − × ÷; raises FormulaError."""
    if isinstance(operand, Quantity):
        return operand
    if isinstance(operand, str):
        return _of_text(operand)
    return Quantity(int(operand or 0))


def _of_text(text: str) -> Quantity:
    """Read a text as a figure; one that Excel may take for a date or an amount is left alone."""
    if len(text) <= _LONGEST_NUMBER_TEXT:
        found = _NUMBER_TEXT.fullmatch(text) or _GROUPED_TEXT.fullmatch(text)
        if found:
            percent = found.groupdict().get("percent")
            value = Fraction(found["digits"].replace(",", "")) / (100 if percent else 1)
            return Quantity(_whole(value))
    if any(sign.isdigit() for sign in plain(text)):
        raise LeftAloneError(LeftAlone.TEXT)
    raise FormulaError(NOT_A_VALUE)


def _whole(value: Fraction) -> int | Fraction:
    return value.numerator if value.denominator == 1 else value


def to_truth(operand: Operand) -> bool:
    """Turn an operand into a truth value, as Excel does for a condition; raises FormulaError."""
    if isinstance(operand, Quantity):
        if operand.noise and size(operand.value) <= operand.noise:
            raise LeftAloneError(LeftAlone.NOISE)
        return operand.value != 0
    if isinstance(operand, str):
        if operand.upper() not in {"TRUE", "FALSE"}:
            raise FormulaError(NOT_A_VALUE)
        return operand.upper() == "TRUE"
    return bool(operand)


def to_text(operand: Operand) -> str:
    """Write an operand as Excel does where texts are joined; raises LeftAloneError."""
    if isinstance(operand, Quantity):
        low, high = (fifteen_digits(operand.value + Fraction(by)) for by in _both(operand.noise))
        if low != high or (low and low.adjusted() not in _PLAIN_EXPONENTS):
            raise LeftAloneError(LeftAlone.TEXT)
        return format(low, "f")
    if isinstance(operand, bool):
        raise LeftAloneError(LeftAlone.TRUTH_VALUE)
    return operand or ""


def _both(noise: float) -> tuple[float, float]:
    return -noise, noise


def fifteen_digits(value: int | Fraction) -> Decimal:
    """Round to the fifteen digits that Excel shows, without zeros at the end."""
    fraction = Fraction(value)
    rounded = _FIFTEEN.divide(Decimal(fraction.numerator), Decimal(fraction.denominator))
    whole = rounded.to_integral_value()
    return (
        whole.quantize(Decimal(1))
        if rounded == whole and abs(whole) < EXACT_BELOW
        else (rounded.normalize())
    )


def compare(one: Operand, other: Operand) -> int:
    """Give -1, 0 or 1 as Excel orders two operands: figures come before texts."""
    one, other = _filled(one, other), _filled(other, one)
    if isinstance(one, bool) is not isinstance(other, bool):
        raise LeftAloneError(LeftAlone.TRUTH_VALUE)
    if isinstance(one, str) and isinstance(other, str):
        return _compare_texts(one, other)
    if isinstance(one, str) or isinstance(other, str):
        return 1 if isinstance(one, str) else -1
    left, right = to_quantity(one), to_quantity(other)
    gap, noise = left.value - right.value, left.noise + right.noise
    # Excel compares fifteen digits of binary figures: what is this close, it may call equal or not.
    if noise and size(gap) <= noise:
        raise LeftAloneError(LeftAlone.NOISE)
    return (gap > 0) - (gap < 0)


def _filled(operand: Operand, beside: Operand) -> Operand:
    """Take an empty cell for what it is compared with: no text, FALSE or 0."""
    if operand is not None:
        return operand
    if isinstance(beside, str):
        return ""
    return False if isinstance(beside, bool) else Quantity(0)


def _compare_texts(one: str, other: str) -> int:
    """Tell whether two texts are equal, capitals or not; the order of others is the language's."""
    if one.casefold() == other.casefold():
        return 0
    raise LeftAloneError(LeftAlone.TEXT)
