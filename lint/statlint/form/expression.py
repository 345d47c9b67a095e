"""The parser of edits: text to an expression tree, by recursive descent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import TypeAlias

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
)
from statlint.form.tokens import EditSyntaxError, Kind, Token, tokenize
from statlint.schema import did_you_mean
from statlint.values import Text

_Node: TypeAlias = Operand | Condition

DEEPEST = 30
LONGEST_NAME = 3
SINGLE = ("abs", "decimals")
MANY = ("sum", "mean", "min", "max")
FUNCTIONS = (*MANY, *SINGLE, "count")
_COMPARED = frozenset({"=", "!=", "<=", ">=", "<", ">"})
_OPERANDS = (Constant, Name, Call, Tally, Operation)

_A_FIGURE = Text("一个数字、名称或函数", "a number, a name or a function")
_A_CONDITION = Text(
    "一个条件,例如 new + carry = total + next", "a condition such as new + carry = total + next"
)


def parse_edit(text: str) -> Condition:
    """Parse the text of an edit; raises EditSyntaxError, which says where and what is wrong."""
    return _Parser(tokenize(text)).edit()


def _condition(node: _Node, start: Token) -> Condition:
    if isinstance(node, _OPERANDS):
        words = Text(
            f"此处应为{_A_CONDITION.zh},而不是单独的数", f"expected {_A_CONDITION.en}, not a figure"
        )
        raise EditSyntaxError(start.place, words)
    return node


def _operand(node: _Node, start: Token) -> Operand:
    if isinstance(node, _OPERANDS):
        return node
    raise EditSyntaxError(
        start.place, Text("此处应为数,而不是条件", "expected a figure, not a condition")
    )


class _Parser:
    """Reads the tokens of one edit from left to right, looking one token ahead."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._position = 0
        self._depth = 0

    def edit(self) -> Condition:
        start = self._next
        found = self._any()
        if self._next.kind is not Kind.END:
            self._refuse_rest()
        return _condition(found, start)

    @property
    def _next(self) -> Token:
        return self._tokens[self._position]

    def _take(self) -> Token:
        token = self._next
        self._position += 1
        return token

    def _sees(self, *texts: str) -> bool:
        return self._next.kind in {Kind.SIGN, Kind.WORD} and self._next.text in texts

    def _accept(self, *texts: str) -> Token | None:
        return self._take() if self._sees(*texts) else None

    def _expect(self, text: str) -> None:
        if self._accept(text) is None:
            raise self._expected(Text(f'"{text}"', f'"{text}"'))

    def _expected(self, what: Text) -> EditSyntaxError:
        found = self._next
        words = Text(
            f"此处应为{what.zh},实为{found.shown.zh}", f"expected {what.en}, found {found.shown.en}"
        )
        return EditSyntaxError(found.place, words)

    def _refuse_rest(self) -> None:
        if self._sees(":"):
            words = Text(
                f"区间(如 r1:o3)只能写在函数 {', '.join(MANY)} 里",
                f"a range such as r1:o3 stands only inside {', '.join(MANY)}",
            )
            raise EditSyntaxError(self._next.place, words)
        raise self._expected(Text("运算符、比较符或结尾", "an operator, a comparison or the end"))

    @contextmanager
    def _deeper(self) -> Iterator[None]:
        """Count a nesting, so that hostile input ends in a sentence and not in a full stack."""
        self._depth += 1
        if self._depth > DEEPEST:
            words = Text(f"嵌套超过 {DEEPEST} 层", f"nested more than {DEEPEST} deep")
            raise EditSyntaxError(self._next.place, words)
        yield
        self._depth -= 1

    def _any(self) -> _Node:
        """Read what may stand in brackets: a figure or a condition of any kind."""
        if self._accept("if"):
            condition = self._either_condition()
            self._expect("then")
            return Implication(condition, self._either_condition())
        start = self._next
        left = self._either()
        if not self._accept("iff"):
            return left
        found = Equivalence(_condition(left, start), self._either_condition())
        if self._sees("iff"):
            words = Text("iff 不能连写,请加括号", "iff cannot be chained; use brackets")
            raise EditSyntaxError(self._next.place, words)
        return found

    def _either_condition(self) -> Condition:
        start = self._next
        return _condition(self._either(), start)

    def _either(self) -> _Node:
        start = self._next
        first = self._both()
        if not self._sees("or"):
            return first
        parts = [_condition(first, start)]
        while self._accept("or"):
            start = self._next
            parts.append(_condition(self._both(), start))
        return Junction("or", tuple(parts))

    def _both(self) -> _Node:
        start = self._next
        first = self._negated()
        if not self._sees("and"):
            return first
        parts = [_condition(first, start)]
        while self._accept("and"):
            start = self._next
            parts.append(_condition(self._negated(), start))
        return Junction("and", tuple(parts))

    def _negated(self) -> _Node:
        if not self._accept("not"):
            return self._comparison()
        start = self._next
        with self._deeper():
            return Negation(_condition(self._negated(), start))

    def _comparison(self) -> _Node:
        start = self._next
        left = self._sum()
        sign = self._accept(*_COMPARED)
        if sign is None:
            return left
        second = self._next
        right = self._sum()
        if self._sees(*_COMPARED):
            words = Text(
                "比较不能连写,请写成 a < b and b < c",
                "comparisons cannot be chained; write a < b and b < c",
            )
            raise EditSyntaxError(self._next.place, words)
        return Comparison(sign.text, _operand(left, start), _operand(right, second))

    def _sum(self) -> _Node:
        start = self._next
        left = self._product()
        while sign := self._accept("+", "-"):
            second = self._next
            right = _operand(self._product(), second)
            left = Operation(sign.text, _operand(left, start), right)
        return left

    def _product(self) -> _Node:
        start = self._next
        left = self._signed()
        while sign := self._accept("*", "/"):
            second = self._next
            right = _operand(self._signed(), second)
            left = Operation(sign.text, _operand(left, start), right)
        return left

    def _signed(self) -> _Node:
        if not self._accept("-"):
            return self._atom()
        start = self._next
        with self._deeper():
            part = _operand(self._signed(), start)
        if isinstance(part, Constant):
            value = part.value
            return Constant(-value if isinstance(value, int) else value.copy_negate())
        return Operation("-", Constant(0), part)

    def _atom(self) -> _Node:
        if self._next.kind is Kind.NUMBER:
            written = self._take().text
            return Constant(Decimal(written) if "." in written else int(written))
        if self._next.kind is Kind.NAME:
            name = self._take()
            return self._call(name) if self._sees("(") else _name(name)
        if not self._accept("("):
            raise self._expected(_A_FIGURE)
        with self._deeper():
            found = self._any()
        if self._sees(":"):
            self._refuse_rest()
        self._expect(")")
        return found

    def _call(self, name: Token) -> Operand:
        function = name.text
        if function not in FUNCTIONS:
            hint = did_you_mean(function, FUNCTIONS)
            words = Text(f"没有函数 {function}{hint.zh}", f"no function {function}{hint.en}")
            raise EditSyntaxError(name.place, words)
        self._expect("(")
        with self._deeper():
            if function == "count":
                return Tally(tuple(self._conditions()))
            arguments = tuple(self._arguments())
        if function in SINGLE and (len(arguments) != 1 or isinstance(arguments[0], Span)):
            words = Text(f"{function} 只带一个数", f"{function} takes a single figure")
            raise EditSyntaxError(name.place, words)
        if function == "decimals" and not isinstance(arguments[0], Name):
            words = Text("decimals 只带一个名称", "decimals takes the name of one figure")
            raise EditSyntaxError(name.place, words)
        return Call(function, arguments)

    def _conditions(self) -> Iterator[Condition]:
        start = self._next
        yield _condition(self._any(), start)
        while self._accept(","):
            start = self._next
            yield _condition(self._any(), start)
        self._expect(")")

    def _arguments(self) -> Iterator[Operand | Span]:
        yield self._argument()
        while self._accept(","):
            yield self._argument()
        self._expect(")")

    def _argument(self) -> Operand | Span:
        start = self._next
        first = _operand(self._sum(), start)
        if not self._accept(":"):
            return first
        second = self._next
        last = self._sum()
        if not (isinstance(first, Name) and isinstance(last, Name)):
            place = second.place if isinstance(first, Name) else start.place
            words = Text("区间两端应为名称", "a range runs from one name to another")
            raise EditSyntaxError(place, words)
        return Span(first, last)


def _name(token: Token) -> Name:
    parts = tuple(token.text.split("."))
    if len(parts) > LONGEST_NAME:
        words = Text(
            "名称至多三段:表.行.列", "a name has at most three parts: table.line.head"
        )
        raise EditSyntaxError(token.place, words)
    return Name(parts)
