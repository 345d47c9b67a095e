"""The grammar of formulas: operands with operators between them, calls, brackets and arrays."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from statlint.formula.model import (
    ArrayConstant,
    Call,
    Chain,
    Constant,
    ErrorConstant,
    Grouped,
    NameUse,
    Node,
    Omitted,
    Reference,
    Signed,
    Structured,
)
from statlint.formula.places import NotUnderstoodError, read_prefix
from statlint.formula.ranks import fold
from statlint.formula.tokens import Kind, Token

DEEPEST = 64
"""Excel's own bound for functions inside functions; brackets and signs are counted here too."""

_MOST_PER_CENT = 2
_MAY_NAME_CELLS = (Reference, NameUse, Structured, Call, Grouped, ErrorConstant)
_MOST_DIGITS = 400
_LARGEST_EXPONENT = 308


class Grammar:
    """Reads tokens from left to right; counts how deep they are nested."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """Stand before the first token."""
        self._tokens = tokens
        self._position = 0
        self._depth = 0

    def formula(self) -> Node:
        """Read the whole; raises NotUnderstoodError."""
        tree = self._expression()
        if self._next.kind is not Kind.END:
            raise NotUnderstoodError
        return tree

    @property
    def _next(self) -> Token:
        return self._tokens[self._position]

    def _take(self) -> Token:
        token = self._next
        self._position += 1
        return token

    def _accept(self, sign: str) -> bool:
        if self._next.kind is Kind.SIGN and self._next.text == sign:
            self._position += 1
            return True
        return False

    def _expression(self) -> Node:
        """Read operands and operators up to something else; the ranks are sorted out after."""
        operand = self._operand()
        if self._next.kind is not Kind.OPERATOR:
            return operand
        operands, operators = [operand], []
        while self._next.kind is Kind.OPERATOR:
            operators.append(self._take().text)
            operands.append(self._operand())
        return fold(operands, operators)

    def _operand(self) -> Node:
        """Read one operand with its signs: a sign before it binds closer than % after it."""
        before = self._signs("+", "-")
        self._deepen(len(before))
        node = self._cells()
        self._depth -= len(before)
        after = self._signs("%")
        if len(after) > _MOST_PER_CENT:
            raise NotUnderstoodError
        for sign in (*reversed(before), *after):
            node = Signed(sign, node)
        return node

    def _signs(self, *wanted: str) -> list[str]:
        signs = []
        while self._next.kind is Kind.OPERATOR and self._next.text in wanted:
            signs.append(self._take().text)
        return signs

    def _deepen(self, levels: int) -> None:
        self._depth += levels
        if self._depth > DEEPEST:
            raise NotUnderstoodError

    def _cells(self) -> Node:
        """Read a value, or what names cells: ranges and intersections of references."""
        operands, operators = [self._primary()], []
        while isinstance(operands[-1], _MAY_NAME_CELLS):
            if self._next.kind is Kind.OPERATOR and self._next.text == ":":
                operators.append(self._take().text)
            elif self._next.spaced and self._next.begins_reference:
                operators.append(" ")
            else:
                break
            operands.append(self._primary())
        return fold(operands, operators)

    def _primary(self) -> Node:
        token = self._take()
        if token.reference:
            return token.reference
        if token.kind is Kind.NUMBER:
            return Constant(_number(token.text))
        if token.kind is Kind.TEXT:
            return Constant(token.text[1:-1].replace('""', '"'))
        if token.kind is Kind.ERROR:
            return ErrorConstant(token.text.upper())
        if token.kind is Kind.TRUTH:
            return Constant(token.text.upper() == "TRUE")
        if token.kind is Kind.NAME:
            prefix = read_prefix(token.prefix)
            return NameUse(token.text, prefix.sheet, prefix.file)
        if token.kind is Kind.STRUCTURED:
            return Structured(token.text)
        return self._nested(token)

    def _nested(self, token: Token) -> Node:
        """Read a call, a bracket or an array; counts the depth."""
        self._deepen(1)
        if token.kind is Kind.FUNCTION:
            node: Node = Call(token.text, self._arguments())
        elif token.kind is Kind.SIGN and token.text == "(":
            node = Grouped(self._union())
        elif token.kind is Kind.SIGN and token.text == "{":
            node = ArrayConstant(self._rows())
        else:
            raise NotUnderstoodError
        self._depth -= 1
        return node

    def _arguments(self) -> tuple[Node, ...]:
        if self._accept(")"):
            return ()
        arguments = [self._argument()]
        while self._accept(","):
            arguments.append(self._argument())
        self._close(")")
        return tuple(arguments)

    def _argument(self) -> Node:
        if self._next.kind is Kind.SIGN and self._next.text in {",", ")"}:
            return Omitted()
        return self._expression()

    def _close(self, sign: str) -> None:
        if not self._accept(sign):
            raise NotUnderstoodError

    def _union(self) -> Node:
        """Read what stands in brackets: an expression, or references with commas between them."""
        operands = [self._expression()]
        while self._accept(","):
            operands.append(self._expression())
        self._close(")")
        if len(operands) == 1:
            return operands[0]
        return Chain(tuple(operands), (",",) * (len(operands) - 1))

    def _rows(self) -> tuple[tuple[Constant | ErrorConstant, ...], ...]:
        rows = [[self._element()]]
        while not self._accept("}"):
            if self._accept(","):
                rows[-1].append(self._element())
            elif self._accept(";"):
                rows.append([self._element()])
            else:
                raise NotUnderstoodError
        return tuple(tuple(row) for row in rows)

    def _element(self) -> Constant | ErrorConstant:
        """Read one value of an array: a constant, with a minus at most."""
        minus = self._next.kind is Kind.OPERATOR and self._next.text == "-"
        if minus:
            self._take()
        node = self._primary()
        if not isinstance(node, Constant | ErrorConstant):
            raise NotUnderstoodError
        if not minus:
            return node
        if isinstance(node, ErrorConstant) or isinstance(node.value, str | bool):
            raise NotUnderstoodError
        return Constant(-node.value)


def _number(written: str) -> int | Decimal:
    """Read a figure exactly; Excel has none beyond 308 places."""
    value = Decimal(written)
    if len(written) > _MOST_DIGITS or abs(value.adjusted()) > _LARGEST_EXPONENT:
        raise NotUnderstoodError
    return int(value) if value == value.to_integral_value() else value
