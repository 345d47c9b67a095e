"""A table on its way into a form: its layout, the keys of its lines and heads, what is believed."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.dataclass import dataclass, field
from statlint.form import Block, Head, Line, Measure
from statlint.inference.belief import Stated
from statlint.inference.model import Axis
from statlint.table import Layout, Strip
from statlint.values import Text, column_letters


@dataclass(frozen=True, slots=True, eq=False)
class TablePlan:
    """One table with the keys of its lines and heads; `block` is what the form says of them."""

    key: str
    layout: Layout
    block: Block
    measure: Measure
    stated: tuple[Stated, ...]
    # Each edit asks for it; a table may have thousands of them, and of lines.
    _orders: dict[Axis, dict[str, int]] = field(default_factory=dict, repr=False)

    def strips(self, axis: Axis) -> tuple[Line, ...] | tuple[Head, ...]:
        """Give what aggregates and parts are along an axis, as the form has it."""
        return self.block.lines if axis is Axis.LINES else self.block.heads

    def across(self, axis: Axis) -> tuple[Line, ...] | tuple[Head, ...]:
        """Give what positions are along an axis, as the form has it."""
        return self.strips(axis.other)

    def order(self, axis: Axis) -> dict[str, int]:
        """Give the place of each line (or head) among those that hold figures, by its key."""
        if axis not in self._orders:
            keys = [line.key for line in self.block.figure_lines]
            if axis is Axis.HEADS:
                keys = [head.key for head in self.block.figure_heads]
            self._orders[axis] = {key: place for place, key in enumerate(keys)}
        return self._orders[axis]


def lines_of(
    strips: Sequence[Strip], keys: Sequence[str], measures: Sequence[Measure | None]
) -> tuple[Line, ...]:
    """Make the lines of a form; a line stands under another where the stub shows it."""
    lines: list[Line] = []
    for at, (strip, key, measure) in enumerate(zip(strips, keys, measures, strict=True)):
        parent = lines[strip.parent] if strip.parent is not None and strip.parent < at else None
        lines.append(
            Line(
                key,
                _label(strip, Text(f"第{strip.position}行", f"row {strip.position}")),
                above=(*parent.above, parent.label.zh) if parent else (),
                heading=not strip.figures,
                measure=measure if strip.figures else None,
                under=parent.key if parent else None,
            )
        )
    return tuple(lines)


def heads_of(
    strips: Sequence[Strip], keys: Sequence[str], measures: Sequence[Measure | None]
) -> tuple[Head, ...]:
    """Make the heads of a form, each with the spanner heads over it."""
    return tuple(
        Head(
            key,
            _label(strip, _column(strip)),
            above=tuple(label.text for label in strip.labels[:-1] if label.text),
            measure=measure,
        )
        for strip, key, measure in zip(strips, keys, measures, strict=True)
    )


def _column(strip: Strip) -> Text:
    letters = column_letters(strip.position)
    return Text(f"{letters}列", f"column {letters}")


def _label(strip: Strip, place: Text) -> Text:
    """Give the label of a line or head; where none is printed, its place on the sheet."""
    return Text(strip.text, strip.text) if strip.text else place
