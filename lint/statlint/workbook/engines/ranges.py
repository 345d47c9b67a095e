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
    left, top = left or 1, top or 1
    right, bottom = right or limits.COLUMNS, bottom or limits.ROWS
    if top > bottom or left > right or bottom > limits.ROWS or right > limits.COLUMNS:
        return None
    return int(top), int(left), int(bottom), int(right)
