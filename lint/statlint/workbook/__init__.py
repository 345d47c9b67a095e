"""From a submitted file to a workbook."""

from __future__ import annotations

from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.workbook.archive import Packed, names_inside
    from statlint.workbook.endings import ENDINGS, TEXTS, is_taken
    from statlint.workbook.model import (
        Cell,
        CellKind,
        Container,
        DefinedName,
        Dialect,
        Document,
        Fault,
        Opening,
        Outward,
        Paragraph,
        ParagraphKind,
        Sheet,
        SheetState,
        Silenced,
        Unseen,
        Workbook,
    )
    from statlint.workbook.open import open_workbook
else:
    from statlint.on_demand import on_demand

    __getattr__ = on_demand(
        __name__,
        {
            "archive": "Packed names_inside",
            "endings": "ENDINGS TEXTS is_taken",
            "model": "Cell CellKind Container DefinedName Dialect Document Fault Opening"
            " Outward Paragraph ParagraphKind Sheet SheetState Silenced Unseen Workbook",
            "open": "open_workbook",
        },
    )

__all__ = [
    "ENDINGS",
    "TEXTS",
    "Cell",
    "CellKind",
    "Container",
    "DefinedName",
    "Dialect",
    "Document",
    "Fault",
    "Opening",
    "Outward",
    "Packed",
    "Paragraph",
    "ParagraphKind",
    "Sheet",
    "SheetState",
    "Silenced",
    "Unseen",
    "Workbook",
    "is_taken",
    "names_inside",
    "open_workbook",
]
