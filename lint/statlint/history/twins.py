"""Tables of different units that are the same by more than chance."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from statlint.history.imprint import Imprint, bits_of, common_columns
from statlint.history.roll import Return, Roll
from statlint.history.unit_names import is_unit_name, unit_key

_SURE = 7.0
"""Bits: chance alone would show two equal tables once in 128 runs."""


@dataclass(frozen=True, slots=True, eq=False)
class Twin:
    """A table whose figures are those of other units' tables."""

    of: Return
    imprint: Imprint
    others: tuple[tuple[Return, Imprint], ...]


def twins_of(roll: Roll) -> Iterator[Twin]:
    """Find the tables of different units that are the same by more than chance."""
    tables = [(one, imprint) for one in roll.returns for imprint in one.imprints]
    common = common_columns(imprint for _, imprint in tables)
    groups: dict[tuple[object, bytes], list[tuple[Return, Imprint]]] = {}
    for one, imprint in tables:
        groups.setdefault((imprint.kind, imprint.digest), []).append((one, imprint))
    for group in groups.values():
        imprint = group[0][1]
        bits = bits_of(imprint, common[imprint.kind])
        if len(group) > 1 and bits >= _needed(sum(1 for _ in roll.lines)):
            yield from _twins(group, roll)


def _needed(units: int) -> float:
    """Say how little chance is enough: with so many units."""
    return _SURE + math.log2(max(1, units * (units - 1) / 2))


def _twins(group: Sequence[tuple[Return, Imprint]], roll: Roll) -> Iterator[Twin]:
    whose = {one.path: at for at, line in enumerate(roll.lines) for one in line.returns}
    for one, imprint in group:
        others = tuple(
            (other, its)
            for other, its in group
            if other is not one
            and whose.get(other.path, other.path) != whose.get(one.path, one.path)
            and not _may_be_one(one, other)
            # What stands below all reports alike is printed there; a form is filled in.
            and (imprint.fixed or _same_throughout(one, other))
        )
        if others:
            yield Twin(one, imprint, others)


def _same_throughout(one: Return, other: Return) -> bool:
    """Tell whether all tables that two files share have the same figures."""
    mine = {imprint.kind: imprint.digest for imprint in one.imprints}
    return all(mine.get(its.kind, its.digest) == its.digest for its in other.imprints)


def _may_be_one(one: Return, other: Return) -> bool:
    """Tell whether a unit may belong to another, or be it, by any of the names of their files."""
    return any(_nested(mine, its) for mine in _keys(one) for its in _keys(other))


def _keys(one: Return) -> set[str]:
    """Give the names that a file may go by; one of nobody may be anybody's.

    What a file is called may be anything, unless it reads like a unit.
    """
    names = (one.printed, *(name for name in one.by_path if one.named or is_unit_name(name)))
    return {unit_key(name) for name in names if name} or {""}


def _nested(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or long.endswith(short)
