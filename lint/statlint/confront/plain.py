"""Edits compiled for cells that hold plain numbers: no tree is walked from cell to cell.

What is made here takes such numbers by their places and tells whether an edit holds. Where a cell
is blank, a mark, a text or rounded, or where an edit does not hold, the full machinery is asked.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from statlint.confront.linear import Expand, NotLinearError, weighted
from statlint.confront.sides import is_turned
from statlint.dataclass import dataclass
from statlint.facts import Facts
from statlint.form import (
    Call,
    Comparison,
    Condition,
    Constant,
    Edit,
    EditKind,
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
    ValueKind,
)
from statlint.typed import Protocol, TypeAlias, TypeVar
from statlint.values import Figure, Number

_T = TypeVar("_T")
Cell: TypeAlias = tuple[str, ...]
"""The keys of a line and a head; for an edit between tables, that of the table before them."""
Numbers: TypeAlias = Mapping[Cell, Number]
"""The numbers of the cells that hold plain ones."""
Decide: TypeAlias = "Callable[[Numbers], tuple[bool, Number | None, Number | None]]"
"""Tells whether an edit holds, and what its sides come to; the stated one is the right."""
_Reckon: TypeAlias = Callable[[Numbers], Number]
_Judge: TypeAlias = Callable[[Numbers], bool]

_ROUNDED_OTHERWISE = frozenset({EditKind.RATIO, EditKind.RANK})
_MOST, _MOST_DECIMALS, _MOST_WEIGHT = 10**12, 6, 1000
"""What is summed within these is exact in the 28 digits that Python reckons with."""
_AGREE: Mapping[str, Callable[[Number, Number], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
}


class NotPlainError(Exception):
    """Raised where a part of an edit takes more than whole numbers."""


class Take(Protocol):
    """Takes the things of some cells; raises KeyError where there is none of one."""

    def __call__(
        self, things: Mapping[Cell, _T] | Mapping[tuple[str, str], _T], /
    ) -> tuple[_T, ...]:
        """Take them in their order."""
        ...


def plain_numbers(facts: Facts) -> Numbers:
    """Give the figures of a table that are exactly known and of a usual size, by line and head."""
    found: dict[Cell, Number] = {}
    for cell, fact in facts.by_place.items():
        figure, measure = fact.reading, fact.measure
        if not isinstance(figure, Figure) or measure.rounded or measure.kind is ValueKind.SHARE:
            continue
        value = figure.value
        if -_MOST < value < _MOST if isinstance(value, int) else _is_plain(value):
            found[cell] = value
    return found


def _is_plain(number: Number) -> bool:
    """Tell whether sums of such numbers are exact, and written as longer ones are."""
    if isinstance(number, int):
        return -_MOST < number < _MOST
    _, _, exponent = number.as_tuple()
    if not isinstance(exponent, int) or not -_MOST_DECIMALS <= exponent <= 0:
        return False
    return -_MOST < number < _MOST and not (number.is_signed() and not number)


def taker_of(places: Sequence[Cell]) -> Take:
    """Give what takes the things of some cells."""
    if len(places) > 1:
        return operator.itemgetter(*places)
    return lambda things: tuple([things[place] for place in places])


def decider_of(edit: Edit, at: Callable[[Name], Cell], expand: Expand) -> Decide | None:
    """Compile an edit for one place; `at` says where a name stands there. None where it cannot."""
    if edit.kind in _ROUNDED_OTHERWISE:
        return None
    plain, condition = _Plain(at, expand), edit.condition
    try:
        if not isinstance(condition, Comparison):
            return _without_sides(plain.judge(condition))
        left, right = plain.reckon(condition.left), plain.reckon(condition.right)
    except NotPlainError:
        return None
    return _with_sides(_AGREE[condition.sign], left, right, turned=is_turned(edit))


def spared_by(condition: Implication, at: Callable[[Name], Cell], expand: Expand) -> Decide | None:
    """Compile that what a condition asks for first is not so: it holds then, whatever follows."""
    try:
        given = _Plain(at, expand).judge(condition.condition)
    except NotPlainError:
        return None
    return _without_sides(lambda numbers: not given(numbers))


def _without_sides(judge: _Judge) -> Decide:
    return lambda numbers: (judge(numbers), None, None)


def _with_sides(
    agree: Callable[[Number, Number], bool], left: _Reckon, right: _Reckon, *, turned: bool
) -> Decide:
    def decide(numbers: Numbers) -> tuple[bool, Number, Number]:
        one, other = left(numbers), right(numbers)
        return (agree(one, other), other, one) if turned else (agree(one, other), one, other)

    return decide


@dataclass(frozen=True, slots=True)
class _Plain:
    """Compiles the parts of an edit at one place; raises NotPlainError."""

    at: Callable[[Name], Cell]
    expand: Expand

    def reckon(self, operand: Operand) -> _Reckon:
        """Compile what comes to a number."""
        match operand:
            case Constant(value=value) if _is_plain(value):
                return lambda _: value
            case Name():
                return operator.itemgetter(self.at(operand))
            case Operation(sign="+" | "-" | "*") | Call(function="sum" | "last"):
                return self._sum(operand)
            case Call(function="min" | "max" as function):
                return self._extreme(min if function == "min" else max, operand)
            case Call(function="abs", arguments=(Constant() | Name() | Operation() as inner,)):
                reckoned = self.reckon(inner)
                return lambda numbers: _absolute(reckoned(numbers))
            case Tally(conditions=conditions):
                judges = [self.judge(one) for one in conditions]
                return lambda numbers: sum([judge(numbers) for judge in judges])
            case _:
                raise NotPlainError

    def _sum(self, operand: Operand) -> _Reckon:
        """Compile a sum of cells, each added or taken away."""
        try:
            terms = list(weighted(operand, 1, self.expand))
        except NotLinearError as error:
            raise NotPlainError from error
        places: list[Cell] = []
        weights: list[int] = []
        constant: Number = 0
        for term, weight in terms:
            if not isinstance(weight, int) or abs(weight) > _MOST_WEIGHT:
                raise NotPlainError
            if isinstance(term, Name):
                places.append(self.at(term))
                weights.append(weight)
            elif _is_plain(term.value):
                constant += weight * term.value
            else:
                raise NotPlainError
        return _weighed(taker_of(places), weights, constant)

    def _extreme(self, choose: Callable[[Sequence[Number]], Number], call: Call) -> _Reckon:
        """Compile the least or the greatest of several; of equal ones (1 and 1.0) the last."""
        parts = [self.reckon(one) for one in self._arguments(call)]
        if not parts:
            raise NotPlainError
        parts.reverse()
        return lambda numbers: choose([part(numbers) for part in parts])

    def _arguments(self, call: Call | Test) -> Iterator[Operand]:
        for one in call.arguments:
            if isinstance(one, Span):
                yield from self.expand(one)
            elif isinstance(one, Constant | Name | Call | Tally | Operation):
                yield one
            else:
                raise NotPlainError

    def judge(self, condition: Condition) -> _Judge:
        """Compile what holds or does not."""
        match condition:
            case Comparison():
                agree = _AGREE[condition.sign]
                left, right = self.reckon(condition.left), self.reckon(condition.right)
                return lambda numbers: agree(left(numbers), right(numbers))
            case Junction(word=word):
                judges = [self.judge(one) for one in condition.parts]
                return _any(judges) if word == "or" else _all(judges)
            case Negation():
                judged = self.judge(condition.part)
                return lambda numbers: not judged(numbers)
            case Implication():
                given, then = self.judge(condition.condition), self.judge(condition.consequence)
                return lambda numbers: not given(numbers) or then(numbers)
            case Equivalence():
                one, other = self.judge(condition.left), self.judge(condition.right)
                return lambda numbers: one(numbers) is other(numbers)
            case Test():
                return self._test(condition)

    def _test(self, test: Test) -> _Judge:
        """Compile a test of cells: all are filled where all hold numbers; words there are none."""
        names = list(self._arguments(test))
        if test.function == "filled":
            return lambda _: True
        if test.function != "rises" or len(names) < len("ab"):
            raise NotPlainError
        take = taker_of([self.at(name) for name in names if isinstance(name, Name)])
        return lambda numbers: all(one <= other for one, other in pairwise(take(numbers)))


def _absolute(number: Number) -> Number:
    return -number if number < 0 else number


def _weighed(take: Take, weights: Sequence[int], constant: Number) -> _Reckon:
    if type(constant) is int and constant == 0 and all(weight == 1 for weight in weights):
        return lambda numbers: sum(take(numbers))
    return lambda numbers: sum(map(operator.mul, weights, take(numbers)), constant)


def _all(judges: Sequence[_Judge]) -> _Judge:
    return lambda numbers: all(judge(numbers) for judge in judges)


def _any(judges: Sequence[_Judge]) -> _Judge:
    return lambda numbers: any(judge(numbers) for judge in judges)
