"""What a cell that should hold a figure can hold: a figure, nothing, a mark, or something else."""

from __future__ import annotations

from decimal import Decimal

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.typed import TypeAlias

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


def decimals_of(number: Number) -> int:
    """Count the decimals that a number is stored with."""
    if isinstance(number, int):
        return 0
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


@dataclass(frozen=True, slots=True)
class Figure:
    """An exact figure: the text as written, its unit if the cell names one, its decimals.

    `shown` is what a number format with fixed decimals displays of it, with these decimals.
    """

    value: Number
    text: str
    unit: str | None = None
    decimals: int = 0
    traits: frozenset[Trait] = frozenset()
    shown: Number | None = None

    @property
    def rounder(self) -> bool:
        """Whether what is displayed differs from what is stored."""
        return self.shown is not None and self.shown != self.value

    @property
    def stored(self) -> tuple[Number, int]:
        """The figure as stored, and its decimals: a format may show zeros that are not stored."""
        shown = 0 if self.shown is None else decimals_of(self.shown)
        return self.value, max(self.decimals, decimals_of(self.value), shown)

    @property
    def displayed(self) -> tuple[Number, int]:
        """The figure as a reader sees it, and its decimals."""
        if self.shown is None:
            return self.value, self.decimals
        return self.shown, decimals_of(self.shown)


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
