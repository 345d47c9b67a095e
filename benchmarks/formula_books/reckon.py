"""Work out the formulas of a workbook as Excel does, in binary floating point."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from formula_books.functions import FUNCTIONS
from formula_books.model import Book, Content
from formula_books.values import (
    BY_ZERO,
    Argument,
    Block,
    Failure,
    Value,
    Wrong,
    number,
    serial,
    single,
    text,
)
from statlint.values import CellRange, CellRef

_TOKEN = re.compile(
    r"""\s*(?:
    (?P<text>"(?:[^"]|"")*") | (?P<figure>\d+(?:\.\d+)?(?:E[+-]?\d+)?) |
    (?P<place>(?:'(?:[^']|'')+'!|[\w.\[\]]+!)?
        \$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![\w(]) |
    (?P<error>\#[A-Z0-9/]+[!?]?) | (?P<word>[^\W\d][\w.]*) | (?P<sign><=|>=|<>|[-+*/^&=<>(),%])
    )""",
    re.VERBOSE,
)
_LEVELS = (("=", "<>", "<", ">", "<=", ">="), ("&",), ("+", "-"), ("*", "/"), ("^",))


@dataclass(slots=True)
class Reckoner:
    """Work out cells of a workbook."""

    book: Book
    _known: dict[tuple[str, str], Value] = field(default_factory=dict)
    _open: set[tuple[str, str]] = field(default_factory=set)

    def value(self, sheet: str, ref: str) -> Value:
        """Give what a cell shows; a formula that needs itself gives 0, as Excel writes it."""
        key = (sheet, ref)
        if key in self._known:
            return self._known[key]
        if key in self._open:
            return 0
        content = self._contents(sheet).get(ref)
        if not (isinstance(content, str) and content.startswith("=")):
            return serial(content) if isinstance(content, date) else content
        self._open.add(key)
        self._known[key] = _shown(_Reading(content[1:], sheet, self).whole())
        self._open.discard(key)
        return self._known[key]

    def _contents(self, sheet: str) -> Mapping[str, Content]:
        return next(page.cells for page in self.book.pages if page.name == sheet)

    def block(self, sheet: str, written: str, *, nested: bool = True) -> Argument:
        """Give what stands in a place: one value, or a range row by row."""
        if "[" in sheet:
            return self.book.elsewhere[f"{sheet}!{written}"]
        around = CellRange.parse(written.replace("$", ""))
        if ":" not in written:
            return self._known_or_wrong(sheet, str(around.first), nested=nested)
        rows: Block = tuple(
            tuple(
                self._known_or_wrong(sheet, str(CellRef(row, column)), nested=nested)
                for column in range(around.first.column, around.last.column + 1)
            )
            for row in range(around.first.row, around.last.row + 1)
        )
        return rows

    def _known_or_wrong(self, sheet: str, ref: str, *, nested: bool) -> Value:
        if not nested and "SUBTOTAL(" in str(self._contents(sheet).get(ref, "")):
            return None
        return self.value(sheet, ref)


class _Reading:
    """One formula while it is read and worked out."""

    def __init__(self, formula: str, sheet: str, reckoner: Reckoner) -> None:
        self._sheet, self._reckoner, self._inside = sheet, reckoner, ""
        self._tokens = [
            (found.lastgroup or "", found[found.lastgroup or 0])
            for found in _TOKEN.finditer(formula)
        ]
        written = "".join(token for _, token in self._tokens)
        if re.sub(r"\s", "", written) != re.sub(r"\s", "", formula):
            message = f"{formula!r} is more than this can read"
            raise ValueError(message)
        self._at = 0

    def whole(self) -> Argument:
        """Work out the whole formula."""
        result = self._level(0)
        if self._at < len(self._tokens):
            message = f"{self._tokens} goes on after {self._at}"
            raise ValueError(message)
        return result

    def _next(self, *signs: str) -> str | None:
        if self._at < len(self._tokens) and self._tokens[self._at][1] in signs:
            self._at += 1
            return self._tokens[self._at - 1][1]
        return None

    def _level(self, level: int) -> Argument:
        if level == len(_LEVELS):
            return self._signed()
        left = self._level(level + 1)
        while (sign := self._next(*_LEVELS[level])) is not None:
            left = _worked(sign, left, self._level(level + 1))
        return left

    def _signed(self) -> Argument:
        if self._next("-"):
            return _worked("-", 0, self._signed())
        if self._next("+"):
            return self._signed()
        value = self._single()
        while self._next("%"):
            value = _worked("/", value, 100)
        return value

    def _single(self) -> Argument:
        if self._next("("):
            value = self._level(0)
            self._next(")")
            return value
        kind, token = self._tokens[self._at]
        self._at += 1
        if kind == "text":
            return token[1:-1].replace('""', '"')
        if kind == "figure":
            return int(token) if token.isdigit() else float(token)
        if kind == "error":
            return Wrong(token)
        if kind == "place":
            sheet, mark, written = token.rpartition("!")
            name = sheet.strip("'").replace("''", "'") if mark else self._sheet
            return self._reckoner.block(name, written, nested=self._inside != "SUBTOTAL")
        return self._called(token)

    def _called(self, name: str) -> Argument:
        if not self._next("("):
            if name in {"TRUE", "FALSE"}:
                return name == "TRUE"
            sheet, _, written = self._reckoner.book.names[name].rpartition("!")
            return self._reckoner.block(sheet.strip("'"), written)
        outer, self._inside = self._inside, name
        arguments: list[Argument] = []
        while not self._next(")"):
            arguments.append(self._level(0))
            self._next(",")
        self._inside = outer
        try:
            return FUNCTIONS[name](*arguments)
        except Failure as failure:
            return failure.wrong


def _shown(value: Argument) -> Value:
    """Give what a cell shows of a value: 0 for a blank, one of several."""
    one = value[0][0] if isinstance(value, tuple) else value
    return 0 if one is None else one


def _worked(sign: str, left: Argument, right: Argument) -> Value:
    """Work out one operator; an error value on either side is the result."""
    try:
        return _operated(sign, left, right)
    except Failure as failure:
        return failure.wrong


def _operated(sign: str, left: Argument, right: Argument) -> Value:
    """Work out one operator on two values."""
    if sign == "&":
        return text(left) + text(right)
    if sign in _LEVELS[0]:
        return _compared(sign, single(left), single(right))
    one, other = number(left), number(right)
    if sign == "/":
        if other == 0:
            raise Failure(BY_ZERO)
        return one / other
    if sign == "^":
        return float(one**other)
    return {"+": one + other, "-": one - other, "*": one * other}[sign]


def _compared(sign: str, left: Value, right: Value) -> bool:
    """Compare as Excel does: a blank is 0 or no text; texts stand after numbers."""
    if left is None:
        left = "" if isinstance(right, str) else 0
    if right is None:
        right = "" if isinstance(left, str) else 0
    one, other = (isinstance(value, str) for value in (left, right))
    if one != other:
        order = 1 if one else -1
    elif one:
        order = (str(left) > str(right)) - (str(left) < str(right))
    else:
        order = (number(left) > number(right)) - (number(left) < number(right))
    return {
        "=": order == 0,
        "<>": order != 0,
        "<": order < 0,
        ">": order > 0,
        "<=": order <= 0,
        ">=": order >= 0,
    }[sign]
