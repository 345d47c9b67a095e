"""Differences between strips far apart: 2024年比2005年增减, the change over all years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import log2

from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator, Relation
from statlint.inference.score import Reckoned, evidence_of
from statlint.table import Role, Strip

_NAMES = frozenset({Role.DIFFERENCE, Role.CHANGE})
_YEAR = r"(?:19|20)[0-9]{2}"
_TWO = 2
_LEAST_BITS, _LABEL_BITS = 10.0, 5.0
_FEW_MISSED = 4
"""One position in so many may be wrong."""


def find_spans(matrix: Matrix, known: Sequence[Relation]) -> Iterator[Relation]:
    """Find lines and heads whose label calls them a difference, between two that it names.

    Where it names no years these are the first and the last period. What is part of a sum or has
    been explained otherwise is left alone.
    """
    said = {
        strip
        for one in known
        if one.axis is matrix.axis
        for strip in (
            (one.aggregate, *one.parts) if one.operator is Operator.SUM else (one.aggregate,)
        )
    }
    for place, strip in enumerate(matrix.strips):
        if strip.roles & _NAMES and place not in said:
            found = [
                relation
                for new, old in _ends(matrix.strips, place)
                if (relation := _stated(matrix, place, new, old))
            ]
            yield from sorted(found, key=lambda relation: -relation.bits)[:1]


def _ends(strips: Sequence[Strip], place: int) -> Iterator[tuple[int, int]]:
    """Give the strips of two years that a label names; else of the first and the last."""
    named = list(dict.fromkeys(re.findall(_YEAR, strips[place].text)))
    periods = [
        (str(strip.period), at)
        for at, strip in enumerate(strips)
        if strip.period is not None and at != place and not strip.roles & _NAMES
        if strip.block == strips[place].block
    ]
    dated = dict(periods)
    if len(dated) < len(periods):
        # Several figures of one year: which of them is meant the label does not say.
        return
    if len(named) == _TWO:
        ends = sorted(year for year in named if year in dated)
    else:
        ends = [min(dated), max(dated)] if len(dated) > 1 else []
    if len(ends) == _TWO:
        yield dated[ends[1]], dated[ends[0]]


def _stated(matrix: Matrix, place: int, new: int, old: int) -> Relation | None:
    reckoned = []
    for position in range(matrix.width):
        last, first = matrix.values[new][position], matrix.values[old][position]
        apart = matrix.values[place][position]
        if last is None or first is None or apart is None:
            continue
        units = [matrix.units[strip][position] for strip in (new, old, place)]
        reckoned.append(
            Reckoned(position, last - first, apart, max(units), sum(units) // 2, single=not first)
        )
    evidence = evidence_of(reckoned)
    bits = evidence.bits - log2(len(matrix.strips)) + _LABEL_BITS
    if bits < _LEAST_BITS or len(evidence.missed) * _FEW_MISSED > len(reckoned):
        return None
    return Relation(
        Operator.SUM,
        matrix.axis,
        new,
        (old, place),
        evidence.positions,
        bits,
        missed=evidence.missed,
        exact=evidence.exact,
        held=evidence.held,
        named=True,
    )
