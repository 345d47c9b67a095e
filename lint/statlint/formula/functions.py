"""Functions that take their arguments one by one, and look only at those they need."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from statlint.formula.arithmetic import (
    magnitude,
    round_down,
    round_half_away,
    round_up,
)
from statlint.formula.members import Member, truths
from statlint.formula.model import Node, Omitted
from statlint.formula.operands import (
    NOT_A_VALUE,
    FormulaError,
    LeftAloneError,
    Operand,
    Quantity,
    to_quantity,
    to_truth,
)
from statlint.formula.result import LeftAlone


class Reader(Protocol):
    """What a function asks for the values of its arguments."""

    def value(self, node: Node) -> Operand:
        """Reckon one argument; raises FormulaError and LeftAloneError."""

    def members(self, nodes: tuple[Node, ...]) -> list[Member]:
        """List what arguments stand for."""


Function = Callable[[Reader, tuple[Node, ...]], Operand]


def _if(reader: Reader, arguments: tuple[Node, ...]) -> Operand:
    condition, *branches = arguments
    holds = to_truth(reader.value(condition))
    if holds:
        return _branch(reader, branches[0])
    return _branch(reader, branches[1]) if len(branches) > 1 else False


def _branch(reader: Reader, node: Node) -> Operand:
    """Reckon a branch; one left out, or an empty cell, is 0."""
    operand = None if isinstance(node, Omitted) else reader.value(node)
    return Quantity(0) if operand is None else operand


def _if_error(reader: Reader, arguments: tuple[Node, ...]) -> Operand:
    wanted, instead = arguments
    try:
        return _branch(reader, wanted)
    except FormulaError:
        return _branch(reader, instead)


def _is_error(reader: Reader, arguments: tuple[Node, ...]) -> Operand:
    try:
        reader.value(arguments[0])
    except FormulaError:
        return True
    return False


def _is_number(reader: Reader, arguments: tuple[Node, ...]) -> Operand:
    try:
        return isinstance(reader.value(arguments[0]), Quantity)
    except FormulaError:
        return False


def _is_blank(reader: Reader, arguments: tuple[Node, ...]) -> Operand:
    try:
        return reader.value(arguments[0]) is None
    except FormulaError:
        return False


def _and(reader: Reader, arguments: tuple[Node, ...]) -> Operand:
    return all(_truths(reader, arguments))


def _or(reader: Reader, arguments: tuple[Node, ...]) -> Operand:
    return any(_truths(reader, arguments))


def _truths(reader: Reader, arguments: tuple[Node, ...]) -> list[bool]:
    """Read all conditions: Excel looks at each of them, and wants one at least."""
    found = [to_truth(operand) for operand in truths(reader.members(arguments))]
    if not found:
        raise FormulaError(NOT_A_VALUE)
    return found


def _not(reader: Reader, arguments: tuple[Node, ...]) -> Operand:
    return not to_truth(reader.value(arguments[0]))


def _absolute(reader: Reader, arguments: tuple[Node, ...]) -> Operand:
    return magnitude(to_quantity(reader.value(arguments[0])))


def _integer(reader: Reader, arguments: tuple[Node, ...]) -> Operand:
    """Round down to a whole number, below 0 away from it."""
    quantity = to_quantity(reader.value(arguments[0]))
    return round_down(quantity, 0) if quantity.value >= 0 else round_up(quantity, 0)


def _rounding(how: Callable[[Quantity, int], Quantity]) -> Function:
    """Make a function that rounds to the places of its second argument, 0 if there is none."""

    def rounded(reader: Reader, arguments: tuple[Node, ...]) -> Operand:
        quantity = to_quantity(reader.value(arguments[0]))
        places = to_quantity(reader.value(arguments[1])) if len(arguments) > 1 else Quantity(0)
        if not isinstance(places.value, int) or places.noise:
            raise LeftAloneError(LeftAlone.FUNCTION, "ROUND")
        return how(quantity, places.value)

    return rounded


FUNCTIONS: dict[str, tuple[Function, range]] = {
    "IF": (_if, range(2, 4)),
    "IFERROR": (_if_error, range(2, 3)),
    "ISERROR": (_is_error, range(1, 2)),
    "ISNUMBER": (_is_number, range(1, 2)),
    "ISBLANK": (_is_blank, range(1, 2)),
    "AND": (_and, range(1, 256)),
    "OR": (_or, range(1, 256)),
    "NOT": (_not, range(1, 2)),
    "ABS": (_absolute, range(1, 2)),
    "INT": (_integer, range(1, 2)),
    "ROUND": (_rounding(round_half_away), range(2, 3)),
    "ROUNDUP": (_rounding(round_up), range(2, 3)),
    "ROUNDDOWN": (_rounding(round_down), range(2, 3)),
    "TRUNC": (_rounding(round_down), range(1, 3)),
    "TRUE": (lambda _reader, _arguments: True, range(1)),
    "FALSE": (lambda _reader, _arguments: False, range(1)),
}
"""Each function with the numbers of arguments it takes."""
