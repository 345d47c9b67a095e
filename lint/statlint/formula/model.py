"""A formula taken apart: its tree, and the cells and names that it refers to."""

from __future__ import annotations

from typing import TypeAlias

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.values import CellRange, CellRef, Number


class Whole(StrEnum):
    """Whether a reference names cells, or rows or columns from end to end."""

    CELLS = "cells"
    ROWS = "rows"
    COLUMNS = "columns"


@dataclass(frozen=True, slots=True)
class Absolute:
    """Which sides of a reference stay where they are when the formula is copied: the $ signs."""

    first_row: bool = False
    first_column: bool = False
    last_row: bool = False
    last_column: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell or range that a formula names, with the corners in order (A3:A1 is A1:A3).

    `sheet` is None for the formula's own sheet; `last_sheet` is set where a range goes over
    several sheets (Jan:Mar!B4). `file` is the number of another file, counted from 1 (see
    Workbook.links), and None for this one; it is 0 where the formula spells that file's name
    itself, and then `book` is the name. `range` reaches to the last row of any sheet where
    whole columns are named (B:B), and likewise for rows.
    """

    range: CellRange
    sheet: str | None = None
    last_sheet: str | None = None
    file: int | None = None
    book: str | None = None
    absolute: Absolute = Absolute()
    whole: Whole = Whole.CELLS

    @property
    def single(self) -> bool:
        """Whether it names one cell only."""
        return self.range.first == self.range.last and self.last_sheet is None


@dataclass(frozen=True, slots=True)
class Constant:
    """A figure, text or truth value written in the formula."""

    value: Number | str | bool


@dataclass(frozen=True, slots=True)
class ErrorConstant:
    """An error value in the formula: #REF! where a cell it named was deleted."""

    text: str


@dataclass(frozen=True, slots=True)
class NameUse:
    """A defined name, or a name the formula gives itself, with the sheet or file it is from."""

    name: str
    sheet: str | None = None
    file: int | None = None


@dataclass(frozen=True, slots=True)
class Structured:
    """A reference to a part of an Excel table, as written: Sales[Amount]."""

    text: str


@dataclass(frozen=True, slots=True)
class ArrayConstant:
    """Values in braces: {1,2;3,4}."""

    rows: tuple[tuple[Constant | ErrorConstant, ...], ...]


@dataclass(frozen=True, slots=True)
class Omitted:
    """An argument left out between two commas."""


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments; the name is in capitals, without _xlfn. before it."""

    function: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Signed:
    """A sign at one operand: + or - before it, % after it."""

    sign: str
    operand: Node


@dataclass(frozen=True, slots=True)
class Chain:
    """Operands with operators of one rank between them, reckoned from left to right.

    There is one operator less than operands. A long sum is one chain, so that no tree is deep.
    """

    operands: tuple[Node, ...]
    operators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouped:
    """Something in brackets."""

    inner: Node


Node: TypeAlias = (
    Constant
    | ErrorConstant
    | Reference
    | NameUse
    | Structured
    | ArrayConstant
    | Omitted
    | Call
    | Signed
    | Chain
    | Grouped
)


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was understood.

    `at` is the cell it stands in. `pieces` is its text cut at the references: texts (in capitals,
    without white space that means nothing) and references, in order.
    """

    text: str
    at: CellRef
    tree: Node
    pieces: tuple[str | Reference, ...]
    references: tuple[Reference, ...]
    functions: frozenset[str]
    names: frozenset[str] = frozenset()
