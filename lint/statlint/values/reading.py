"""What a cell that should hold a figure can hold: a figure, nothing, a mark, or something else."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

Number: TypeAlias = int | Decimal


class Trait(StrEnum):
    """How a figure that can be read was written."""

    FULL_WIDTH = "full-width"
    LEADING_ZERO = "leading-zero"
    GROUPED = "grouped"
    SIGN_IN_WORDS = "sign-in-words"
    BRACKETED = "bracketed"
    STORED_AS_TEXT = "stored-as-text"
    UNIT_IN_CELL = "unit-in-cell"


class Flaw(StrEnum):
    """Why a text cannot be taken as a figure."""

    TEXT = "text"
    INEXACT = "inexact"
    BAD_GROUPING = "bad-grouping"
    LOOKALIKE = "lookalike"
    DATE = "date"
    SCIENTIFIC = "scientific"
    ERROR_VALUE = "error-value"
    NO_RESULT = "no-result"
    BOOLEAN = "boolean"
    FOOTNOTE = "footnote"
    WORDS = "numeral-in-words"


@dataclass(frozen=True, slots=True)
class Figure:
    """An exact figure: the text as written, its unit if the cell names one, its decimals."""

    value: Number
    text: str
    unit: str | None = None
    decimals: int = 0
    traits: frozenset[Trait] = frozenset()


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing in the cell (white space counts as nothing)."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign in place of a figure: —, /, 无, .., x."""

    text: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A text where a figure is due, why it is none, and the figure it may be meant to be."""

    text: str
    flaw: Flaw
    proposal: Number | None = None


Reading: TypeAlias = Figure | Blank | Mark | Unreadable
