"""Where an edit is to be evaluated: once under each head, on each line, or once in all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from statlint.confront.scene import Scene
from statlint.facts import Fact, Facts
from statlint.form import Block, Edit, Name, Scope, Span, TableForm, named, spanned

_LINE_HEAD = 2


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """One place of an edit: the key of its head or line (None: once), and how names are found."""

    key: str | None
    scene: Scene


def places_of(edit: Edit, table: TableForm | None, facts: Mapping[str, Facts]) -> Iterator[Place]:
    """Go through the places of an edit, in the order of the form."""
    if table is None or edit.scope is Scope.ONCE:
        yield Place(None, _once(table, facts))
        return
    here = facts[table.key]
    for block in table.blocks:
        if edit.scope is Scope.HEAD:
            yield from _under_heads(edit, block, here)
        else:
            yield from _on_lines(edit, block, here)


def _under_heads(edit: Edit, block: Block, facts: Facts) -> Iterator[Place]:
    lines = {line.key for line in block.lines}
    if not _named(edit) <= lines:
        return
    for head in block.figure_heads:
        if not edit.heads or head.key in edit.heads:
            yield Place(head.key, _under(head.key, facts.plan, facts))


def _on_lines(edit: Edit, block: Block, facts: Facts) -> Iterator[Place]:
    heads = {head.key for head in block.heads}
    if not _named(edit) <= heads:
        return
    for line in block.figure_lines:
        if not edit.lines or line.key in edit.lines:
            yield Place(line.key, _on(line.key, facts.plan, facts))


def _named(edit: Edit) -> set[str]:
    """Give the single-part names of an edit; both ends of a span are names as well."""
    names = [
        name
        for found in named(edit.condition)
        for name in ((found,) if isinstance(found, Name) else (found.first, found.last))
    ]
    return {name.parts[0] for name in names if len(name.parts) == 1}


def _under(head: str, table: TableForm, facts: Facts) -> Scene:
    def resolve(name: Name) -> Fact | None:
        line, under = name.parts if len(name.parts) > 1 else (name.parts[0], head)
        return facts.get(line, under)

    return Scene(resolve, lambda span: spanned(span, table, Scope.HEAD))


def _on(line: str, table: TableForm, facts: Facts) -> Scene:
    def resolve(name: Name) -> Fact | None:
        on, head = name.parts if len(name.parts) > 1 else (line, name.parts[0])
        return facts.get(on, head)

    return Scene(resolve, lambda span: spanned(span, table, Scope.LINE))


def _once(table: TableForm | None, facts: Mapping[str, Facts]) -> Scene:
    def table_of(name: Name) -> str:
        return name.parts[0] if len(name.parts) > _LINE_HEAD or table is None else table.key

    def resolve(name: Name) -> Fact | None:
        line, head = name.parts[-2:]
        key = table_of(name)
        return facts[key].get(line, head) if key in facts else None

    def expand(span: Span) -> tuple[Name, ...]:
        key = table_of(span.first)
        return spanned(span, facts[key].plan, Scope.ONCE) if key in facts else (span.first,)

    return Scene(resolve, expand)
