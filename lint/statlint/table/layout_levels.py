"""How deep each line of a stub stands, and under which line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from statlint.table.layout_words import roles_of
from statlint.table.layout import Role

Level: TypeAlias = tuple[int, int | None]
"""The depth of a line, 0 for the outermost, and the place of the line it stands under."""


@dataclass(frozen=True, slots=True)
class StubLabel:
    """What the stub says of one line.

    `texts` are the texts of its stub columns from left to right as stored, with the blanks before
    them; a merged cell is given in every row that it spans, a cell left blank is "".
    `indents` are the indents that the file sets for these cells, as many or none. `figures` is
    False for a group line; `gap` says that an empty row stands before it.
    """

    texts: tuple[str, ...]
    indents: tuple[int, ...] = ()
    figures: bool = True
    gap: bool = False

    @property
    def text(self) -> str:
        """The innermost text."""
        return next((text for text in reversed(self.texts) if text.strip()), "")

    @property
    def width(self) -> int:
        """How many blanks stand before the innermost text."""
        return len(self.text) - len(self.text.lstrip())


def levels_of(labels: Sequence[StubLabel]) -> list[Level]:
    """Find the depth of each line and the line it stands under, if any: the place in `labels`."""
    open_lines: list[tuple[int, int]] = []
    levels: list[Level] = []
    for place, label in enumerate(labels):
        width = label.width + (1 if Role.OF_WHICH in roles_of([label.text]) else 0)
        while open_lines and open_lines[-1][0] >= width:
            open_lines.pop()
        levels.append((len(open_lines), open_lines[-1][1] if open_lines else None))
        open_lines.append((width, place))
    return levels
