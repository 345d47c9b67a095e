"""What the parts of a page of a rule are made of: paragraphs, points, examples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

FENCE = "```"
POINT = "- "


def blocks_of(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Take a text apart: paragraphs (of no kind), points, examples with what is behind their fence.

    A page has no other marks of Markdown but ` round what is typed.
    """
    kind = ""
    held: list[str] = []
    for line in lines:
        if kind.startswith(FENCE):
            if line != FENCE:
                held.append(line)
                continue
            yield kind, held
            kind, held = "", []
        elif line.startswith((FENCE, POINT)) or not line.strip():
            if held:
                yield kind, held
            kind = line if line.startswith(FENCE) else POINT if line.strip() else ""
            held = [line.removeprefix(POINT)] if kind == POINT else []
        else:
            held.append(line)
    if held:
        yield kind, held


def joined(lines: Iterable[str]) -> str:
    """Join the lines of a paragraph; between Chinese characters there is no blank."""
    text = " ".join(line.strip() for line in lines)
    wide = "\u3001-\u9fff\uff00-\uffef\u201c-\u201d\u2026"
    return re.sub(rf"(?<=[{wide}]) (?=[{wide}])", "", text)
