"""Which sign separates the cells of a text file."""

from __future__ import annotations

import csv
import re
from collections import Counter
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CANDIDATES = ("\t", ",", ";", "|", "，")
_SAMPLE_ROWS = 40
_SAMPLE_LENGTH = 64 << 10
_DECLARED = re.compile(r"""\ufeff?"?sep=([^"\r\n])"?\r?\n?""", re.IGNORECASE)
_FIGURE = re.compile(r"[-+－＋]?[0-9０-９][0-9０-９.,，．]*[%％]?")
# Prose uses this sign: it separates cells only where hardly a row speaks against it.
_PROSE = {"，": 0.5}
_LEAST = 0.5


def declared_separator(text: str) -> str | None:
    """Give the separator that a first line such as `sep=;` names."""
    end = text.find("\n")
    found = _DECLARED.fullmatch(text[: end + 1] if end >= 0 else text)
    return found[1] if found else None


def choose_separator(text: str) -> str:
    """Choose the sign that gives the most even rows; empty for a text of one column."""
    scores = [
        (score, -order, sign)
        for order, sign in enumerate(CANDIDATES)
        if sign in text[:_SAMPLE_LENGTH] and (score := _score(text, sign)) is not None
    ]
    return max(scores)[2] if scores else ""


def _score(text: str, sign: str) -> tuple[float, float, int] | None:
    """Measure how even the rows are under a separator, how many cells are figures, and how wide."""
    rows = [row for row in _sample(text, sign) if row]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return None
    width, even = max(widths.items(), key=lambda counted: (counted[1], counted[0]))
    share = even / len(rows)
    if share < _PROSE.get(sign, 0) or (share < _LEAST and even < 2):  # noqa: PLR2004
        return None
    cells = [cell.strip() for row in rows if len(row) == width for cell in row]
    plain = sum(not cell or _FIGURE.fullmatch(cell) is not None for cell in cells)
    return round(share, 1), round(plain / len(cells), 2), width


def _sample(text: str, sign: str) -> Iterator[list[str]]:
    """Read the first rows under a separator; what an open quote has swallowed is left out."""
    lines = StringIO(text[:_SAMPLE_LENGTH], newline="")
    try:
        for count, row in enumerate(csv.reader(lines, delimiter=sign)):
            if count == _SAMPLE_ROWS:
                return
            yield row
    except csv.Error:
        return
