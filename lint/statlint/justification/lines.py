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
        number for number, line in enumerate(_bare(text), 1) if re.fullmatch(_ENTRY, line)
    )
    return found if len(found) == count else (0,) * count


def _bare(text: str) -> Iterator[str]:
    """Go through the lines; those inside of a text over several lines are empty."""
    fence = ""
    for line in text.split("\n"):
        within, fence = fence, _fence_after(line, fence)
        yield "" if within else line


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


def blocks_of(text: str, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the lines of each entry as a slice, with the remarks right above it.

    What stands behind a blank line, above the next table, belongs to that table.
    """
    lines, bare = text.split("\n"), list(_bare(text))
    tables = [at for at, line in enumerate(bare) if re.match(_TABLE, line)]
    for start in starts:
        following = next((at for at in tables if at >= start), len(lines))
        yield _with_remarks(lines, start - 1), _without_remarks(lines, following)


def _with_remarks(lines: Sequence[str], first: int) -> int:
    while first > 0 and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    return first


def _without_remarks(lines: Sequence[str], last: int) -> int:
    """Leave out the remarks at the end, unless nothing follows."""
    if last == len(lines):
        return last
    return _with_remarks(lines, last)
