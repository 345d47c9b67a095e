"""A form as it is before anybody fills it in."""

from __future__ import annotations

from statlint.facts.model import Facts
from statlint.facts.read import read_facts
from statlint.form import Block, Form, Head, Line
from statlint.grid import Grid, spread
from statlint.table import FilledForm, FoundHead, FoundLine, Label, Part, Table
from statlint.values import CellRange, CellRef
from statlint.workbook import Sheet


def blank_form(form: Form) -> tuple[FilledForm, list[Facts]]:
    """Lay a form out on an empty sheet, its tables one under another, and read its blank facts."""
    grid = spread(Sheet(None, ()))
    tables = []
    row = 1
    for plan in form.tables:
        parts = []
        for block in plan.blocks:
            parts.append(_part(block, grid, row))
            row += len(block.lines) + 1
        tables.append(Table(plan, tuple(parts)))
    return FilledForm(form, tuple(tables)), [read_facts(table) for table in tables]


def _part(block: Block, grid: Grid, row: int) -> Part:
    lines = tuple(
        FoundLine(line, _label(line), at)
        for at, line in enumerate(block.lines, row)
        if not line.heading
    )
    heads = tuple(FoundHead(head, _label(head), at) for at, head in enumerate(block.heads, 1))
    corner = CellRef(row + len(block.lines) - 1, len(block.heads))
    return Part(grid, block, CellRange(CellRef(row, 1), corner), lines, heads)


def _label(what: Line | Head) -> Label:
    return Label(what.label.zh, None, CellRef(1, 1))
