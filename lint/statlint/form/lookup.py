"""What the names of an edit stand for in a table: its lines, its heads, the figures of a range."""

from __future__ import annotations

from statlint.form.edits import Name, Scope, Span
from statlint.form.model import Block, TableForm
from statlint.form.ranges import Ranges, head_keys, line_keys
from statlint.form.uses import Role


def heads_for(block: Block, role: Role) -> tuple[str, ...]:
    """Give the keys of the heads whose cells hold what a name stands for."""
    figures = head_keys(block)
    if role is Role.CELL:
        return tuple(head.key for head in block.heads)
    if role is Role.WORDS:
        return tuple(head.key for head in block.heads if head.key not in figures)
    return figures


def several_lines(table: TableForm) -> frozenset[str]:
    """Give the keys of lines that may stand in a table more than once.

    They repeat, or stand under a line that does, as a subtotal stands under each group.
    """
    found: set[str] = set()
    for block in table.blocks:
        for line in block.lines:
            if line.repeat or line.under in found:
                found.add(line.key)
    return frozenset(found)


def several_heads(table: TableForm) -> frozenset[str]:
    """Give the keys of the heads that repeat."""
    return frozenset(head.key for block in table.blocks for head in block.heads if head.repeat)


def own_lines(table: TableForm, key: str) -> frozenset[str]:
    """Give the keys of the lines of which each line of a key has one: itself, a subtotal."""
    found = {key}
    for block in table.blocks:
        for line in block.lines:
            if line.under in found and not line.repeat:
                found.add(line.key)
    return frozenset(found)


def axes_of(scope: Scope, name: Name) -> tuple[tuple[str, str], ...]:
    """Tell what each part of a name in a table is: the key of a line or of a head."""
    if len(name.parts) > 1:
        return ("line", name.parts[-2]), ("head", name.parts[-1])
    return (("head" if scope is Scope.LINE else "line", name.parts[0]),)


def block_with_line(table: TableForm, key: str) -> Block | None:
    """Find the block that a line with figures belongs to."""
    for block in table.blocks:
        if key in line_keys(block):
            return block
    return None


def spanned(span: Span, table: TableForm, scope: Scope) -> tuple[Name, ...]:
    """Give the figures that a range of a built form stands for, as names of the same length.

    The lines (or heads) between both ends in the form's order, headings and texts left out; empty
    where the ends do not belong together, which no built form has.
    """
    return Ranges(table).spread(span, scope)
