"""From a long list (one figure a row) to what is odd in it."""

from statlint.tidy.model import (
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
)

__all__ = [
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
]
