"""From an open table, whose lines or heads repeat, to the table as one unit filled it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from statlint.dataclass import replace
from statlint.form.binding import Anchor, Binding, NotPrintedError, View
from statlint.form.edits import Edit, Scope
from statlint.form.limits import limited
from statlint.form.model import Form, Head, Line, TableForm
from statlint.form.printed import Printed, PrintedHead, PrintedLine
from statlint.form.rewrite import Rewriter
from statlint.form.uses import uses_in


def unroll(
    table: TableForm, lines: Sequence[PrintedLine], heads: Sequence[PrintedHead]
) -> TableForm:
    """Give the table with the lines and heads that are printed, and its edits for them.

    An edit that is repeated within a line has one copy for each such line, told apart by `under`.
    Copies that need a line or head which is not printed are left out.
    """
    (block,) = table.blocks
    concrete = replace(
        block,
        lines=tuple(_line(line) for line in lines),
        heads=tuple(_head(head) for head in heads),
    )
    plain = replace(table, blocks=(concrete,), edits=())
    printed = Printed(block, lines, heads)
    copies = (copy for edit in table.edits for copy in _copies(edit, table, printed))
    limits = (limited(copy, plain) for copy in copies)
    return replace(plain, edits=tuple(edit for edit in limits if edit is not None))


def unroll_form(form: Form, tables: Sequence[TableForm]) -> Form:
    """Give the form with some tables unrolled, and the edits between tables that still apply."""
    unrolled = {table.key: table for table in tables}
    return replace(
        form,
        tables=tuple(unrolled.get(table.key, table) for table in form.tables),
        edits=tuple(edit for edit in form.edits if _names_are_there(edit, unrolled)),
    )


def _line(printed: PrintedLine) -> Line:
    own = printed.line.key == printed.of
    return replace(
        printed.line,
        of=printed.line.of if own else printed.of,
        under=printed.under,
        repeat=False,
    )


def _head(printed: PrintedHead) -> Head:
    own = printed.head.key == printed.of
    return replace(printed.head, of=printed.head.of if own else printed.of, repeat=False)


def _copies(edit: Edit, table: TableForm, printed: Printed) -> Iterator[Edit]:
    for anchor in _anchors(edit, table, printed):
        binding = Binding(table, edit.scope, printed, anchor)
        try:
            yield replace(
                edit,
                condition=Rewriter(binding).condition(edit.condition, View()),
                lines=_lines(edit, printed, anchor) if edit.scope is Scope.LINE else (),
                heads=_heads(edit, printed) if edit.scope is Scope.HEAD else (),
                under=anchor.printed if anchor else None,
            )
        except NotPrintedError:
            continue


def _anchors(edit: Edit, table: TableForm, printed: Printed) -> list[Anchor | None]:
    key = edit.within
    if key is None:
        return [None]
    axis = "line" if any(line.key == key for line in table.blocks[0].lines) else "head"
    return [Anchor(axis, key, found) for found in printed.anchors(axis, key)]


def _lines(edit: Edit, printed: Printed, anchor: Anchor | None) -> tuple[str, ...]:
    """Give the lines of the table that an edit is for; none given stands for all."""
    below = anchor.printed if anchor and anchor.axis == "line" else None
    if not edit.lines:
        return _some(printed.below(below)) if below else ()
    found = [line for key in edit.lines for line in printed.lines_of(key)]
    if below:
        found = [line for line in found if line == below or printed.stands_below(line, below)]
    return _some(found)


def _heads(edit: Edit, printed: Printed) -> tuple[str, ...]:
    if not edit.heads:
        return ()
    return _some([head for key in edit.heads for head in printed.anchors("head", key)])


def _some(keys: Sequence[str]) -> tuple[str, ...]:
    if not keys:
        message = "none of the lines or heads it is for is printed"
        raise NotPrintedError(message)
    return tuple(dict.fromkeys(keys))


def _names_are_there(edit: Edit, unrolled: Mapping[str, TableForm]) -> bool:
    """Tell whether an edit between tables names nothing that an unrolled table does not print."""
    for use in uses_in(edit.condition):
        for table, line, head in (end.parts for end in use.ends):
            plan = unrolled.get(table)
            if plan is not None and not _has(plan, line, head):
                return False
    return True


def _has(table: TableForm, line: str, head: str) -> bool:
    (block,) = table.blocks
    lines = any(found.key == line for found in block.figure_lines)
    return lines and any(found.key == head for found in block.heads)
