"""An edit on the heads of one line, held against many lines at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import repeat
from math import isnan, nan, ulp
from operator import add, mul, sub

from statlint.bulk.counted import MOST
from statlint.bulk.figures import Figures
from statlint.dataclass import dataclass, field
from statlint.form import (
    Call,
    Comparison,
    Constant,
    Edit,
    EditKind,
    Name,
    Operand,
    Operation,
    Scope,
    Span,
    TableForm,
    spanned,
    walk,
)

Values = Mapping[str, Sequence[float]]
"""The figures of some lines by the keys of their heads; not a number where there is none."""
Texts = Mapping[str, Sequence[str]]
_SLACK = 1e-9
_ULPS = 64
_HELD_FOR_MANY = 40
_FEW = 3
"""Lines where it may fail in any table; more only where so many others hold for each."""
_FUNCTIONS = frozenset({"sum", "mean"})


@dataclass(slots=True, eq=False)
class Equation:
    """What became of an edit on the lines that went by.

    `undecided` are lines with a blank or a text where it does not hold. Only lines where it surely
    holds count as `held`; the others are to be confronted, the first of them are the `suspects`.
    """

    edit: Edit
    sides: tuple[Operand, Operand]
    names: tuple[str, ...]
    target: str
    """The head of the figure that is stated."""
    is_sum: bool = True
    """Whether figures are only added and taken away."""
    rounded: bool = False
    held: int = 0
    failed: int = 0
    undecided: int = 0
    suspects: list[int] = field(default_factory=list)

    @property
    def is_meant(self) -> bool:
        """Whether it holds so often that it must hold where it does not."""
        return self.failed <= _FEW or self.failed * _HELD_FOR_MANY <= self.held

    def add(self, figures: Mapping[str, Figures], texts: Texts, lines: Sequence[int]) -> None:
        """Take some lines more; `texts` are the figures as written that may have a point."""
        if self._holds_exactly(figures):
            self.held += len(lines)
            return
        values = {name: figures[name].binary() for name in self.names}
        left, right = (_reckoned(side, values) for side in self.sides)
        gaps = list(map(sub, left, right))
        most = max(map(abs, gaps))
        added = sum(gaps)
        is_known = added == added  # noqa: PLR0124 - not a number is like no other
        if is_known and most <= _SLACK + _ULPS * ulp(max(map(abs, right))):
            self.held += len(lines)
            return
        for at, gap in enumerate(gaps):
            if gap != gap:  # noqa: PLR0124 - a blank
                self._add_open(at, values)
            elif abs(gap) <= _SLACK + _ULPS * ulp(abs(right[at])) + self._due(at, figures, texts):
                self.held += 1
            else:
                self.failed += 1
                if len(self.suspects) < MOST:
                    self.suspects.append(lines[at])

    def _holds_exactly(self, figures: Mapping[str, Figures]) -> bool:
        """Tell whether a sum of whole numbers, or of as many decimals, holds on every line."""
        decimals = [figures[name].decimals for name in self.names]
        known = [one for one in decimals if one is not None]
        if len(known) < len(decimals) or (any(known) and not self.is_sum):
            return False
        finest = max(known)
        values = {name: figures[name].raised(finest) for name in self.names}
        left, right = (_reckoned(side, values) for side in self.sides)
        return left == right

    def _add_open(self, at: int, values: Values) -> None:
        """Count a line with a blank: with 0 in its place it may hold."""
        filled = {name: [0 if isnan(one := values[name][at]) else one] for name in self.names}
        left, right = (_reckoned(side, filled) for side in self.sides)
        if left == right:
            self.held += 1
        else:
            self.undecided += 1

    def _due(self, at: int, figures: Mapping[str, Figures], texts: Texts) -> float:
        """Give what rounding may make of a gap: half a unit of the last digits."""
        names = self.names if self.rounded else ()
        if self.edit.kind is EditKind.RATIO:
            names = (self.target,)
        return sum(_unit(name, at, figures, texts) for name in names) / 2


def _unit(name: str, at: int, figures: Mapping[str, Figures], texts: Texts) -> float:
    """Give one unit of the last digit that is written of a figure."""
    if name not in texts:
        return 10.0 ** -(figures[name].decimals or 0)
    _, _, behind = texts[name][at].partition(".")
    return 10.0 ** -len(behind)


def equation_of(edit: Edit, table: TableForm) -> Equation | None:
    """Take an edit to pieces; None where it says more of a line than figures that are reckoned."""
    condition = edit.condition
    if edit.scope is not Scope.LINE or not isinstance(condition, Comparison):
        return None
    if condition.sign != "=":
        return None
    left, right = _spelt(condition.left, table), _spelt(condition.right, table)
    if left is None or not isinstance(right, Name):
        return None
    target = right.parts[0]
    names = tuple(dict.fromkeys((*_names(left), target)))
    is_sum = all(
        isinstance(one, Name)
        or (isinstance(one, Call) and one.function == "sum")
        or (isinstance(one, Operation) and one.sign in {"+", "-"})
        for one in walk(left)
    )
    return Equation(edit, (left, right), names, target, is_sum, _is_rounded(target, table))


def _is_rounded(name: str, table: TableForm) -> bool:
    heads = {head.key: head for head in table.blocks[0].heads}
    measure = heads[name].measure or table.measure
    return measure.rounded


def _spelt(operand: Operand, table: TableForm) -> Operand | None:
    """Write out ranges; None where something cannot be reckoned column by column."""
    match operand:
        case Constant():
            return operand
        case Name():
            return operand if len(operand.parts) == 1 and not operand.source else None
        case Operation():
            left, right = _spelt(operand.left, table), _spelt(operand.right, table)
            return Operation(operand.sign, left, right) if left and right else None
        case Call() if operand.function in _FUNCTIONS:
            named = [name for one in operand.arguments for name in _spread(one, table)]
            spelt = [_spelt(one, table) for one in named]
            return (
                Call(operand.function, tuple(one for one in spelt if one)) if all(spelt) else None
            )
        case _:
            return None


def _spread(argument: Operand | Span, table: TableForm) -> Sequence[Operand]:
    return spanned(argument, table, Scope.LINE) if isinstance(argument, Span) else (argument,)


def _names(operand: Operand | Span) -> Iterator[str]:
    match operand:
        case Name():
            yield operand.parts[0]
        case Operation():
            yield from _names(operand.left)
            yield from _names(operand.right)
        case Call():
            for one in operand.arguments:
                yield from _names(one)
        case _:
            return


def _reckoned(operand: Operand | Span, values: Values) -> Sequence[float]:
    """Reckon a side on all lines."""
    match operand:
        case Name():
            return values[operand.parts[0]]
        case Constant():
            number = operand.value
            value = number if isinstance(number, int) else float(number)
            return [value] * len(next(iter(values.values())))
        case Operation():
            left, right = _reckoned(operand.left, values), _reckoned(operand.right, values)
            return list(map(_SIGNS[operand.sign], left, right))
        case Call():
            parts = [_reckoned(one, values) for one in operand.arguments]
            added = reduce(lambda one, other: list(map(add, one, other)), parts)
            return added if operand.function == "sum" else list(map(_by, added, repeat(len(parts))))
        case _:
            raise TypeError(operand)


def _by(number: float, divisor: float) -> float:
    return number / divisor if divisor else nan


_SIGNS = {"+": add, "-": sub, "*": mul, "/": _by}
