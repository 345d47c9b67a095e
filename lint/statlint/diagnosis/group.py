"""Put failed edits that one cause explains into one group."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import chain, product, starmap

from statlint.confront import Instance
from statlint.facts import Fact


def group(failed: Sequence[Instance]) -> list[tuple[Instance, ...]]:
    """Group failed edits; each group comes in the order given, the groups by their first member.

    Edits belong together when changing one cell by one amount would mend them all (the cell that
    mends the most goes first), or when the same edit fails by the same difference elsewhere: a slip
    under one head shows again under the total of the heads.
    """
    groups = _by_cell(list(failed))
    groups = _by_difference(groups)
    order = {id(instance): index for index, instance in enumerate(failed)}
    ordered = [tuple(sorted(members, key=lambda one: order[id(one)])) for members in groups]
    return sorted(ordered, key=lambda members: order[id(members[0])])


def _by_cell(left: list[Instance]) -> list[list[Instance]]:
    groups = []
    while left:
        best = _largest(left)
        groups.append(best)
        left = [instance for instance in left if all(instance is not one for one in best)]
    return groups


def _largest(failed: Sequence[Instance]) -> list[Instance]:
    """Find the most edits that changing one cell by one amount would mend; at least the first."""
    mends: dict[tuple[Fact, Fraction], list[Instance]] = {}
    for instance in failed:
        for fact, change in _repairs(instance):
            mends.setdefault((fact, change), []).append(instance)
    best: list[Instance] = [failed[0]]
    for members in mends.values():
        if len(members) > len(best):
            best = members
    return list(best)


def _repairs(instance: Instance) -> list[tuple[Fact, Fraction]]:
    """Give for each cell of an equation the change that would mend it (Scholtus 2009, eq. 15)."""
    if not isinstance(instance.difference, (int, Decimal)):
        return []
    difference = Fraction(instance.difference)
    return [(fact, -difference / Fraction(weight)) for fact, weight in instance.weights]


def _by_difference(groups: Sequence[list[Instance]]) -> list[list[Instance]]:
    """Join groups in which the same edit fails by the same difference."""
    joined: list[list[Instance]] = []
    for members in groups:
        alike = [other for other in joined if any(starmap(_alike, product(members, other)))]
        joined = [other for other in joined if other not in alike]
        joined.append([*chain(*alike), *members])
    return joined


def _alike(one: Instance, other: Instance) -> bool:
    return (
        one.edit is other.edit
        and one.difference is not None
        and other.difference is not None
        and one.difference == other.difference != 0
    )
