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
]
