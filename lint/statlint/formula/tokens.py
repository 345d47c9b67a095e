"""The words of a formula: figures, texts, references, names and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from statlint.formula.model import Reference
from statlint.formula.places import NotUnderstoodError, read_area, read_prefix

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
_TOKEN = re.compile(
    rf"""
    (?P<prefix>(?:{_QUOTED}|{_PLAIN})!)?
    (?:
      (?P<area>{_AREA})(?![\w.?\\(\[!])
    | (?P<error>{_ERRORS})(?:(?:{_AREA})(?![\w.?\\(\[!]))?
    | (?P<function>{_NAME})\(
    | (?P<name>{_NAME})(?!!)
    )
    | (?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)(?![\w.])
    | (?P<text>"[^"]*(?:""[^"]*)*")
    | (?P<operator><=|>=|<>|[-+*/^&=<>%:])
    | (?P<sign>[(){{}},;])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SPACE = re.compile(r"[ \t\r\n]*")
_NEWER = re.compile(r"(?:_XL(?:FN|WS|UDF|PM)\.)+", re.IGNORECASE)


class Kind(Enum):
    """What a token is."""

    REFERENCE = auto()
    NAME = auto()
    STRUCTURED = auto()
    FUNCTION = auto()
    NUMBER = auto()
    TEXT = auto()
    ERROR = auto()
    OPERATOR = auto()
    SIGN = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign.

    `spaced` tells whether white space stands before it. A function's token takes its opening
    bracket along. `prefix` is the sheet or file before a name.
    """

    kind: Kind
    text: str
    spaced: bool = False
    reference: Reference | None = None
    prefix: str = ""


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
    return [*_tokens(text), Token(Kind.END, "")]


def _tokens(text: str) -> Iterator[Token]:
    position = _after_space(text, 1 if text.startswith("=") else 0)
    spaced = False
    while position < len(text):
        token, end = _token_at(text, position, spaced=spaced)
        yield token
        position = _after_space(text, end)
        spaced = position > end


def _after_space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _token_at(text: str, position: int, *, spaced: bool) -> tuple[Token, int]:
    """Read the token that starts here; give it and the place after it."""
    found = _TOKEN.match(text, position)
    if found is None:
        return _structured(text, position, position, spaced=spaced)
    prefix, end = found["prefix"] or "", found.end()
    if found["area"]:
        return _area(found["area"], prefix, spaced=spaced), end
    if found["function"]:
        name = _NEWER.sub("", prefix + found["function"]).upper()
        return Token(Kind.FUNCTION, name, spaced), end
    if found["name"]:
        if text.startswith("[", end):
            return _structured(text, position, end, spaced=spaced)
        return Token(Kind.NAME, found["name"], spaced, prefix=prefix), end
    kind = found.lastgroup or ""
    return Token(_KINDS[kind], found[kind], spaced), end


def _area(written: str, prefix: str, *, spaced: bool) -> Token:
    """Make the token of a reference; XFE1 lies outside every sheet and is a name."""
    reference = read_area(written, read_prefix(prefix))
    if reference is None:
        if ":" in written:
            raise NotUnderstoodError
        return Token(Kind.NAME, written, spaced, prefix=prefix)
    return Token(Kind.REFERENCE, prefix + written, spaced, reference)


def _structured(text: str, start: int, opening: int, *, spaced: bool) -> tuple[Token, int]:
    """Read a reference to a part of a table: Sales[[#This Row],[Amount]]."""
    depth, position = 0, opening
    while position < len(text):
        sign = text[position]
        if sign == "'":
            position += 1
        elif sign == "[":
            depth += 1
        elif sign == "]":
            depth -= 1
        position += 1
        if depth == 0:
            break
    if depth or text[opening] != "[":
        raise NotUnderstoodError
    return Token(Kind.STRUCTURED, text[start:position], spaced), position
