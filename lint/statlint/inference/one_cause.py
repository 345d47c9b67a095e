"""How many events the misses of a sum go back to: one event may break several of its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from statlint.inference.model import Axis, Operator, Relation
from statlint.inference.residuals import Gap, Residual
from statlint.inference.sight import Sight

_FEWEST_SHIFTED = 3
"""Misses from which figures a place further on are told from chance."""


class Causes:
    """The sums of a table, by what they show of misses along the other axis."""

    def __init__(self, relations: Iterable[Relation], sight: Sight) -> None:
        """Take the relations of a table."""
        self._sight = sight
        self._totals: dict[tuple[Axis, int], list[Relation]] = {}
        for one in relations:
            if one.operator is Operator.SUM and not one.others and not one.places:
                self._totals.setdefault((one.axis, one.aggregate), []).append(one)

    def count(self, relation: Relation, missed: Sequence[Residual]) -> int:
        """Say how many events explain where a relation fails.

        A total across carries on what a part of it misses, so it does not count. Two figures
        exchanged, or those of a line moved on by one place, are one event. Gaps as small as those
        of rounding are often the same by chance.
        """
        if len(missed) <= 1 or relation.others or relation.places or any(map(_is_small, missed)):
            return len(missed)
        gaps = {one.position: one.gap for one in missed}
        own = {at: gap for at, gap in gaps.items() if not self._is_carried(relation, at, gaps)}
        if any(self._is_shifted(relation, gaps, step) for step in (-1, 1)):
            return 1
        return len(own) - self._exchanged(relation, own)

    def _is_carried(self, relation: Relation, at: int, gaps: Mapping[int, Gap]) -> bool:
        """Tell whether a total across misses what its parts miss together."""
        totals = self._totals.get((relation.axis.other, at), ())
        return any(
            gaps[at]
            == sum(
                weight * gaps.get(part, 0)
                for part, weight in zip(one.parts, one.weighing, strict=True)
            )
            for one in totals
        )

    def _exchanged(self, relation: Relation, gaps: Mapping[int, Gap]) -> int:
        """Count the pairs of places where two figures of one line stand in each other's place."""
        members = list(_members(relation, self._sight))
        left = set(gaps)
        found = 0
        for one, other in combinations(gaps, 2):
            opposite = gaps[one] == -gaps[other] and {one, other} <= left
            if opposite and any(
                (a := row[one]) is not None
                and (b := row[other]) is not None
                and weight * (b - a) == gaps[one]
                for weight, row in members
            ):
                left -= {one, other}
                found += 1
        return found

    def _is_shifted(self, relation: Relation, gaps: Mapping[int, Gap], step: int) -> bool:
        """Tell whether a line whose figures stand one place further on breaks a sum everywhere.

        The last figure of those moved is lost, so one place need not come out.
        """
        if len(gaps) < _FEWEST_SHIFTED:
            return False
        places = sorted(gaps, reverse=step < 0)
        return any(
            all(
                there == here + step
                and (a := row[here]) is not None
                and (b := row[there]) is not None
                and weight * (b - a) == gaps[here]
                for here, there in pairwise(places)
            )
            for weight, row in _members(relation, self._sight)
        )


def _members(relation: Relation, sight: Sight) -> Iterator[tuple[int, list[int | None]]]:
    """Go through the stated figures and those of each part, and what a change of them closes."""
    yield -1, sight.row(relation.axis, relation.aggregate).values
    for part, weight in zip(relation.parts, relation.weighing, strict=True):
        yield weight, sight.row(relation.axis, part).values


def _is_small(one: Residual) -> bool:
    """Tell whether rounding might make a gap; relations that are no plain sums tell no figures."""
    if not one.figures:
        return False
    total, *parts = one.figures
    return 2 * abs(total - sum(parts)) <= len(one.figures)
