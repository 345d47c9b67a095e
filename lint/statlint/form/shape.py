"""What kind of edit an expression is, told from its shape."""

from __future__ import annotations

from statlint.form.edits import (
    Call,
    Comparison,
    Condition,
    EditKind,
    Name,
    Operation,
    Tally,
    Test,
)
from statlint.form.functions import RANKING
from statlint.form.walk import Node, named, walk

_BENT = frozenset({"min", "max", "abs", "decimals", "remainder", "steps", *RANKING})


def kind_of(condition: Condition) -> EditKind:
    """Tell the kind of an edit; never SCALE, which no shape gives away."""
    if not isinstance(condition, Comparison) or condition.sign == "!=":
        return EditKind.CONDITION
    if any(isinstance(node, Tally) for node in walk(condition)):
        return EditKind.CONDITION
    if _single(condition):
        return EditKind.RANGE
    if condition.sign == "=":
        return _equation(condition)
    bare = not (_has_names(condition.left) and _has_names(condition.right))
    return EditKind.CONDITION if bare or _divides(condition) else EditKind.PART


def never_falls(condition: Condition) -> bool:
    """Tell whether a condition says that a figure is never less than it was in another form."""
    if isinstance(condition, Test):
        return condition.function == "rises"
    if not isinstance(condition, Comparison) or condition.sign not in {"<", "<=", ">", ">="}:
        return False
    small, large = condition.left, condition.right
    if condition.sign in {">", ">="}:
        small, large = large, small
    return (
        isinstance(small, Name)
        and isinstance(large, Name)
        and small.parts == large.parts
        and bool(small.source)
        and not large.source
    )


def _equation(equation: Comparison) -> EditKind:
    if _ranks(equation):
        return EditKind.RANK
    if _divides(equation):
        return EditKind.RATIO
    if not _linear(equation.left) or not _linear(equation.right):
        return EditKind.CONDITION
    if not (_has_names(equation.left) and _has_names(equation.right)):
        return EditKind.SHARES
    if isinstance(equation.left, Name) or isinstance(equation.right, Name):
        return EditKind.BALANCE
    return EditKind.FLOW


def _single(condition: Comparison) -> bool:
    """Tell whether one figure stands against constants."""
    found = list(named(condition))
    return len(found) == 1 and isinstance(found[0], Name)


def _has_names(node: Node) -> bool:
    return any(True for _ in named(node))


def _ranks(node: Node) -> bool:
    return any(isinstance(found, Call) and found.function in RANKING for found in walk(node))


def _divides(node: Node) -> bool:
    """Tell whether figures are divided by figures, or averaged."""
    for found in walk(node):
        if isinstance(found, Call) and found.function == "mean":
            return True
        if isinstance(found, Operation) and found.sign == "/" and _has_names(found.right):
            return True
    return False


def _linear(node: Node) -> bool:
    if isinstance(node, Call):
        return node.function not in _BENT and all(_linear(part) for part in node.arguments)
    if isinstance(node, Operation):
        if node.sign == "*" and _has_names(node.left) and _has_names(node.right):
            return False
        return _linear(node.left) and _linear(node.right)
    return True
