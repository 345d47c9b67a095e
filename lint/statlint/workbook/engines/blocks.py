"""The blocks of a document while it is read: paragraphs and tables, each with its place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from statlint.values.place import Place
from statlint.workbook.limits import USUAL, Limits, beyond
from statlint.workbook.model import ParagraphKind

if TYPE_CHECKING:
    from statlint.workbook.engines.stored import (
        StoredBlock,
        StoredBook,
        StoredCell,
        StoredRange,
        StoredSheet,
    )

_KINDS = {ParagraphKind.FOOTNOTE: "footnote", ParagraphKind.TEXT_BOX: "text box"}
"""Those that are counted for themselves."""


class Blocks:
    """What was read of a document so far; paragraphs and tables are numbered as they come."""

    def __init__(self, limits: Limits = USUAL) -> None:
        """Begin before the first block."""
        self._limits = limits
        self._blocks: list[StoredBlock] = []
        self._sheets: list[StoredSheet] = []
        self._counts: Counter[str] = Counter()

    def add_paragraph(
        self,
        text: str,
        kind: ParagraphKind = ParagraphKind.BODY,
        *,
        level: int = 0,
        numbering: str = "",
        bold: bool = False,
        centred: bool = False,
        counted_as: str | None = None,
    ) -> None:
        """Add a paragraph, if there is a sign in it or before it; its kind says how it is counted.

        `counted_as` says so where the kind does not: an endnote is a footnote of its own kind.
        """
        if not text.strip() and not numbering:
            return
        if len(self._blocks) >= self._limits.paragraphs:
            raise beyond(self._limits, "paragraphs", len(self._blocks) + 1)
        place = self._next(counted_as or _KINDS.get(kind, "paragraph"))
        self._blocks.append((place, text, kind.value, level, numbering, bold, centred))

    def add_table(
        self,
        cells: list[StoredCell],
        merges: list[StoredRange] | None = None,
        hidden_rows: list[int] | None = None,
        hidden_columns: list[int] | None = None,
    ) -> None:
        """Add a table, its cells counted from its own corner."""
        if len(self._sheets) >= self._limits.sheets:
            raise beyond(self._limits, "sheets", len(self._sheets) + 1)
        place = self._next("table")
        sheet: StoredSheet = {
            "name": place,
            "state": "visible",
            "cells": cells,
            "merges": merges or [],
            "hidden_rows": hidden_rows or [],
            "hidden_columns": hidden_columns or [],
        }
        self._blocks.append(place)
        self._sheets.append(sheet)

    def book(self) -> StoredBook:
        """Give all of it as a book."""
        return {
            "sheets": self._sheets,
            "unseen": [],
            "date_1904": False,
            "document": self._blocks,
        }

    def _next(self, kind: str) -> str:
        self._counts[kind] += 1
        # A plain text: `marshal` carries no other class.
        return str.__str__(Place.of(kind, self._counts[kind]))
