"""What a formula gives, reckoned from the stored values of the cells it reads."""

from __future__ import annotations

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.values import Number


class LeftAlone(StrEnum):
    """Why a formula was not reckoned."""

    NOT_UNDERSTOOD = "not-understood"
    FUNCTION = "function"
    ARRAY = "array"
    NAME = "name"
    OTHER_FILE = "other-file"
    NO_SHEET = "no-sheet"
    NO_RESULT = "no-result"
    """It reads a formula whose result the file does not store, or stores none itself."""
    ITSELF = "itself"
    """It reads its own cell."""
    DATE = "date"
    TOO_LARGE = "too-large"
    TOO_LONG = "too-long"
    """All formulas of the file together are too long to be taken apart."""
    TEXT = "text"
    """It turns on how Excel reads, compares or writes a text."""
    TRUTH_VALUE = "truth-value"
    """It turns on a TRUE or FALSE, which is a figure in LibreOffice and none in Excel."""
    NOISE = "noise"
    """It turns on the last digit of a binary figure."""
    HIDDEN = "hidden"
    """It leaves out what a filter hides, and the file does not say what hides a row."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A formula that is left alone: why, and the function, name, sheet or file to blame, if any."""

    why: LeftAlone
    what: str = ""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A formula's value now, beside the stored one.

    `shown` is the value as Excel shows it in General format, `number` the same as a figure (None
    for a text, a truth value or an error). `agrees` tells whether the stored value is this one,
    but for the noise of binary figures.
    """

    shown: str
    agrees: bool
    number: Number | None = None
