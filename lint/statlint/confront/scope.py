"""Where an edit is to be evaluated: once under each head, on each line, or once in all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial

from statlint.confront.linear import Expand
from statlint.confront.scene import Board, Scene
from statlint.dataclass import dataclass, replace
from statlint.facts import Fact, Facts
from statlint.form import EACH_SOURCE, Block, Edit, Name, Ranges, Scope, Span, TableForm, named
from statlint.history import Neighbours
from statlint.typed import TypeAlias

_LINE_HEAD = 2
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
    edit: Edit,
    table: TableForm | None,
    facts: Mapping[str, Facts],
    ranges: Callable[[str], Ranges],
    others: Neighbours,
) -> Iterator[Place]:
    """Go through the places of an edit, in the order of the form.

    `ranges` gives by its key what ranges of a table stand for. An edit that reaches to `others` has
    no place where one of them is not there.
    """
    places = _places(edit, table, facts, ranges)
    if not edit.across:
        yield from places
    elif all(others.count(relation) for relation in edit.across.split("+")):
        # The names of what each of thousands of parts says are the same at all places.
        each = cache(partial(_names_of_each, others))
        for place in places:
            yield _reaching(place, edit, table, others, each)
        each.cache_clear()


def _names_of_each(others: Neighbours, name: Name) -> tuple[Name, ...]:
    count = others.count(name.source)
    return tuple(replace(name, source=f"{name.source}.{number}") for number in range(count))


def _reaching(
    place: Place,
    edit: Edit,
    table: TableForm | None,
    others: Neighbours,
    each: Callable[[Name], tuple[Name, ...]],
) -> Place:
    """Give a place at which names with a source stand for cells of other forms."""

    def resolve(name: Name) -> Fact | None:
        if not name.source:
            return place.scene.resolve(name)
        return others.get(name.source, *coordinates(name, edit, table, place.key))

    def expand(span: Span) -> tuple[Name, ...]:
        if span.first.source not in EACH_SOURCE:
            return place.scene.expand(span)
        if span.is_each:
            return each(span.first)
        return tuple(name for alike in place.scene.expand(span) for name in each(alike))

    scene = replace(place.scene, resolve=resolve, expand=expand)
    return Place(place.key, scene, lambda names: list(map(resolve, names)))


def coordinates(
    name: Name, edit: Edit, table: TableForm | None, key: str | None
) -> tuple[str, str, str]:
    """Give table, line and head of what a name stands for at a place, by the key of the place."""
    parts = name.parts
    here = "" if table is None else table.key
    if len(parts) > 1:
        return (parts[0] if len(parts) > _LINE_HEAD else here), parts[-2], parts[-1]
    place = key or ""
    return (here, parts[0], place) if edit.scope is Scope.HEAD else (here, place, parts[0])


def _places(
    edit: Edit, table: TableForm | None, facts: Mapping[str, Facts], ranges: Callable[[str], Ranges]
) -> Iterator[Place]:
    if table is None or edit.scope is Scope.ONCE:
        yield place_once(table, facts, ranges)
        return
    here = facts[table.key]
    expand = expand_of(edit, ranges(table.key))
    for key in keys_of(edit, table, here.line_keys):
        yield place_at(key, edit, here, expand)


def expand_of(edit: Edit, ranges: Ranges) -> Expand:
    """Give what ranges stand for: the same names under every head, on every line."""
    return cache(partial(ranges.spread, scope=edit.scope))


def keys_of(
    edit: Edit, table: TableForm, line_keys: Callable[[Block], frozenset[str]]
) -> Iterator[str]:
    """Go through the heads (or lines) of a table that an edit is repeated over."""
    for block in table.blocks:
        if edit.scope is Scope.HEAD:
            yield from _heads_of(edit, block, line_keys)
        else:
            yield from _lines_of(edit, block)


def place_once(
    table: TableForm | None, facts: Mapping[str, Facts], ranges: Callable[[str], Ranges]
) -> Place:
    """Give the place of an edit that is not repeated."""
    scene = _once(table, facts, ranges)
    return Place(None, scene, lambda names: list(map(scene.resolve, names)))


def place_at(key: str, edit: Edit, facts: Facts, expand: Expand) -> Place:
    """Give the place of an edit under one head, or on one line."""
    find = partial(_under if edit.scope is Scope.HEAD else _on, key, facts)
    return Place(key, Scene(partial(_first, find), expand), find)


def _heads_of(
    edit: Edit, block: Block, line_keys: Callable[[Block], frozenset[str]]
) -> Iterator[str]:
    if not _named(edit) <= line_keys(block):
        return
    wanted = frozenset(edit.heads)
    for head in block.figure_heads:
        if not wanted or head.key in wanted:
            yield head.key


def _lines_of(edit: Edit, block: Block) -> Iterator[str]:
    if not _named(edit) <= {head.key for head in block.heads}:
        return
    wanted = frozenset(edit.lines)
    for line in block.figure_lines:
        if not wanted or line.key in wanted:
            yield line.key


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
