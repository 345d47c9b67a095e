"""An expression tree written out, in the edit language or in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from statlint.dataclass import dataclass, field
from statlint.form.edits import (
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
from statlint.form.walk import Node
from statlint.values import Number

_LOOSEST = (Implication, Equivalence)
_TIGHT = {"+": 1, "-": 1, "*": 2, "/": 2}


def _plain_call(call: Call | Test, write: Callable[[Node], str]) -> str:
    return f"{call.function}({', '.join(write(part) for part in call.arguments)})"


def _plain_tally(tally: Tally, write: Callable[[Node], str]) -> str:
    return f"count({', '.join(write(part) for part in tally.conditions)})"


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the parts of a tree are put; the defaults are those of the edit language.

    `call` and `tally` are given a node and a function that writes what is in it; `signs` replaces
    some signs.
    """

    name: Callable[[Name], str] = str
    words: str = '"{}"'
    call: Callable[[Call | Test, Callable[[Node], str]], str] = _plain_call
    tally: Callable[[Tally, Callable[[Node], str]], str] = _plain_tally
    signs: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    both: str = " and "
    either: str = " or "
    negation: str = "not {}"
    implication: str = "if {} then {}"
    equivalence: str = "{} iff {}"


def edit_text(node: Node) -> str:
    """Write a tree in the edit language; parsing that gives the same tree."""
    return write(node, Dialect())


def number_text(number: Number) -> str:
    """Write a number in full, as it may stand in an edit."""
    return format(number, "f") if isinstance(number, Decimal) else str(number)


def write(node: Node, dialect: Dialect) -> str:
    """Write a tree in a dialect."""
    match node:
        case Constant(value=value):
            return number_text(value)
        case Name():
            return dialect.name(node)
        case Span(first=first) if node.is_each:
            return dialect.name(first)
        case Span(first=first, last=last):
            return f"{dialect.name(first)}:{dialect.name(Name(last.parts))}"
        case Words(text=text):
            return dialect.words.format(text)
        case Call() | Test():
            return dialect.call(node, lambda part: write(part, dialect))
        case Tally():
            return dialect.tally(node, lambda part: write(part, dialect))
        case Operation():
            return _operation(node, dialect)
        case Comparison(sign=sign, left=left, right=right):
            return f"{write(left, dialect)} {dialect.signs.get(sign, sign)} {write(right, dialect)}"
        case _:
            return _logic(node, dialect)


def _operation(node: Operation, dialect: Dialect) -> str:
    tight = _TIGHT[node.sign]
    left = _operand(node.left, dialect, tight)
    right = _operand(node.right, dialect, tight + 1)
    return f"{left} {dialect.signs.get(node.sign, node.sign)} {right}"


def _operand(node: Operand, dialect: Dialect, tight: int) -> str:
    written = write(node, dialect)
    return f"({written})" if isinstance(node, Operation) and _TIGHT[node.sign] < tight else written


def _logic(node: Junction | Negation | Implication | Equivalence, dialect: Dialect) -> str:
    match node:
        case Negation(part=part):
            return dialect.negation.format(_inside(part, dialect, Junction, *_LOOSEST))
        case Junction(word="and", parts=parts):
            return dialect.both.join(_inside(part, dialect, Junction, *_LOOSEST) for part in parts)
        case Junction(parts=parts):
            return dialect.either.join(_within_or(part, dialect) for part in parts)
        case Equivalence(left=left, right=right):
            sides = (_inside(side, dialect, *_LOOSEST) for side in (left, right))
            return dialect.equivalence.format(*sides)
        case Implication(condition=condition, consequence=consequence):
            sides = (_inside(side, dialect, *_LOOSEST) for side in (condition, consequence))
            return dialect.implication.format(*sides)


def _inside(node: Condition, dialect: Dialect, *looser: type) -> str:
    written = write(node, dialect)
    return f"({written})" if isinstance(node, looser) else written


def _within_or(node: Condition, dialect: Dialect) -> str:
    if isinstance(node, Junction) and node.word == "and":
        return write(node, dialect)
    return _inside(node, dialect, Junction, *_LOOSEST)
