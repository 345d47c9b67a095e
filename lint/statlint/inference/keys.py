"""Names of lines and heads for edits: a word of the label where there is one, else the place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import TypeAlias

from statlint.form import EACH_SOURCE, ONE_SOURCE
from statlint.table import Role, Strip
from statlint.values import column_letters

_RESERVED = frozenset({"and", "or", "not", "if", "then", "iff"})
_SOURCES = frozenset({*ONE_SOURCE, *EACH_SOURCE})
"""What no line of a form file can be called: words for the forms of other files."""
_MOST_WORDS = 3
_LONGEST = 24
_OF_ROLES = {Role.TOTAL: "total", Role.SUBTOTAL: "subtotal"}
"""What a line or head is called that its label, in Chinese, says to be a total."""


Wording: TypeAlias = Callable[[str], str]
"""Makes a key of a label; empty where it knows none."""


def line_keys(lines: Sequence[Strip], wording: Wording | None = None) -> tuple[str, ...]:
    """Give each line a key of its own: total, men, row_12.

    `wording` knows labels in other scripts.
    """
    return _keys(lines, lambda strip: f"row_{strip.position}", wording, _SOURCES)


def head_keys(heads: Sequence[Strip], wording: Wording | None = None) -> tuple[str, ...]:
    """Give each head a key of its own: total, y2019, col_d."""
    return _keys(heads, lambda strip: f"col_{column_letters(strip.position).lower()}", wording)


def _keys(
    strips: Sequence[Strip],
    place: Callable[[Strip], str],
    wording: Wording | None,
    reserved: Collection[str] = (),
) -> tuple[str, ...]:
    taken: dict[str, None] = dict.fromkeys(reserved)
    for strip, word in zip(strips, _words(strips, place, wording), strict=True):
        taken[_free(word or place(strip), taken, place(strip))] = None
    return tuple(taken)[len(reserved) :]


def _words(
    strips: Sequence[Strip], place: Callable[[Strip], str], wording: Wording | None
) -> list[str]:
    """Name strips by their labels; of those with one name, by the label over them as well."""
    if wording is None:
        return [_word(strip.text) or _word_of_role(strip) for strip in strips]
    words = [_named(strip.text, wording) or _word_of_role(strip) for strip in strips]
    times = Counter(words)
    named = []
    for strip, word in zip(strips, words, strict=True):
        over = _over(strip, strips, place, wording) if word and times[word] > 1 else ""
        named.append(f"{over}_{word}" if over else word)
    return named


def _named(label: str, wording: Wording) -> str:
    found = _word(label) if label.isascii() else wording(label)
    return "" if found in _RESERVED else found


def _over(
    strip: Strip, strips: Sequence[Strip], place: Callable[[Strip], str], wording: Wording
) -> str:
    """Name the spanner head, or the line, that a strip stands under; empty without one."""
    if strip.parent is not None:
        outer = strips[strip.parent]
        return _named(outer.text, wording) or place(outer)
    label = next((label.text for label in reversed(strip.labels[:-1]) if label.text), "")
    return _named(label, wording)


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
