"""Texts that are words beyond doubt: most cells that hold no figure do."""

from __future__ import annotations

import re

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
# Patterns are compiled at their first use: most files need none, and all pay for the start.
_WORDS = (
    r"(?=[A-Za-z]{5})[OolI]{0,4}[A-HJ-NP-Za-km-np-z]"
    rf"|[^{_IN_FIGURES}\x00-\u33ff\ua000-\U0010ffff]"
)
"""Five letters of which one is not typed for a digit, or a Chinese sign that no figure needs."""
INEXACT = r"约|近|大概|左右|上下|超过|不足|至少|余|多|以上|以下|几|[~≈><≥≤]|about|over"
"""What is said beside a figure that is not exact."""
FOOTNOTE = r"[¹²³⁰-⁹①-⑳⑴-⒇†‡§*]"
"""Signs that lead from a figure to its note."""
_DOUBTFUL = rf"{FOOTNOTE}|^#|{INEXACT}"
"""What makes of a text more than words, where it has digits."""


def is_wording(text: str) -> bool:
    """Tell at little cost that a plain text is words; a figure, however written, never is."""
    return (
        re.compile(_WORDS).search(text) is not None and re.compile(_DOUBTFUL).search(text) is None
    )
