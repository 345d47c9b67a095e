"""Labelled totals that fail everywhere by one and the same line: left out, twice, in another unit.

Chance does not do that: the total is meant, and something befell the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from statlint.dataclass import dataclass
from statlint.inference.left_out import may_be_left_out
from statlint.inference.line_wrongs import Gap, Gaps, is_left_out, is_moved, is_spoilt
from statlint.inference.model import Axis, Operator, Relation
from statlint.inference.residuals import Fit, Residual
from statlint.inference.sight import RoundedAt, Sight, always
from statlint.inference.strokes_cases import NO_SUMS
from statlint.inference.ways import Way, Ways
from statlint.table import Role, Strip

_FEWEST_PLACES = 3
_FEWEST_PARTS = 3
_FEWEST_FOR_LEFT = 4
_FEWEST_TERMS = 2
_MOST_PARTS = 200
_LONGEST = 3
"""Neighbouring lines that may be left out together."""
_BITS = 40.0
_TOTALS = frozenset({Role.TOTAL, Role.SUBTOTAL})
_NAMED = frozenset({Way.TOTAL, Way.CHILDREN})
_WAYS = frozenset({Way.TOTAL, Way.TOTALS, Way.CHILDREN})


@dataclass(frozen=True, slots=True)
class Astray:
    """A total with all its parts, and the lines (or heads) that its gaps go back to."""

    relation: Relation
    strips: tuple[int, ...]


def totals_astray(
    seen: Sequence[tuple[Relation, Sequence[Residual]]], sight: Sight, rounded: RoundedAt = always
) -> Iterator[Astray]:
    """Find totals whose gaps are those of one line (or head) at every place."""
    for axis in Axis:
        yield from _Totals(axis, seen, sight, rounded).astray()


class _Totals:
    """The labelled totals of a table along one axis."""

    def __init__(
        self,
        axis: Axis,
        seen: Sequence[tuple[Relation, Sequence[Residual]]],
        sight: Sight,
        rounded: RoundedAt,
    ) -> None:
        self.axis, self.sight, self.rounded = axis, sight, rounded
        self.strips: Sequence[Strip] = axis.strips(sight.layout)
        self.found: dict[int, list[Relation]] = {}
        self.held: set[tuple[int, tuple[int, ...]]] = set()
        for relation, residuals in seen:
            if relation.axis is axis and relation.operator is Operator.SUM:
                self.found.setdefault(relation.aggregate, []).append(relation)
                if self._holds(relation, residuals):
                    self.held.add((relation.aggregate, relation.parts))

    def _holds(self, relation: Relation, residuals: Sequence[Residual]) -> bool:
        """Tell whether a sum is known to hold at every place there is."""
        return set(self.plain) <= set(relation.positions) and not any(
            one.fit is Fit.MISS for one in residuals
        )

    @cached_property
    def plain(self) -> tuple[int, ...]:
        """The places where words do not call figures shares, means or rates."""
        across = self.axis.other.strips(self.sight.layout)
        return tuple(at for at, one in enumerate(across) if one.figures and not one.roles & NO_SUMS)

    def astray(self) -> Iterator[Astray]:
        ways = Ways(self.strips)
        for place, strip in enumerate(self.strips):
            if strip.figures and not strip.roles & NO_SUMS:
                found = list(
                    self._of(place, {p: w for p, w in ways.of(place).items() if w in _WAYS})
                )
                if len({one.strips for one in found}) == 1:
                    yield found[0]

    def _of(self, place: int, lists: Mapping[tuple[int, ...], Way]) -> Iterator[Astray]:
        if any((place, parts) in self.held for parts in lists):
            return
        gaps_of = {parts: self._gaps(place, parts) for parts in lists}
        if any(gaps and not any(g.is_told for g in gaps.values()) for gaps in gaps_of.values()):
            return
        for parts, gaps in gaps_of.items():
            if self._is_telling(place, parts, gaps):
                named = bool(self.strips[place].roles & _TOTALS)
                for strips in self._explaining(parts, gaps, named=named and lists[parts] in _NAMED):
                    if self._agrees(place, parts, strips):
                        yield Astray(self._relation(place, parts, gaps, named=named), strips)

    def _relation(self, place: int, parts: tuple[int, ...], gaps: Gaps, *, named: bool) -> Relation:
        places = tuple(sorted(gaps))
        missed = tuple(at for at in places if gaps[at].is_told)
        return Relation(
            Operator.SUM, self.axis, place, parts, places, _BITS, missed=missed, named=named
        )

    def _values(self, strip: int) -> list[int | None]:
        return self.sight.row(self.axis, strip).values

    def _gaps(self, place: int, parts: Sequence[int]) -> dict[int, Gap]:
        """Give by how much a total misses its parts; what shows no figure counts nothing.

        Were that wrong, no line would explain all gaps.
        """
        whole = self.sight.row(self.axis, place)
        rows = [self.sight.row(self.axis, part) for part in parts]
        gaps = {}
        for at in self.plain:
            stated = whole.at(at, self.rounded)
            cells = [cell for row in rows if (cell := row.at(at, self.rounded)) is not None]
            if stated is not None and sum(bool(cell.value) for cell in cells) >= _FEWEST_TERMS:
                size = stated.value - sum(cell.value for cell in cells)
                slack = sum(max(one.slack, one.coarse) for one in (stated, *cells))
                gaps[at] = Gap(size, slack, min(one.unit for one in (stated, *cells)))
        return gaps

    def _is_telling(self, place: int, parts: Sequence[int], gaps: Gaps) -> bool:
        """Tell whether a total fails at most of its places, and is no formula."""
        told = sum(gap.is_told for gap in gaps.values())
        whole = sum(bool(self._values(place)[at]) for at in self.plain)
        return (
            _FEWEST_PARTS <= len(parts) <= _MOST_PARTS
            and told >= _FEWEST_PLACES
            and 2 * told > whole
            and not self._has_formula(place, parts, gaps)
        )

    def _has_formula(self, place: int, parts: Sequence[int], gaps: Gaps) -> bool:
        stated = Relation(Operator.SUM, self.axis, place, tuple(parts), tuple(gaps), 0.0)
        return any(self.sight.by_formula(stated, at) for at in gaps)

    def _agrees(self, place: int, parts: Sequence[int], strips: Sequence[int]) -> bool:
        """Tell whether no other sum was found for the total than one that leaves these out."""
        rest = set(parts) - set(strips)
        return all(set(one.parts) == rest for one in self.found.get(place, ()))

    def _explaining(
        self, parts: Sequence[int], gaps: Gaps, *, named: bool
    ) -> Iterator[tuple[int, ...]]:
        """Go through the lines that explain all gaps: one of them, or some side by side."""
        for part in parts:
            row = self._values(part)
            values = [row[at] or 0 for at in gaps]
            if self._is_odd_one(part, parts) or not any(values):
                continue
            if is_spoilt(values, gaps) or is_moved(row, gaps):
                yield (part,)
        if not named or len(parts) < _FEWEST_FOR_LEFT:
            return
        for start in range(len(parts)):
            for width in range(1, min(_LONGEST, len(parts) - start) + 1):
                run = tuple(parts[start : start + width])
                if self._is_missing(run, parts, gaps):
                    yield run

    def _is_missing(self, run: Sequence[int], parts: Sequence[int], gaps: Gaps) -> bool:
        rows = [self._values(one) for one in run]
        if not is_left_out([sum(row[at] or 0 for row in rows) for at in gaps], gaps):
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
                if width > 1 and all(2 * abs(rest[at]) <= gap.slack for at, gap in gaps.items()):
                    return True
        return False

    def _is_repeated(self, run: Sequence[int], gaps: Gaps) -> bool:
        """Tell whether another line has the same figures, and may be what is left out."""
        others = (self._values(at) for at in range(len(self.strips)) if at not in run)
        return any(is_left_out([row[at] or 0 for at in gaps], gaps) for row in others)

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
