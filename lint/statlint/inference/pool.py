"""Tables of one layout, of many units or many years: what all of them show, seen in each."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeAlias

from statlint.dataclass import dataclass, replace
from statlint.formula import Formulas
from statlint.inference.infer import shared_relations, understand
from statlint.inference.model import Axis, Relation, Understood
from statlint.table import Layout, Strip
from statlint.values import label_key, relative_years

_MOST_FIGURES = 100_000
"""Cells that are looked at together; more tables of a layout make several pools."""


def understand_together(
    books: Sequence[Sequence[Layout]],
    formulas: Sequence[Formulas | None],
    before: Sequence[Sequence[Layout]] = (),
    after: Sequence[Sequence[Layout]] = (),
) -> list[tuple[Understood, ...]]:
    """Understand the tables of several workbooks, tables of one layout together.

    `formulas` are those of each workbook, None where it has none. `before` and `after` are the
    tables of others that are further evidence.
    """
    several = [[layout for own in each for layout in own] for each in (before, books, after)]
    first = len(several[0])
    own_places = range(first, first + len(several[1]))
    relations = iter(pooled_relations([one for each in several for one in each], own_places))
    return [
        understand(own, written, tuple(islice(relations, len(own))))
        for own, written in zip(books, formulas, strict=True)
    ]


def pooled_relations(
    layouts: Sequence[Layout], wanted: Iterable[int] | None = None
) -> list[tuple[Relation, ...]]:
    """Find the relations of each table, with those of its layout as further evidence.

    `wanted` are the places of the tables whose relations are wanted; usually of all.

    Tables with the same lines are looked at together for relations between lines, those with the
    same heads for relations between heads. A second copy of a table is no further evidence.
    """
    kin = {axis: _kin(layouts, axis) for axis in Axis}
    found: dict[tuple[_Group, ...], tuple[Relation, ...]] = {}
    result = []
    for at in range(len(layouts)) if wanted is None else wanted:
        seats = {axis: kin[axis][at] for axis in Axis}
        groups = tuple(seats[axis].group for axis in Axis)
        if groups not in found:
            found[groups] = shared_relations(*([layouts[one] for one in own] for own in groups))
        result.append(tuple(_seen_in(layouts, seats, found[groups])))
    return result


_Group: TypeAlias = tuple[int, ...]
"""Tables that are looked at together, by their places in the list of all."""


@dataclass(frozen=True, slots=True)
class _Seat:
    """The group that a table is looked at with, and the member that it is there (or is like)."""

    group: _Group
    member: int


def _kin(layouts: Sequence[Layout], axis: Axis) -> list[_Seat]:
    """Give for each table the group that it is looked at with."""
    alike: dict[Hashable, list[int]] = {}
    for at, layout in enumerate(layouts):
        signature = _signature(layout, axis)
        alike.setdefault(at if signature is None else signature, []).append(at)
    seats: dict[int, _Seat] = {}
    for members in alike.values():
        copies = _copies(layouts, members)
        for pool in _pools(dict.fromkeys(copies.values()), layouts):
            seats |= {at: _Seat(pool, first) for at, first in copies.items() if first in pool}
    return [seats[at] for at in range(len(layouts))]


def _copies(layouts: Sequence[Layout], members: Sequence[int]) -> dict[int, int]:
    """Give for each table the first that has the same figures, itself where there is none."""
    if len(members) == 1:
        return {at: at for at in members}
    first: dict[Hashable, int] = {}
    return {at: first.setdefault(tuple(_texts(layouts[at])), at) for at in members}


def _texts(layout: Layout) -> Iterator[str]:
    for line in layout.lines:
        for head in layout.heads:
            ref = layout.ref(line, head)
            yield layout.grid.text(ref.row, ref.column)


def _pools(members: Iterable[int], layouts: Sequence[Layout]) -> Iterator[tuple[int, ...]]:
    """Part the tables of a layout so that no pool is too large."""
    pool: list[int] = []
    size = 0
    for at in members:
        figures = len(layouts[at].lines) * len(layouts[at].heads)
        if pool and size + figures > _MOST_FIGURES:
            yield tuple(pool)
            pool, size = [], 0
        pool.append(at)
        size += figures
    yield tuple(pool)


def _signature(layout: Layout, axis: Axis) -> Hashable | None:
    """Say what lines (or heads) a table has, years counted from its latest; None for none named."""
    strips = axis.strips(layout)
    labels = [[label.text for label in strip.labels] for strip in strips]
    relative = iter(relative_years([text for own in labels for text in own]))
    keys = tuple(
        (tuple(map(label_key, islice(relative, len(own)))), _kind(strip))
        for own, strip in zip(labels, strips, strict=True)
    )
    return (axis, keys) if any(any(own) for own, _ in keys) else None


def _kind(strip: Strip) -> Hashable:
    return strip.figures, strip.level, strip.unit


def _seen_in(
    layouts: Sequence[Layout], seats: Mapping[Axis, _Seat], relations: Iterable[Relation]
) -> Iterator[Relation]:
    """Give the relations that are stated in one table, at its own positions."""
    stretches = {axis: _stretch(layouts, seat, axis) for axis, seat in seats.items()}
    for relation in relations:
        own = relation.within(*stretches[relation.axis])
        if own is not None:
            tables = len(seats[relation.axis].group)
            yield replace(own, tables=tables, lost=len(relation.missed))


def _stretch(layouts: Sequence[Layout], seat: _Seat, axis: Axis) -> tuple[int, int]:
    """Give the first position of a table among those of its group, and how many it has."""
    widths = [len(axis.other.strips(layouts[one])) for one in seat.group]
    place = seat.group.index(seat.member)
    return sum(widths[:place]), widths[place]
