"""Figures that stand within words: 一、主动公开（43分）, 分值（100分）, 共25份."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from statlint.dataclass import dataclass, replace
from statlint.form import Head, Line, PrintedHead, PrintedLine
from statlint.pattern import pattern_of
from statlint.table.model import Label
from statlint.table.open_columns import Columns, is_total
from statlint.table.open_kinds import PlacedHead
from statlint.table.open_lines import PlacedLine
from statlint.table.open_plan import OpenPlan
from statlint.values import UNITS, Reading, plain, read_figure

_UNIT = "|".join(map(re.escape, UNITS))
_IN_BRACKETS = pattern_of(
    r"[(\[【〔{](?:满分|共|计|分值|权重)?:?([0-9]+(?:\.[0-9]+)?(?:%|‰)?)"
    rf"(?:{_UNIT})?[)\]】〕}}]"
)
_POINTS = pattern_of(r"([0-9]+(?:\.[0-9]+)?)分$")


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that words state: of which printed line, under which head."""

    line: str
    head: str
    label: Label
    reading: Reading


def figure_in(text: str) -> Reading | None:
    """Read the figure that a label holds in brackets or before 分; None where it holds none."""
    squeezed = re.sub(r"\s+", "", plain(text))
    found = [*_IN_BRACKETS.finditer(squeezed)] or [*_POINTS.finditer(squeezed)]
    return read_figure(found[-1][1]) if found else None


def stated_figures(
    plan: OpenPlan,
    lines: Sequence[PlacedLine],
    heads: Sequence[PlacedHead],
    columns: Columns,
    around: Sequence[Label],
) -> tuple[Stated, ...]:
    """Collect the figures that labels state; of several for one line the first counts."""
    said = [
        *_in_own_labels(lines, heads, plan),
        *_beside_groups(lines, columns),
        *_over_totals(plan, lines, heads, columns),
        *_in_sentences(plan, heads, around),
    ]
    kept: dict[tuple[str, str], Stated] = {}
    for one in said:
        kept.setdefault((one.line, one.head), one)
    return tuple(kept.values())


def _in_own_labels(
    lines: Sequence[PlacedLine], heads: Sequence[PlacedHead], plan: OpenPlan
) -> Iterator[Stated]:
    for one in lines:
        head = head_stated(plan, one.printed.line, heads)
        reading = figure_in(one.text) if head is not None and one.column is not None else None
        if head is not None and one.column is not None and reading is not None:
            label = one.at.view.label(one.at.row, one.column)
            yield Stated(one.printed.line.key, head.key, label, reading)


def _beside_groups(lines: Sequence[PlacedLine], columns: Columns) -> Iterator[Stated]:
    """Read the figure that stands between a group's name and its items: its own points."""
    names = [level.column for level in columns.levels]
    for column, head in columns.doubles:
        level = max((name for name in names if name < column), default=None)
        for one in lines:
            view, row = one.at.view, one.at.row
            if level is not None and one.column == level and view.has_figure(row, column):
                label, reading = view.label(row, column), view.reading(row, column)
                yield Stated(one.printed.line.key, head.key, label, reading)


def _over_totals(
    plan: OpenPlan, lines: Sequence[PlacedLine], heads: Sequence[PlacedHead], columns: Columns
) -> Iterator[Stated]:
    """Read the figure in a head's label as that of the total under it: 分值（100分）."""
    view = lines[0].at.view if lines else None
    rows = {leaf.column: leaf.row for leaf in columns.boxhead.leaves}
    for line in plan.block.lines:
        words = (line.label.zh, *line.aliases)
        head = head_stated(plan, line, heads) if any(map(is_total, words)) else None
        placed = next((one for one in heads if one.printed.head is head), None)
        if view is None or head is None or placed is None or placed.column is None:
            continue
        reading = figure_in(placed.text)
        if reading is not None:
            label = view.label(rows[placed.column], placed.column)
            yield Stated(line.key, head.key, label, reading)


def _in_sentences(
    plan: OpenPlan, heads: Sequence[PlacedHead], around: Sequence[Label]
) -> Iterator[Stated]:
    for line, pattern in plan.patterns:
        head = head_stated(plan, line, heads)
        for label in around if head is not None else ():
            found = pattern.search(re.sub(r"\s+", "", plain(label.text)))
            if found is not None and head is not None:
                yield Stated(line.key, head.key, label, read_figure(found[1]))


def head_stated(plan: OpenPlan, line: Line, heads: Sequence[PlacedHead]) -> Head | None:
    """Give the head under which a line's stated figure counts, as printed or as in the form."""
    if line.stated is None:
        return None
    printed = next((one.printed.head for one in heads if one.printed.of == line.stated), None)
    return printed or next((head for head in plan.heads if head.key == line.stated), None)


def with_stated(
    plan: OpenPlan,
    lines: Sequence[PlacedLine],
    heads: Sequence[PlacedHead],
    stated: Sequence[Stated],
) -> tuple[tuple[PrintedLine, ...], tuple[PrintedHead, ...]]:
    """Give all lines and heads, those that are only stated too; a group without figures heads."""
    named = {one.line for one in stated}
    printed = [
        replace(one.printed, line=replace(line, heading=line.key not in named))
        if one.group and not (one.figures and one.at.figures)
        else one.printed
        for one in lines
        for line in (one.printed.line,)
    ]
    there = {one.line.key for one in printed}
    printed += [
        PrintedLine(line.key, line)
        for line in plan.block.lines
        if line.key in named - there and not line.repeat
    ]
    all_heads = [one.printed for one in heads]
    known = {one.head.key for one in all_heads}
    all_heads += [
        PrintedHead(head.key, head)
        for head in plan.heads
        if head.key in {one.head for one in stated} - known
    ]
    order = {head.key: at for at, head in enumerate(plan.heads)}
    return tuple(printed), tuple(sorted(all_heads, key=lambda one: order[one.of]))
