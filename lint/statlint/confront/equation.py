"""Edits that only add and take away, made ready once and reckoned in whole numbers everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from operator import mul
from typing import TYPE_CHECKING, TypeAlias

from statlint.confront.linear import Expand, NotLinearError, weighted
from statlint.confront.sides import is_turned
from statlint.confront.truth import Truth
from statlint.confront.verdict import Decision, has_rounder, settled_by
from statlint.dataclass import dataclass
from statlint.facts import Fact
from statlint.form import Comparison, Constant, Edit, EditKind, Operand, Operation, walk
from statlint.values import Number

if TYPE_CHECKING:
    from statlint.confront.worths import Worths
    from statlint.form.walk import Node

Cells: TypeAlias = Sequence[Fact | None]

_ROUNDED_OTHERWISE = frozenset({EditKind.RATIO, EditKind.RANK})
"""Kinds of edit in which what is stated counts as rounded, or as the place it is."""


@dataclass(frozen=True, slots=True, eq=False)
class Equation:
    """Two sums of cells that should be equal.

    `signs` says of each name of the edit, in the order written, whether its cell is added (1) or
    taken away (-1) in left − right; the first `cut` names stand on the left. `constants` are what
    is added on each side beside the cells. Where the total is stated on the left it is `turned`.
    """

    signs: tuple[int, ...]
    cut: int
    constants: tuple[int, int]
    turned: bool = False

    def decide(self, cells: Cells, worths: Worths) -> Decision | None:
        """Decide it on the cells that its names stand for; None where they are not so simple.

        What fails as stored may hold as displayed, and a figure may be none of whole units.
        """
        if not worths.odd.isdisjoint(cells):
            return None
        weighed = list(map(mul, self.signs, map(worths.values.__getitem__, cells)))
        left = sum(weighed[: self.cut]) + self.constants[0] * worths.unit
        right = self.constants[1] * worths.unit - sum(weighed[self.cut :])
        truth = self._truth(cells, worths, left - right)
        if truth.surely is False and has_rounder(cells):
            return None
        sides = (
            _number(left, cells[: self.cut], worths),
            _number(right, cells[self.cut :], worths),
        )
        return Decision(*settled_by(truth, cells), *(sides[::-1] if self.turned else sides))

    def _truth(self, cells: Cells, worths: Worths, gap: int) -> Truth:
        room = worths.room(cells)
        if worths.holes.isdisjoint(cells):
            if abs(gap) > room:
                return _FALSE
            return _OPEN if room else _TRUE
        return self._with_holes(cells, gap, room)

    def _with_holes(self, cells: Cells, gap: int, room: int) -> Truth:
        """Judge it where some cells hold no figure: what belongs there may be anything."""
        below = above = False
        for cell, sign in zip(cells, self.signs, strict=True):
            if cell is None or (cell.figure is None and cell.measure.kind.signed):
                below = above = True
            elif cell.figure is None:
                below, above = below or sign < 0, above or sign > 0
        apart = (gap + room < 0 and not above) or (gap - room > 0 and not below)
        as_zero = None if _is_unknown(cells) else abs(gap) <= room
        return Truth(as_zero, surely=False if apart else None)


_TRUE = Truth(as_zero=True, surely=True)
_FALSE = Truth(as_zero=False, surely=False)
_OPEN = Truth(as_zero=True, surely=None)
"""Rounding explains a gap, or there is none: the figures may be equal."""


def equation_of(edit: Edit, expand: Expand) -> Equation | None:
    """Make an edit ready where it is an equation that only adds and takes away, else give None."""
    condition = edit.condition
    if not isinstance(condition, Comparison) or condition.sign != "=":
        return None
    if edit.kind in _ROUNDED_OTHERWISE or any(map(_multiplies, walk(condition))):
        return None
    try:
        left, left_constant = _side_of(condition.left, 1, expand)
        right, right_constant = _side_of(condition.right, -1, expand)
    except NotLinearError:
        return None
    constants = (left_constant, -right_constant)
    return Equation((*left, *right), len(left), constants, is_turned(edit))


def _multiplies(node: Node) -> bool:
    return isinstance(node, Operation) and node.sign == "*"


def _side_of(operand: Operand, sign: int, expand: Expand) -> tuple[tuple[int, ...], int]:
    """Give the signs of the cells of one side and its constant; raises NotLinearError."""
    signs, constant = [], 0
    for term, weight in weighted(operand, sign, expand):
        if not isinstance(weight, int):
            raise NotLinearError
        if not isinstance(term, Constant):
            signs.append(weight)
        elif isinstance(term.value, int):
            constant += weight * term.value
        else:
            raise NotLinearError
    return tuple(signs), constant


def _number(value: int, cells: Cells, worths: Worths) -> Number | None:
    """Write what one side comes to; None where a cell is not there or cannot be read."""
    if not worths.holes.isdisjoint(cells) and _is_unknown(cells):
        return None
    return worths.number(value, cells)


def _is_unknown(cells: Cells) -> bool:
    """Tell whether a cell is not there, or holds what cannot be read."""
    return any(cell is None or not (cell.figure or cell.empty) for cell in cells)
