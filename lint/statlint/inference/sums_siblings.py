"""Sums of one template: 合计, 男 and 女 under every county are positions of one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from statlint.dataclass import replace
from statlint.inference.ground import Ground
from statlint.inference.model import Relation
from statlint.inference.sums_labels import is_total

_HELD_NAMED, _HELD = 2, 4
"""Blocks where it holds that one where it fails asks for: a total by its label, and without one."""
_HELD_FOR_MORE = 5
"""Blocks where it holds that each further one where it fails asks for."""

Template: TypeAlias = tuple[tuple[int, ...], tuple[str, ...]]
"""Where the parts stand as seen from the total, and the labels; one label where all share it."""
Stating: TypeAlias = Callable[[int, tuple[int, ...], float], Relation]
"""Makes a relation of an aggregate and its parts, with the bits that are believed of it."""


def with_siblings(
    ground: Ground, relations: Sequence[Relation], state: Stating
) -> tuple[Relation, ...]:
    """Let the blocks of a template speak for one another, also for one that a figure breaks."""
    blocks: dict[Template, list[Relation]] = defaultdict(list)
    for one in relations:
        template = _template(ground, one.aggregate, one.parts)
        if template is not None:
            blocks[template].append(one)
    told = {id(one): one for one in relations}
    added: list[Relation] = []
    taken = {one.aggregate for one in relations}
    for template, own in blocks.items():
        if len(own) < _HELD_NAMED:
            continue
        missing = [
            state(aggregate, parts, max(one.bits for one in own))
            for aggregate, parts in _unstated(ground, template, own)
            if aggregate not in taken
        ]
        everywhere = [*own, *missing]
        told |= {id(one): _counted(ground, one, everywhere) for one in own}
        counted = (_counted(ground, one, everywhere) for one in missing)
        added += [one for one in counted if one.siblings and one.missed]
    ordered = [told[id(one)] for one in relations]
    if not added:
        return tuple(ordered)
    return tuple(sorted((*ordered, *added), key=lambda one: (one.aggregate, one.parts)))


def _template(ground: Ground, aggregate: int, parts: Sequence[int]) -> Template | None:
    names = tuple(ground.names[place] for place in (aggregate, *parts))
    if not all(names):
        return None
    offsets = tuple(part - aggregate for part in parts)
    return offsets, ("",) if len(set(names)) == 1 else names


def _unstated(
    ground: Ground, template: Template, own: Sequence[Relation]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Go through the blocks of a template that no sum was found for."""
    offsets, names = template
    stated = {one.aggregate for one in own}
    levels = {ground.strips[one.aggregate].level for one in own}
    places = frozenset(ground.sums)
    shared = names == ("",)
    # Lines that share a label in each block are a list: of its ends one may be the wrong one.
    among = range(min(stated) - 1, max(stated) + 2) if shared else ground.sums
    for aggregate in among:
        parts = tuple(aggregate + offset for offset in offsets)
        if aggregate in stated or not places.issuperset((aggregate, *parts)):
            continue
        if _template(ground, aggregate, parts) != template:
            continue
        strip = ground.strips[aggregate]
        if strip.level in levels or is_total(strip):
            yield aggregate, parts


def _counted(ground: Ground, one: Relation, blocks: Sequence[Relation]) -> Relation:
    """Count the other blocks that hold where one fails; none where too few do."""
    if not one.missed:
        return one
    fewest = _HELD_NAMED if is_total(ground.strips[one.aggregate]) else _HELD
    counts: list[int] = []
    for position in one.missed:
        held = sum(_tells(ground, other, position) for other in blocks if other is not one)
        failed = sum(position in other.missed for other in blocks)
        if held < fewest + _HELD_FOR_MORE * (failed - 1):
            return one
        counts.append(held)
    return replace(one, siblings=min(counts))


def _tells(ground: Ground, one: Relation, position: int) -> bool:
    """Tell whether a block holds at a position, and not by repeating a figure or a nought."""
    if position not in one.positions or position in one.missed:
        return False
    figures = [ground.values[part][position] for part in one.parts]
    exact = ground.values[one.aggregate][position] == sum(figures)
    return exact and sum(map(bool, figures)) > 1
