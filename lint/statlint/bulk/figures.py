"""Figures of a stretch of lines: exact whole numbers, and how many digits are decimals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from itertools import repeat
from json import loads
from math import nan
from operator import mul, truediv

from statlint.dataclass import dataclass

_DIGITS = b"0123456789"
_ZEROS = bytes.maketrans(_DIGITS, b"0" * 10)


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """Figures as whole numbers times 10**-decimals; `decimals` is None for binary numbers.

    Where there is no figure stands what is not a number.
    """

    values: Sequence[float]
    decimals: int | None = 0

    def raised(self, decimals: int) -> Sequence[float]:
        """Give whole numbers with so many decimals."""
        more = decimals - (self.decimals or 0)
        return list(map(mul, self.values, repeat(10**more))) if more else self.values

    def binary(self) -> Sequence[float]:
        """Give them as Python reads them with their point."""
        if not self.decimals:
            return self.values
        # A quotient of whole numbers below 2**53 is rounded once: the same as if read.
        return list(map(truediv, self.values, repeat(10.0**self.decimals)))


def signs_in(joined: str) -> bytes | None:
    """Give what figures, one a line, hold beside digits; None where that is no single byte each."""
    return joined.encode().translate(None, _DIGITS) if joined.isascii() else None


def pointed(joined: str, count: int) -> Figures | None:
    """Read figures, one a line, each with a point; None unless all have as many decimals."""
    zeros = joined.encode().translate(_ZEROS)
    decimals = len(zeros) - zeros.rfind(b".") - 1
    end = b"." + b"0" * decimals
    if zeros.count(end + b"\n") != count - 1 or b"\n." in zeros or zeros[:1] == b".":
        return None
    return Figures(list(map(int, joined.replace(".", "").split("\n"))), decimals)


def read_plain(texts: Sequence[str], signs: bytes) -> Figures:
    """Read figures as Python does, and blanks; raises ValueError where it cannot."""
    read = float if b"." in signs else int
    if read is int and b"-" not in signs:
        # Blanks and leading zeros are none of its numbers.
        with suppress(ValueError):
            return Figures(loads(f"[{','.join(texts)}]"))
    if all(texts):
        return Figures(list(map(read, texts)), None if read is float else 0)
    return Figures([read(text) if text else nan for text in texts], None)


def sums_of(texts: Sequence[str]) -> dict[int, int]:
    """Add figures up as whole numbers, by how many decimals are written of each."""
    found: defaultdict[int, int] = defaultdict(int)
    for text in texts:
        if text:
            whole, _, behind = text.partition(".")
            found[len(behind)] += int(whole + behind)
    return found
