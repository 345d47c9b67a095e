"""Names of lines and heads for edits: a word of the label where there is one, else the place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from statlint.table import Role, Strip
from statlint.values import column_letters

_RESERVED = frozenset({"and", "or", "not", "if", "then", "iff"})
_MOST_WORDS = 3
_LONGEST = 24
_OF_ROLES = {Role.TOTAL: "total", Role.SUBTOTAL: "subtotal"}
"""What a line or head is called that its label, in Chinese, says to be a total."""


def line_keys(lines: Sequence[Strip]) -> tuple[str, ...]:
    """Give each line a key of its own: total, men, row_12."""
    return _keys(lines, lambda strip: f"row_{strip.position}")


def head_keys(heads: Sequence[Strip]) -> tuple[str, ...]:
    """Give each head a key of its own: total, y2019, col_d."""
    return _keys(heads, lambda strip: f"col_{column_letters(strip.position).lower()}")


def _keys(strips: Sequence[Strip], place: Callable[[Strip], str]) -> tuple[str, ...]:
    taken: dict[str, None] = {}
    for strip in strips:
        word = _word(strip.text) or _word_of_role(strip) or place(strip)
        taken[_free(word, taken, place(strip))] = None
    return tuple(taken)


def _free(word: str, taken: dict[str, None], place: str) -> str:
    """Tell a second line of the same name from the first by where it stands."""
    if word not in taken:
        return word
    told_apart = f"{word}_{place.partition('_')[2]}"
    while told_apart in taken:
        told_apart += "_"
    return told_apart


def _word(label: str) -> str:
    """Make a key of a label in plain letters; empty where it is in another script."""
    if not label.isascii():
        return ""
    words = re.findall(r"[a-z0-9]+", label.replace("'", "").lower())
    short = "_".join(words[:_MOST_WORDS])[:_LONGEST].rstrip("_")
    if short[:1].isdigit():
        short = f"y{short}" if re.fullmatch(r"(?:19|20)\d\d", short) else f"n{short}"
    return "" if short in _RESERVED else short


def _word_of_role(strip: Strip) -> str:
    return next((word for role, word in _OF_ROLES.items() if role in strip.roles), "")
