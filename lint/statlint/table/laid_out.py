"""From a table as it is printed, and a form that names its lines and heads, to a found table."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.dataclass import replace
from statlint.form import Block, Head, Line, TableForm
from statlint.table.layout import Layout, Strip
from statlint.table.model import FoundHead, FoundLine, Label, Part, Table
from statlint.values import CellRange, CellRef, column_letters


def laid_out(
    plan: TableForm,
    layout: Layout,
    lines: Sequence[tuple[Line, Strip]],
    heads: Sequence[tuple[Head, Strip]],
    *,
    extra_lines: Sequence[Strip] = (),
    extra_heads: Sequence[Strip] = (),
) -> Table:
    """Make a table of a layout and the lines and heads of a form, with one block, that it has.

    What the form has besides is missing; the `extra` ones stand in the layout alone. A table that
    is printed in halves side by side has a part for each.
    """
    shifts = sorted({strip.shift for _, strip in lines}) or [0]
    parts = [_part(plan, layout, lines, heads, shift) for shift in shifts]
    first = replace(
        parts[0],
        extra_lines=tuple(_label(layout, strip, in_row=True) for strip in extra_lines),
        extra_heads=tuple(_label(layout, strip, in_row=False) for strip in extra_heads),
    )
    missing = _missing_lines(plan, parts)
    return Table(plan, (first, *parts[1:]), missing, _missing_heads(plan, first))


def _part(
    plan: TableForm,
    layout: Layout,
    lines: Sequence[tuple[Line, Strip]],
    heads: Sequence[tuple[Head, Strip]],
    shift: int,
) -> Part:
    """Make the part with the lines whose figures stand some columns right of the heads."""
    return Part(
        grid=layout.grid,
        block=plan.blocks[0],
        range=ruled(layout),
        lines=tuple(
            FoundLine(line, _label(layout, strip, in_row=True), strip.position)
            for line, strip in lines
            if not line.heading and strip.shift == shift
        ),
        heads=tuple(
            FoundHead(head, _label(layout, strip, in_row=False), strip.position + shift)
            for head, strip in heads
        ),
        style=layout.style,
    )


def _missing_lines(plan: TableForm, parts: Sequence[Part]) -> tuple[Line, ...]:
    there = {found.line.key for part in parts for found in part.lines}
    return tuple(line for line in plan.lines() if line.key not in there)


def _missing_heads(plan: TableForm, part: Part) -> tuple[tuple[Block, Head], ...]:
    there = {found.head.key for found in part.heads}
    block = plan.blocks[0]
    return tuple((block, head) for head in block.heads if head.key not in there)


def ruled(layout: Layout) -> CellRange:
    """Give the rectangle of boxhead, stub and body, without title and notes."""
    ranges = [layout.body, *layout.stubs]
    if layout.boxhead is not None:
        ranges.append(layout.boxhead)
    return CellRange.around(ranges)


def _label(layout: Layout, strip: Strip, *, in_row: bool) -> Label:
    """Give the label of a line or head; where none is printed, its row or column on the sheet."""
    if strip.text:
        return strip.labels[-1]
    if in_row:
        at = CellRef(strip.position, layout.body.first.column)
        return Label(str(strip.position), layout.grid.name, at)
    at = CellRef(layout.body.first.row, strip.position)
    return Label(column_letters(strip.position), layout.grid.name, at)
