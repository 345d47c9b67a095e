"""How much each cell of an equation weighs: left − right as a sum of cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from statlint.confront.quantity import Exact, add, multiply, negative
from statlint.confront.scene import Scene
from statlint.dataclass import dataclass
from statlint.facts import Fact
from statlint.form import Call, Constant, Name, Operand, Operation, Span
from statlint.typed import TypeAlias

Expand: TypeAlias = Callable[[Span], tuple[Name, ...]]
"""What gives the names that a range stands for."""


class NotLinearError(Exception):
    """Raised where a side of an edit is no weighted sum of cells and constants."""


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """Left − right of an edit as a sum: the weight of each cell, and what is added beside them."""

    terms: tuple[tuple[Fact, Exact], ...]
    constant: Exact

    @property
    def whole(self) -> bool:
        """Whether weights and constant are whole numbers."""
        return isinstance(self.constant, int) and all(
            isinstance(weight, int) for _, weight in self.terms
        )


def difference(left: Operand, right: Operand, scene: Scene) -> Linear | None:
    """Give left − right as a sum of its cells; None where it is no weighted sum, or of no cell."""
    found: dict[Fact, Exact] = {}
    constant: Exact = 0
    try:
        terms = (*weighted(left, 1, scene.expand), *weighted(right, -1, scene.expand))
    except NotLinearError:
        return None
    for term, weight in terms:
        if isinstance(term, Constant):
            constant = add(constant, multiply(weight, term.value))
        elif (fact := scene.resolve(term)) is not None:
            found[fact] = add(found[fact], weight) if fact in found else weight
    kept = tuple((fact, weight) for fact, weight in found.items() if weight)
    return Linear(kept, constant) if kept else None


def weights(left: Operand, right: Operand, scene: Scene) -> tuple[tuple[Fact, Exact], ...]:
    """Give the weight of each cell in left − right; empty where that is no weighted sum."""
    linear = difference(left, right, scene)
    return linear.terms if linear else ()


def weighted(
    operand: Operand | Span, weight: Exact, expand: Expand
) -> Iterator[tuple[Name | Constant, Exact]]:
    """Go through the terms of a weighted sum in the order written; raises NotLinearError."""
    match operand:
        case Constant() | Name():
            yield operand, weight
        case Span():
            for name in expand(operand):
                yield name, weight
        case Call(function="sum"):
            for argument in operand.arguments:
                yield from weighted(argument, weight, expand)
        case Call(function="last", arguments=(Span() as periods,)):
            yield expand(periods)[-1], weight
        case Operation(sign="+" | "-"):
            yield from weighted(operand.left, weight, expand)
            other = weight if operand.sign == "+" else negative(weight)
            yield from weighted(operand.right, other, expand)
        case Operation(sign="*"):
            yield from _times_constant(operand, weight, expand)
        case _:
            raise NotLinearError


def _times_constant(
    product: Operation, weight: Exact, expand: Expand
) -> Iterator[tuple[Name | Constant, Exact]]:
    for constant, other in ((product.left, product.right), (product.right, product.left)):
        if isinstance(constant, Constant):
            yield from weighted(other, multiply(weight, constant.value), expand)
            return
    raise NotLinearError
