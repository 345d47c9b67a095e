"""What a figure of the same line (or column) is divided by: a total, or what stands before it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from statlint.inference import Axis, Relation
from statlint.reporters.places import one_line
from statlint.table import Layout
from statlint.values import Language, Text

_OF_ONE: Mapping[Axis, Text] = MappingProxyType(
    {
        Axis.HEADS: Text("{name}（{label}行）", "{name} (line {label})"),
        Axis.LINES: Text("{name}（{label}栏）", "{name} (column {label})"),
    }
)
_NEXT: Mapping[Axis, tuple[Text, Text]] = MappingProxyType(
    {
        Axis.HEADS: (
            Text("{name}（上一行）", "{name} (line before)"),
            Text("{name}（下一行）", "{name} (next line)"),
        ),
        Axis.LINES: (
            Text("{name}（前一栏）", "{name} (column before)"),
            Text("{name}（后一栏）", "{name} (next column)"),
        ),
    }
)
_FURTHER: Mapping[Axis, tuple[Text, Text]] = MappingProxyType(
    {
        Axis.HEADS: (
            Text("{name}（往上第 {steps} 行）", "{name} ({steps} lines before)"),
            Text("{name}（往下第 {steps} 行）", "{name} ({steps} lines on)"),
        ),
        Axis.LINES: (
            Text("{name}（往前第 {steps} 栏）", "{name} ({steps} columns before)"),
            Text("{name}（往后第 {steps} 栏）", "{name} ({steps} columns on)"),
        ),
    }
)
_OF_GROUPS: Mapping[Axis, Text] = MappingProxyType(
    {
        Axis.HEADS: Text("{name}（各组的基数行）", "{name} (base line of each group)"),
        Axis.LINES: Text("{name}（各组的基数栏）", "{name} (base column of each group)"),
    }
)


def is_along(relation: Relation) -> bool:
    """Tell whether two figures of one strip are compared."""
    return bool(relation.places) and len(relation.parts) == 2 and len(set(relation.parts)) == 1  # noqa: PLR2004 - what is divided, and by what


def base_name(relation: Relation, name: str, layout: Layout, language: Language) -> str:
    """Name what is divided by: `name` is the strip, to which is added where on it that stands."""
    axis = relation.axis
    bases = relation.places[1]
    if len(set(bases)) == 1:
        strip = axis.other.strips(layout)[bases[0]]
        return _OF_ONE[axis].of(language).format(name=name, label=one_line(strip.text))
    order = {place: at for at, place in enumerate(sorted({*relation.positions, *bases}))}
    pairs = zip(relation.positions, bases, strict=True)
    steps = {order[position] - order[base] for position, base in pairs}
    if len(steps) > 1:
        return _OF_GROUPS[axis].of(language).format(name=name)
    (step,) = steps
    words = _NEXT if abs(step) == 1 else _FURTHER
    return words[axis][step < 0].of(language).format(name=name, steps=abs(step))
