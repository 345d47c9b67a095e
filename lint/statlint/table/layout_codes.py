"""Codes beside labels or before them, of which one begins with another: 201, 20103, 2010301."""

from __future__ import annotations

import re
from collections.abc import Sequence

from statlint.table.layout_numbers import LabelNumber
from statlint.values import plain

_FEWEST, _SHARE, _MOST = 2, 0.2, 0.7
_OF_PAIRS, _COUNTY = 6, 5
# Patterns are compiled at their first use: most files need none, and all pay for the start.
_CODE = r"[A-Z]?[0-9]{1,12}[A-Z]?|[A-Z]"
_BEFORE_LABEL = rf"({_CODE})\s+(?=[^\W0-9])"


def codes_of(lines: Sequence[Sequence[str]]) -> list[LabelNumber | None]:
    """Read the code of each line, given its texts in the stub; all None where none nests."""
    for texts in zip(*lines, strict=True):
        codes = [_code(text) for text in texts]
        shown = [code for code in codes if code]
        filled = sum(bool(text.strip()) for text in texts)
        if len(shown) >= _MOST * filled and _nests(shown):
            keys = _keys(shown)
            return [_number(keys[code]) if code else None for code in codes]
    return [None] * len(lines)


def is_code(text: str) -> bool:
    """Tell whether a text is a code and nothing more."""
    return re.compile(_CODE).fullmatch(plain(text).strip()) is not None


def _code(text: str) -> str:
    """Give a code that is a text by itself, or stands before a label with a blank between."""
    told = plain(text).strip()
    if is_code(told):
        return told
    found = re.compile(_BEFORE_LABEL).match(told)
    return found[1] if found else ""


def _nests(codes: Sequence[str]) -> bool:
    """Tell whether enough codes begin with one that stands over them."""
    keys = _keys(codes)
    above: list[str] = []
    inner = 0
    for code in codes:
        key = keys[code]
        while above and not (key.startswith(above[-1]) and key != above[-1]):
            above.pop()
        inner += bool(above)
        above.append(key)
    return inner >= max(_FEWEST, _SHARE * len(codes))


def _keys(codes: Sequence[str]) -> dict[str, str]:
    """Leave out the zeros that fill codes of one length: 340000 is 34, and 01000 is 01."""
    lengths = {len(code) for code in codes}
    if len(lengths) != 1 or not all(code.isdecimal() for code in codes):
        return {code: code for code in codes}
    length = lengths.pop()
    zeros = "(?:00)+$" if length % 2 == 0 and length >= _OF_PAIRS else "000$"
    if length < _COUNTY:
        return {code: code for code in codes}
    return {code: re.sub(zeros, "", code) for code in codes}


def _number(key: str) -> LabelNumber:
    """Make a number of a code: a letter heads codes of digits, which nest by how they begin."""
    style = "letter" if key.isalpha() else "code"
    return LabelNumber(style, tuple(map(ord, key)), "")
