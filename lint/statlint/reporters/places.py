"""How places and texts of a submitted file are written in a report."""

from __future__ import annotations

from statlint.values import CellRange, CellRef, Language
from statlint.values.place import Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.finding import Finding


def on_sheet(sheet: str | None, cell: CellRef | CellRange | None, language: Language = "en") -> str:
    """Write a cell with its sheet, Sheet1!D27; a text file has no sheets.

    In a document it is the place in words: 第 3 个表格 D27, 第 12 段.
    """
    if isinstance(sheet, Place):
        words = sheet.words.of(language)
        return f"{words} {cell}" if sheet.is_table and cell else words
    parts = (one_line(sheet) if sheet is not None else "", str(cell) if cell else "")
    return "!".join(part for part in parts if part)


def place_of(finding: Finding, language: Language = "en") -> str:
    """Write where a finding stands: sheet and cell, or the place in a document."""
    if isinstance(finding.place, Place):
        return on_sheet(finding.place, finding.cell, language)
    where = on_sheet(finding.sheet, finding.cell)
    return f"{finding.place} {where}".strip() if finding.place else where


def label_of(finding: Finding) -> str:
    """Write the line and the head of a finding as printed in the file."""
    labels = (finding.line or "", finding.head or "")
    return " / ".join(one_line(label) for label in labels if label.strip())


def one_line(text: str) -> str:
    """Write a text of a submitted file on one line, without control characters."""
    if not text.isprintable():
        text = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(text.split())


def path_text(path: str) -> str:
    """Write a path as it is, but for characters that a terminal would obey."""
    if path.isprintable():
        return path
    return "".join(sign if sign.isprintable() else "?" for sign in path)
