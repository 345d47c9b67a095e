"""Which figures are shown to be exact by products that come out to the last digit."""

from __future__ import annotations

from collections.abc import Iterable

from statlint.inference.model import Axis, Operator, Relation
from statlint.inference.residuals import Fit, Residual
from statlint.inference.rounding import Rounding
from statlint.inference.sight import Sight

_FEWEST = 4
_MOST_OFF = 0.25
"""Wrong products for each that comes out, where no figure is rounded."""


def exact_by_products(
    multiplied: Iterable[tuple[Relation, list[Residual]]], sight: Sight, rounding: Rounding
) -> Rounding:
    """Take the heads of products that come out for exact, where sums could not tell.

    The product of rounded factors is hardly ever what is stated: 4 ± 0.5 times 1899.
    """
    if not rounding.table:
        return rounding
    exact = {
        strip
        for relation, found in multiplied
        if relation.operator is Operator.PRODUCT
        and relation.axis is Axis.HEADS
        and _comes_out(relation, found, sight)
        for strip in (relation.aggregate, *relation.parts)
    }
    if not exact:
        return rounding
    others = frozenset(range(len(sight.layout.heads))) - exact
    return Rounding(table=False, heads=others)


def _comes_out(relation: Relation, found: Iterable[Residual], sight: Sight) -> bool:
    """Tell whether most places fit within half a digit of what is stated, and tell something."""
    stated = sight.row(relation.axis, relation.aggregate)
    parts = [sight.row(relation.axis, part).values for part in relation.parts]
    fits = off = 0
    for one in found:
        if one.fit is Fit.OPEN or any(
            abs(values[one.position] or 0) in {0, sight.one} for values in parts
        ):
            continue
        unit = stated.units[one.position]
        if -unit <= 2 * sight.one * one.gap <= unit:
            fits += 1
        else:
            off += 1
    return fits >= _FEWEST and off <= _MOST_OFF * fits
