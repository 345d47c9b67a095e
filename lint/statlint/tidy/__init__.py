"""From a long list (one figure a row) to what is odd in it."""

from statlint.tidy.model import (
    Hole,
    Lapse,
    OddCode,
    OddFigure,
    OddJump,
    OddKind,
    OddText,
    OtherWord,
    Repeat,
    TidyTable,
)

__all__ = [
    "Hole",
    "Lapse",
    "OddCode",
    "OddFigure",
    "OddJump",
    "OddKind",
    "OddText",
    "OtherWord",
    "Repeat",
    "TidyTable",
]
