"""The columns of a long list in little memory: codes of texts, figures as machine numbers."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from math import nan

from statlint.dataclass import dataclass, field, replace
from statlint.values import Blank, Figure, Reading, Unreadable

_PLAIN = r"[-0-9.,]*"
"""What a block of figures is made of that Python reads as they are, joined by commas."""
_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
_AT_ONCE = 1024
_MOST_DECIMALS = 99
_MARK = 3
"""Times that a text without a digit stands among figures from which on it is a mark."""
_MOST_ODD = 0.15
"""The share of texts that are no figures from which on a column holds none."""


class Codes(dict[str, int]):
    """The texts of a column, each with its number: the first is 0."""

    def __missing__(self, text: str) -> int:
        """Give a text that is new its number."""
        code = self[text] = len(self)
        return code


@dataclass(frozen=True, slots=True)
class Alias:
    """A text that few rows have in place of another: its first row, and how many rows have it."""

    text: str
    usual: str
    row: int
    count: int


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """A column of texts: the number of the text in each row, and the texts by their numbers.

    Texts that are only written otherwise, in few rows, count as the usual one; `aliases` are those.
    """

    head: str
    place: int
    codes: array[int]
    texts: list[str]
    aliases: tuple[Alias, ...] = ()

    def __len__(self) -> int:
        """Count the different texts."""
        return len(self.texts)


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """A column of figures as binary numbers, not a number where there is none.

    They only tell what to look at: what is said of a figure is read from the file again. `decimals`
    are those written; `odd` are the rows whose text is no figure.
    """

    head: str
    place: int
    values: array[float] = field(default_factory=lambda: array("d"))
    decimals: array[int] = field(default_factory=lambda: array("b"))
    odd: dict[int, Unreadable] = field(default_factory=dict)

    def without_marks(self) -> Figures:
        """Take texts without a digit that stand there again and again for marks."""
        often = Counter(reading.text.strip() for reading in self.odd.values())
        marks = {
            text
            for text, count in often.items()
            if count >= _MARK and not any(sign.isdigit() for sign in text)
        }
        odd = {row: one for row, one in self.odd.items() if one.text.strip() not in marks}
        return replace(self, odd=odd)

    @property
    def is_spoilt(self) -> bool:
        """Whether so many texts are no figures that the column can hardly be one of figures."""
        return len(self.odd) > _MOST_ODD * max(len(self.values), 100)

    def add(self, texts: Sequence[str], read: Callable[[int], Reading]) -> None:
        """Take the next rows; `read` reads a text that is not plain, by its place among them.

        Few at a time, so that one that is not plain holds up no others.
        """
        for start in range(0, len(texts), _AT_ONCE):
            some = texts[start : start + _AT_ONCE]
            if not self._add_plain(some):
                self._add_each(some, read, start)

    def _add_plain(self, texts: Sequence[str]) -> bool:
        """Take texts that Python reads as they are, and blanks; tell whether all are such."""
        joined = ",".join(texts)
        if re.compile(_PLAIN).fullmatch(joined) is None:
            return False
        try:
            values = array("d", [float(text) if text else nan for text in texts])
        except ValueError:
            return False
        self.values.extend(values)
        self.decimals.extend(_decimals(texts, joined))
        return True

    def _add_each(self, texts: Sequence[str], read: Callable[[int], Reading], start: int) -> None:
        """Take texts one by one; the first of them has the place `start`."""
        is_number = re.compile(_NUMBER).fullmatch
        for at, text in enumerate(texts):
            if is_number(text):
                self.values.append(float(text))
                self.decimals.append(_decimals_of(text))
            elif text:
                self._add_one(read(start + at))
            else:
                self._add_one(Blank())

    def _add_one(self, reading: Reading) -> None:
        if isinstance(reading, Figure):
            self.values.append(float(reading.value))
            self.decimals.append(min(reading.stored[1], _MOST_DECIMALS))
            return
        if isinstance(reading, Unreadable):
            self.odd[len(self.values)] = reading
        self.values.append(nan)
        self.decimals.append(0)


def _decimals(texts: Sequence[str], joined: str) -> Sequence[int]:
    """Count the decimals of figures that are written plainly."""
    if "." not in joined:
        return bytes(len(texts))
    return list(map(_decimals_of, texts))


def _decimals_of(text: str) -> int:
    return min(len(text) - text.find(".") - 1, _MOST_DECIMALS) if "." in text else 0


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """The row on the sheet of each row of a list; where they follow one another little is kept."""

    starts: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)

    def add(self, start: int, rows: Sequence[int]) -> None:
        """Take the next rows, the first of them with the number `start` in the list."""
        due = self.rows[-1] + start - self.starts[-1] if self.starts else None
        if rows and isinstance(rows, range):
            self._note(start, rows[0], due)
            return
        for at, row in enumerate(rows, start):
            self._note(at, row, due)
            due = row + 1

    def _note(self, at: int, row: int, due: int | None) -> None:
        if row != due:
            self.starts.append(at)
            self.rows.append(row)

    def row(self, at: int) -> int:
        """Give the row on the sheet of a row of the list."""
        found = bisect_right(self.starts, at) - 1
        return self.rows[found] + at - self.starts[found]

    def __len__(self) -> int:
        """Count the places where rows do not follow one another."""
        return len(self.starts)
