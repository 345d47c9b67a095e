"""The words and figures of a text in order, where a table in it lost its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from statlint.dataclass import dataclass
from statlint.form import Line, TableForm
from statlint.values import plain
from statlint.workbook import Paragraph

_FIGURE = r"[-+−]?\d[\d,]*(?:\.\d+)?[%]?|[-—–/\\]{1,2}"
_PREFIX = 6
"""Signs of a label by which it is known: the rest of it may stand elsewhere."""
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Token:
    """What stands between two blanks: the number of its paragraph, from where to where, the text.

    `key` is empty for a figure; of words it is their letters and digits.
    """

    paragraph: int
    start: int
    end: int
    text: str
    key: str

    @property
    def is_figure(self) -> bool:
        """Whether it is a figure, or a mark in place of one."""
        return not self.key


def tokens_of(paragraphs: Sequence[Paragraph]) -> list[Token]:
    """Take paragraphs apart at their blanks."""
    figure, blank = re.compile(_FIGURE), re.compile(r"\S+")
    return [
        Token(number, found.start(), found.end(), found[0], _key(plain(found[0]), figure))
        for number, paragraph in enumerate(paragraphs)
        for found in blank.finditer(paragraph.text)
    ]


def _key(text: str, figure: re.Pattern[str]) -> str:
    if figure.fullmatch(text):
        return ""
    # Signs alone are words without a letter: they still part the figures around them.
    return letters(text) or "\0"


def letters(text: str) -> str:
    """Give the letters and digits of a text, for nothing else is sure in a torn label."""
    return "".join(sign for sign in plain(text) if sign.isalnum())


def longest_word(label: str) -> str:
    """Give the beginning of the longest run of letters in a label."""
    return max(re.findall(r"[^\W\d_]+", plain(label)), key=len, default=label)[:_PREFIX]


@dataclass(frozen=True, slots=True, eq=False)
class Stream:
    """The letters of a text as one, each with the token that it is of."""

    tokens: Sequence[Token]
    text: str
    owner: Sequence[int]

    def places(self, key: str, start: int = 0) -> Iterator[int]:
        """Give where a key stands, from some sign on."""
        at = self.text.find(key, start)
        while at >= 0:
            yield at
            at = self.text.find(key, at + 1)

    def before(self, token: int) -> str:
        """Give the letters before a token."""
        low, high = 0, len(self.owner)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.owner[middle] < token else (low, middle)
        return self.text[:low]


def stream_of(tokens: Sequence[Token]) -> Stream:
    """Put the letters of all words together."""
    owner = [number for number, token in enumerate(tokens) for _ in token.key]
    return Stream(tokens, "".join(token.key for token in tokens), owner)


def keys_of(line: Line) -> list[str]:
    """Give the letters of a line's labels, those that are long enough to be known by."""
    names = (line.label.zh, *line.aliases)
    return [key for name in names if len(key := letters(name)) >= _LEAST]


def share_found(table: TableForm, text: str) -> float:
    """Measure how many lines of a table have the beginning of a label in a text, from 0 to 1."""
    lines = list(table.lines())
    found = sum(any(key[:_PREFIX] in text for key in keys_of(line)) for line in lines)
    return found / len(lines)
