"""Files of one unit that hold the same kind of table: which are there beside which others."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.history.roll import MANY, Line, Return, Roll

_Kind: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Repeats:
    """A file, and the others of its unit that have the same kind of table.

    `together` is whether this stands for all of them: of many, each is not told apart.
    """

    of: Return
    others: tuple[Return, ...]
    together: bool = False

    @property
    def versions(self) -> int:
        """How many different sets of figures they hold."""
        return len({frozenset(_digests(one).items()) for one in (self.of, *self.others)})

    @property
    def same(self) -> bool:
        """Whether the file has the same figures as the others in all tables that they share."""
        if self.together:
            return _is_one_each((self.of, *self.others))
        return all(_is_one_each((self.of, other)) for other in self.others)


def repeats_in(roll: Roll, line: Line) -> Iterator[Repeats]:
    """Find the files of a unit that are there beside others with the same kind of table.

    Without a list files of a unit may well be of many kinds, and drafts lie in other folders:
    only tables of fixed forms for a known period count, in files that lie together. One name
    with two endings is one file, saved twice. Of more than `MANY` the first stands for all.
    """
    for family in _families(roll, line):
        if len(family) > MANY:
            yield Repeats(family[0], tuple(family[1:]), together=True)
            continue
        kinds = {one.path: _kinds(one, roll) for one in family}
        for one in family:
            yield Repeats(
                one,
                tuple(
                    other
                    for other in family
                    if _name(other, roll) != _name(one, roll)
                    and kinds[one.path] & kinds[other.path]
                ),
            )


def repeated_in(roll: Roll, line: Line) -> frozenset[str]:
    """Give the paths of the files of a unit that are there beside others."""
    return frozenset(one.path for family in _families(roll, line) for one in family)


def _is_one_each(returns: Sequence[Return]) -> bool:
    """Tell whether the tables of one kind have the same figures, in all files that hold one."""
    known: dict[_Kind, tuple[bytes, ...]] = {}
    return all(
        known.setdefault(kind, digests) == digests
        for one in returns
        for kind, digests in _digests(one).items()
    )


def _digests(one: Return) -> Mapping[_Kind, tuple[bytes, ...]]:
    found: dict[_Kind, tuple[bytes, ...]] = {}
    for imprint in one.imprints:
        found[imprint.kind] = (*found.get(imprint.kind, ()), imprint.digest)
    return found


def _families(roll: Roll, line: Line) -> Iterator[list[Return]]:
    """Put files together that are there beside others, by way of others where they are many."""
    if len(line.returns) < 2 or (not roll.listed and roll.period is None):  # noqa: PLR2004 - one and another
        return
    shelves: dict[Hashable, list[Return]] = {}
    for one in line.returns:
        folder = None if roll.listed else PurePath(one.path).parent
        shelves.setdefault((one.within, folder), []).append(one)
    for shelf in shelves.values():
        if len(shelf) > 1:
            yield from _joined(shelf, roll)


def _joined(shelf: Sequence[Return], roll: Roll) -> Iterator[list[Return]]:
    """Join files that lie together over the kinds of tables that several of them hold."""
    holders: dict[_Kind, dict[str, list[int]]] = {}
    for at, one in enumerate(shelf):
        for kind in _kinds(one, roll):
            holders.setdefault(kind, {}).setdefault(_name(one, roll), []).append(at)
    shared = {
        kind: [at for several in names.values() for at in several]
        for kind, names in holders.items()
        if len(names) > 1
    }
    return _families_of(shelf, roll, shared)


def _families_of(
    shelf: Sequence[Return], roll: Roll, shared: Mapping[_Kind, Sequence[int]]
) -> Iterator[list[Return]]:
    gone, done = set[_Kind](), set[int]()
    for first, one in enumerate(shelf):
        if first in done:
            continue
        family, open_kinds = set[int](), [*_kinds(one, roll)]
        while open_kinds:
            kind = open_kinds.pop()
            if kind in shared and kind not in gone:
                gone.add(kind)
                new = {*shared[kind]} - family
                family |= new
                open_kinds += [each for at in new for each in _kinds(shelf[at], roll)]
        done |= family
        if family:
            yield [shelf[at] for at in sorted(family)]


def _kinds(one: Return, roll: Roll) -> set[_Kind]:
    return one.kinds(fixed=not roll.listed)


def _name(one: Return, roll: Roll) -> str:
    """Give what two files must differ in: with a list their paths, else their names as well."""
    return one.path if roll.listed else PurePath(one.path).stem
