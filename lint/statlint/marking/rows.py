"""The rows of a sheet, in which some cells get another format; what is not there is put in."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from statlint.marking.around import Columns, at_column, number_in, text_in
from statlint.marking.tags import ASIDE, ATTRIBUTES, whole_number, with_attribute
from statlint.values import CellRef, column_letters, column_number

Tint: TypeAlias = Callable[[int], int]
"""Gives the number of a format with a tint, by that of the same one without."""
_TRUE = frozenset({"1", "true"})
_LETTERS = re.compile(r"[A-Za-z]{1,3}")


class RowTinter:
    """Goes through the rows once; the cells to tint are taken from the top."""

    def __init__(
        self, prefix: bytes, tints: Mapping[CellRef, Tint], columns: Sequence[Columns]
    ) -> None:
        """Keep which cells of which rows are due."""
        named = rb"(?s:" + ASIDE + rb")|<(/?)" + re.escape(prefix)
        self._prefix = prefix
        self._row = re.compile(named + rb"row(?=[\s/>])" + ATTRIBUTES)
        self._cell = re.compile(named + rb"c(?=[\s/>])" + ATTRIBUTES)
        self._columns = columns
        rows: dict[int, dict[int, Tint]] = {}
        for cell, tint in sorted(tints.items()):
            rows.setdefault(cell.row, {})[cell.column] = tint
        self._due = deque(rows.items())
        self._at = 0

    def tinted(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Give the rows again; those that no piece has come at the end."""
        for piece in pieces:
            yield from self._piece(piece) if self._due else (piece,)
        while self._due:
            yield self._new_row(*self._due.popleft())

    def _piece(self, piece: bytes) -> Iterator[bytes]:
        at = end = 0
        for tag in self._row.finditer(piece):
            if tag[1] is None or tag[1] or tag.start() < end:
                continue
            self._at = number_in(tag[0], "r", self._at + 1)
            if not self._due or self._at < self._due[0][0]:
                continue
            yield piece[at : tag.start()]
            at = tag.start()
            while self._due and self._due[0][0] < self._at:
                yield self._new_row(*self._due.popleft())
            if self._due and self._due[0][0] == self._at:
                end = self._end_of_row(piece, tag)
                yield self._row_with(piece[at:end], len(tag[0]), *self._due.popleft())
                at = end
            if not self._due:
                break
        yield piece[at:]

    def _end_of_row(self, piece: bytes, opening: re.Match[bytes]) -> int:
        if opening[2].endswith(b"/"):
            return opening.end()
        ends = (one for one in self._row.finditer(piece, opening.end()) if one[1])
        return next((one.end() for one in ends), len(piece))

    def _new_row(self, number: int, tints: Mapping[int, Tint]) -> bytes:
        cells = b"".join(self._new_cell(number, column, tint, 0) for column, tint in tints.items())
        name = self._prefix + b"row"
        return b"<" + name + f' r="{number}">'.encode() + cells + b"</" + name + b">"

    def _new_cell(self, row: int, column: int, tint: Tint, of_row: int) -> bytes:
        of_column = at_column(self._columns, column)
        plain = of_row or (of_column.style if of_column else 0)
        style = tint(plain)
        if style == plain:
            # Without room for more formats there is nothing to show.
            return b""
        return b"<" + self._prefix + f'c r="{column_letters(column)}{row}" s="{style}"/>'.encode()

    def _row_with(self, row: bytes, begins: int, number: int, tints: Mapping[int, Tint]) -> bytes:
        """Give a row with its tinted cells; its first tag has so many bytes."""
        tag, content = row[:begins], row[begins:]
        of_row = number_in(tag, "s") if text_in(tag, "customFormat") in _TRUE else 0
        if tag.endswith(b"/>"):
            tag, content = tag[:-2].rstrip() + b">", b"</" + self._prefix + b"row>"
        due = deque(tints.items())
        pieces, at, column = list[bytes](), 0, 0

        def put_until(last: int) -> None:
            while due and due[0][0] < last:
                pieces.append(self._new_cell(number, *due.popleft(), of_row))

        for cell in self._cell.finditer(content):
            if cell[1] is None or cell[1]:
                continue
            column = _column_of(cell[0], column + 1)
            if not due or column < due[0][0]:
                continue
            pieces.append(content[at : cell.start()])
            put_until(column)
            at = cell.start()
            if due and due[0][0] == column:
                plain = number_in(cell[0], "s")
                style = due.popleft()[1](plain)
                if style != plain:
                    pieces.append(with_attribute(cell[0], "s", str(style)))
                    at = cell.end()
        end = content.rindex(b"</")
        pieces.append(content[at:end])
        put_until(1 << 20)
        return b"".join((_spanning(tag, tints), *pieces, content[end:]))


def _column_of(tag: bytes, otherwise: int) -> int:
    letters = _LETTERS.match(text_in(tag, "r"))
    return column_number(letters[0]) if letters else otherwise


def _spanning(tag: bytes, tints: Mapping[int, Tint]) -> bytes:
    """Give the tag of a row whose hint at its columns, if it has one, holds those with a tint."""
    first, last = (whole_number(one) for one in text_in(tag, "spans").partition(":")[::2])
    if not (first and last) or (first <= min(tints) and max(tints) <= last):
        return tag
    spans = f"{min(first, *tints)}:{max(last, *tints)}"
    return with_attribute(tag, "spans", spans)
