"""What one formula says of its cell: a sum, a mean, a quotient, a change, a product, a copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.formula import FormulaCell, Formulas
from statlint.formula.model import Call, Chain, Constant, Node, Reference, Signed
from statlint.formula.reads import areas_of
from statlint.formula.sums import Sum, core, sums
from statlint.inference.model import Operator

Spot: TypeAlias = tuple[int, int, int]
"""A cell: the place of its sheet in the workbook, its row and its column."""
_MOST_CELLS = 10_000
"""Cells of one sum that are looked at; whole columns have more and say less."""


@dataclass(frozen=True, slots=True)
class Written:
    """How one cell follows from others by its formula."""

    operator: Operator
    aggregate: Spot
    parts: tuple[Spot, ...]
    factor: Fraction = Fraction(1)


def written_in(one: FormulaCell, formulas: Formulas) -> Written | None:
    """Say what a formula reckons; None where it is none of the relations of a table."""
    if one.formula is None:
        return None
    here = one.grid.index, one.ref.row, one.ref.column
    added = formulas.ask(sums).get((one.grid.index, one.ref))
    if added is not None:
        return _of_sum(here, added) if len(added) <= _MOST_CELLS else None
    node = core(one.formula.tree)
    reader = _Reader(one, formulas)
    if isinstance(node, Call) and node.function == "AVERAGE":
        parts = reader.cells(node.arguments)
        return Written(Operator.AVERAGE, here, parts) if parts and len(parts) > 1 else None
    return _of_change(here, node, reader) or _of_quotient(here, node, reader)


def _of_sum(here: Spot, added: Sum) -> Written | None:
    """Take a sum as it is, and a - b - c as the sum a = this + b + c."""
    if _goes_on(here, added):
        # What grows with every line would read the lines above over and over.
        last = added.terms[0].area.range.last
        return Written(Operator.CUMULATIVE, here, ((here[0], last.row, last.column),))
    parts = [
        ((term.area.grid.index, place.row, place.column), term.weight)
        for term in added.terms
        for place in term.area.places()
    ]
    plus = tuple(spot for spot, weight in parts if weight > 0)
    minus = tuple(spot for spot, weight in parts if weight < 0)
    if not minus and len(plus) > 1 and len(set(plus)) == len(plus):
        return Written(_kind(here, plus), here, plus)
    if len(plus) == 1 and minus:
        return Written(Operator.SUM, plus[0], (here, *minus))
    return None


def _goes_on(here: Spot, added: Sum) -> bool:
    """Tell whether a sum grows with its line: SUM(B$2:B5) in line 5."""
    if len(added.terms) != 1 or added.terms[0].area.grid.index != here[0]:
        return False
    first, last = added.terms[0].area.range.first, added.terms[0].area.range.last
    _, row, column = here
    down = first.column == last.column != column and last.row == row > first.row
    across = first.row == last.row != row and last.column == column > first.column
    return down or across


def _kind(here: Spot, parts: Sequence[Spot]) -> Operator:
    """Tell a sum from what goes on: the cell above and the one beside it."""
    if len(parts) != 2 or any(part[0] != here[0] for part in parts):  # noqa: PLR2004 - before and flow
        return Operator.SUM
    beside = {(part[1] == here[1], part[2] == here[2]) for part in parts}
    return Operator.CUMULATIVE if beside == {(True, False), (False, True)} else Operator.SUM


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads cells and factors in one formula."""

    home: FormulaCell
    formulas: Formulas

    def cell(self, node: Node) -> Spot | None:
        """Give the one cell that an operand names."""
        node = core(node)
        if not isinstance(node, Reference) or not node.single:
            return None
        areas = areas_of(node, self.home.grid, self.formulas)
        if areas is None:
            return None
        first = areas[0].range.first
        return areas[0].grid.index, first.row, first.column

    def cells(self, nodes: Sequence[Node]) -> tuple[Spot, ...] | None:
        """Give the cells that arguments name; None for anything else."""
        found: list[Spot] = []
        for node in nodes:
            if not isinstance(node, Reference):
                return None
            for area in areas_of(node, self.home.grid, self.formulas) or ():
                if len(area) > _MOST_CELLS:
                    return None
                found += ((area.grid.index, place.row, place.column) for place in area.places())
        return tuple(found)

    def factors(self, node: Node, power: int = 1) -> Iterator[tuple[Node | Fraction, int]]:
        """Go through what an expression multiplies (1) and divides by (-1)."""
        node = core(node)
        match node:
            case Chain(operands=operands, operators=operators) if set(operators) <= {"*", "/"}:
                signs = (1, *(1 if sign == "*" else -1 for sign in operators))
                for operand, own in zip(operands, signs, strict=True):
                    yield from self.factors(operand, power * own)
            case Signed(sign="%", operand=operand):
                yield from self.factors(operand, power)
                yield Fraction(1, 100), power
            case Constant(value=value) if not isinstance(value, bool | str) and value:
                yield Fraction(value), power
            case _:
                yield node, power


def _of_quotient(here: Spot, node: Node, reader: _Reader) -> Written | None:
    """Read A/B, A/B*100, A*B, A*B/10000, (A+B)/2, or a mere A."""
    over, under, factor = _taken_apart(node, reader)
    cells = [reader.cell(one) for one in over]
    below = [reader.cell(one) for one in under]
    parts = tuple(cell for cell in (*cells, *below) if cell is not None)
    if len(parts) < len(cells) + len(below):
        return None
    match len(cells), len(below):
        case 1, 1:
            return Written(Operator.DIVISION, here, parts, factor)
        case 2, 0:
            return Written(Operator.PRODUCT, here, parts, factor)
        case 1, 0 if factor == 1:
            return Written(Operator.EQUAL, here, parts)
        case _:
            return None


def _taken_apart(node: Node, reader: _Reader) -> tuple[list[Node], list[Node], Fraction]:
    """Give what an expression multiplies, what it divides by, and the constants of both."""
    over: list[Node] = []
    under: list[Node] = []
    factor = Fraction(1)
    for one, power in reader.factors(node):
        if isinstance(one, Fraction):
            factor *= one**power
        else:
            (over if power > 0 else under).append(one)
    return over, under, factor


def _of_change(here: Spot, node: Node, reader: _Reader) -> Written | None:
    """Read (A-B)/B, A/B-1, and both in per cent."""
    over, under, factor = _taken_apart(node, reader)
    if len(over) != 1 or not isinstance(over[0], Chain) or over[0].operators != ("-",):
        return None
    new, old = over[0].operands
    if len(under) == 1:
        parts = reader.cell(new), reader.cell(old)
        base = reader.cell(under[0])
    elif not under and _is_one(old):
        quotient = _of_quotient(here, new, reader)
        if quotient is None or quotient.operator is not Operator.DIVISION or quotient.factor != 1:
            return None
        parts = quotient.parts[0], quotient.parts[1]
        base = parts[1]
    else:
        return None
    if parts[0] is None or parts[1] is None or base != parts[1]:
        return None
    return Written(Operator.RELATIVE_CHANGE, here, (parts[0], parts[1]), factor)


def _is_one(node: Node) -> bool:
    return isinstance(node, Constant) and node.value == 1 and node.value is not True
