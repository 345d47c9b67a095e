"""The parser of edits: text to an expression tree, by recursive descent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

from statlint.dataclass import replace
from statlint.form.cursor import Cursor
from statlint.form.edits import (
    EACH_SOURCE,
    IN_TIME,
    ONE_SOURCE,
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
from statlint.form.functions import FUNCTIONS, LISTING, TESTS, Argument, misuse
from statlint.form.tokens import EditSyntaxError, Kind, Token, tokenize
from statlint.form.walk import walk
from statlint.schema import did_you_mean, listing
from statlint.values import Text

_Node: TypeAlias = Operand | Condition

LONGEST_NAME = 3
_COMPARED = frozenset({"=", "!=", "<=", ">=", "<", ">"})
_OPERANDS = (Constant, Name, Call, Tally, Operation)

_A_FIGURE = Text("一个数字、名称或函数", "a number, a name or a function")
_A_CONDITION = Text(
    "一个条件，例如 new + carry = total + next", "a condition such as new + carry = total + next"
)


def parse_edit(text: str) -> Condition:
    """Parse the text of an edit; raises EditSyntaxError, which says where and what is wrong."""
    return _Parser(Cursor(tokenize(text))).edit()


def _condition(node: _Node, start: Token) -> Condition:
    if isinstance(node, _OPERANDS):
        words = Text(
            f"此处应为{_A_CONDITION.zh}，而不是单独的数",
            f"expected {_A_CONDITION.en}, not a figure",
        )
        raise EditSyntaxError(start.place, words)
    return node


def _operand(node: _Node, start: Token) -> Operand:
    if isinstance(node, _OPERANDS):
        return node
    raise EditSyntaxError(
        start.place, Text("此处应为数，而不是条件", "expected a figure, not a condition")
    )


class _Parser:
    """The grammar: one method for each level, from the loosest (if, iff) to the tightest."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def edit(self) -> Condition:
        start = self._cursor.next
        found = self._any()
        if self._cursor.next.kind is not Kind.END:
            self._refuse_rest()
        self._refuse_several(found)
        return _condition(found, start)

    def _refuse_several(self, found: _Node) -> None:
        """Refuse a figure of several forms where only one figure can stand."""
        for node in walk(found):
            if isinstance(node, Name) and node.source in EACH_SOURCE:
                function = "last" if node.source in IN_TIME else "sum"
                words = Text(
                    f"{node} 是多张表各自的数，只能单独写在函数里，例如 {function}({node})",
                    f"{node} is a figure of each of several tables; it stands by itself inside a "
                    f"function, such as {function}({node})",
                )
                raise EditSyntaxError(self._cursor.place_of(str(node)), words)

    def _refuse_rest(self) -> None:
        if self._cursor.sees(":"):
            many = listing([*LISTING, "rises"])
            words = Text(
                f"区间（如 r1:o3）只能写在函数 {many.zh} 里",
                f"a range such as r1:o3 stands only inside {many.en}",
            )
            raise self._cursor.refused(words)
        raise self._cursor.expected(
            Text("运算符、比较符或结尾", "an operator, a comparison or the end")
        )

    def _any(self) -> _Node:
        """Read what may stand in brackets: a figure or a condition of any kind."""
        if self._cursor.accept("if"):
            condition = self._either_condition()
            self._cursor.expect("then")
            return Implication(condition, self._either_condition())
        start = self._cursor.next
        left = self._either()
        if not self._cursor.accept("iff"):
            return left
        found = Equivalence(_condition(left, start), self._either_condition())
        if self._cursor.sees("iff"):
            words = Text("iff 不能连写，请加括号", "iff cannot be chained; use brackets")
            raise self._cursor.refused(words)
        return found

    def _either_condition(self) -> Condition:
        start = self._cursor.next
        return _condition(self._either(), start)

    def _either(self) -> _Node:
        start = self._cursor.next
        first = self._both()
        if not self._cursor.sees("or"):
            return first
        parts = [_condition(first, start)]
        while self._cursor.accept("or"):
            start = self._cursor.next
            parts.append(_condition(self._both(), start))
        return Junction("or", tuple(parts))

    def _both(self) -> _Node:
        start = self._cursor.next
        first = self._negated()
        if not self._cursor.sees("and"):
            return first
        parts = [_condition(first, start)]
        while self._cursor.accept("and"):
            start = self._cursor.next
            parts.append(_condition(self._negated(), start))
        return Junction("and", tuple(parts))

    def _negated(self) -> _Node:
        if not self._cursor.accept("not"):
            return self._comparison()
        start = self._cursor.next
        with self._cursor.deeper():
            return Negation(_condition(self._negated(), start))

    def _comparison(self) -> _Node:
        start = self._cursor.next
        left = self._sum()
        sign = self._cursor.accept(*_COMPARED)
        if sign is None:
            return left
        second = self._cursor.next
        right = self._sum()
        if self._cursor.sees(*_COMPARED):
            words = Text(
                "比较不能连写，请写成 a < b and b < c",
                "comparisons cannot be chained; write a < b and b < c",
            )
            raise self._cursor.refused(words)
        return Comparison(sign.text, _operand(left, start), _operand(right, second))

    def _sum(self) -> _Node:
        start = self._cursor.next
        left = self._product()
        while sign := self._cursor.accept("+", "-"):
            second = self._cursor.next
            right = _operand(self._product(), second)
            left = Operation(sign.text, _operand(left, start), right)
        return left

    def _product(self) -> _Node:
        start = self._cursor.next
        left = self._signed()
        while sign := self._cursor.accept("*", "/"):
            second = self._cursor.next
            right = _operand(self._signed(), second)
            left = Operation(sign.text, _operand(left, start), right)
        return left

    def _signed(self) -> _Node:
        if not self._cursor.accept("-"):
            return self._atom()
        start = self._cursor.next
        with self._cursor.deeper():
            part = _operand(self._signed(), start)
        if isinstance(part, Constant):
            value = part.value
            return Constant(-value if isinstance(value, int) else value.copy_negate())
        return Operation("-", Constant(0), part)

    def _atom(self) -> _Node:
        if self._cursor.next.kind is Kind.NUMBER:
            written = self._cursor.take().text
            return Constant(Decimal(written) if "." in written else int(written))
        if self._cursor.next.kind is Kind.NAME:
            name = self._cursor.take()
            return self._call(name) if self._cursor.sees("(") else _name(name)
        if not self._cursor.accept("("):
            raise self._cursor.expected(_A_FIGURE)
        with self._cursor.deeper():
            found = self._any()
        if self._cursor.sees(":"):
            self._refuse_rest()
        self._cursor.expect(")")
        return found

    def _call(self, name: Token) -> _Node:
        function = name.text
        if function not in FUNCTIONS:
            hint = did_you_mean(function, FUNCTIONS)
            words = Text(f"没有函数 {function}{hint.zh}", f"no function {function}{hint.en}")
            raise EditSyntaxError(name.place, words)
        self._cursor.expect("(")
        with self._cursor.deeper():
            if function == "count":
                return Tally(tuple(self._conditions()))
            arguments = tuple(self._arguments())
        wrong = misuse(function, arguments)
        if wrong:
            raise EditSyntaxError(name.place, wrong)
        return _made(function, arguments)

    def _conditions(self) -> Iterator[Condition]:
        start = self._cursor.next
        yield _condition(self._any(), start)
        while self._cursor.accept(","):
            start = self._cursor.next
            yield _condition(self._any(), start)
        self._cursor.expect(")")

    def _arguments(self) -> Iterator[Argument]:
        yield self._argument()
        while self._cursor.accept(","):
            yield self._argument()
        self._cursor.expect(")")

    def _argument(self) -> Argument:
        start = self._cursor.next
        if start.kind is Kind.TEXT:
            return Words(self._cursor.take().text[1:-1])
        first = _operand(self._sum(), start)
        if not self._cursor.accept(":"):
            several = isinstance(first, Name) and first.source in EACH_SOURCE
            return Span(first, first) if several and isinstance(first, Name) else first
        second = self._cursor.next
        last = self._sum()
        if not (isinstance(first, Name) and isinstance(last, Name)):
            place = second.place if isinstance(first, Name) else start.place
            words = Text("区间两端应为名称", "a range runs from one name to another")
            raise EditSyntaxError(place, words)
        if last.source not in {"", first.source}:
            words = Text("区间两端应取自同一张表", "both ends of a range are of one table")
            raise EditSyntaxError(second.place, words)
        return Span(first, replace(last, source=first.source))


def _made(function: str, arguments: tuple[Argument, ...]) -> Call | Test:
    """Make a function's node, whose arguments are known to be right."""
    if function in TESTS:
        return Test(function, arguments)
    figures = tuple(part for part in arguments if not isinstance(part, Words))
    return Call(function, figures)


def _name(token: Token) -> Name:
    parts = tuple(token.text.split("."))
    source = parts[0] if len(parts) > 1 and parts[0] in (*ONE_SOURCE, *EACH_SOURCE) else ""
    if source:
        parts = parts[1:]
    if len(parts) > LONGEST_NAME:
        words = Text("名称至多三段：表.行.列", "a name has at most three parts: table.line.head")
        raise EditSyntaxError(token.place, words)
    return Name(parts, source)
