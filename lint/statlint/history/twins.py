"""Tables of different units that are the same by more than chance."""

from __future__ import annotations

import math
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence

from statlint.dataclass import dataclass
from statlint.history.imprint import Imprint, bits_of, common_columns
from statlint.history.roll import MANY, Return, Roll
from statlint.history.unit_names import is_unit_name, unit_key

_SURE = 7.0
"""Bits: chance alone would show two equal tables once in 128 runs."""
_HELD_AGAINST = 50
"""Files of many that are the same against which each is held, to see whose it may be."""


@dataclass(frozen=True, slots=True, eq=False)
class Twin:
    """Tables of a file whose figures are all those of other units' tables."""

    of: Return
    imprints: tuple[Imprint, ...]
    others: tuple[Return, ...]
    together: bool = False
    """Whether this stands for all of them: of many, each is not told apart."""

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
    it follows a fixed form: what stands below all reports alike is printed there. Of more files
    than `MANY` that are the same the first stands for all.
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


@dataclass(frozen=True, slots=True, eq=False)
class _File:
    """A file of a group, whose it is, the names it may go by, and its tables.

    `whole` is the same for files that are the same throughout, where these are told elsewhere.
    """

    of: Return
    imprints: tuple[Imprint, ...]
    owner: Hashable
    keys: frozenset[str]
    whole: Hashable = None

    def is_of_another(self, other: _File) -> bool:
        """Tell whether another file of the group is of another unit beyond doubt."""
        return (
            self.owner != other.owner
            and (self.whole is None or self.whole != other.whole)
            and not _may_be(self.keys, other.keys)
        )


def _twins(
    group: Sequence[tuple[Return, tuple[Imprint, ...]]],
    whose: Mapping[str, Hashable],
    *,
    apart: bool = False,
) -> Iterator[Twin]:
    """Pair the files of a group; `apart` leaves out those that are the same throughout."""
    if len(group) == 1:
        return
    files = [
        _File(one, imprints, whose[one.path], _keys(one), _key(one) if apart else None)
        for one, imprints in group
    ]
    if len(files) > MANY:
        yield from _together(files)
        return
    for one in files:
        others = tuple(other.of for other in files if one.is_of_another(other))
        if others:
            yield Twin(one.of, one.imprints, others)


def _together(files: Sequence[_File]) -> Iterator[Twin]:
    """Let the first file stand for all that another unit has as well.

    Each is held against a few only, or the time would grow with the square of their number.
    """
    few = _few(list({(one.keys, one.whole): one for one in files}.values()))
    alike = [one for one in files if any(map(one.is_of_another, few))]
    if len(alike) > 1:
        yield Twin(
            alike[0].of, alike[0].imprints, tuple(one.of for one in alike[1:]), together=True
        )


def _few(files: Sequence[_File]) -> list[_File]:
    """Choose files from all parts of a group, and some that are not the same throughout."""
    unlike = list({one.whole: one for one in files}.values())[:_HELD_AGAINST]
    return list(dict.fromkeys((*unlike, *files[:: max(1, len(files) // _HELD_AGAINST)])))


def may_be_one(one: Return, other: Return) -> bool:
    """Tell whether a unit may belong to another, or be it, by any of the names of their files."""
    return _may_be(_keys(one), _keys(other))


def _may_be(names: Iterable[str], others: Collection[str]) -> bool:
    return any(_nested(mine, its) for mine in names for its in others)


def _keys(one: Return) -> frozenset[str]:
    """Give the names that a file may go by; one of nobody may be anybody's.

    What a file is called may be anything, unless it reads like a unit.
    """
    names = (one.printed, *(name for name in one.by_path if one.named or is_unit_name(name)))
    return frozenset(unit_key(name) for name in names if name) or frozenset({""})


def _nested(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or long.endswith(short)
