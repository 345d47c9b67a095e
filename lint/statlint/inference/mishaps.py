"""How likely a hand that slips leaves a gap, and how likely it is where no sum is meant."""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd, log

_REPLACED = 0.42
_SWAPPED = 0.12
_DROPPED = 0.12
_ADDED = 0.12
_SIGN = 0.08
_TENFOLD = 0.08
"""How often a slip is of each kind; what is left over is of no kind."""
_DIGITS = 10


def slip_chance(written: int, meant: int) -> float:
    """Give the probability that a hand that slips writes one whole number for another.

    A stroke too many makes a figure negative; a minus is seldom lost.
    """
    if written == meant or (meant < 0 < written):
        return 0.0
    if written < 0 < meant:
        return _SIGN if written == -meant else 0.0
    one, other = str(abs(written)), str(abs(meant))
    tenfold = written and meant in {_DIGITS * written, written / _DIGITS}
    return (
        _of_same_length(one, other)
        + _of_other_length(one, other)
        + (_TENFOLD if tenfold and meant else 0.0)
    )


def _of_same_length(one: str, other: str) -> float:
    length = len(other)
    if len(one) != length:
        return 0.0
    differ = [at for at in range(length) if one[at] != other[at]]
    if len(differ) == 1:
        return _REPLACED / ((_DIGITS - 1) * length)
    first, last = differ[0], differ[-1]
    swapped = len(differ) == len("ab") and last == first + 1
    swapped = swapped and one[first] == other[last] and one[last] == other[first]
    return _SWAPPED / (length - 1) if swapped else 0.0


def _of_other_length(one: str, other: str) -> float:
    """Take a digit away, noughts that then lead as well, or put one in."""
    length = len(other)
    if len(one) <= length:
        ways = sum(_without(other, at) == one for at in range(length))
        return _DROPPED * ways / length
    if len(one) == length + 1:
        ways = sum(_without(one, at) == other for at in range(length + 1))
        return _ADDED * ways / (_DIGITS * (length + 1))
    return 0.0


def _without(digits: str, at: int) -> str:
    return (digits[:at] + digits[at + 1 :]).lstrip("0") or "0"


def gap_chance(gap: int, stated: int, parts: Sequence[int]) -> float:
    """Give the probability of a gap where a figure is not the sum of these others.

    Half of such gaps are of any size up to that of the figures, half of any power of ten: what is
    nearly a sum leaves a small one. Where all figures are multiples of a step, so is the gap.
    """
    step = gcd(stated, *parts) or 1
    size = max(abs(stated), sum(map(abs, parts)), 2 * step) / step
    apart = max(abs(gap) / step, 1)
    # Half again, as a gap may have either sign.
    return 0.25 / size + 0.25 / (apart * max(log(size), 1))
