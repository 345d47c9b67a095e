"""Ranges as an .xlsx file writes them: A1:C3, a single cell, whole columns or rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils.cell import range_boundaries

from statlint.workbook.engines import limits

if TYPE_CHECKING:
    from statlint.workbook.engines.stored import StoredRange


def read_range(written: str) -> StoredRange | None:
    """Read a range; None for what is none. Nothing is ever expanded."""
    try:
        left, top, right, bottom = range_boundaries(written)
    except ValueError:
        return None
    # Whole columns have no rows, whole rows no columns; nothing at all has neither.
    if left is None and top is None:
        return None
    left, top = (1 if one is None else one for one in (left, top))
    right = limits.COLUMNS if right is None else right
    bottom = limits.ROWS if bottom is None else bottom
    if not (0 < top <= bottom <= limits.ROWS and 0 < left <= right <= limits.COLUMNS):
        return None
    return int(top), int(left), int(bottom), int(right)
