"""The words of a formula: figures, texts, references, names and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from statlint.formula.model import Reference
from statlint.formula.places import NotUnderstoodError, read_area, read_prefix
from statlint.pattern import pattern_of

LONGEST = 32_767
"""Signs of the longest formula looked at: four times as many as Excel takes from a user."""

_CELL = r"\$?[A-Za-z]{1,3}\$?[0-9]{1,7}"
_COLUMN = r"\$?[A-Za-z]{1,3}"
_ROW = r"\$?[0-9]{1,7}"
_QUOTED = r"'[^']*(?:''[^']*)*'"
_SHEET = r"[\w.]+"
# A sheet with a cell's name stands in quotes: A1:Sheet2!B3 is a range, not sheets A1 to Sheet2.
_PLAIN = rf"(?:\[[0-9]+\])?(?:(?!{_CELL}:){_SHEET}(?::{_SHEET})?)?"
_ERRORS = (
    r"\#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!"
    r"|CONNECT!|BUSY!|UNKNOWN!|PYTHON!)"
)
_AREA = rf"{_CELL}(?:[ ]*:[ ]*{_CELL})?|{_COLUMN}:{_COLUMN}|{_ROW}:{_ROW}"
_NAME = r"(?:[^\W\d]|\\)[\w.?\\]*+"
_TOKEN = pattern_of(
    rf"""
    (?P<space>[ \t\r\n]*)
    (?:
      (?P<operator><=|>=|<>|[-+*/^&=<>%:])
    | (?P<sign>[(){{}},;])
    | (?P<text>"[^"]*(?:""[^"]*)*")
    | (?P<prefix>(?:{_QUOTED}|{_PLAIN})!)?
      (?:
        (?P<area>{_AREA})(?![\w.?\\(\[!])
      | (?P<error>{_ERRORS})(?:(?:{_AREA})(?![\w.?\\(\[!]))?
      | (?P<function>{_NAME})\(
      | (?P<name>{_NAME})(?!!)
      )
    | (?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)(?![\w.])
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SPACE = " \t\r\n"
_NEWER = pattern_of(r"(?:_XL(?:FN|WS|UDF|PM)\.)+", re.IGNORECASE)


class Kind(Enum):
    """What a token is."""

    REFERENCE = auto()
    NAME = auto()
    TRUTH = auto()
    STRUCTURED = auto()
    FUNCTION = auto()
    NUMBER = auto()
    TEXT = auto()
    ERROR = auto()
    OPERATOR = auto()
    SIGN = auto()
    END = auto()


class Token(NamedTuple):  # a frozen dataclass takes three times as long to make
    """One word or sign.

    `spaced` tells whether white space stands before it. A function's token takes its opening
    bracket along. `prefix` is the sheet or file before a name.
    """

    kind: Kind
    text: str
    spaced: bool = False
    reference: Reference | None = None
    prefix: str = ""

    @property
    def begins_reference(self) -> bool:
        """Whether a reference may begin with this token."""
        return self.kind in _BEGINS_REFERENCE or self.text == "("

    @property
    def ends_reference(self) -> bool:
        """Whether a reference may end with this token."""
        return self.kind in _ENDS_REFERENCE or self.text == ")"


_ENDS_REFERENCE = frozenset({Kind.REFERENCE, Kind.NAME, Kind.STRUCTURED})
_BEGINS_REFERENCE = _ENDS_REFERENCE | {Kind.FUNCTION}
_KINDS = {
    "error": Kind.ERROR,
    "number": Kind.NUMBER,
    "text": Kind.TEXT,
    "operator": Kind.OPERATOR,
    "sign": Kind.SIGN,
}


def tokenize(text: str) -> list[Token]:
    """Cut a formula into tokens, the end included; raises NotUnderstoodError."""
    if len(text) > LONGEST:
        raise NotUnderstoodError
    return [*_tokens(text.rstrip(_SPACE)), Token(Kind.END, "")]


def _tokens(text: str) -> Iterator[Token]:
    position = 1 if text.startswith("=") else 0
    while position < len(text):
        found = _TOKEN.match(text, position)
        if found is None:
            token, position = _structured(text, position)
        elif found.lastgroup == "name" and text.startswith("[", found.end()):
            token, position = _structured(text, position, found.end())
        else:
            token, position = _token(found), found.end()
        yield token


def _token(found: re.Match[str]) -> Token:
    """Make the token of what was found."""
    kind = found.lastgroup or ""
    written, spaced = found[kind], bool(found["space"])
    if kind in _KINDS:
        return Token(_KINDS[kind], written, spaced)
    prefix = found["prefix"] or ""
    if kind == "area":
        return _area(written, prefix, spaced=spaced)
    if kind == "function":
        return Token(Kind.FUNCTION, _NEWER.sub("", prefix + written).upper(), spaced)
    truth = not prefix and written.upper() in {"TRUE", "FALSE"}
    return Token(Kind.TRUTH if truth else Kind.NAME, written, spaced, prefix=prefix)


def _area(written: str, prefix: str, *, spaced: bool) -> Token:
    """Make the token of a reference; XFE1 lies outside every sheet and is a name."""
    reference = read_area(written, read_prefix(prefix))
    if reference is None:
        if ":" in written:
            raise NotUnderstoodError
        return Token(Kind.NAME, written, spaced, prefix=prefix)
    return Token(Kind.REFERENCE, prefix + written, spaced, reference)


def _structured(text: str, start: int, opening: int | None = None) -> tuple[Token, int]:
    """Read a reference to a part of a table, Sales[[#This Row],[Amount]], and where it ends."""
    written = text[start:].lstrip(_SPACE)
    spaced = len(text) - len(written) > start
    start = len(text) - len(written)
    position = start if opening is None else opening
    if text[position] != "[":
        raise NotUnderstoodError
    depth = 0
    while position < len(text):
        sign = text[position]
        # The sign after a ' is a letter of a name.
        position += 2 if sign == "'" else 1
        depth += (sign == "[") - (sign == "]")
        if depth == 0:
            return Token(Kind.STRUCTURED, text[start:position], spaced), position
    raise NotUnderstoodError
