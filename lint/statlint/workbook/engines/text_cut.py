"""A report that lost its line breaks: where its title, headings and sections begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from statlint.pattern import pattern_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG = 300
"""Signs of a line from which several paragraphs may stand in it."""
_NUMERALS = "一二三四五六七八九十"
_MARK = pattern_of(
    r"(?:^|(?<=[\s。；！？”）)]))(?:([一二三四五六七八九十]{1,3})、(?=\S)"
    r"|[（(]([一二三四五六七八九十]{1,3})[)）])"
)
_HEADING = pattern_of(r"([^\s，。；：！？,;:]{2,30})(\s|$)")
_FIGURES = pattern_of(r"\s*[-+－]?\d[\d,.]*\s+[-+－]?\d[\d,.]*(?:\s|$)")
"""Two figures one after the other follow the label of a row, not a heading."""
_TITLE = pattern_of(r"\s*(\S[^。；]{3,60}?(?:报告|年报|总结|通知))\s+(?=\S)")
_SIGNED = pattern_of(r"(?<=[。！？])\s+([^。]{2,60}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*)$")
_MOST_MISSING = 2


def cut(line: str) -> Iterator[tuple[str, int]]:
    """Give the parts of a long line in order, each with its level as a heading (0: a text)."""
    marks = list(_marks(line))
    starts = [start for start, _ in marks]
    first = line[: starts[0]] if starts else line
    if title := _TITLE.match(first):
        yield title[1], 1
        first = first[title.end() :]
    yield from _text(first)
    for (start, level), end in zip(marks, [*starts, len(line)][1:], strict=True):
        part = line[start:end]
        heading = _HEADING.match(part) if level == 1 else None
        if heading:
            yield heading[1], level
        yield from _text(part[heading.end() :] if heading else part)


def _text(part: str) -> Iterator[tuple[str, int]]:
    """Give a text, and apart from it who signed it, and when."""
    signed = _SIGNED.search(part)
    for text in (part[: signed.start()], signed[1]) if signed else (part,):
        if text.strip():
            yield text.strip(), 0


def _marks(line: str) -> Iterator[tuple[int, int]]:
    """Give where sections begin, and their levels: numbers that follow one another."""
    last = [0, 0]
    for found in _MARK.finditer(line):
        level = 1 if found[1] else 2
        number = _number(found[1] or found[2])
        if number is None or not _is_heading(line, found, level):
            continue
        if number == 1 or 0 < number - last[level - 1] <= _MOST_MISSING:
            last[level - 1 :] = [number, 0][: 3 - level]
            yield found.start(), level


def _is_heading(line: str, found: re.Match[str], level: int) -> bool:
    """Tell whether words follow a number, and not those of a row with its figures."""
    rest = line[found.end() : found.end() + 60]
    words = _HEADING.match(rest)
    if words is None:
        # 一、二、三等奖 has no words between its signs; a heading may run into its text.
        return level != 1 and re.match(r"[^\s，、,\d]{2}", rest) is not None
    return _FIGURES.match(rest[words.end(1) :]) is None


def _number(written: str) -> int | None:
    """Read 十二 as 12; None for what is no number."""
    tens, ten, ones = written.rpartition("十")
    if len(tens) > 1 or len(ones) > 1:
        return None
    value = _NUMERALS.index(ones) + 1 if ones else 0
    return value + (10 * (_NUMERALS.index(tens) + 1 if tens else 1) if ten else 0)
