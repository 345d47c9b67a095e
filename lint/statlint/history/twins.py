"""Tables of different units that are the same by more than chance."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from statlint.history.imprint import Imprint, bits_of, common_columns
from statlint.history.roll import Return, Roll
from statlint.history.unit_names import is_unit_name, unit_key

_SURE = 7.0
"""Bits: chance alone would show two equal tables once in 128 runs."""


@dataclass(frozen=True, slots=True, eq=False)
class Twin:
    """Tables of a file whose figures are all those of other units' tables."""

    of: Return
    imprints: tuple[Imprint, ...]
    others: tuple[Return, ...]

    @property
    def figures(self) -> int:
        """How many figures are the same."""
        return sum(imprint.figures for imprint in self.imprints)

    @property
    def filled(self) -> int:
        """How many of them are not 0."""
        return sum(imprint.filled for imprint in self.imprints)


def twins_of(roll: Roll) -> Iterator[Twin]:
    """Find the tables of different units that are the same by more than chance.

    All tables of a file count together, where all are the same. One of several counts alone where
    it follows a fixed form: what stands below all reports alike is printed there.
    """
    returns = list(roll.returns)
    common = common_columns(imprint for one in returns for imprint in one.imprints)
    bits = {
        (one.path, imprint.kind): bits_of(imprint, common[imprint.kind])
        for one in returns
        for imprint in one.imprints
    }
    needed = _needed(len(roll.lines))
    whole: dict[Hashable, list[tuple[Return, tuple[Imprint, ...]]]] = {}
    single: dict[Hashable, list[tuple[Return, tuple[Imprint, ...]]]] = {}
    for one in returns:
        told = {imprint.kind: bits[one.path, imprint.kind] for imprint in one.imprints}
        if sum(told.values()) >= needed:
            whole.setdefault(_key(one), []).append((one, one.imprints))
        for imprint in one.imprints:
            if imprint.fixed and told[imprint.kind] >= needed:
                single.setdefault((imprint.kind, imprint.digest), []).append((one, (imprint,)))
    whose = owners_of(roll)
    for group in whole.values():
        yield from _twins(group, whose)
    for group in single.values():
        yield from _twins(group, whose, apart=True)


def owners_of(roll: Roll) -> Mapping[str, Hashable]:
    """Say whose each file is: its line on the roll, else nobody's but its own."""
    lines = {one.path: at for at, line in enumerate(roll.lines) for one in line.returns}
    return {one.path: lines.get(one.path, one.path) for one in roll.returns}


def _key(one: Return) -> Hashable:
    return frozenset((imprint.kind, imprint.digest) for imprint in one.imprints)


def _needed(units: int) -> float:
    """Say how little chance is enough with so many units."""
    return _SURE + math.log2(max(1, units * (units - 1) / 2))


def _twins(
    group: Sequence[tuple[Return, tuple[Imprint, ...]]],
    whose: Mapping[str, Hashable],
    *,
    apart: bool = False,
) -> Iterator[Twin]:
    """Pair the files of a group; `apart` leaves out those that are the same throughout."""
    for one, imprints in group if len(group) > 1 else ():
        others = tuple(
            other
            for other, _ in group
            if other.path != one.path
            and whose[other.path] != whose[one.path]
            and not (apart and _key(one) == _key(other))
            and not may_be_one(one, other)
        )
        if others:
            yield Twin(one, imprints, others)


def may_be_one(one: Return, other: Return) -> bool:
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
