"""The lines of a sidecar: where each entry begins and ends, so that the others stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_ENTRY = r"\s*\[\[\s*(?:justified|\"justified\"|'justified')\s*\]\]\s*(?:#.*)?"
_TABLE = r"\s*\[.*"
_FENCES = ('"""', "'''")


def starts_of(text: str, count: int) -> tuple[int, ...]:
    """Give the lines, from 1, in which the entries begin; 0 for all where they are not told."""
    found = tuple(
        number
        for number, line in enumerate(_bare(text), 1)
        if line is not None and re.fullmatch(_ENTRY, line)
    )
    return found if len(found) == count else (0,) * count


def _bare(text: str) -> Iterator[str | None]:
    """Go through the lines; None stands for those inside of a text over several lines."""
    fence = ""
    for line in text.split("\n"):
        within, fence = fence, _fence_after(line, fence)
        yield None if within else line


def _fence_after(line: str, fence: str) -> str:
    """Tell which text over several lines is open behind a line."""
    at = 0
    while at < len(line):
        if fence:
            end = line.find(fence, at)
            if end < 0:
                return fence
            at, fence = end + len(fence), ""
            continue
        opened = re.compile(r"#|\"\"\"|'''|\"(?:[^\"\\]|\\.)*\"|'[^']*'").search(line, at)
        if opened is None or opened.group() == "#":
            return ""
        at, fence = opened.end(), opened.group() if opened.group() in _FENCES else ""
    return fence


def without(text: str, starts: Sequence[int]) -> str:
    """Take out the entries that begin in some lines, each with the remarks right above it.

    What is written behind a blank line, or above the next entry, stays, as does the beginning of
    the file.
    """
    lines, bare = text.split("\n"), list(_bare(text))
    for start in sorted(starts, reverse=True):
        first, last = _block(lines, bare, start - 1)
        del lines[first:last], bare[first:last]
    return "\n".join(lines)


def _block(lines: Sequence[str], bare: Sequence[str | None], start: int) -> tuple[int, int]:
    """Give the lines of the entry that begins in one, as a slice with the blank ones behind it."""
    tables = (at for at in range(start + 1, len(bare)) if re.match(_TABLE, bare[at] or ""))
    following = next(tables, len(lines))
    last = following
    while last > start + 1 and _is_aside(bare[last - 1]):
        last -= 1
    while last < following and lines[last].strip():
        last += 1
    if last == following < len(lines):
        last = _above(lines, following)
    while last < following and not lines[last].strip():
        last += 1
    first = _above(lines, start)
    return (first or start), last


def _is_aside(line: str | None) -> bool:
    """Tell whether a line says nothing to a program."""
    return line is not None and (not line.strip() or line.lstrip().startswith("#"))


def _above(lines: Sequence[str], at: int) -> int:
    """Go up over the remarks right above a line."""
    while at > 0 and lines[at - 1].lstrip().startswith("#"):
        at -= 1
    return at
