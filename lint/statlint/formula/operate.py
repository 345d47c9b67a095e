"""Signs and operators applied to values, as Excel applies them."""

from __future__ import annotations

from collections.abc import Callable

from statlint.formula import arithmetic
from statlint.formula.operands import (
    LeftAloneError,
    Operand,
    Quantity,
    compare,
    to_quantity,
    to_text,
)
from statlint.formula.result import LeftAlone

_HUNDRED = 100
_ARITHMETIC: dict[str, Callable[[Quantity, Quantity], Quantity]] = {
    "+": arithmetic.add,
    "-": arithmetic.subtract,
    "*": arithmetic.multiply,
    "/": arithmetic.divide,
    "^": arithmetic.power,
}
_ORDER: dict[str, frozenset[int]] = {
    "=": frozenset({0}),
    "<>": frozenset({-1, 1}),
    "<": frozenset({-1}),
    ">": frozenset({1}),
    "<=": frozenset({-1, 0}),
    ">=": frozenset({0, 1}),
}


def signed(sign: str, operand: Operand) -> Operand:
    """Apply a sign."""
    if sign == "-":
        return arithmetic.negative(to_quantity(operand))
    if sign == "%":
        return arithmetic.divide(to_quantity(operand), Quantity(_HUNDRED))
    return operand


def operated(operator: str, one: Operand, other: Operand) -> Operand:
    """Apply one operator."""
    if operator in _ARITHMETIC:
        return _ARITHMETIC[operator](to_quantity(one), to_quantity(other))
    if operator in _ORDER:
        return compare(one, other) in _ORDER[operator]
    if operator == "&":
        return to_text(one) + to_text(other)
    raise LeftAloneError(LeftAlone.ARRAY)
