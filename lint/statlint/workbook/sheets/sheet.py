"""One sheet in one pass over its part; the dimension that it declares is not believed."""

from __future__ import annotations

from collections.abc import Mapping

from statlint.values import Text
from statlint.workbook.engines import limits
from statlint.workbook.engines.ranges import read_range
from statlint.workbook.engines.stored import Refusal, StoredRange, StoredSheet
from statlint.workbook.model import Fault
from statlint.workbook.sheets.cells import CellReader
from statlint.workbook.sheets.markup import named, refuse_depth
from statlint.workbook.sheets.parts import Parts

_WORDS = named(*"row c v f is t rPh col mergeCell ignoredError".split())
_ON = frozenset({"1", "true"})
_MANY_MERGES = Text(
    f"合并单元格超过 {limits.MERGES // 10_000} 万处", f"more than {limits.MERGES:,} merged ranges"
)


class SheetReader:
    """The handlers of one sheet's part, and what they have found."""

    __slots__ = (
        *("_attributes", "_cells", "_depth", "_formula", "_formula_says", "_hidden_columns"),
        *("_inline", "_spoken", "_value", "hidden_rows", "merges", "silenced", "texts"),
    )

    def __init__(self, cells: CellReader) -> None:
        """Begin outside of all elements."""
        self.texts: list[str] = []
        self.merges: list[StoredRange] = []
        self.hidden_rows: list[int] = []
        self.silenced: list[tuple[StoredRange, list[str]]] = []
        self._cells = cells
        self._depth = 0
        self._hidden_columns = bytearray(limits.COLUMNS + 1)
        self._attributes: dict[str, str] = {}
        self._value: str | None = None
        self._inline: list[str] | None = None
        self._formula: tuple[dict[str, str], str] | None = None
        self._formula_says: dict[str, str] = {}
        self._spoken = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element; most of them are cells and their values."""
        self._depth += 1
        if self._depth > limits.DEPTH:
            refuse_depth()
        word = _WORDS.get(name)
        if word == "v" or word == "t":  # noqa: PLR1714 - no set: this is run for every cell
            self.texts.clear()
        elif word == "c":
            self.texts.clear()
            self._attributes = attributes
            self._value = self._inline = self._formula = None
        elif word == "f":
            self.texts.clear()
            self._formula_says = attributes
        elif word is not None:
            self._start_other(word, attributes)

    def end(self, name: str) -> None:
        """End an element; a cell is read when it is whole."""
        self._depth -= 1
        word = _WORDS.get(name)
        if word == "v":
            if self._value is None:
                self._value = "".join(self.texts)
        elif word == "c":
            inline = None if self._inline is None else "".join(self._inline)
            self._cells.read(self._attributes, self._value, inline, self._formula)
        elif word == "f":
            if self._formula is None:
                self._formula = (self._formula_says, "".join(self.texts))
        elif word == "t":
            if self._inline is not None and not self._spoken:
                self._inline += self.texts
        elif word == "rPh":
            self._spoken = False

    def _start_other(self, word: str, attributes: dict[str, str]) -> None:
        if word == "row":
            self.texts.clear()
            self._cells.begin_row(attributes.get("r"))
            if _is_hidden(attributes, "ht"):
                self.hidden_rows.append(self._cells.row)
        elif word == "is":
            self._inline = []
        elif word == "rPh":
            self._spoken = True
        elif word == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif word == "ignoredError":
            most = limits.SILENCED - len(self.silenced)
            self.silenced += _read_silenced(attributes, most)
        elif _is_hidden(attributes, "width"):
            self._hide(int(attributes.get("min", "0")), int(attributes.get("max", "0")))

    def _merge(self, written: str) -> None:
        """Keep a merged range; it is never expanded."""
        merge = read_range(written)
        if merge is None:
            words = Text(
                f"合并单元格的范围「{written}」不成立", f"“{written}” is no range to merge"
            )
            raise Refusal(Fault.DAMAGED, words)
        self.merges.append(merge)
        if len(self.merges) > limits.MERGES:
            raise Refusal(Fault.TOO_LARGE, _MANY_MERGES)

    def _hide(self, first: int, last: int) -> None:
        first, last = max(first, 1), min(last, limits.COLUMNS)
        if first <= last:
            self._hidden_columns[first : last + 1] = b"\1" * (last + 1 - first)

    def hidden_columns(self) -> list[int]:
        """List the hidden columns that are used; a hidden stretch often runs to the last of all."""
        last = max((cell[1] for cell in self._cells.cells), default=0)
        return [column for column in range(1, last + 1) if self._hidden_columns[column]]


def read_sheet(name: str, state: str, parts: Parts, part: str, cells: CellReader) -> StoredSheet:
    """Read one sheet."""
    reader = SheetReader(cells)
    parts.scanner.scan(part, reader.start, reader.end, reader.texts)
    return {
        "name": name,
        "state": state,
        "cells": cells.cells,
        "merges": reader.merges,
        "hidden_rows": reader.hidden_rows,
        "hidden_columns": reader.hidden_columns(),
        "silenced": reader.silenced,
        "empty_texts": cells.empty_texts,
        "indents": cells.indents,
    }


def _is_hidden(attributes: Mapping[str, str], extent: str) -> bool:
    """Tell whether a row or column is hidden, be it by no height or width at all."""
    return attributes.get("hidden") in _ON or float(attributes.get(extent, "1")) == 0


def _read_silenced(attributes: Mapping[str, str], most: int) -> list[tuple[StoredRange, list[str]]]:
    """Read for which ranges the program's own warnings are switched off, and which of them."""
    kinds = [kind for kind, on in attributes.items() if kind != "sqref" and on in _ON]
    ranges = map(read_range, attributes.get("sqref", "").split(maxsplit=most)[:most])
    return [(one, kinds) for one in ranges if one is not None] if kinds else []
