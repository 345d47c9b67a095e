"""Texts that are words beyond doubt: most cells that hold no figure do."""

from __future__ import annotations

from statlint.pattern import pattern_of
from statlint.values.numeral import NUMERAL_WORDS
from statlint.values.unit import UNITS

_IN_FIGURES = "".join(
    (
        NUMERAL_WORDS,
        *UNITS,
        "同环比较与上去年月季度期相减少下降低负新增加长提高升正持平不变并列第名位日注",
    )
)
"""Chinese signs that may stand in a cell with a figure: numerals, units, changes, places, dates."""
_NO_WORDS = str.maketrans(dict.fromkeys(_IN_FIGURES))
_LETTERS = pattern_of(r"(?=[A-Za-z]{5})[OolI]{0,4}[A-HJ-NP-Za-km-np-z]")
"""Five letters of which one is not typed for a digit."""
INEXACT = r"约|近|大概|左右|上下|超过|不足|至少|余|多|以上|以下|几|[~≈><≥≤]|about|over"
"""What is said beside a figure that is not exact."""
FOOTNOTE = r"[¹²³⁰-⁹①-⑳⑴-⒇†‡§*]"
"""Signs that lead from a figure to its note."""
_DOUBTFUL = pattern_of(rf"{FOOTNOTE}|^#|{INEXACT}")
"""What makes of a text more than words, where it has digits."""


def is_wording(text: str) -> bool:
    """Tell at little cost that a plain text is words; a figure, however written, never is."""
    return (_is_chinese(text) or _LETTERS.search(text) is not None) and not _DOUBTFUL.search(text)


def _is_chinese(text: str) -> bool:
    # A pattern with thousands of signs is slow to compile: each start would pay for it.
    return any("\u3400" <= sign <= "\u9fff" for sign in text.translate(_NO_WORDS))
