"""Where all figures but one are multiples of a step, as random rounding to 5 leaves them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statlint.inference.model import Axis
from statlint.inference.rounding import Rounding
from statlint.inference.sight import Sight

_FEWEST_IN_STEP = 4
"""Figures in step beside one that is not, along its line or under its head."""


def exact_by_steps(sight: Sight, rounding: Rounding) -> Rounding:
    """Take figures for exact where one is out of step with all others: its sums must fail.

    What is rounded to a step puts a sum off by a multiple of it and by nothing else. Lines and
    heads with more figures out of step keep to the rounding of the table.
    """
    if not rounding.table:
        return rounding
    lines = _in_step(sight)
    heads = [list(head) for head in zip(*lines, strict=True)]
    free_heads = frozenset(at for at, head in enumerate(heads) if _is_free(head))
    free_lines = frozenset(at for at, line in enumerate(lines) if _is_free(line))
    lines = [_without(line, free_heads) for line in lines]
    heads = [_without(head, free_lines) for head in heads]
    strays = {
        (at, line.index(False))
        for at, line in enumerate(lines)
        if at not in free_lines and _is_one_out(line, heads)
    }
    if not strays:
        return rounding
    return Rounding(
        table=False,
        heads=free_heads | _others(heads, {head for _, head in strays}),
        lines=free_lines | _others(lines, {line for line, _ in strays}),
        stepped=True,
    )


def _in_step(sight: Sight) -> list[list[bool | None]]:
    """Say of each figure whether it is a multiple of more than its last digit; None of noughts."""
    rows = (sight.row(Axis.LINES, at) for at in range(len(sight.layout.lines)))
    return [
        [
            coarse > unit if value else None
            for value, unit, coarse in zip(row.values, row.units, row.coarse, strict=True)
        ]
        for row in rows
    ]


def _is_free(strip: Sequence[bool | None]) -> bool:
    """Tell whether half of the figures of a strip, or more, are in no step."""
    return 2 * strip.count(False) >= len(strip) - strip.count(None) > 0


def _without(strip: Sequence[bool | None], free: frozenset[int]) -> list[bool | None]:
    return [None if at in free else one for at, one in enumerate(strip)]


def _is_one_out(line: Sequence[bool | None], heads: Sequence[Sequence[bool | None]]) -> bool:
    """Tell whether a line has one figure out of step, and the head of it no other."""
    if line.count(False) != 1:
        return False
    head = heads[line.index(False)]
    return head.count(False) == 1 and max(line.count(True), head.count(True)) >= _FEWEST_IN_STEP


def _others(strips: Iterable[Sequence[bool | None]], strays: set[int]) -> frozenset[int]:
    """Give the strips with figures out of step that are no strays."""
    return frozenset(at for at, strip in enumerate(strips) if False in strip and at not in strays)
