"""How probable it is that one figure was written for another, and by which slip."""

from __future__ import annotations

import math
from collections.abc import Iterator

from statlint.diagnosis.model import Slip

# Shares of slips among wrong single figures: Scholtus (2009) counted 112 digits, 15 dropped,
# 14 exchanged and 11 others; smoothed, and divided among the kinds that he did not tell apart.
_DIGIT = 0.52
_TRANSPOSED = 0.12
_DROPPED = 0.09
_ADDED = 0.03
_DOUBLED = 0.03
_SIGN = 0.05
_FACTORS = {1: 0.03, 2: 0.008, 3: 0.006, 4: 0.006}
_OTHER = 0.03
_DIGITS = 10


def slips(true: int, seen: int) -> Iterator[tuple[Slip, float]]:
    """Give the slips that write one figure for another, in last places, with their probability.

    The probability is that of the slip, and of this outcome of it, given that something is wrong.
    """
    if true == -seen and true:
        yield Slip.SIGN, _SIGN
    if (true < 0) == (seen < 0):
        yield from _in_digits(str(abs(true)), str(abs(seen)))
        yield from _factor(abs(true), abs(seen))
    anything = 1 / (_DIGITS * 10 ** len(str(abs(true))))
    near = 1 / (2 * (1 + abs(true - seen)) * math.log(_DIGITS + abs(true)))
    yield Slip.OTHER, _OTHER * (anything + near) / 2


def _in_digits(true: str, seen: str) -> Iterator[tuple[Slip, float]]:
    longer = len(seen) - len(true)
    if longer <= 0:
        for slip, probability in _same_length(true, seen.zfill(len(true))):
            # Nobody writes 0 first: what would be left of it is seen as a digit left out.
            yield (Slip.DROPPED if longer < 0 else slip), probability
        dropped = seen.zfill(len(true) - 1)
        times = sum(_without(true, at) == dropped for at in range(len(true)))
        if times and len(true) > 1:
            yield Slip.DROPPED, _DROPPED * times / len(true)
    elif longer == 1:
        yield from _added(true, seen)


def _same_length(true: str, seen: str) -> Iterator[tuple[Slip, float]]:
    size = len(true)
    other = [at for at in range(size) if true[at] != seen[at]]
    if len(other) == 1:
        yield Slip.DIGIT, _DIGIT / (9 * size)
    elif len(other) == 2:  # noqa: PLR2004 - two digits exchanged
        one, two = other
        if two == one + 1 and true[one] == seen[two] and true[two] == seen[one]:
            yield Slip.TRANSPOSED, _TRANSPOSED / (size - 1)


def _added(true: str, seen: str) -> Iterator[tuple[Slip, float]]:
    places = [at for at in range(len(seen)) if _without(seen, at) == true]
    if places:
        yield Slip.ADDED, _ADDED * len(places) / (_DIGITS * len(seen))
    if any(seen[at] in seen[max(at - 1, 0) : at] + seen[at + 1 : at + 2] for at in places):
        yield Slip.DOUBLED, _DOUBLED / len(true)


def _without(text: str, at: int) -> str:
    return text[:at] + text[at + 1 :]


def _factor(true: int, seen: int) -> Iterator[tuple[Slip, float]]:
    small, large = sorted((true, seen))
    if not small:
        return
    quotient, rest = divmod(large, small)
    power = len(str(quotient)) - 1
    if not rest and quotient == 10**power and power in _FACTORS:
        yield Slip.FACTOR, _FACTORS[power] / 2


def best_slip(true: int, seen: int) -> tuple[Slip, float]:
    """Give the most probable slip that writes one figure for another; −ln P of them together."""
    found = list(slips(true, seen))
    return max(found, key=_by_probability)[0], -math.log(sum(p for _, p in found))


def _by_probability(found: tuple[Slip, float]) -> float:
    return found[1]
