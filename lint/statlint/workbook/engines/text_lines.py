"""The lines of a plain text: which go on with the line before, and what a line begins with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CHINESE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3001-\u303f“”‘’〔〕"
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_BETWEEN = re.compile(
    rf"(?<=[{_CHINESE}])[ \t\xa0]+(?=[{_CHINESE}])|(?<=[{_CHINESE}][,;:])[ \t\xa0]+(?=[{_CHINESE}])"
)
_ENDS = re.compile(r"[。！？：；!?:;][”’）)]?$")
_INDENTED = re.compile(r"\u3000|[ \t\xa0]{2}")
_HEADINGS = (
    (1, re.compile(rf"(?:{_NUMERAL}、|第{_NUMERAL}[章部篇])")),
    (2, re.compile(rf"(?:[（(]{_NUMERAL}[)）]|[㈠-㈩]|第{_NUMERAL}节)")),
)
_LISTED = re.compile(r"\d{1,2}[、.．](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|[-*•·] ")
_LONGEST_HEADING = 40
_LEAST_LINES, _WIDEST, _LEAST_WIDE = 6, 120, 40
_SLACK = 6
"""Columns by which a full line may fall short: a sign that must not begin a line wraps with one."""
_FULL = 0.5


def heading_level(text: str) -> int:
    """Give the level of a line that is a heading by its number: 一、 is 1, （一） is 2; else 0."""
    if len(text) > _LONGEST_HEADING or _ENDS.search(text) or "。" in text:
        return 0
    return next((level for level, pattern in _HEADINGS if pattern.match(text)), 0)


def unspaced(text: str) -> str:
    """Drop the blanks between Chinese signs that line breaks of another layout have left."""
    return _BETWEEN.sub("", text)


def joined(lines: Sequence[str]) -> str:
    """Put the lines of a wrapped paragraph together."""
    text = "\n".join(line.strip() for line in lines)
    text = re.sub(rf"(?<=[{_CHINESE}])\n|\n(?=[{_CHINESE}])", "", text)
    return text.replace("\n", " ")


def paragraphs_of(lines: Sequence[str]) -> Iterator[list[str]]:
    """Give the lines of each paragraph; blank lines lie between paragraphs."""
    width = _wrapped_at(lines)
    indented = sum(_INDENTED.match(line) is not None for line in lines if line.strip())
    open_lines: list[str] = []
    for line in lines:
        if open_lines and not _goes_on(open_lines[-1], line, width, indents=indented > 1):
            yield open_lines
            open_lines = []
        if line.strip():
            open_lines.append(line)
    if open_lines:
        yield open_lines


def is_centred(line: str) -> bool:
    """Tell whether a short line is moved towards the middle by blanks."""
    lead = line[: len(line) - len(line.lstrip())]
    return _width(lead) > _SLACK and len(line.strip()) <= _LONGEST_HEADING


def _goes_on(before: str, line: str, width: int | None, *, indents: bool) -> bool:
    """Tell whether a line goes on with the one before, which the width of the text broke."""
    text = line.strip()
    if width is None or not text or _width(before.rstrip()) < width - _SLACK:
        return False
    if _INDENTED.match(line) or heading_level(text) or _LISTED.match(text):
        return False
    # Where paragraphs are indented, a line that is not goes on even after a full stop.
    return indents or not _ENDS.search(before.strip())


def _wrapped_at(lines: Sequence[str]) -> int | None:
    """Give the width at which the lines of a text were broken; None where they were not."""
    widths = sorted(_width(line.rstrip()) for line in lines if line.strip())
    if len(widths) < _LEAST_LINES:
        return None
    width = widths[-1 - len(widths) // 20]
    if not _LEAST_WIDE <= width <= _WIDEST:
        return None
    long = [one for one in widths if one > width // 2]
    full = sum(one >= width - _SLACK for one in long)
    return width if full > _FULL * len(long) and 2 * len(long) > len(widths) else None


def _width(text: str) -> int:
    """Count columns: a Chinese sign takes two."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)
