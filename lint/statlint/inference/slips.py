"""Figures that differ by one stroke of a key: a digit replaced, dropped, added, or two swapped."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

_WAYS = 22
"""Figures one stroke away for each digit: 9 replaced, 10 added, 1 dropped, 1 swapped, and more."""


def is_slip(written: int, meant: int) -> bool:
    """Tell whether one stroke makes one whole number of another."""
    if written == meant:
        return False
    if written * meant < 0:
        # A stroke too many makes a figure negative; a minus is seldom lost.
        return written == -meant < 0
    one, other = str(abs(written)), str(abs(meant))
    if len(one) == len(other):
        return _replaced_or_swapped(one, other)
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and _one_dropped(long, short)


def _replaced_or_swapped(one: str, other: str) -> bool:
    differ = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(differ) == 1:
        return True
    return (
        len(differ) == len("ab")
        and differ[1] == differ[0] + 1
        and one[differ[0]] == other[differ[1]]
        and one[differ[1]] == other[differ[0]]
    )


def _one_dropped(long: str, short: str) -> bool:
    at = next((at for at, sign in enumerate(short) if long[at] != sign), len(short))
    return long[at + 1 :] == short[at:]


def slip_bits(stated: int, parts: Sequence[int]) -> float:
    """Say how strongly it speaks for a sum that one stroke in one of its figures mends it.

    Log2 of the range that the gap could lie in, by the gaps that some stroke would mend; 0 where
    none does. All figures are counted in units of their last digit.
    """
    gap = stated - sum(parts)
    mended = is_slip(stated, stated - gap) or any(is_slip(part, part + gap) for part in parts)
    if not mended:
        return 0.0
    figures = [stated, *parts]
    ways = sum(_WAYS * len(str(abs(figure))) for figure in figures)
    size = 2 * max(abs(stated), abs(sum(parts)), 1)
    return max(0.0, log2(size / ways))
