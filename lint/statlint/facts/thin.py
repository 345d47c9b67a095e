"""Facts of tables laid out alike: what they have in common is kept once, of each its readings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import TypeAlias
from weakref import WeakValueDictionary

from statlint.dataclass import dataclass, field
from statlint.facts.model import Fact, Facts
from statlint.table import Table
from statlint.values import Reading

_Place: TypeAlias = "tuple[str, str]"
"""The keys of a line and a head."""


@dataclass(frozen=True, slots=True, eq=False)
class Mould:
    """What tables laid out alike have in common: the table and its cells, as in the first file."""

    table: Table
    facts: tuple[Fact, ...]
    at: Mapping[_Place, int]
    """The number of each cell by the keys of its line and head."""
    alive: WeakValueDictionary[tuple[int, int], Fact] = field(default_factory=WeakValueDictionary)
    """Facts that somebody holds, by table and cell: there are never two of one cell."""
    numbers: Iterator[int] = field(default_factory=count)

    def cast(self, path: str, readings: tuple[Reading, ...]) -> Facts:
        """Make the facts of one more file from what its cells say."""
        return Facts(self.table, Thin(self, next(self.numbers), path, readings))


@dataclass(frozen=True, slots=True, eq=False)
class Thin(Mapping[_Place, Fact]):
    """The facts of one table, each made when it is asked for and gone when nobody holds it."""

    _mould: Mould
    _number: int
    _path: str
    _readings: tuple[Reading, ...]

    def __getitem__(self, place: _Place) -> Fact:
        """Give the fact of a line under a head."""
        at = self._mould.at[place]
        mark = (self._number, at)
        found = self._mould.alive.get(mark)
        if found is None:
            found = self._mould.alive[mark] = self._made(self._mould.facts[at], self._readings[at])
        return found

    def __iter__(self) -> Iterator[_Place]:
        """Go through the keys of lines and heads, in the order of the form."""
        return iter(self._mould.at)

    def __len__(self) -> int:
        """Count the facts."""
        return len(self._readings)

    def made_anew(self) -> dict[_Place, Fact]:
        """Make all facts for one who has nothing to do with others that hold some."""
        made = map(self._made, self._mould.facts, self._readings)
        return dict(zip(self._mould.at, made, strict=True))

    def _made(self, like: Fact, reading: Reading) -> Fact:
        return Fact(
            like.table,
            like.line,
            like.head,
            like.measure,
            like.sheet,
            like.cell,
            like.line_label,
            like.head_label,
            reading,
            like.part,
            self._path,
            like.said,
        )


def solid(facts: Facts) -> Facts:
    """Make all facts of a table at once, where all of them are needed again and again."""
    made = facts.by_place
    return Facts(facts.table, made.made_anew()) if isinstance(made, Thin) else facts
