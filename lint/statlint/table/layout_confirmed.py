"""Whether figures are what their words say: 电话 may head numbers of calls, not of phones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from statlint.dataclass import replace
from statlint.table.layout import Layout, Role, Strip
from statlint.values import Figure, Reading

_DOUBTFUL = frozenset({Role.CODE, Role.ORDINAL, Role.RANK})
_MOST, _FEWEST = 0.8, 3
_LONGEST_COUNT = 6
"""Digits up to which a number beside 电话 may count calls."""
# Patterns are compiled at their first use: most files need none, and all pay for the start.
_PHONE = r"电话|手机|传真|\bphone|\btel|\bfax"


def confirmed(layout: Layout) -> Layout:
    """Take from lines and heads the roles of labels that their figures speak against."""
    heads = tuple(
        _confirmed(head, [layout.reading(line, head) for line in layout.lines])
        if head.roles & _DOUBTFUL
        else head
        for head in layout.heads
    )
    lines = tuple(
        _confirmed(line, [layout.reading(line, head) for head in layout.heads])
        if line.roles & _DOUBTFUL
        else line
        for line in layout.lines
    )
    return replace(layout, heads=heads, lines=lines)


def _confirmed(strip: Strip, readings: Sequence[Reading]) -> Strip:
    figures = [one for one in readings if isinstance(one, Figure)]
    values = [one.value for one in figures if isinstance(one.value, int)]
    if not figures:
        return strip
    whole = len(values) == len(figures) and not _adds_up(values)
    kept = set(strip.roles) - _DOUBTFUL
    if Role.CODE in strip.roles and whole and _are_codes(strip, figures, values):
        kept.add(Role.CODE)
    if Role.ORDINAL in strip.roles and whole and _count_up(values):
        kept.add(Role.ORDINAL)
    if Role.RANK in strip.roles and whole and min(values) > 0:
        kept.add(Role.RANK)
    return replace(strip, roles=frozenset(kept))


def _adds_up(values: Sequence[int]) -> bool:
    """Tell whether the first or the last figure is the sum of the others: figures of a measure."""
    total = sum(values)
    return len(values) > _FEWEST and total in {2 * values[0], 2 * values[-1]} and total > 0


def _are_codes(strip: Strip, figures: Sequence[Figure], values: Sequence[int]) -> bool:
    """Tell whether numbers are as codes are: of one length, or rising; those of phones are long."""
    lengths = {len(figure.text.strip()) for figure in figures}
    if re.compile(_PHONE, re.IGNORECASE).search(strip.text):
        return min(lengths) > _LONGEST_COUNT
    rising = len(values) >= _FEWEST and all(one < after for one, after in pairwise(values))
    return rising or len(lengths) == 1


def _count_up(values: Sequence[int]) -> bool:
    """Tell whether figures are running numbers, be it from the start again in each block."""
    steps = [after in {one + 1, 1} for one, after in pairwise(values)]
    return sum(steps) >= _MOST * len(steps)
