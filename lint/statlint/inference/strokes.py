"""Totals that fail where few places show them: told where a slip is likelier than no sum."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from math import log2

from statlint.inference.model import Axis, Operator, Relation
from statlint.inference.residuals import Fit
from statlint.inference.sight import RoundedAt, Sight
from statlint.inference.strokes_cases import Case, Cases, Seen, Spot, Suspect
from statlint.inference.ways import SEEN, Way

_SLIPS = 0.02
"""The share of sums in which a hand slipped."""
_ODD = 0.01
"""The share of places where no sum is meant though it is elsewhere in the same lines."""
_LEAST = 3.0
"""Log2 of the odds from which a slip is told."""
_APART = 3.0
"""By how much the likeliest of several ways must stand out to be told."""
_MOST_SHARED = 8.0
_STATED_BITS = 10.0
_NAMED = frozenset({Way.TOTAL, Way.TOTALS})


def mended_by_a_stroke(
    seen: Seen, told: Collection[tuple[Axis, int]], sight: Sight, rounded: RoundedAt
) -> Iterator[Relation]:
    """Find sums with few places, one of which fails by what a slip of the hand would do.

    Where their parts stand, labels, other places and other sums of the table say how likely a sum
    is meant. `told` are the strips of which it is told already that they fail.
    """
    known = Cases(sight, seen, rounded)
    cases = [case for axis in Axis for case in known.along(axis)]
    explained = {*told, *_holding(seen), *((c.axis, c.place) for c in cases if _holds(c))}
    believed = _Believed(cases, explained)
    found: dict[tuple[Axis, int], list[tuple[float, Case]]] = defaultdict(list)
    for case in cases:
        if (case.axis, case.place) not in explained and len(case.misses) == 1:
            found[case.axis, case.place].append((believed.odds(case), case))
    for own in found.values():
        best, *others = sorted(own, key=lambda one: -one[0])
        if best[0] >= _LEAST and all(best[0] - odds >= _APART for odds, _ in others):
            yield _relation(best[1], best[0], sight)


def _holding(seen: Seen) -> Iterator[tuple[Axis, int]]:
    """Go through the aggregates of sums that hold wherever they are stated."""
    for relation, found in seen:
        if relation.operator is Operator.SUM and all(one.fit <= Fit.COARSE for one in found):
            yield relation.axis, relation.aggregate


def _holds(case: Case) -> bool:
    return bool(case.agreeing) and not case.misses


class _Believed:
    """How likely sums are meant, and figures are wrong, in one table."""

    def __init__(self, cases: Sequence[Case], explained: Collection[tuple[Axis, int]]) -> None:
        self._held = Counter((case.axis, case.way) for case in cases if _holds(case))
        self._failed: dict[tuple[Axis, Way], set[int]] = defaultdict(set)
        self._suspected: dict[Spot, list[tuple[Case, Suspect]]] = defaultdict(list)
        for case in cases:
            if case.misses and (case.axis, case.place) not in explained:
                self._failed[case.axis, case.way].add(case.place)
            # A total that is the sum of the leaves, but not of the subtotals, accuses one of them.
            for one in (one for miss in case.misses for one in miss.suspects):
                self._suspected[one.spot].append((case, one))

    def odds(self, case: Case) -> float:
        """Give log2 of the odds that a slip broke a sum, against there being none, or none here."""
        (miss,) = case.misses
        slip = sum(one.chance * 2 ** self._shared(case, one) for one in miss.suspects)
        if not slip:
            return -_STATED_BITS
        meant = self._meant(case)
        agreeing = meant * 2**case.bits
        return log2(agreeing * _SLIPS * slip) - log2((1 - meant + agreeing * _ODD) * miss.chance)

    def _meant(self, case: Case) -> float:
        """Give the probability that a list that stands so is added up: others of its kind tell."""
        held, failed = SEEN[case.way]
        if case.way is not Way.RUN:
            held += self._held[case.axis, case.way]
            failed += len(self._failed[case.axis, case.way] - {case.place})
        return held / (held + failed)

    def _shared(self, case: Case, suspect: Suspect) -> float:
        """Say in bits how strongly another sum speaks for it that the same change would mend."""
        return max(
            (
                min(_MOST_SHARED, log2(self._meant(other)) - log2(other.misses[0].chance))
                for other, one in self._suspected[suspect.spot]
                if one.change == suspect.change
                and len(other.misses) == 1
                and (other.axis, other.place) != (case.axis, case.place)
            ),
            default=0.0,
        )


def _relation(case: Case, odds: float, sight: Sight) -> Relation:
    """State a sum of the parts that have figures where it fails: marks there stand for nothing."""
    (miss,) = case.misses
    rows = {part: sight.row(case.axis, part).values for part in case.parts}
    there = tuple(part for part, row in rows.items() if row[miss.position] is not None)
    gone = [row for part, row in rows.items() if part not in there]
    agreeing = [at for at in case.stated if not any(row[at] for row in gone)]
    return Relation(
        Operator.SUM,
        case.axis,
        case.place,
        there,
        tuple(sorted((*agreeing, miss.position))),
        _STATED_BITS + odds,
        missed=(miss.position,),
        exact=len(agreeing),
        held=len(agreeing),
        named=case.way in _NAMED,
    )
