"""Blanks where figures were left out: sums along both axes ask for the same figure there.

So they do of a text that is no figure, but looks like one: 1O2.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.inference.model import Axis, Operator, Relation
from statlint.inference.residuals import Fit, Gap, Residual
from statlint.inference.sight import Sight
from statlint.values import Blank, Mark, Reading, Unreadable, plain
from statlint.values.misread import misreadings

_Asked: TypeAlias = tuple[tuple[int, int], Gap]
"""A cell, by its line and its head, and the figure that it lacks."""
_NOTHING = frozenset("-–—―－/无")
"""Marks for nothing to count."""
_Key: TypeAlias = tuple[Axis, int, tuple[int, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Omissions:
    """The places of sums where a figure was left out; by axis, total and parts."""

    places: dict[_Key, tuple[int, ...]]

    def at(self, relation: Relation) -> tuple[int, ...]:
        """Give the places of a sum where a part was left out."""
        return self.places.get(_key(relation), ())


def omissions(seen: Iterable[tuple[Relation, Sequence[Residual]]], sight: Sight) -> Omissions:
    """Find blanks where a line and a column lack the same amount, and texts that look like it.

    What is withheld leaves a mark in most tables, but a dash, which says that there is nothing. A
    blank that stands for 0 lacks nothing.
    """
    asked: defaultdict[_Asked, list[tuple[Relation, int]]] = defaultdict(list)
    for relation, found in seen:
        if relation.operator is Operator.SUM and not relation.others and not relation.places:
            for one in found:
                for blank in _blanks(relation, one, sight):
                    asked[blank].append((relation, one.position))
    places: defaultdict[_Key, tuple[int, ...]] = defaultdict(tuple)
    for blank, own in asked.items():
        if len({relation.axis for relation, _ in own}) > 1 or _is_meant(blank, sight):
            for relation, at in own:
                places[_key(relation)] += (at,)
    return Omissions(dict(places))


def _blanks(relation: Relation, one: Residual, sight: Sight) -> Iterator[_Asked]:
    """Go through the blank parts of one place of a sum, with the figure that would mend it."""
    if one.fit is not Fit.OPEN or not one.gap or not one.terms:
        return
    for part, weight in zip(relation.parts, relation.weighing, strict=True):
        reading = sight.row(relation.axis, part).readings[one.position]
        if isinstance(reading, Blank | Unreadable) or _says_nothing(reading):
            yield relation.axis.cell(part, one.position), weight * one.gap


def _says_nothing(reading: Reading) -> bool:
    return isinstance(reading, Mark) and _NOTHING.issuperset(plain(reading.text).strip())


def _is_meant(asked: _Asked, sight: Sight) -> bool:
    """Tell whether a cell holds a text that looks like the figure that is asked for."""
    (line, head), gap = asked
    reading = sight.row(Axis.LINES, line).readings[head]
    return isinstance(reading, Unreadable) and any(
        one.value * sight.one == gap for one in misreadings(reading)
    )


def _key(relation: Relation) -> _Key:
    return relation.axis, relation.aggregate, relation.parts
