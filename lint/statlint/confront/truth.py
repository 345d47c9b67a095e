"""Whether a condition holds: with blanks as 0, and whatever the blanks may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from statlint.confront.quantity import Quantity, below


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
    """Compare two quantities; rounded figures are equal where their intervals meet."""
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


def _known(left: Quantity, right: Quantity) -> bool:
    return left.known and right.known


def _equal(left: Quantity, right: Quantity) -> Truth:
    as_zero = None
    if left.value is not None and right.value is not None:
        as_zero = not below(left.high, right.low) and not below(right.high, left.low)
    if below(left.most, right.least) or below(right.most, left.least):
        return Truth(as_zero, surely=False)
    return Truth(as_zero, as_zero if _known(left, right) else None)


def _at_most(left: Quantity, right: Quantity) -> Truth:
    as_zero = None
    if left.value is not None and right.value is not None:
        as_zero = not below(right.high, left.low)
    if below(right.most, left.least):
        return Truth(as_zero, surely=False)
    if _known(left, right) or _surely_at_most(left, right):
        return Truth(as_zero, as_zero)
    return Truth(as_zero, surely=None)


def _surely_at_most(left: Quantity, right: Quantity) -> bool:
    return left.most is not None and right.least is not None and not below(right.least, left.most)
