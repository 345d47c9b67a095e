"""What is left between a stated mean, share, rate, growth or product and what its parts give."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from statlint.dataclass import dataclass
from statlint.inference.model import Operator, Relation
from statlint.inference.residuals import Fit, Place, Residual
from statlint.inference.sight import Cell

_ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class _Due:
    """What parts give, and how far rounding may move that."""

    value: Fraction
    slack: Fraction
    coarse: Fraction

    def times(self, factor: Fraction) -> _Due:
        """Multiply it."""
        size = abs(factor)
        return _Due(self.value * factor, self.slack * size, self.coarse * size)


def of_quotient(relation: Relation, place: Place) -> Residual:
    """Say how a figure fits that follows from others in another way than by adding."""
    cells = place.cells
    terms = sum(1 for cell in cells if cell.value)
    fine = any(cell.unit < place.one for cell in (place.stated, *cells))
    due = None
    if len(cells) == len(place.parts):
        due = _reckoned(relation, _trimmed(relation, [_due(one, place.one) for one in cells]))
    if due is None:
        return Residual(place.position, Fit.OPEN, 0, 0, fine)
    own = place.stated
    gap = Fraction(own.value, place.one) - due.value
    half = Fraction(own.unit, 2 * place.one)
    coarse = Fraction(max(own.unit, own.coarse), 2 * place.one)
    return Residual(place.position, _fit(abs(gap), half, coarse, due), gap, terms, fine)


def _fit(gap: Fraction, half: Fraction, coarse: Fraction, due: _Due) -> Fit:
    """Judge a gap: what is stated is rounded whatever its parts are, or may be cut off instead."""
    if gap == 0:
        return Fit.EXACT
    if gap <= half + due.slack:
        return Fit.ROUNDED
    return Fit.COARSE if gap <= 2 * coarse + due.coarse else Fit.MISS


def _due(cell: Cell, one: int) -> _Due:
    return _Due(
        Fraction(cell.value, one), Fraction(cell.slack, 2 * one), Fraction(cell.coarse, 2 * one)
    )


def _reckoned(relation: Relation, cells: Sequence[_Due]) -> _Due | None:
    """Reckon what the parts give; None where that cannot be said."""
    factor = Fraction(relation.factor)
    match relation.operator:
        case Operator.AVERAGE:
            return _total(cells).times(Fraction(1, len(cells)))
        case Operator.DIVISION:
            cut = len(cells) - relation.below
            weighed = [
                one.times(Fraction(w)) for one, w in zip(cells, relation.weighing, strict=True)
            ]
            return _quotient(_total(weighed[:cut]), _total(weighed[cut:]), factor)
        case Operator.RELATIVE_CHANGE:
            return _growth(cells[0], cells[1], factor)
        case _:
            return _product(cells).times(factor)


def _trimmed(relation: Relation, cells: list[_Due]) -> list[_Due]:
    """Leave the highest and the lowest out where the mean does."""
    if not relation.trimmed:
        return cells
    return sorted(cells, key=lambda cell: cell.value)[1:-1]


def _total(cells: Sequence[_Due]) -> _Due:
    return _Due(
        sum((cell.value for cell in cells), _ZERO),
        sum((cell.slack for cell in cells), _ZERO),
        sum((cell.coarse for cell in cells), _ZERO),
    )


def _product(cells: Sequence[_Due]) -> _Due:
    found = _Due(Fraction(1), _ZERO, _ZERO)
    for cell in cells:
        found = _Due(
            found.value * cell.value,
            found.slack * abs(cell.value) + cell.slack * abs(found.value),
            found.coarse * abs(cell.value) + cell.coarse * abs(found.value),
        )
    return found


def _quotient(top: _Due, bottom: _Due, factor: Fraction) -> _Due | None:
    if bottom.value == 0:
        return None
    value, size = top.value / bottom.value, abs(bottom.value)
    return _Due(
        value,
        (top.slack + bottom.slack * abs(value)) / size,
        (top.coarse + bottom.coarse * abs(value)) / size,
    ).times(factor)


def _growth(new: _Due, old: _Due, factor: Fraction) -> _Due | None:
    quotient = _quotient(new, old, factor)
    if quotient is None:
        return None
    return _Due(quotient.value - factor, quotient.slack, quotient.coarse)
