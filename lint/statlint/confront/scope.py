"""Where an edit is to be evaluated: once under each head, on each line, or once in all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TypeAlias

from statlint.confront.scene import Board, Scene
from statlint.facts import Fact, Facts
from statlint.form import Block, Edit, Name, Ranges, Scope, Span, TableForm, named

_LINE_HEAD = 2
_Expand: TypeAlias = "Callable[[Span], tuple[Name, ...]]"
_Find: TypeAlias = "Callable[[Sequence[Name]], list[Fact | None]]"


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """One place of an edit: the key of its head or line (None: once), and how names are found.

    `find` gives the cells of many names at once.
    """

    key: str | None
    scene: Scene
    find: _Find

    def with_board(self, board: Board | None) -> Place:
        """Give the place with the figures that places in a ranking are taken among."""
        return self if board is None else replace(self, scene=replace(self.scene, board=board))


def places_of(
    edit: Edit, table: TableForm | None, facts: Mapping[str, Facts], ranges: Callable[[str], Ranges]
) -> Iterator[Place]:
    """Go through the places of an edit, in the order of the form.

    `ranges` gives by its key what ranges of a table stand for.
    """
    if table is None or edit.scope is Scope.ONCE:
        scene = _once(table, facts, ranges)
        yield Place(None, scene, lambda names: list(map(scene.resolve, names)))
        return
    here = facts[table.key]
    # A range stands for the same names under every head, on every line.
    expand = cache(partial(ranges(table.key).spread, scope=edit.scope))
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
            find = partial(_under, head.key, facts)
            yield Place(head.key, Scene(partial(_first, find), expand), find)


def _on_lines(edit: Edit, block: Block, facts: Facts, expand: _Expand) -> Iterator[Place]:
    if not _named(edit) <= {head.key for head in block.heads}:
        return
    wanted = frozenset(edit.lines)
    for line in block.figure_lines:
        if not wanted or line.key in wanted:
            find = partial(_on, line.key, facts)
            yield Place(line.key, Scene(partial(_first, find), expand), find)


def _named(edit: Edit) -> set[str]:
    """Give the single-part names of an edit; both ends of a span are names as well."""
    names = [
        name
        for found in named(edit.condition)
        for name in ((found,) if isinstance(found, Name) else (found.first, found.last))
    ]
    return {name.parts[0] for name in names if len(name.parts) == 1}


def _under(head: str, facts: Facts, names: Sequence[Name]) -> list[Fact | None]:
    return facts.at(
        [((parts := name.parts)[0], parts[1] if len(parts) > 1 else head) for name in names]
    )


def _on(line: str, facts: Facts, names: Sequence[Name]) -> list[Fact | None]:
    return facts.at(
        [(parts[0] if len(parts := name.parts) > 1 else line, parts[-1]) for name in names]
    )


def _first(find: _Find, name: Name) -> Fact | None:
    return find((name,))[0]


def _once(
    table: TableForm | None, facts: Mapping[str, Facts], ranges: Callable[[str], Ranges]
) -> Scene:
    def table_of(name: Name) -> str:
        return name.parts[0] if len(name.parts) > _LINE_HEAD or table is None else table.key

    def resolve(name: Name) -> Fact | None:
        line, head = name.parts[-2:]
        key = table_of(name)
        return facts[key].get(line, head) if key in facts else None

    def expand(span: Span) -> tuple[Name, ...]:
        key = table_of(span.first)
        return ranges(key).spread(span, Scope.ONCE) if key in facts else (span.first,)

    return Scene(resolve, expand)
