"""How signs are written that no part can hold, or that would end a text."""

from __future__ import annotations

import re
from functools import cache, lru_cache

_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_CONTROLS = frozenset({*range(32)} - {9, 10, 13})
_SURROGATES = range(0xD800, 0xE000)
_SHORT = 1_024
_LAST = 0x10FFFF
_NO_SIGNS = frozenset({0xFFFE, 0xFFFF})
_DECIMAL, _HEXADECIMAL = frozenset("0123456789"), frozenset("0123456789abcdefABCDEF")


def resolve(text: str) -> str:
    """Put signs for the references to them, &lt; or &#21512;; raises ValueError for any other."""
    if "&" not in text:
        return text
    # The tables of a form have the same labels, file by file.
    return _known(text) if len(text) < _SHORT else _resolved(text)


@lru_cache(maxsize=4_096)
def _known(text: str) -> str:
    return _resolved(text)


def _resolved(text: str) -> str:
    first, *others = text.split("&")
    found = [first]
    for other in others:
        name, _, rest = other.partition(";")
        if len(name) == len(other):
            raise ValueError(other)
        found += [_NAMED.get(name) or _numbered(name), rest]
    return "".join(found)


def _numbered(name: str) -> str:
    """Give the sign of a number; raises ValueError for those that no part may hold."""
    hexadecimal = name.startswith("#x")
    digits = name.removeprefix("#x" if hexadecimal else "#")
    known = _HEXADECIMAL if hexadecimal else _DECIMAL
    if digits == name or not known.issuperset(digits):
        raise ValueError(name)
    number = int(digits, 16 if hexadecimal else 10)
    if number > _LAST or number in _CONTROLS or number in _SURROGATES or number in _NO_SIGNS:
        raise ValueError(name)
    return chr(number)


def decode(text: str) -> str:
    """Put back the characters that the file writes as _x000D_."""
    if "_x" not in text:
        return text
    return _escape().sub(lambda found: chr(int(found[1], 16)), text)


@cache
def _escape() -> re.Pattern[str]:
    return re.compile(r"_x([0-9A-Fa-f]{4})_")
