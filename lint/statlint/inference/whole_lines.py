"""Labelled totals that fail everywhere by one and the same line: left out, twice, in another unit.

Chance does not do that: the total is meant, and something befell the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from statlint.inference.left_out import may_be_left_out
from statlint.inference.model import Axis, Operator, Relation
from statlint.inference.residuals import Residual
from statlint.inference.sight import Sight
from statlint.inference.strokes_cases import NO_SUMS
from statlint.inference.ways import Way, Ways
from statlint.table import Role, Strip

_FEWEST_PLACES = 3
_FEWEST_PARTS = 4
_FEWEST_TERMS = 2
_MOST_PARTS = 200
_LONGEST = 3
"""Neighbouring lines that may be left out together."""
_POWERS = tuple(10**at for at in range(1, 5))
_BITS = 40.0
_SMALL = 10
"""Gaps below this many units of the last digit come about by chance."""
_TOTALS = frozenset({Role.TOTAL, Role.SUBTOTAL})
_WAYS = frozenset({Way.TOTAL, Way.CHILDREN})

Gaps: TypeAlias = Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Astray:
    """A total with all its parts, and the lines (or heads) that its gaps go back to."""

    relation: Relation
    strips: tuple[int, ...]


def totals_astray(
    seen: Sequence[tuple[Relation, Sequence[Residual]]], sight: Sight
) -> Iterator[Astray]:
    """Find totals whose gaps are those of one line (or head) at every place."""
    for axis in Axis:
        yield from _Totals(axis, seen, sight).astray()


class _Totals:
    """The labelled totals of a table along one axis."""

    def __init__(
        self, axis: Axis, seen: Sequence[tuple[Relation, Sequence[Residual]]], sight: Sight
    ) -> None:
        self.axis, self.sight = axis, sight
        self.strips: Sequence[Strip] = axis.strips(sight.layout)
        self.found: dict[int, list[Relation]] = {}
        for relation, _ in seen:
            if relation.axis is axis and relation.operator is Operator.SUM:
                self.found.setdefault(relation.aggregate, []).append(relation)

    @cached_property
    def plain(self) -> tuple[int, ...]:
        """The places where words do not call figures shares, means or rates."""
        across = self.axis.other.strips(self.sight.layout)
        return tuple(at for at, one in enumerate(across) if one.figures and not one.roles & NO_SUMS)

    def astray(self) -> Iterator[Astray]:
        ways = Ways(self.strips)
        for place, strip in enumerate(self.strips):
            if strip.figures and strip.roles & _TOTALS:
                found = list(self._of(place, [p for p, w in ways.of(place).items() if w in _WAYS]))
                if len({one.strips for one in found}) == 1:
                    yield found[0]

    def _of(self, place: int, lists: Sequence[tuple[int, ...]]) -> Iterator[Astray]:
        gaps_of = {parts: self._gaps(place, parts) for parts in lists}
        if any(0 in gaps.values() and not any(gaps.values()) for gaps in gaps_of.values()):
            return
        for parts, gaps in gaps_of.items():
            told = {at for at, gap in gaps.items() if gap}
            if not self._is_telling(place, parts, gaps):
                continue
            for strips in self._explaining(parts, gaps):
                if self._agrees(place, parts, strips):
                    relation = Relation(
                        Operator.SUM,
                        self.axis,
                        place,
                        parts,
                        tuple(sorted(gaps)),
                        _BITS,
                        missed=tuple(sorted(told)),
                        named=True,
                    )
                    yield Astray(relation, strips)

    def _values(self, strip: int) -> list[int | None]:
        return self.sight.row(self.axis, strip).values

    def _gaps(self, place: int, parts: Sequence[int]) -> dict[int, int]:
        """Give by how much a total misses its parts where all of them have figures."""
        whole, rows = self._values(place), [self._values(part) for part in parts]
        gaps = {}
        for at in self.plain:
            stated, cells = whole[at], [row[at] for row in rows]
            known = [cell for cell in cells if cell is not None]
            telling = sum(map(bool, known)) >= _FEWEST_TERMS and len(known) == len(cells)
            if stated is not None and telling:
                gaps[at] = stated - sum(known)
        return gaps

    def _is_telling(self, place: int, parts: Sequence[int], gaps: Gaps) -> bool:
        """Tell whether a total fails at several places, and nothing but figures stands there."""
        if not _FEWEST_PARTS <= len(parts) <= _MOST_PARTS:
            return False
        unit = min(self.sight.row(self.axis, place).units[at] for at in gaps) if gaps else 1
        told = [gap for gap in gaps.values() if gap]
        whole = [at for at in self.plain if self._values(place)[at]]
        return (
            len(told) >= _FEWEST_PLACES
            and 2 * len(told) > len(whole)
            and sum(abs(gap) >= _SMALL * unit for gap in told) >= _FEWEST_PLACES
            and not self._has_formula(place, parts, gaps)
        )

    def _has_formula(self, place: int, parts: Sequence[int], gaps: Gaps) -> bool:
        stated = Relation(Operator.SUM, self.axis, place, tuple(parts), tuple(gaps), 0.0)
        return any(self.sight.by_formula(stated, at) for at in gaps)

    def _agrees(self, place: int, parts: Sequence[int], strips: Sequence[int]) -> bool:
        """Tell whether no other sum was found for the total than one that leaves these out."""
        rest = set(parts) - set(strips)
        return all(set(one.parts) == rest for one in self.found.get(place, ()))

    def _explaining(self, parts: Sequence[int], gaps: Gaps) -> Iterator[tuple[int, ...]]:
        """Go through the lines that explain all gaps: one of them, or some side by side."""
        for part in parts:
            values = self._values(part)
            if self._is_odd_one(part, parts) or not any(values[at] for at in gaps):
                continue
            if self._is_spoilt(values, gaps):
                yield (part,)
        for start in range(len(parts)):
            for width in range(1, _LONGEST + 1):
                run = tuple(parts[start : start + width])
                if len(run) == width and self._is_missing(run, parts, gaps):
                    yield run

    def _is_missing(self, run: Sequence[int], parts: Sequence[int], gaps: Gaps) -> bool:
        rows = [self._values(one) for one in run]
        if any(gap + sum(row[at] or 0 for row in rows) for at, gap in gaps.items()):
            return False
        if any(self._is_subtotal(one, gaps) for one in run) or self._is_repeated(run, gaps):
            return False
        return may_be_left_out(self.sight, self.axis, run, parts, tuple(gaps))

    def _is_subtotal(self, part: int, gaps: Gaps) -> bool:
        """Tell whether a part is itself a sum of lines beside it."""
        if part in self.found:
            return True
        for side in (range(part - 1, -1, -1), range(part + 1, len(self.strips))):
            rest = {at: self._values(part)[at] or 0 for at in gaps}
            for width, other in enumerate(side, 1):
                row = self._values(other)
                rest = {at: value - (row[at] or 0) for at, value in rest.items()}
                if width > 1 and not any(rest.values()):
                    return True
        return False

    def _is_repeated(self, run: Sequence[int], gaps: Gaps) -> bool:
        """Tell whether another line has the same figures, and may be what is left out."""
        others = (self._values(at) for at in range(len(self.strips)) if at not in run)
        return any(all(row[at] == -gap for at, gap in gaps.items()) for row in others)

    def _is_odd_one(self, part: int, parts: Sequence[int]) -> bool:
        """Tell whether a line says that it is of another kind than most beside it."""
        own = self.strips[part]
        alike = [
            other
            for other in (self.strips[at] for at in parts if at != part)
            if (other.unit, other.level, other.roles) == (own.unit, own.level, own.roles)
        ]
        return (
            2 * len(alike) < len(parts) or not own.text or any(sign in own.text for sign in "(（")
        )

    def _is_spoilt(self, values: Sequence[int | None], gaps: Gaps) -> bool:
        """Tell whether a line counts twice, is of another unit or sign, or has moved on."""
        told = {at: gap for at, gap in gaps.items() if gap}
        wrongs = [(1, 1), *((power - 1, 1) for power in _POWERS)]
        wrongs += [(1 - power, power) for power in _POWERS]
        if all((values[at] or 0) <= 0 for at in gaps):
            wrongs.append((-2, 1))
        for times, below in wrongs:
            if all(below * gap == times * (values[at] or 0) for at, gap in gaps.items()):
                return True
        return any(_is_moved(values, told, step) for step in (-1, 1))


def _is_moved(values: Sequence[int | None], gaps: Gaps, step: int) -> bool:
    """Tell whether each figure that is due stands one place further on, but for the last."""
    due = {at: (values[at] or 0) + gap for at, gap in gaps.items()}
    met = [
        at
        for at, figure in due.items()
        if at + step in range(len(values)) and values[at + step] == figure
    ]
    return len(met) >= max(_FEWEST_PLACES, len(due) - 1)
