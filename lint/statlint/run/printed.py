"""What is printed in a cell: the figure as its number format shows it, or the text."""

from __future__ import annotations

from statlint.grid import Grid
from statlint.values import Figure
from statlint.workbook import CellKind

_LONGEST = 400
"""Signs of the longest text that is printed whole."""


def printed(grid: Grid, row: int, column: int) -> str:
    """Write what a cell shows: decimals, per cent and thousands as its number format says."""
    look = grid.look_at(row, column)
    if look is None:
        return ""
    if look[0] is CellKind.NUMBER and look[2]:
        reading = grid.reading(row, column)
        if isinstance(reading, Figure):
            return _shown(reading, look[2])
    text = look[1].strip()
    if not text.isprintable():
        # Signs that turn the order of others round, or that a page may not hold.
        text = "".join(sign if sign.isprintable() else " " for sign in text)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def is_figure(grid: Grid, row: int, column: int) -> bool:
    """Tell whether a cell holds a figure, which stands at the right of its column."""
    look = grid.look_at(row, column)
    if look is None:
        return False
    return look[0] is CellKind.NUMBER or (
        look[0] is CellKind.TEXT and isinstance(grid.reading(row, column), Figure)
    )


def _shown(figure: Figure, number_format: str) -> str:
    if figure.shown is None or figure.unit == "%":
        return figure.text
    return f"{figure.shown:,}" if "#,#" in number_format else str(figure.shown)
