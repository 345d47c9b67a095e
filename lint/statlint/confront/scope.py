"""Where an edit is to be evaluated: once under each head, on each line, or once in all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import TypeAlias

from statlint.confront.scene import Scene
from statlint.facts import Fact, Facts
from statlint.form import Block, Edit, Name, Scope, Span, TableForm, named, spanned

_LINE_HEAD = 2
_Expand: TypeAlias = "Callable[[Span], tuple[Name, ...]]"


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
    # A range stands for the same names under every head, on every line.
    expand = cache(partial(spanned, table=table, scope=edit.scope))
    for block in table.blocks:
        if edit.scope is Scope.HEAD:
            yield from _under_heads(edit, block, here, expand)
        else:
            yield from _on_lines(edit, block, here, expand)


def _under_heads(edit: Edit, block: Block, facts: Facts, expand: _Expand) -> Iterator[Place]:
    if not _named(edit) <= facts.line_keys(block):
        return
    wanted = frozenset(edit.heads)
    for head in block.figure_heads:
        if not wanted or head.key in wanted:
            yield Place(head.key, Scene(partial(_under, head.key, facts), expand))


def _on_lines(edit: Edit, block: Block, facts: Facts, expand: _Expand) -> Iterator[Place]:
    if not _named(edit) <= {head.key for head in block.heads}:
        return
    wanted = frozenset(edit.lines)
    for line in block.figure_lines:
        if not wanted or line.key in wanted:
            yield Place(line.key, Scene(partial(_on, line.key, facts), expand))


def _named(edit: Edit) -> set[str]:
    """Give the single-part names of an edit; both ends of a span are names as well."""
    names = [
        name
        for found in named(edit.condition)
        for name in ((found,) if isinstance(found, Name) else (found.first, found.last))
    ]
    return {name.parts[0] for name in names if len(name.parts) == 1}


def _under(head: str, facts: Facts, name: Name) -> Fact | None:
    line, under = name.parts if len(name.parts) > 1 else (name.parts[0], head)
    return facts.get(line, under)


def _on(line: str, facts: Facts, name: Name) -> Fact | None:
    on, head = name.parts if len(name.parts) > 1 else (line, name.parts[0])
    return facts.get(on, head)


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
