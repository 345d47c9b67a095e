"""From a relation to what an edit says: the equation, as an expression of names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statlint.form import (
    Call,
    Comparison,
    Constant,
    Name,
    Operand,
    Operation,
    Span,
)
from statlint.inference.model import Operator, Relation
from statlint.values import Number

_SHORT = 2
"""Parts up to which a sum is written with plus signs."""


def equation(
    relation: Relation,
    stated: Name,
    parts: Sequence[Name],
    *,
    order: Mapping[str, int],
    ranked: Sequence[Name | Span] = (),
) -> Comparison:
    """State what a relation says, the aggregate on the right.

    `order` gives the place of each line (or head) with figures, so that a stretch of them becomes
    a range; `ranked` are the figures that a place is taken among.
    """
    return Comparison("=", _reckoned(relation, parts, order, ranked), stated)


def _reckoned(
    relation: Relation,
    parts: Sequence[Name],
    order: Mapping[str, int],
    ranked: Sequence[Name | Span],
) -> Operand:
    factor = relation.factor
    match relation.operator:
        case Operator.AVERAGE if relation.trimmed:
            return _trimmed(_stretches(parts, order), len(parts))
        case Operator.AVERAGE:
            return Call("mean", tuple(_stretches(parts, order)))
        case Operator.DIVISION:
            cut = len(parts) - relation.below
            top = _weighed(parts[:cut], relation.weighing[:cut])
            return Operation("/", _times(factor, top), _sum(parts[cut:], order))
        case Operator.RELATIVE_CHANGE:
            new, old = parts
            return Operation("/", _times(factor, Operation("-", new, old)), old)
        case Operator.PRODUCT:
            return _times(factor, _joined("*", parts))
        case Operator.RANK:
            return Call("place" if factor > 0 else "place_low", (parts[0], *ranked))
        case _ if relation.weights:
            return _weighed(parts, relation.weights)
        case _:
            cut = len(parts) - relation.less
            return _joined("-", [_sum(parts[:cut], order), *parts[cut:]])


def _times(factor: Number, operand: Operand) -> Operand:
    return operand if factor == 1 else Operation("*", Constant(factor), operand)


def _weighed(parts: Sequence[Name], weights: Sequence[int]) -> Operand:
    """Add parts up, each as often as it counts; the first of them is never taken away."""
    first, *rest = [
        (_times(abs(weight), part), "-" if weight < 0 else "+")
        for part, weight in zip(parts, weights, strict=True)
    ]
    joined = first[0]
    for part, sign in rest:
        joined = Operation(sign, joined, part)
    return joined


def _trimmed(parts: Sequence[Operand | Span], count: int) -> Operand:
    """Take the mean of all but the highest and the lowest: 去掉一个最高分和一个最低分."""
    given = tuple(parts)
    rest = Operation("-", Call("sum", given), Call("max", given))
    return Operation("/", Operation("-", rest, Call("min", given)), Constant(count - 2))


def _joined(sign: str, parts: Sequence[Operand]) -> Operand:
    joined, *rest = parts
    for part in rest:
        joined = Operation(sign, joined, part)
    return joined


def _sum(parts: Sequence[Name], order: Mapping[str, int]) -> Operand:
    if len(parts) > _SHORT:
        return Call("sum", tuple(_stretches(parts, order)))
    return _joined("+", _in_order(parts, order))


def _in_order(parts: Sequence[Name], order: Mapping[str, int]) -> list[Name]:
    return sorted(parts, key=lambda part: order.get(part.parts[0], 0))


def _stretches(parts: Sequence[Name], order: Mapping[str, int]) -> list[Operand | Span]:
    """Write names that follow one another as ranges."""
    if any(len(part.parts) > 1 for part in parts):
        return list(parts)
    runs: list[list[Name]] = []
    for part in _in_order(parts, order):
        if runs and order.get(part.parts[0]) == order.get(runs[-1][-1].parts[0], -1) + 1:
            runs[-1].append(part)
        else:
            runs.append([part])
    return [one for run in runs for one in _range(run)]


def _range(run: Sequence[Name]) -> Sequence[Operand | Span]:
    return run if len(run) <= _SHORT else [Span(run[0], run[-1])]
