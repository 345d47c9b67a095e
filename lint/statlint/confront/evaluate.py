"""Evaluate an edit's expression on facts; nothing is ever run as code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce

from statlint.confront.quantity import UNKNOWN, Quantity, remainder, smaller
from statlint.confront.scene import Scene
from statlint.confront.truth import Truth, all_of, any_of, compare
from statlint.form import (
    Call,
    Comparison,
    Condition,
    Constant,
    Equivalence,
    Implication,
    Junction,
    Name,
    Negation,
    Operand,
    Operation,
    Span,
    Tally,
    Test,
)

_ZERO = Quantity.exactly(0)


class NotApplicableError(Exception):
    """Raised where an edit is not for the cells at hand: a rule text that names no step."""


def evaluate(operand: Operand, scene: Scene) -> Quantity:
    """Evaluate an operand; raises ZeroDivisionError where it divides by 0.

    Raises NotApplicableError where the edit is not for these cells.
    """
    match operand:
        case Constant():
            return Quantity.exactly(operand.value)
        case Name():
            return scene.quantity(scene.resolve(operand))
        case Operation():
            return _operate(operand, scene)
        case Tally():
            return _tally([judge(part, scene) for part in operand.conditions])
        case Call():
            return _call(operand, scene)


def _operate(operation: Operation, scene: Scene) -> Quantity:
    left, right = evaluate(operation.left, scene), evaluate(operation.right, scene)
    match operation.sign:
        case "+":
            return left + right
        case "-":
            return left + -right
        case "*":
            return left * right
        case _:
            return left / right


def _tally(truths: Iterable[Truth]) -> Quantity:
    total = _ZERO
    for truth in truths:
        value = None if truth.as_zero is None else int(truth.as_zero)
        least, most = int(truth.surely is True), int(truth.surely is not False)
        total += Quantity(value, value, value, least, most)
    return total


def _call(call: Call, scene: Scene) -> Quantity:
    match call.function:
        case "decimals":
            return _decimals(call, scene)
        case "steps":
            return _steps(call, scene)
        case "place" | "dense" | "place_low" | "dense_low":
            from statlint.confront.standing import standing

            return standing(call, scene)
        case _:
            return _reckon(call.function, list(_arguments(call, scene)))


def _reckon(function: str, values: list[Quantity]) -> Quantity:
    match function:
        case "sum":
            return sum(values, _ZERO)
        case "mean":
            return sum(values, _ZERO) / Quantity.exactly(len(values))
        case "last":
            return values[-1]
        case "abs":
            return abs(values[0])
        case "remainder":
            return remainder(*values)
        case "min":
            return reduce(smaller, values)
        case _:
            return -reduce(smaller, [-value for value in values])


def _arguments(call: Call, scene: Scene) -> Iterator[Quantity]:
    for argument in call.arguments:
        if isinstance(argument, Span):
            for name in scene.expand(argument):
                yield scene.quantity(scene.resolve(name))
        else:
            yield evaluate(argument, scene)


def _decimals(call: Call, scene: Scene) -> Quantity:
    """Give how many decimals a figure is written with."""
    (name,) = call.arguments
    fact = scene.resolve(name) if isinstance(name, Name) else None
    if fact is None or fact.figure is None:
        return Quantity(0, 0, 0, 0, None) if fact is not None and fact.empty else UNKNOWN
    return Quantity.exactly(fact.figure.decimals)


def _steps(call: Call, scene: Scene) -> Quantity:
    """Give the step that a rule text names."""
    (fact,) = scene.facts(call)
    from statlint.values import step_of

    step = step_of(fact.text) if fact else None
    if step is None:
        raise NotApplicableError
    return Quantity.exactly(step)


def judge(condition: Condition, scene: Scene) -> Truth:
    """Judge a condition; raises ZeroDivisionError where it divides by 0."""
    match condition:
        case Comparison():
            left, right = evaluate(condition.left, scene), evaluate(condition.right, scene)
            return compare(condition.sign, left, right)
        case Junction():
            parts = list(_judge_parts(condition, scene))
            return all_of(parts) if condition.word == "and" else any_of(parts)
        case Negation():
            return ~judge(condition.part, scene)
        case Implication():
            return _judge_implication(condition, scene)
        case Equivalence():
            left_truth = judge(condition.left, scene)
            right_truth = judge(condition.right, scene)
            both = all_of([left_truth, right_truth])
            return any_of([both, all_of([~left_truth, ~right_truth])])
        case Test():
            from statlint.confront.cell_tests import judge_test

            return judge_test(condition, scene)


def _judge_parts(junction: Junction, scene: Scene) -> Iterator[Truth]:
    """Judge parts one by one, up to the one that decides for all."""
    for part in junction.parts:
        truth = judge(part, scene)
        yield truth
        if truth.surely is (junction.word == "or"):
            return


def _judge_implication(implication: Implication, scene: Scene) -> Truth:
    condition = judge(implication.condition, scene)
    if condition.surely is False:
        # The consequence is not looked at: it may divide by what the condition asks to be there.
        return ~condition
    return any_of([~condition, judge(implication.consequence, scene)])
