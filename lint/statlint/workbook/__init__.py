"""From a submitted file to a workbook."""

from statlint.workbook.model import (
    Cell,
    CellKind,
    Container,
    Dialect,
    Fault,
    Opening,
    Sheet,
    SheetState,
    Unseen,
    Workbook,
)
from statlint.workbook.open import open_workbook

__all__ = [
    "Cell",
    "CellKind",
    "Container",
    "Dialect",
    "Fault",
    "Opening",
    "Sheet",
    "SheetState",
    "Unseen",
    "Workbook",
    "open_workbook",
]
