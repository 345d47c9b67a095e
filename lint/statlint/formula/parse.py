"""From the text of a formula to its tree."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from statlint.formula.model import (
    ArrayConstant,
    Call,
    Chain,
    Constant,
    ErrorConstant,
    Formula,
    Grouped,
    NameUse,
    Node,
    Omitted,
    Reference,
    Signed,
    Structured,
)
from statlint.formula.places import NotUnderstoodError, read_prefix
from statlint.formula.tokens import Kind, Token, tokenize
from statlint.values import CellRef

DEEPEST = 64
"""Excel's own bound for functions inside functions; brackets and signs are counted here too."""

_MOST_PER_CENT = 2

_RANKS = ((":",), (" ",), ("^",), ("*", "/"), ("+", "-"), ("&",), ("=", "<>", "<", ">", "<=", ">="))
"""Operators by how close they bind, the closest first."""

_BEGINS_REFERENCE = frozenset({Kind.REFERENCE, Kind.NAME, Kind.STRUCTURED, Kind.FUNCTION})
_MAY_NAME_CELLS = (Reference, NameUse, Structured, Call, Grouped, ErrorConstant)
_MOST_DIGITS = 400
_LARGEST_EXPONENT = 308


def parse(text: str, at: CellRef) -> Formula | None:
    """Take a formula apart; None where it is not understood."""
    try:
        tokens = tokenize(text)
        tree = _Parser(tokens).formula()
    except NotUnderstoodError:
        return None
    return Formula(
        text=text,
        at=at,
        tree=tree,
        pieces=_pieces(tokens),
        references=tuple(token.reference for token in tokens if token.reference),
        functions=frozenset(token.text for token in tokens if token.kind is Kind.FUNCTION),
        names=frozenset(token.text for token in tokens if token.kind is Kind.NAME),
    )


def _pieces(tokens: Sequence[Token]) -> tuple[str | Reference, ...]:
    """Give texts and references in order; white space is kept where it means an intersection."""
    pieces: list[str | Reference] = []
    for before, token in zip((None, *tokens), tokens, strict=False):
        written = _written(token)
        if token.spaced and before and _ends(before) and _begins(token):
            written = f" {written}"
        if written and pieces and isinstance(pieces[-1], str):
            pieces[-1] += written
        elif written:
            pieces.append(written)
        if token.reference:
            pieces.append(token.reference)
    return tuple(pieces)


def _written(token: Token) -> str:
    if token.kind is Kind.FUNCTION:
        return f"{token.text}("
    if token.kind is Kind.NAME:
        return token.prefix + token.text.upper()
    return "" if token.kind is Kind.REFERENCE else token.text


def _begins(token: Token) -> bool:
    """Tell whether a reference may begin with this token."""
    return token.kind in _BEGINS_REFERENCE or token.text == "("


def _ends(token: Token) -> bool:
    """Tell whether a reference may end with this token."""
    return token.kind in {Kind.REFERENCE, Kind.NAME, Kind.STRUCTURED} or token.text == ")"


class _Parser:
    """Reads tokens from left to right; counts how deep they are nested."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._position = 0
        self._depth = 0

    def formula(self) -> Node:
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
        operands, operators = [self._operand()], []
        while self._next.kind is Kind.OPERATOR:
            operators.append(self._take().text)
            operands.append(self._operand())
        return _fold(operands, operators)

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
            elif self._next.spaced and _begins(self._next):
                operators.append(" ")
            else:
                break
            operands.append(self._primary())
        return _fold(operands, operators)

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
        if token.kind is Kind.NAME:
            return _name(token)
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


def _fold(operands: list[Node], operators: list[str]) -> Node:
    """Bind operands by the ranks of the operators between them, the closest first."""
    for rank in _RANKS:
        if not operators:
            break
        if any(operator in rank for operator in operators):
            operands, operators = _bind(operands, operators, rank)
    if operators:
        raise NotUnderstoodError
    return operands[0]


def _bind(
    operands: list[Node], operators: list[str], rank: tuple[str, ...]
) -> tuple[list[Node], list[str]]:
    """Make a chain of each run of operators of one rank."""
    bound: list[Node] = []
    left: list[str] = []
    members, run = [operands[0]], list[str]()
    for operator, operand in zip(operators, operands[1:], strict=True):
        if operator in rank:
            members.append(operand)
            run.append(operator)
        else:
            bound.append(_chain(members, run))
            left.append(operator)
            members, run = [operand], []
    return [*bound, _chain(members, run)], left


def _chain(members: list[Node], run: list[str]) -> Node:
    return Chain(tuple(members), tuple(run)) if run else members[0]


def _name(token: Token) -> Node:
    if not token.prefix and token.text.upper() in {"TRUE", "FALSE"}:
        return Constant(token.text.upper() == "TRUE")
    prefix = read_prefix(token.prefix)
    return NameUse(token.text, prefix.sheet, prefix.file)


def _number(written: str) -> int | Decimal:
    """Read a figure exactly; Excel has none beyond 308 places."""
    value = Decimal(written)
    if len(written) > _MOST_DIGITS or abs(value.adjusted()) > _LARGEST_EXPONENT:
        raise NotUnderstoodError
    return int(value) if value == value.to_integral_value() else value
