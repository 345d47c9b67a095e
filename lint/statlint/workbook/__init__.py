"""From a submitted file to a workbook."""

from statlint.workbook.model import (
    Cell,
    CellKind,
    Container,
    DefinedName,
    Dialect,
    Fault,
    Opening,
    Sheet,
    SheetState,
    Silenced,
    Unseen,
    Workbook,
)
from statlint.workbook.open import open_workbook

__all__ = [
    "Cell",
    "CellKind",
    "Container",
    "DefinedName",
    "Dialect",
    "Fault",
    "Opening",
    "Sheet",
    "SheetState",
    "Silenced",
    "Unseen",
    "Workbook",
    "open_workbook",
]
