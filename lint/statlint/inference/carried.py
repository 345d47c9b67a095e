"""Figures that are carried over: 期初 of one line (or head) is 期末 of the one before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log2
from typing import TypeAlias

from statlint.inference.cumulative_pairs import NO_FLOW
from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator, Relation
from statlint.inference.orders import orders_of
from statlint.inference.score import Evidence, Reckoned, evidence_of
from statlint.inference.serials import running_strips

_FEWEST, _FEW_MISSED = 3, 4
"""Steps that speak for it, and one in so many that may be wrong."""
_LEAST_BITS, _SEARCH_BITS = 14.0, 3.0
_SMALL = 10
"""Figures below this, in units of their last digit, are equal by chance."""
_PROBES = 48
"""Steps, spread over the table, that show which strips are worth a closer look."""
_CROWD = 8
"""A figure that so many strips show at one position tells nothing of any of them."""

_Step: TypeAlias = tuple[int, int]
"""A position and the one before it."""


def find_carried(matrix: Matrix) -> tuple[Relation, ...]:
    """Find strips that begin with what another reached at the position before."""
    running = running_strips(matrix)
    steps = list(_steps(matrix))
    best: dict[int, Relation] = {}
    for opening, closing in sorted(_likely(matrix, steps)):
        if running.isdisjoint((opening, closing)):
            relation = _stated(matrix, opening, closing, steps)
            if relation and (opening not in best or relation.bits > best[opening].bits):
                best[opening] = relation
    return tuple(relation for _, relation in sorted(best.items()))


def _steps(matrix: Matrix) -> Iterator[_Step]:
    """Go through positions that follow each other in time; in print where no period is said."""
    for order in orders_of(matrix.across):
        for first, second in pairwise(order):
            one, other = matrix.across[first].period, matrix.across[second].period
            falls = one is not None and other is not None and other < one
            yield (first, second) if falls else (second, first)


def _likely(matrix: Matrix, steps: Sequence[_Step]) -> Iterator[tuple[int, int]]:
    """Give the strips that show a figure of another, one step later, more often than not."""
    agreed: dict[tuple[int, int], int] = {}
    usable = [
        (place, matrix.values[place], matrix.units[place])
        for place, strip in enumerate(matrix.strips)
        if not strip.roles & NO_FLOW
    ]
    for at, before in steps[:: max(1, len(steps) // _PROBES)]:
        # Few figures stand in both: the others need not be looked at strip by strip.
        both = {values[at] for _, values, _ in usable} & {values[before] for _, values, _ in usable}
        closing: dict[int, list[int]] = {}
        for place, values, units in usable if both - {0, None} else ():
            value = values[before]
            if value in both and value and abs(value) >= _SMALL * units[before]:
                closing.setdefault(value, []).append(place)
        for place, values, _ in usable if closing else ():
            value = values[at]
            there = closing.get(value) if value in both and value else None
            for other in there if there and len(there) <= _CROWD else ():
                if other != place:
                    agreed[place, other] = agreed.get((place, other), 0) + 1
    yield from (pair for pair, count in agreed.items() if count >= _FEWEST)


def _stated(matrix: Matrix, opening: int, closing: int, steps: Sequence[_Step]) -> Relation | None:
    reckoned = []
    places = []
    for at, before in steps:
        stated, reached = matrix.values[opening][at], matrix.values[closing][before]
        if stated is None or reached is None:
            continue
        unit = max(matrix.units[opening][at], matrix.units[closing][before])
        reckoned.append(Reckoned(at, stated, reached, unit, unit))
        places.append(before)
    evidence = evidence_of(reckoned)
    bits = evidence.bits - 2 * log2(len(matrix.strips)) - _SEARCH_BITS
    if not _enough(evidence, bits) or _stands_still(matrix, opening, closing, evidence):
        return None
    return Relation(
        Operator.EQUAL,
        matrix.axis,
        opening,
        (closing,),
        evidence.positions,
        bits,
        missed=evidence.missed,
        exact=evidence.exact,
        held=evidence.held,
        places=(tuple(places),),
    )


def _enough(evidence: Evidence, bits: float) -> bool:
    few = len(evidence.missed) * _FEW_MISSED <= len(evidence.positions)
    return few and evidence.telling >= _FEWEST and bits >= _LEAST_BITS


def _stands_still(matrix: Matrix, opening: int, closing: int, evidence: Evidence) -> bool:
    """Tell whether both strips have the same figure at most positions: nothing is carried then."""
    same = sum(
        matrix.values[opening][at] == matrix.values[closing][at] for at in evidence.positions
    )
    return 2 * same > len(evidence.positions)
