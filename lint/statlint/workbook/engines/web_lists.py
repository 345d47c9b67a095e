"""The numbers that a browser prints before the items of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from statlint.dataclass import dataclass
from statlint.pattern import pattern_of

if TYPE_CHECKING:
    from statlint.workbook.engines.web_style import Attributes

_STYLE = pattern_of(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_CHINESE = frozenset(
    {"cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal"}
)
_STYLES = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
_DIGITS = "零一二三四五六七八九"
_TEN, _MOST_CHINESE, _LETTERS, _MOST_ROMAN = 10, 99, 26, 3999
_MOST = 1_000_000
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(slots=True)
class Numbers:
    """The numbers of one list: how they are written, and the next one."""

    style: str
    next: int = 1
    step: int = 1

    def take(self, stated: str | None) -> str:
        """Give the number of the next item as it is printed; empty where none is."""
        number = _whole(stated, self.next)
        self.next = number + self.step
        return _printed(number, self.style)


def numbers_of(tag: str, attributes: Attributes) -> Numbers:
    """Say how the items of a list are numbered; those of a list with dots are not."""
    style = _STYLE.search(attributes.get("style") or "")
    named = style[1].lower() if style else ""
    if tag != "ol" or named == "none":
        return Numbers("")
    written = "一" if named in _CHINESE else _STYLES.get(named, attributes.get("type") or "1")
    step = -1 if "reversed" in attributes else 1
    return Numbers(written, _whole(attributes.get("start"), 1), step)


def _whole(written: str | None, otherwise: int) -> int:
    if written is None or not re.fullmatch(r"\s*-?[0-9]{1,6}\s*", written):
        return min(otherwise, _MOST)
    return int(written)


def _printed(number: int, style: str) -> str:
    if style == "":
        return ""
    if style == "一" and 0 < number <= _MOST_CHINESE:
        return f"{_chinese(number)}、"
    if style in {"a", "A"} and 0 < number <= _LETTERS:
        return f"{chr(ord(style) + number - 1)}."
    if style in {"i", "I"} and 0 < number <= _MOST_ROMAN:
        return f"{_roman(number) if style == 'i' else _roman(number).upper()}."
    return f"{number}."


def _chinese(number: int) -> str:
    tens, ones = divmod(number, _TEN)
    first = "" if tens == 0 else ("" if tens == 1 else _DIGITS[tens]) + "十"
    return first + (_DIGITS[ones] if ones else "")


def _roman(number: int) -> str:
    written = ""
    for value, signs in _ROMAN:
        count, number = divmod(number, value)
        written += signs * count
    return written
