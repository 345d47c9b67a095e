"""Which figures of a table are rounded, told from how often its sums come out exactly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import log, pi, sqrt
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.inference.counted import is_counted
from statlint.inference.model import Axis, Operator, Relation
from statlint.inference.residuals import Fit, Gap, Residual
from statlint.inference.sight import Sight
from statlint.table import Role

_SURE = log(500)
"""Odds from which on figures with decimals count as not rounded."""
_SURE_OF_WHOLE = log(50)
"""The same for whole figures: most are counts."""
_SURE_OF_COUNTS = log(8)
"""The same where the units of the table say so: persons, cases, 件."""
_SLIPS = 0.02
"""The share of sums that are wrong where figures are not rounded."""
_FEWEST_TERMS = 2
_RATES = frozenset({Role.AVERAGE, Role.MEDIAN, Role.SHARE, Role.CHANGE, Role.RATE})
Addition: TypeAlias = tuple[Relation, Residual]
"""One place of a sum, and how it fits."""
_QUOTIENTS = frozenset({Operator.AVERAGE, Operator.DIVISION, Operator.RELATIVE_CHANGE})


@dataclass(frozen=True, slots=True)
class Rounding:
    """Which figures are rounded: those of the table at large, of some heads, on some lines.

    `stepped` says that the others are multiples of more than their last digit, and count as exact
    but for sums that are off by a multiple of that.
    """

    table: bool = True
    heads: frozenset[int] = frozenset()
    lines: frozenset[int] = frozenset()
    stepped: bool = False

    def at(self, line: int, head: int) -> bool:
        """Tell whether a figure is rounded."""
        return self.table or head in self.heads or line in self.lines


def rounding_of(added: Iterable[Addition], sight: Sight, relations: Iterable[Relation]) -> Rounding:
    """Tell which figures are rounded; `added` are the sums, all figures taken for rounded.

    Whole figures and those with decimals are told apart; means, shares and rates always are.
    """
    sums, size = list(added), _size(sight)
    sure = _SURE_OF_COUNTS if is_counted(sight.layout) else _SURE_OF_WHOLE
    if _odds([one for one in sums if not one[1].fine], size) <= sure:
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

    Where they are not, a sum is off by a slip; sums that one wrong cell puts off are one slip.
    """
    told = [one for one in sums if one[1].terms >= _FEWEST_TERMS]
    off = [one for one in told if one[1].fit in {Fit.ROUNDED, Fit.COARSE}]
    exact = (one for _, one in told if one.fit is Fit.EXACT)
    odds = sum(log((1 - _SLIPS) / _chance(one)) for one in exact)
    return odds + (_log_of_slips(off, size) - _log_of_chance(off) if off else 0)


def _chance(one: Residual) -> float:
    """Give the probability that a sum of figures, each rounded by itself, comes out exactly.

    Of m figures, the sum among them, it is about sqrt(6 / (pi m)) (Mosteller, Youtz & Zahn 1967);
    the next term of the Edgeworth series makes it right for few: 3/4 for a sum of two.
    """
    figures = one.terms + 1
    return sqrt(6 / (pi * figures)) * (1 - 0.15 / figures)


def _log_of_chance(off: Iterable[Addition]) -> float:
    """Give the log of the probability that rounding puts these sums off.

    How one total was rounded puts off all sums that it is of: it counts once.
    """
    totals = {relation.axis.cell(relation.aggregate, one.position): one for relation, one in off}
    return sum(log(1 - _chance(one)) for one in totals.values())


def _log_of_slips(off: Sequence[Addition], size: int) -> float:
    """Give the log of the probability of the slips that put these sums off.

    One figure is taken for wrong that puts most of them off; each other sum is a slip of its own.
    """
    blamed = Counter(cell for one in off for cell in _blamed(*one))
    count = max(blamed.values(), default=0)
    return max(count * log(_SLIPS), -log(2 * size)) + (len(off) - count) * log(_SLIPS)


def _blamed(relation: Relation, one: Residual) -> set[tuple[int, int, Gap]]:
    """Give the cells of a sum, and how much more than it should be each would be if it is wrong."""
    axis, at = relation.axis, one.position
    parts = zip(relation.parts, relation.weighing, strict=True)
    return {
        (*axis.cell(relation.aggregate, at), one.gap),
        *((*axis.cell(part, at), -one.gap * weight) for part, weight in parts),
    }


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
