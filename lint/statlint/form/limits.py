"""Edits for some kinds of figures only: the lines or heads whose cells hold such."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.dataclass import replace
from statlint.form.edits import Edit, Name, Scope, Span
from statlint.form.lookup import spanned
from statlint.form.model import Head, Line, Measure, TableForm
from statlint.form.uses import Role, uses_in

_POINT = 2


def limited(edit: Edit, table: TableForm) -> Edit | None:
    """Limit an edit to cells of its kinds; None where none is left. The table must not be open."""
    if not edit.kinds and not edit.flows_only:
        return edit
    lines = {line.key: line for line in table.lines()}
    heads = {head.key: head for block in table.blocks for head in block.figure_heads}
    named = list(_figures(edit, table))
    points = [name.parts for name in named if len(name.parts) == _POINT]
    local = [name.parts[0] for name in named if len(name.parts) == 1]

    def suits(line: Line | None, head: Head | None) -> bool:
        return line is None or head is None or _suits(table.measure_of(line, head), edit)

    if not all(suits(lines.get(line), heads.get(head)) for line, head in points):
        return None
    if edit.scope is Scope.HEAD:
        kept = tuple(
            head.key
            for head in heads.values()
            if not edit.heads or head.key in edit.heads
            if all(suits(lines.get(line), head) for line in local)
        )
        return replace(edit, heads=kept) if kept else None
    if edit.scope is Scope.LINE:
        kept = tuple(
            line.key
            for line in lines.values()
            if not edit.lines or line.key in edit.lines
            if all(suits(line, heads.get(head)) for head in local)
        )
        return replace(edit, lines=kept) if kept else None
    return edit


def _figures(edit: Edit, table: TableForm) -> Iterator[Name]:
    for use in uses_in(edit.condition):
        if use.role is Role.FIGURE:
            found = use.found
            yield from spanned(found, table, edit.scope) if isinstance(found, Span) else (found,)


def _suits(measure: Measure, edit: Edit) -> bool:
    kind = not edit.kinds or measure.kind in edit.kinds
    flow = measure.additive and not measure.stock
    return kind and (flow or not edit.flows_only)
