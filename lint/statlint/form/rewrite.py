"""The condition of an edit written out for the lines and heads that a table prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from statlint.dataclass import replace
from statlint.form.binding import Binding, NotPrintedError, View
from statlint.form.edits import (
    EACH_SOURCE,
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
    Words,
)
from statlint.form.functions import LISTING, RANKING, Argument

Found = TypeVar("Found")

_FEWEST_RISING = 2


class Rewriter:
    """Writes a tree out; where it needs a line or head that is not printed, NotPrintedError."""

    def __init__(self, binding: Binding) -> None:
        """Take what the names stand for."""
        self._binding = binding

    def condition(self, node: Condition, view: View) -> Condition:
        """Write a condition out; raises NotPrintedError."""
        match node:
            case Comparison(left=left, right=right):
                seen = self._binding.compared(node, view)
                return replace(node, left=self._figure(left, seen), right=self._figure(right, seen))
            case Junction(parts=parts):
                return replace(node, parts=tuple(self.condition(part, view) for part in parts))
            case Negation(part=part):
                return Negation(self.condition(part, view))
            case Implication(condition=condition, consequence=consequence):
                return Implication(
                    self.condition(condition, view), self.condition(consequence, view)
                )
            case Equivalence(left=one, right=other):
                return Equivalence(self.condition(one, view), self.condition(other, view))
            case Test(function="rises"):
                return replace(node, arguments=tuple(self._rising(node.arguments)))
            case Test(arguments=arguments):
                return replace(node, arguments=tuple(self._part(part, view) for part in arguments))

    def _figure(self, node: Operand, view: View) -> Operand:
        match node:
            case Constant():
                return node
            case Name():
                return self._binding.name(node, view)
            case Operation(left=left, right=right):
                return replace(node, left=self._figure(left, view), right=self._figure(right, view))
            case Tally(conditions=conditions):
                counted = [
                    self.condition(part, each)
                    for part in conditions
                    for each in self._binding.views(part, View())
                ]
                return Tally(_some(counted))
            case Call(function=function) if function in (*LISTING, "last"):
                return replace(node, arguments=_some(self._listed(node, view)))
            case Call():
                return self._call(node, view)

    def _call(self, call: Call, view: View) -> Operand:
        match call.arguments:
            case (Name(parts=(key,)),) if call.function == "tally":
                return Constant(len(self._binding.counted(key)))
            case (Name() as name, Name(parts=(key,))) if call.function in RANKING:
                figure = self._binding.name(name, view)
                ranked = _some(self._binding.members(key))
                others = (Name((line, figure.parts[-1]), figure.source) for line in ranked)
                return replace(call, arguments=(figure, *others))
            case arguments:
                figures = (
                    self._figure(one, view) for one in arguments if not isinstance(one, Span)
                )
                return replace(call, arguments=tuple(figures))

    def _listed(self, call: Call, view: View) -> list[Operand | Span]:
        """Write out what a function takes together; only a sum asks what is in a total."""
        every = View(totals=view.totals) if call.function == "sum" else View()
        return [
            _of_each(self._figure(part, each))
            for argument in call.arguments
            for part, each in self._views(argument, every)
        ]

    def _rising(self, arguments: Sequence[Argument]) -> Iterator[Operand | Span]:
        """Write out figures that never fall: what is not printed may be left out among them."""
        found = [
            _of_each(self._binding.name(part, each))
            for argument in arguments
            if isinstance(argument, Name | Span)
            for part, each in self._views(argument, View())
            if isinstance(part, Name) and self._binding.prints(part, each)
        ]
        if len(found) < _FEWEST_RISING and not any(isinstance(one, Span) for one in found):
            message = "fewer than two figures are printed"
            raise NotPrintedError(message)
        yield from found

    def _views(self, argument: Operand | Span, view: View) -> Iterator[tuple[Operand, View]]:
        if isinstance(argument, Span):
            yield from self._binding.names_in(argument, view)
        else:
            for each in self._binding.views(argument, view):
                yield argument, each

    def _part(self, part: Argument, view: View) -> Argument:
        return part if isinstance(part, Words | Span) else self._figure(part, view)


def _of_each(figure: Operand) -> Operand | Span:
    """Let what stands for the figure of each of several forms still do so."""
    several = isinstance(figure, Name) and figure.source in EACH_SOURCE
    return Span(figure, figure) if several and isinstance(figure, Name) else figure


def _some(found: Sequence[Found]) -> tuple[Found, ...]:
    if not found:
        message = "nothing is printed that it could be about"
        raise NotPrintedError(message)
    return tuple(found)
