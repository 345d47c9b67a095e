"""From a long list (one figure a row) to what is odd in it."""

from statlint.tidy.model import (
    Absent,
    Beside,
    Gone,
    Hole,
    Lapse,
    OddCode,
    OddFigure,
    OddJump,
    OddKind,
    OddText,
    OtherWord,
    Repeat,
    Revision,
    TidyTable,
    Unlisted,
)

__all__ = [
    "Absent",
    "Beside",
    "Gone",
    "Hole",
    "Lapse",
    "OddCode",
    "OddFigure",
    "OddJump",
    "OddKind",
    "OddText",
    "OtherWord",
    "Repeat",
    "Revision",
    "TidyTable",
    "Unlisted",
]
