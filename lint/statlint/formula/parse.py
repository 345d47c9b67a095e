"""From the text of a formula to its tree."""

from __future__ import annotations

from statlint.formula.model import Formula
from statlint.values import CellRef


def parse(text: str, at: CellRef) -> Formula | None:
    """Take a formula apart; None where it is not understood."""
    del text, at
    return None
