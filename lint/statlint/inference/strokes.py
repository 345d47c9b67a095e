"""Totals that nothing but their label shows: wrong where one stroke of a key would mend them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from statlint.inference.model import Axis, Operator, Relation
from statlint.inference.sight import Sight
from statlint.inference.slips import slip_bits
from statlint.table import Role, Strip

_MOST_PLACES = 3
"""With more places the figures speak for themselves."""
_LEAST_BITS = 7.0
_LABEL_BITS = 5.0
_FEWEST_PARTS = 2
_FEWEST_LIKE = 2
"""Sums of one level from which on others of that level are taken for sums as well."""
_TOTALS = frozenset({Role.TOTAL, Role.SUBTOTAL})
_NO_PARTS = frozenset(
    {
        Role.OF_WHICH,
        Role.SHARE,
        Role.CHANGE,
        Role.DIFFERENCE,
        Role.AVERAGE,
        Role.MEDIAN,
        Role.CUMULATIVE,
        Role.RANK,
        Role.ORDINAL,
        Role.CODE,
        Role.RATE,
        Role.PRICE,
    }
)


def mended_by_a_stroke(known: Sequence[Relation], sight: Sight) -> Iterator[Relation]:
    """Find totals of which no sum is known, and that are off by one stroke of a key.

    Their label tells them, or that other lines of their level are the sums of what stands under
    them.
    """
    for axis in Axis:
        strips = axis.strips(sight.layout)
        sums = [one for one in known if one.axis is axis and one.operator is Operator.SUM]
        told, levels = {one.aggregate for one in sums}, _levels_of_sums(sums, strips)
        for place, strip in enumerate(strips):
            if not strip.figures or place in told:
                continue
            if strip.roles & _TOTALS:
                yield from _mended(axis, place, _ways(place, strips), sight)
            elif strip.level in levels:
                below = _children(place, strips)
                ways = {below} if len(below) >= _FEWEST_PARTS else set()
                yield from _mended(axis, place, ways, sight, named=False)


def _levels_of_sums(sums: Sequence[Relation], strips: Sequence[Strip]) -> set[int]:
    """Give the levels of which several lines are the sums of what stands under them."""
    found = Counter(
        strips[one.aggregate].level
        for one in sums
        if not one.missed and set(one.parts) == set(_children(one.aggregate, strips))
    )
    return {level for level, times in found.items() if times >= _FEWEST_LIKE}


def _children(place: int, strips: Sequence[Strip]) -> tuple[int, ...]:
    return tuple(at for at, strip in enumerate(strips) if strip.parent == place and strip.figures)


def _mended(
    axis: Axis, place: int, ways: Iterable[tuple[int, ...]], sight: Sight, *, named: bool = True
) -> Iterator[Relation]:
    """Hold a total against what may be its parts; where two ways would do, neither is sure."""
    found = [
        relation for parts in ways if (relation := _relation(axis, place, parts, sight)) is not None
    ]
    if len(found) == 1:
        yield replace(found[0], named=named)


def _ways(place: int, strips: Sequence[Strip]) -> set[tuple[int, ...]]:
    """Give what may be the parts of a total: what stands over it, below it, or under its label."""
    usable = [
        at
        for at, strip in enumerate(strips)
        if at != place and strip.figures and not strip.roles & _NO_PARTS
    ]
    before = [at for at in usable if at < place]
    after = [at for at in usable if at > place]
    ways = [
        _until_total(before[::-1], strips)[::-1],
        _until_total(after, strips),
        [at for at in usable if strips[at].parent == place],
        [at for at in before if strips[at].level == strips[place].level],
        [at for at in after if strips[at].level == strips[place].level + 1],
        [at for at in before if strips[at].roles & _TOTALS],
    ]
    return {tuple(way) for way in ways if len(way) >= _FEWEST_PARTS}


def _until_total(places: Sequence[int], strips: Sequence[Strip]) -> list[int]:
    """Take places one after the other up to the next total or the next block."""
    found: list[int] = []
    for at in places:
        if strips[at].roles & _TOTALS or (found and strips[at].block != strips[found[-1]].block):
            break
        found.append(at)
    return found


def _relation(axis: Axis, place: int, parts: Sequence[int], sight: Sight) -> Relation | None:
    """Make the relation where all of its few places agree but one that a stroke would mend."""
    stated = sight.row(axis, place).values
    rows = [sight.row(axis, part).values for part in parts]
    positions = [at for at, value in enumerate(stated) if value is not None]
    if not 0 < len(positions) <= _MOST_PLACES:
        return None
    missed, bits = [], 0.0
    for at in positions:
        figures = [row[at] for row in rows]
        there = [figure for figure in figures if figure is not None]
        total = stated[at] or 0
        if len(there) < len(figures) or total == 0:
            return None
        if total != sum(there):
            missed.append(at)
            bits = slip_bits(total, there)
    if len(missed) != 1 or bits < _LEAST_BITS:
        return None
    return Relation(
        Operator.SUM,
        axis,
        place,
        tuple(parts),
        tuple(positions),
        bits + _LABEL_BITS,
        missed=tuple(missed),
        exact=len(positions) - 1,
        held=len(positions) - 1,
    )
