"""Operators by how close they bind, and operands bound by them."""

from __future__ import annotations

from statlint.formula.model import Chain, Node

_RANKS = ((":",), (" ",), ("^",), ("*", "/"), ("+", "-"), ("&",), ("=", "<>", "<", ">", "<=", ">="))
"""Operators by how close they bind, the closest first."""


def fold(operands: list[Node], operators: list[str]) -> Node:
    """Bind operands by the ranks of the operators between them, the closest first."""
    for rank in _RANKS:
        if not operators:
            break
        if any(operator in rank for operator in operators):
            operands, operators = _bind(operands, operators, rank)
    return operands[0]


def _bind(
    operands: list[Node], operators: list[str], rank: tuple[str, ...]
) -> tuple[list[Node], list[str]]:
    """Make a chain of each run of operators of one rank."""
    bound: list[Node] = []
    left: list[str] = []
    members, run = [operands[0]], list[str]()
    for operator, operand in zip(operators, operands[1:], strict=True):
        if operator in rank:
            members.append(operand)
            run.append(operator)
        else:
            bound.append(_chain(members, run))
            left.append(operator)
            members, run = [operand], []
    return [*bound, _chain(members, run)], left


def _chain(members: list[Node], run: list[str]) -> Node:
    return Chain(tuple(members), tuple(run)) if run else members[0]
