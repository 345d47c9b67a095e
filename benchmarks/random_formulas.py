"""Random formulas over a small sheet of figures, texts and gaps, for an oracle to reckon."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from openpyxl import Workbook

COLUMNS, ROWS = "ABCDEF", 20
OTHER_SHEET = "表 二"
_RANGED = ("SUM", "SUM", "SUM", "AVERAGE", "MIN", "MAX", "COUNT", "COUNTA", "PRODUCT")
_SUBTOTALS = (1, 2, 3, 4, 5, 6, 9, 101, 102, 103, 104, 105, 106, 109)
_TEXTS = ("无", "—", "合计", "12", "3.5", " 7 ", "50%", "1,234")
_COMPARISONS = ("=", "<>", "<", ">", "<=", ">=")
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes random formulas; the same seed writes the same ones."""

    random: Random

    def formula(self) -> str:
        """Write one formula with its sign."""
        return "=" + self.expression(0)

    def expression(self, depth: int) -> str:
        """Write something that gives one value."""
        if depth >= _DEEPEST:
            return self.random.choice((self.cell, self.figure))()
        kinds: tuple[Callable[[int], str], ...] = (
            self._operation,
            self._operation,
            self._ranged,
            self._ranged,
            self._subtotal,
            self._rounded,
            self._choice,
            self._signed,
            self._joined,
        )
        return self.random.choice(kinds)(depth + 1)

    def cell(self) -> str:
        """Write a reference to one cell, now and then of the other sheet."""
        dollars = self.random.choice(("", "", "$"))
        reference = f"{dollars}{self.random.choice(COLUMNS)}{self.random.randint(1, ROWS)}"
        return reference if self.random.random() > 1 / 8 else f"'{OTHER_SHEET}'!{reference}"

    def range(self) -> str:
        """Write a range of some cells, a whole column now and then."""
        left, right = sorted(self.random.choices(COLUMNS, k=2))
        if self.random.random() < 1 / 5:
            right = left
        low, high = sorted(self.random.randint(1, ROWS) for _ in range(2))
        reference = f"{left}{low}:{right}{high}"
        return reference if self.random.random() > 1 / 8 else f"'{OTHER_SHEET}'!{reference}"

    def figure(self) -> str:
        """Write a small figure."""
        return self.random.choice(("0", "1", "2", "3", "10", "0.5", "1.25", "100", "1E3", "7%"))

    def _operation(self, depth: int) -> str:
        operator = self.random.choice("++--**//^")
        one, other = self.expression(depth), self.expression(depth)
        if operator == "^":
            other = self.random.choice("0123")
        return self.random.choice(("{}{}{}", "({}{}{})")).format(one, operator, other)

    def _ranged(self, _depth: int) -> str:
        arguments = [
            self.random.choice((self.range, self.range, self.cell, self.figure))()
            for _ in range(self.random.randint(1, 3))
        ]
        return f"{self.random.choice(_RANGED)}({','.join(arguments)})"

    def _subtotal(self, _depth: int) -> str:
        return f"SUBTOTAL({self.random.choice(_SUBTOTALS)},{self.range()})"

    def _rounded(self, depth: int) -> str:
        if self.random.random() < 1 / 4:
            return f"{self.random.choice(('ABS', 'INT', 'TRUNC'))}({self.expression(depth)})"
        name = self.random.choice(("ROUND", "ROUND", "ROUNDUP", "ROUNDDOWN"))
        return f"{name}({self.expression(depth)},{self.random.choice(('-1', '0', '1', '2'))})"

    def _choice(self, depth: int) -> str:
        if self.random.random() < 1 / 4:
            return f"IFERROR({self.expression(depth)},{self.figure()})"
        return f"IF({self._condition(depth)},{self.expression(depth)},{self.expression(depth)})"

    def _condition(self, depth: int) -> str:
        plain = self.cell() + self.random.choice(_COMPARISONS) + self.expression(depth)
        other = self.cell() + self.random.choice(_COMPARISONS) + self.figure()
        return self.random.choice((plain, f"AND({plain},{other})", f"OR({plain},{other})"))

    def _signed(self, depth: int) -> str:
        return self.random.choice(("-{}", "({})%", "+{}", "-({})")).format(self.expression(depth))

    def _joined(self, _depth: int) -> str:
        return f'"共"&{self.cell()}&"件"'


def random_book(seed: int, formulas: int) -> Workbook:
    """Make a workbook with formulas that have no results yet, in column H of its first sheet."""
    random = Random(seed)  # noqa: S311 - a seed makes the same workbook again
    book = Workbook()
    first, second = book.worksheets[0], book.create_sheet(OTHER_SHEET)
    for sheet in (first, second):
        for row in range(1, ROWS + 1):
            for column in range(1, len(COLUMNS) + 1):
                sheet.cell(row, column, _content(random))
    for row in random.sample(range(1, ROWS + 1), 2):
        first.row_dimensions[row].hidden = True
    writer = Writer(random)
    for row in range(1, formulas + 1):
        first.cell(row, len(COLUMNS) + 2, writer.formula())
    return book


def _content(random: Random) -> int | float | str | bool | None:
    """Give what a cell of a hurried table may hold."""
    kind = random.random()
    if kind < 3 / 5:
        return random.randint(-5, 2000)
    if kind < 4 / 5:
        return round(random.uniform(-10, 1000), random.randint(1, 3))
    if kind < 9 / 10:
        return None
    return random.choice(_TEXTS if kind < 199 / 200 else (True, False))
