"""What the arguments of a function stand for: the cells of ranges, and values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from statlint.formula.operands import (
    FormulaError,
    LeftAloneError,
    Operand,
    Quantity,
    exactly,
    size,
    to_quantity,
)
from statlint.formula.result import LeftAlone
from statlint.workbook import Cell, CellKind

Member: TypeAlias = Cell | Operand | FormulaError
"""A cell of a range; or a value written or reckoned as an argument of its own, or its error."""

_FIFTEENTH_DIGIT = 1e-15
_DOUBTFUL = {
    CellKind.NO_RESULT: LeftAlone.NO_RESULT,
    CellKind.BOOLEAN: LeftAlone.TRUTH_VALUE,
}


def stored(cell: Cell | None) -> Operand:
    """Give the stored value of a cell as an operand; raises FormulaError and LeftAloneError."""
    if cell is None:
        return None
    if cell.kind is CellKind.NUMBER and cell.number is not None:
        # A result is read rounded to fifteen digits; a typed figure has no more of them.
        reckoned = cell.formula is not None and not isinstance(cell.number, int)
        quantity = exactly(cell.number)
        noise = float(size(quantity.value)) * _FIFTEENTH_DIGIT if reckoned else 0.0
        return Quantity(quantity.value, noise)
    if cell.kind is CellKind.BOOLEAN:
        return cell.text == "TRUE"
    if cell.kind is CellKind.ERROR:
        raise FormulaError(cell.text)
    if cell.kind is CellKind.DATE:
        raise LeftAloneError(LeftAlone.DATE)
    if cell.kind is CellKind.NO_RESULT:
        raise LeftAloneError(LeftAlone.NO_RESULT)
    return cell.text


def quantities(members: Iterable[Member]) -> Iterator[Quantity]:
    """Give the figures among the members; texts and truth values count only outside ranges."""
    for member in members:
        if isinstance(member, FormulaError):
            raise member
        if not isinstance(member, Cell):
            yield to_quantity(member)
            continue
        operand = stored(member)
        if isinstance(operand, bool):
            raise LeftAloneError(LeftAlone.TRUTH_VALUE)
        if isinstance(operand, Quantity):
            yield operand


def truths(members: Iterable[Member]) -> Iterator[Operand]:
    """Give what AND and OR look at: figures and truth values; texts only outside ranges."""
    for member in members:
        if isinstance(member, FormulaError):
            raise member
        operand = stored(member) if isinstance(member, Cell) else member
        if not (isinstance(member, Cell) and isinstance(operand, str)):
            yield operand


def is_counted(member: Member) -> bool:
    """Tell whether COUNT counts a member: a figure or date, or outside ranges what reads as one."""
    if isinstance(member, Cell):
        if member.kind in _DOUBTFUL:
            raise LeftAloneError(_DOUBTFUL[member.kind])
        return member.kind in {CellKind.NUMBER, CellKind.DATE}
    if isinstance(member, FormulaError):
        return False
    try:
        to_quantity(member)
    except FormulaError:
        return False
    return True
