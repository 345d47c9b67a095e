"""Relations as keys that can be compared: operator, aggregate cell, part cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from statlint.grid import Grid
from statlint.inference import cell_relations, understand
from statlint.table.layouts import layouts_of
from statlint.values import CellRef

Place: TypeAlias = tuple[int, int]
"""Row and column, counted from 1."""

_ORDERED = frozenset({"division", "relative-change", "cumulative"})


class Key(NamedTuple):
    """One aggregate cell and its parts; ordered where the operator tells them apart."""

    operator: str
    aggregate: Place
    parts: tuple[Place, ...]

    @property
    def down(self) -> bool:
        """Whether the parts are lines of the aggregate's column, and not heads of its row."""
        return any(part[1] == self.aggregate[1] for part in self.parts)

    @property
    def strips(self) -> tuple[str, bool, int, tuple[int, ...]]:
        """The relation of lines or heads that this one is an instance of."""
        at = 0 if self.down else 1
        return (
            self.operator,
            self.down,
            self.aggregate[at],
            tuple(part[at] for part in self.parts),
        )

    @property
    def position(self) -> int:
        """Where it is stated: the column of a relation of lines, the row of one of heads."""
        return self.aggregate[1 if self.down else 0]


def key_of(operator: str, aggregate: Place, parts: Sequence[Place]) -> Key:
    """Make a key; the order of the parts of a sum does not count."""
    ordered = parts if operator in _ORDERED else sorted(set(parts))
    return Key(operator, aggregate, tuple(ordered))


def found_in(grids: Sequence[Grid]) -> set[Key]:
    """Give the relations that statlint finds on some sheets, all taken as one."""
    layouts = [layout for grid in grids for layout in layouts_of(grid)]
    return {
        key_of(
            one.operator.value,
            (one.aggregate.row, one.aggregate.column),
            [(part.row, part.column) for part in one.parts],
        )
        for understood in understand(layouts)
        for one in cell_relations(understood)
    }


def crossing(keys: Iterable[Key]) -> dict[Key, int]:
    """Count at how many positions the aggregate strip of each relation follows from its likes."""
    members: dict[tuple[str, bool, int], list[Key]] = defaultdict(list)
    for key in keys:
        members[key.strips[:3]].append(key)
    return {
        key: len({one.aggregate for one in likes}) for likes in members.values() for key in likes
    }


def told(keys: Iterable[Key]) -> Iterator[str]:
    """Write relations as a person would: one line for all positions of one relation."""
    groups: dict[tuple[str, bool, int, tuple[int, ...]], list[int]] = defaultdict(list)
    for key in keys:
        groups[key.strips].append(key.position)
    for (operator, down, aggregate, parts), positions in sorted(groups.items()):
        name = str if down else _letter
        other = _letter if down else str
        stated = " ".join(map(name, parts))
        where = " ".join(other(position) for position in sorted(set(positions)))
        yield f"{operator} {name(aggregate)} = {stated[:90]}  at {where[:60]}"


def _letter(column: int) -> str:
    return str(CellRef(1, column)).removesuffix("1")
