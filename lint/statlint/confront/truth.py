"""Whether a condition holds: with blanks as 0, and whatever the blanks may be."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.confront.quantity import Quantity, below
from statlint.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Truth:
    """`as_zero`: with blanks as 0 (None: cannot be said); `surely`: for any blanks (None: open)."""

    as_zero: bool | None
    surely: bool | None

    def __invert__(self) -> Truth:
        """Say the opposite."""
        return Truth(_not(self.as_zero), _not(self.surely))


def _not(value: bool | None) -> bool | None:  # noqa: FBT001
    return None if value is None else not value


def all_of(truths: Sequence[Truth]) -> Truth:
    """Say whether all hold (Kleene's three-valued logic)."""
    return Truth(_all([one.as_zero for one in truths]), _all([one.surely for one in truths]))


def any_of(truths: Sequence[Truth]) -> Truth:
    """Say whether at least one holds."""
    return ~all_of([~one for one in truths])


def _all(values: Sequence[bool | None]) -> bool | None:
    if any(value is False for value in values):
        return False
    return None if any(value is None for value in values) else True


def compare(sign: str, left: Quantity, right: Quantity) -> Truth:
    """Compare two quantities; what rounding or blanks leave open is not sure either way."""
    if sign == "=":
        return _equal(left, right)
    if sign == "!=":
        return ~_equal(left, right)
    if sign == "<=":
        return _at_most(left, right)
    if sign == ">=":
        return _at_most(right, left)
    if sign == "<":
        return ~_at_most(right, left)
    return ~_at_most(left, right)


def _equal(left: Quantity, right: Quantity) -> Truth:
    as_zero = None
    if left.value is not None and right.value is not None:
        as_zero = not below(left.high, right.low) and not below(right.high, left.low)
    if below(left.most, right.least) or below(right.most, left.least):
        return Truth(as_zero, surely=False)
    return Truth(as_zero, surely=True if _single(left) and _single(right) else None)


def _single(quantity: Quantity) -> bool:
    """Tell whether a quantity can have no value but one."""
    return quantity.least is not None and quantity.least == quantity.most


def _at_most(left: Quantity, right: Quantity) -> Truth:
    as_zero = None
    if left.value is not None and right.value is not None:
        as_zero = not below(right.high, left.low)
    if below(right.most, left.least):
        return Truth(as_zero, surely=False)
    bounded = left.most is not None and right.least is not None
    surely = bounded and not below(right.least, left.most)
    return Truth(as_zero, surely=True if surely else None)
