"""The lines of a plain text: which go on with the line before, and what a line begins with."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from statlint.pattern import pattern_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_CHINESE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3001-\u303f“”‘’〔〕"
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_BETWEEN = pattern_of(
    rf"(?<=[{_CHINESE}])[ \t\xa0]+(?=[{_CHINESE}])|(?<=[{_CHINESE}][,;:])[ \t\xa0]+(?=[{_CHINESE}])"
)
_ENDS = pattern_of(r"[。！？：；!?:;][”’）)]?$")
_INDENTED = pattern_of(r"\u3000|[ \t\xa0]{2}")
_HEADINGS = (
    (1, pattern_of(rf"(?:{_NUMERAL}、|第{_NUMERAL}[章部篇])")),
    (2, pattern_of(rf"(?:[（(]{_NUMERAL}[)）]|[㈠-㈩]|第{_NUMERAL}节)")),
)
LISTED = pattern_of(r"\d{1,2}[、.．](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|[-*•·] ")
"""How an item of a list begins."""
_LONGEST_HEADING = 40
_LEAST_LINES, _WIDEST, _LEAST_WIDE = 6, 120, 40
_SLACK = 6
"""Columns by which a full line may fall short: a sign that must not begin a line wraps with one."""
_FULL = 0.5
_LEAST_STOPPED = 4
_LEAST_APART, _MOST_APART = 5, 0.8


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
    if re.search(rf"[{_CHINESE}]", text):
        # A Chinese text breaks anywhere, and two figures never follow one another in a sentence.
        text = re.sub(r"(?<=\d)\n(?=[\d%‰])|(?<=\d[.,])\n(?=\d)|(?<=\d)\n(?=[.,]\d)", "", text)
    return text.replace("\n", " ")


def paragraphs_of(lines: Sequence[str]) -> Iterator[list[str]]:
    """Give the lines of each paragraph; blank lines lie between paragraphs."""
    widths = _wrapped_at(lines, _width), _wrapped_at(lines, len)
    indented = sum(_INDENTED.match(line) is not None for line in lines if line.strip())
    apart = indented > 1 or _are_apart(lines)
    open_lines: list[str] = []
    for line in lines:
        if open_lines and not _goes_on(open_lines[-1], line, widths, apart=apart):
            yield open_lines
            open_lines = []
        if line.strip():
            open_lines.append(line)
    if open_lines:
        yield open_lines


def _are_apart(lines: Sequence[str]) -> bool:
    """Tell whether blank lines part the paragraphs of a text, all of them and nothing else."""
    last = [
        line.strip() for line, after in pairwise([*lines, ""]) if line.strip() and not after.strip()
    ]
    whole = sum(bool(_ENDS.search(line) or heading_level(line)) for line in last)
    return len(last) >= _LEAST_APART and whole >= _MOST_APART * len(last)


def is_centred(line: str) -> bool:
    """Tell whether a short line is moved towards the middle by blanks."""
    lead = line[: len(line) - len(line.lstrip())]
    return _width(lead) > _SLACK and len(line.strip()) <= _LONGEST_HEADING


_Widths = tuple[int | None, int | None]
"""The columns at which lines were broken, and the signs; programs count one or the other."""


def _goes_on(before: str, line: str, widths: _Widths, *, apart: bool) -> bool:
    """Tell whether a line goes on with the one before, which the width of the text broke."""
    text = line.strip()
    columns, signs = widths
    ended = before.rstrip()
    full = (columns is not None and _width(ended) >= columns - _SLACK) or (
        signs is not None and len(ended) >= signs - _SLACK // 2
    )
    if not full or not text:
        return False
    if _INDENTED.match(line) or heading_level(text) or LISTED.match(text):
        return False
    # Where paragraphs are set apart, a line that is not goes on even after a full stop.
    return apart or not _ENDS.search(before.strip())


def _wrapped_at(lines: Sequence[str], measure: Callable[[str], int]) -> int | None:
    """Give the width at which the lines of a text were broken; None where they were not."""
    measured = [(measure(text), _width(text)) for line in lines if (text := line.rstrip())]
    if len(measured) < _LEAST_LINES:
        return None
    widths = sorted(width for width, _ in measured)
    width = widths[-1 - len(widths) // 20]
    widest = max(columns for one, columns in measured if one <= width)
    if not _LEAST_WIDE <= widest <= _WIDEST:
        return None
    long = [one for one in widths if one > width // 2]
    full = sum(one >= width - _SLACK for one in long)
    # Short headings and last lines may outnumber the full lines, but only a wrapped text has
    # many of these that stop in the middle of a sentence.
    stopped = sum(
        measure(text) >= width - _SLACK and not _ENDS.search(text)
        for line in lines
        if (text := line.rstrip())
    )
    many = 2 * len(long) > len(widths) or stopped >= _LEAST_STOPPED
    return width if full > _FULL * len(long) and many else None


def _width(text: str) -> int:
    """Count columns: a Chinese sign takes two."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)
