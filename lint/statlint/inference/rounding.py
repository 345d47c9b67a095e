"""Which figures of a table are rounded, told from how often its sums come out exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log, pi, sqrt
from typing import TypeAlias

from statlint.inference.model import Axis, Operator, Relation
from statlint.inference.residuals import Fit, Residual
from statlint.inference.sight import Sight
from statlint.table import Role

_SURE = log(500)
"""Odds from which on figures with decimals count as not rounded."""
_SURE_OF_WHOLE = log(50)
"""The same for whole figures: most are counts."""
_SLIPS = 0.02
"""The share of sums that are wrong where figures are not rounded."""
_FEWEST_TERMS = 2
_RATES = frozenset({Role.AVERAGE, Role.MEDIAN, Role.SHARE, Role.CHANGE, Role.RATE})
Addition: TypeAlias = tuple[Relation, Residual]
"""One place of a sum, and how it fits."""
_QUOTIENTS = frozenset({Operator.AVERAGE, Operator.DIVISION, Operator.RELATIVE_CHANGE})


@dataclass(frozen=True, slots=True)
class Rounding:
    """Which figures are rounded: those of the table at large, of some heads, on some lines."""

    table: bool = True
    heads: frozenset[int] = frozenset()
    lines: frozenset[int] = frozenset()

    def at(self, line: int, head: int) -> bool:
        """Tell whether a figure is rounded."""
        return self.table or head in self.heads or line in self.lines


def rounding_of(added: Iterable[Addition], sight: Sight, relations: Iterable[Relation]) -> Rounding:
    """Tell which figures are rounded; `added` are the sums, all figures taken for rounded.

    Whole figures and those with decimals are told apart; means, shares and rates always are.
    """
    sums, size = list(added), _size(sight)
    if _odds([one for one in sums if not one[1].fine], size) <= _SURE_OF_WHOLE:
        return Rounding(table=_odds(sums, size) <= _SURE)
    rates = {axis: _rates(sight, relations, axis) for axis in Axis}
    heads, lines = rates[Axis.HEADS], rates[Axis.LINES]
    if _odds([one for one in sums if one[1].fine], size) <= _SURE:
        heads |= frozenset(_fine(zip(*_decimals(sight), strict=True)))
        lines |= frozenset(_fine(_without(_decimals(sight), heads)))
    return Rounding(table=False, heads=heads, lines=lines)


def _rates(sight: Sight, relations: Iterable[Relation], axis: Axis) -> frozenset[int]:
    """Give the lines (or heads) that are called means, shares or rates, or reckoned as such."""
    strips = axis.strips(sight.layout)
    named = (at for at, strip in enumerate(strips) if strip.roles & _RATES)
    reckoned = (
        relation.aggregate
        for relation in relations
        if relation.axis is axis and relation.operator in _QUOTIENTS
    )
    return frozenset((*named, *reckoned))


def _odds(sums: Sequence[Addition], size: int) -> float:
    """Give the log of the odds that figures are not rounded; `size` counts those of the table.

    A sum of m figures, each rounded by itself, comes out exactly with a probability of about
    sqrt(6 / (pi (m + 1))). Sums that are off through a cell they share are one slip.
    """
    told = [one for one in sums if one[1].terms >= _FEWEST_TERMS]
    exact = [one for _, one in told if one.fit is Fit.EXACT]
    off = [one for one in told if one[1].fit in {Fit.ROUNDED, Fit.COARSE}]
    odds = sum(log((1 - _SLIPS) / _chance(one)) for one in exact)
    odds -= sum(log(1 - _chance(one)) for _, one in off)
    if not off:
        return odds
    slips = len(off) * log(_SLIPS)
    if _one_cell(off):
        slips = max(slips, -log(2 * size))
    return odds + slips


def _chance(one: Residual) -> float:
    return sqrt(6 / (pi * (one.terms + 1)))


def _one_cell(off: Sequence[Addition]) -> bool:
    """Tell whether a single wrong figure would put all these sums off."""
    shared = set.intersection(*(_cells(relation, one) for relation, one in off))
    return bool(shared) and len({abs(one.gap) for _, one in off}) == 1


def _cells(relation: Relation, one: Residual) -> set[tuple[int, int]]:
    members = (relation.aggregate, *relation.parts)
    return {relation.axis.cell(member, one.position) for member in members}


def _size(sight: Sight) -> int:
    return sum(value is not None for row in sight.matrix.values for value in row)


def _decimals(sight: Sight) -> list[list[bool | None]]:
    """Say of each figure whether it shows decimals; None where there is none."""
    matrix, one = sight.matrix, sight.one
    return [
        [None if value is None else unit < one for value, unit in zip(row, units, strict=True)]
        for row, units in zip(matrix.values, matrix.units, strict=True)
    ]


def _without(
    rows: Sequence[Sequence[bool | None]], heads: frozenset[int]
) -> list[list[bool | None]]:
    return [[one for at, one in enumerate(row) if at not in heads] for row in rows]


def _fine(strips: Iterable[Sequence[bool | None]]) -> Iterator[int]:
    """Go through the strips of which at least half of the figures show decimals."""
    for at, strip in enumerate(strips):
        shown = [one for one in strip if one is not None]
        if shown and 2 * sum(shown) >= len(shown):
            yield at
