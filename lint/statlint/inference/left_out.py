"""Whether a total leaves lines out by mistake: many rightly do, and most of those show it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from statlint.inference.model import Axis
from statlint.inference.sight import Sight
from statlint.table import Layout, Strip

_WORDS = (
    r"不含|不包括|不包含|不计|未计|未含|除外|扣除|其中|另有|另外|净"
    r"|exclu|not includ|omit|of which|without|memo|other than|\bnet\b|\bless\b"
)
"""What a table says that leaves something out of a total."""
_BODIES = frozenset("镇乡县区村道局")
"""What names end in of which none is a part of another of its kind."""


def may_be_left_out(
    sight: Sight, axis: Axis, run: Sequence[int], parts: Sequence[int], places: Sequence[int]
) -> bool:
    """Tell whether neither words nor place nor figures say why a total does not count lines.

    What stands at either end of the list may belong to something else, and what is nowhere more
    than the line in front of it may be a part of that: of these only names of bodies are told.
    """
    strips = axis.strips(sight.layout)
    others = [strips[at] for at in parts if at not in run]
    if not all(_is_one_of(strips[at], others) for at in run):
        return False
    if all(_is_body(strips[at], others) for at in run):
        return not _says_so(sight.layout)
    inside = parts[0] not in run and parts[-1] not in run
    return inside and not _is_within(sight, axis, run, parts, places) and not _says_so(sight.layout)


def _is_one_of(strip: Strip, others: Sequence[Strip]) -> bool:
    """Tell whether most others are of its kind, and its label is a plain name."""
    kind = (strip.level, strip.unit, strip.roles, strip.block, strip.period is None)
    alike = sum(
        kind == (one.level, one.unit, one.roles, one.block, one.period is None) for one in others
    )
    text = strip.text.strip()
    plain = bool(text) and text[0].isalnum() and text[-1].isalnum()
    return 3 * alike >= 2 * len(others) and plain and strip.period is None


def _is_body(strip: Strip, others: Sequence[Strip]) -> bool:
    ending = strip.text.strip()[-1:]
    return ending in _BODIES and any(one.text.strip()[-1:] == ending for one in others)


def _is_within(
    sight: Sight, axis: Axis, run: Sequence[int], parts: Sequence[int], places: Sequence[int]
) -> bool:
    """Tell whether lines are nowhere more together than the one in front of them."""
    before = sight.row(axis, parts[parts.index(run[0]) - 1]).values
    rows = [sight.row(axis, one).values for one in run]
    return all(sum(row[at] or 0 for row in rows) <= (before[at] or 0) for at in places)


def _says_so(layout: Layout) -> bool:
    """Tell whether words anywhere in a table leave something out."""
    sought = re.compile(_WORDS, re.IGNORECASE)
    area = layout.range
    texts = (
        layout.grid.text(row, column)
        for row in range(area.first.row, area.last.row + 1)
        for column in range(area.first.column, area.last.column + 1)
    )
    return any(sought.search(text) for text in texts if text)
