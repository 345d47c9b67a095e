"""A web page as one sheet, the way Excel opens it: what many office systems export as .xls."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TypeAlias

from statlint.pattern import pattern_of
from statlint.workbook.encoding import decode
from statlint.workbook.engines.stored import StoredBook, StoredSheet
from statlint.workbook.engines.web_table import WebTable, store_text
from statlint.workbook.limits import USUAL, Limits, beyond

_CHARSET = pattern_of(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_DECLARATIONS = 4096
_HIDDEN = pattern_of(r"display\s*:\s*none", re.IGNORECASE)
_SILENT = frozenset({"script", "style", "title"})
_BLOCKS = frozenset("p div h1 h2 h3 h4 h5 h6 li center".split())

Attributes: TypeAlias = list[tuple[str, str | None]]


def read_web_page(content: bytes, limits: Limits = USUAL) -> StoredBook:
    """Read all tables of a page, one under the other, with the texts between them."""
    page = _Page()
    page.feed(_decode(content))
    page.close()
    page.end_text()
    if len(page.sheet["cells"]) > limits.cells:
        raise beyond(limits, "cells", len(page.sheet["cells"]))
    return {"sheets": [page.sheet], "unseen": ["number-formats", "formulas"], "date_1904": False}


def _decode(content: bytes) -> str:
    """Decode a page by its mark, its bytes, or the encoding it names."""
    named = _CHARSET.search(content[:_DECLARATIONS].replace(b"\0", b""))
    encoding = named[1].decode("ascii", "ignore").lower() if named else None
    # Pages in GBK mostly call themselves gb2312, which lacks many of their characters.
    return decode(content, "gb18030" if encoding in {"gb2312", "gbk"} else encoding).text


class _Page(HTMLParser):
    """Turn the tags of a page into the cells of one sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet: StoredSheet = {
            "name": "Sheet1",
            "state": "visible",
            "cells": [],
            "merges": [],
            "hidden_rows": [],
            "hidden_columns": [],
        }
        self._tables: list[WebTable] = []
        self._silent = 0
        self._loose: list[str] = []
        self._last_row = 0

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Begin a table, a row or a cell; the one before ends where its own end was left out."""
        named = dict(attrs)
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._begin_table()
        elif tag == "br":
            self.handle_data("\n")
        elif tag in _BLOCKS:
            self.end_text()
        elif self._tables and tag in {"col", "tr", "td", "th"}:
            self._begin_part(tag, named)

    def _begin_part(self, tag: str, named: dict[str, str | None]) -> None:
        """Begin a column, a row or a cell of the innermost table."""
        table = self._tables[-1]
        hidden = _HIDDEN.search(named.get("style") or "") is not None
        if tag == "col":
            table.add_columns(named.get("span"), hidden=hidden)
            return
        table.end_cell()
        self.end_text()
        if tag == "tr" or not table.row:
            self._last_row = table.begin_row(self._last_row, hidden=hidden and tag == "tr")
        if tag != "tr":
            table.begin_cell(named)

    def _begin_table(self) -> None:
        """Begin a table; the cell around it gives way, for it is there for the layout only."""
        if not self._tables or not self._tables[-1].add_text(""):
            self.end_text()
        elif self._tables[-1].give_way():
            self._last_row -= 1
        self._tables.append(WebTable(self.sheet))

    def handle_endtag(self, tag: str) -> None:
        """End a table, a row or a cell."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self.end_text()
        elif self._tables and tag in {"table", "tr", "td", "th"}:
            self._tables[-1].end_cell()
            self.end_text()
            if tag == "table":
                self._tables.pop()

    def handle_data(self, data: str) -> None:
        """Add to the open cell, or to the text between tables."""
        if not self._silent and not (self._tables and self._tables[-1].add_text(data)):
            self._loose.append(data)

    def end_text(self) -> None:
        """Break a text inside a cell; put one outside the cells into a row of its own."""
        if self._tables and self._tables[-1].add_text("\n"):
            return
        text = "".join(self._loose)
        self._loose.clear()
        if text.strip():
            self._last_row += 1
            store_text(self.sheet, self._last_row, 1, text)
