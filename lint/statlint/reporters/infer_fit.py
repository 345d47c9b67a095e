"""What of a table fits on the page: which lines and heads are shown, how heads are broken."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.dataclass import dataclass
from statlint.reporters.lines import INDENT
from statlint.reporters.places import one_line
from statlint.reporters.ruler import Ruler
from statlint.table import Strip

_MOST_HEAD_LINES = 3
_FIRST_LINES, _LAST_LINES = 26, 8
_NOT_WORTH_CUTTING = 6


@dataclass(frozen=True, slots=True)
class Column:
    """A head that is shown: its place, and how many columns of the page it takes."""

    place: int
    head: Strip
    room: int


def shown_lines(lines: int) -> list[int | None]:
    """Give the places of the lines that are shown, None where some are left out."""
    if lines <= _FIRST_LINES + _LAST_LINES + _NOT_WORTH_CUTTING:
        return list(range(lines))
    return [*range(_FIRST_LINES), None, *range(lines - _LAST_LINES, lines)]


def fitting(columns: Sequence[Column], room: int) -> tuple[list[Column], int | None]:
    """Leave out heads before the last one until the others fit; say before which one they stood."""
    kept = list(columns)
    while len(kept) > 1 and _taken(kept, cut=len(kept) < len(columns)) > room:
        del kept[-2]
    return kept, kept[-1].place if len(kept) < len(columns) else None


def _taken(columns: Sequence[Column], *, cut: bool) -> int:
    """Count the columns of the page that heads take, with the sign that some are left out."""
    return sum(len(INDENT) + column.room for column in columns) + len(INDENT) * cut


def head_lines(column: Column, ruler: Ruler) -> list[str]:
    """Break a head into lines; of a long one the last ones are cut."""
    lines = ruler.wrap(one_line(column.head.text), column.room)
    if len(lines) <= _MOST_HEAD_LINES:
        return lines
    rest = "".join(lines[_MOST_HEAD_LINES - 1 :])
    return [*lines[: _MOST_HEAD_LINES - 1], ruler.cut(rest, column.room)]
