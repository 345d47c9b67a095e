"""How much each cell of an equation weighs: left − right as a sum of cells."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront.quantity import Exact, add, multiply, negative
from statlint.confront.scene import Scene
from statlint.facts import Fact
from statlint.form import Call, Constant, Name, Operand, Operation, Span


class _NotLinearError(Exception):
    """Raised inside this module where a side is no weighted sum of cells."""


def weights(left: Operand, right: Operand, scene: Scene) -> tuple[tuple[Fact, Exact], ...]:
    """Give the weight of each cell in left − right; empty where that is no weighted sum."""
    found: dict[Fact, Exact] = {}
    try:
        for fact, weight in (*_terms(left, 1, scene), *_terms(right, -1, scene)):
            found[fact] = add(found.get(fact, 0), weight)
    except _NotLinearError:
        return ()
    return tuple((fact, weight) for fact, weight in found.items() if weight)


def _terms(operand: Operand | Span, weight: Exact, scene: Scene) -> Iterator[tuple[Fact, Exact]]:
    match operand:
        case Constant():
            return
        case Name():
            fact = scene.resolve(operand)
            if fact is not None:
                yield fact, weight
        case Span():
            for name in scene.expand(operand):
                yield from _terms(name, weight, scene)
        case Call(function="sum"):
            for argument in operand.arguments:
                yield from _terms(argument, weight, scene)
        case Operation(sign="+" | "-"):
            yield from _terms(operand.left, weight, scene)
            yield from _terms(
                operand.right, weight if operand.sign == "+" else negative(weight), scene
            )
        case Operation(sign="*"):
            yield from _times_constant(operand, weight, scene)
        case _:
            raise _NotLinearError


def _times_constant(
    product: Operation, weight: Exact, scene: Scene
) -> Iterator[tuple[Fact, Exact]]:
    for constant, other in ((product.left, product.right), (product.right, product.left)):
        if isinstance(constant, Constant):
            yield from _terms(other, multiply(weight, constant.value), scene)
            return
    raise _NotLinearError
