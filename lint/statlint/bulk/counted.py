"""The figures of one column of a long table, counted as its rows go by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import nan

from statlint.bulk.figures import Figures, pointed, read_plain, signs_in, sums_of
from statlint.dataclass import dataclass, field
from statlint.values import Figure, Number, NumberStyle, Unreadable, exact, read_styled

MOST = 1000
"""Places of one kind that are told; a column with more of them is odd in another way."""
_PLAIN = b".-\n"
_UNREAD = Figures(())
_LONGEST = 900
"""Bits of whole numbers that Python turns into binary ones without asking how long they are."""


@dataclass(slots=True, eq=False)
class Rare:
    """What few figures are: how many there are, and the lines of the first."""

    count: int = 0
    lines: list[int] = field(default_factory=list)

    def add(self, lines: Sequence[int]) -> None:
        """Take some lines more."""
        self.count += len(lines)
        if len(self.lines) < MOST:
            self.lines += lines[: MOST - len(self.lines)]

    def add_from(self, sign: str, count: int, texts: Sequence[str], lines: Sequence[int]) -> None:
        """Take those of some figures that have a sign, by their lines as long as these are few."""
        if self.count > MOST:
            self.count += count
        elif count:
            self.add([line for text, line in zip(texts, lines, strict=True) if sign in text])


@dataclass(slots=True, eq=False)
class Counted:
    """What the figures of a column are like.

    They are only read where they are `wanted`, or not plain. `sums` are whole numbers, by how many
    of their digits are decimals; they are of all figures where it is to be `summed`.
    """

    place: int
    head: str
    style: NumberStyle
    wanted: bool = True
    summed: bool = True
    count: int = 0
    blank: int = 0
    sums: Counter[int] = field(default_factory=Counter)
    negative: Rare = field(default_factory=Rare)
    fraction: Rare = field(default_factory=Rare)
    odd: dict[int, Unreadable] = field(default_factory=dict)
    strange: int = 0
    """How many texts are no figures; `odd` are the first."""

    @property
    def total(self) -> Number:
        """The exact sum of all figures."""
        found: Number = self.sums[0]
        for decimals, added in self.sums.items():
            if decimals:
                found = exact.add(found, Decimal(added).scaleb(-decimals))
        return found

    def add_whole(self, values: Sequence[int], decimals: int, lines: Sequence[int]) -> Figures:
        """Take figures that are made of digits, with as many decimals, as whole numbers."""
        added = sum(values)
        self.count += len(lines)
        self.sums[decimals] += added
        if decimals:
            self.fraction.add(lines)
        if added.bit_length() > _LONGEST:
            known = [one / 10**decimals if one.bit_length() <= _LONGEST else nan for one in values]
            return Figures(known, None)
        return Figures(values, decimals)

    def add(self, texts: Sequence[str], lines: Sequence[int]) -> Figures:
        """Take figures as they are written."""
        joined = "\n".join(texts)
        signs = signs_in(joined) if self.style.point == "." else None
        if signs is None or signs.strip(_PLAIN):
            return self._each(texts, lines)
        try:
            return self._plain(joined, signs, texts, lines)
        except (ValueError, OverflowError):
            return self._each(texts, lines)

    def _plain(
        self, joined: str, signs: bytes, texts: Sequence[str], lines: Sequence[int]
    ) -> Figures:
        """Take figures that Python reads as they are; raises ValueError where it does not."""
        count = len(texts)
        is_pointed = signs == b".\n" * (count - 1) + b"."
        sums: Mapping[int, int] = {}
        if is_pointed and not self.wanted:
            found = _UNREAD
        else:
            found = (pointed(joined, count) if is_pointed else None) or read_plain(texts, signs)
            sums = self._sums(found, texts)
        if any(added.bit_length() > _LONGEST for added in sums.values()):
            raise OverflowError
        blank = texts.count("")
        self.count += count - blank
        self.blank += blank
        self.sums.update(sums)
        self.negative.add_from("-", signs.count(b"-"), texts, lines)
        self.fraction.add_from(".", signs.count(b"."), texts, lines)
        return found

    def _sums(self, found: Figures, texts: Sequence[str]) -> Mapping[int, int]:
        """Add figures up: those of as many decimals by themselves."""
        if found.decimals is not None:
            return {found.decimals: int(sum(found.values))}
        return sums_of(texts) if self.summed else {}

    def _each(self, texts: Sequence[str], lines: Sequence[int]) -> Figures:
        pairs = zip(texts, lines, strict=True)
        return Figures([self._one(text, line) for text, line in pairs], None)

    def _one(self, text: str, line: int) -> float:
        reading = read_styled(text, self.style)
        if isinstance(reading, Figure):
            return self._figure(reading.value, line)
        if isinstance(reading, Unreadable):
            self.strange += 1
            if len(self.odd) < MOST:
                self.odd[line] = reading
        else:
            self.blank += 1
        return nan

    def _figure(self, value: Number, line: int) -> float:
        self.count += 1
        if value < 0:
            self.negative.add((line,))
        if isinstance(value, int):
            self.sums[0] += value
            return value if value.bit_length() <= _LONGEST else nan
        decimals = max(0, -int(value.as_tuple().exponent))
        self.sums[decimals] += int(value.scaleb(decimals))
        self.fraction.add((line,))
        return float(value)
