"""The tables of a PDF page: only those whose lines close every cell, and no text between them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from statlint.dataclass import dataclass, replace
from statlint.workbook.engines.pdf_reasons import BROKEN_FIGURE, CUT, NOT_WHOLE, refused
from statlint.workbook.engines.pdf_signs import are_beside, lines_of
from statlint.workbook.engines.text_lines import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from statlint.workbook.engines.pdf_signs import Sign

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the corner of the page."""

_SAME_EDGE = 3.0
"""Points by which edges may differ that are meant to be one; no column is so narrow."""
_OVER, _TOUCH = 0.3, 0.08
"""Shares of its size by which a sign may reach over the line above or beside it: it has room around
its shape, above all above and below."""


@dataclass(frozen=True, slots=True)
class PdfCell:
    """A cell: its first and last row and column from 1, and what stands in it."""

    top: int
    left: int
    bottom: int
    right: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class PdfTable:
    """A table of one page or of several: the columns' edges, and the cells row by row."""

    page: int
    last_page: int
    box: Box
    edges: tuple[float, ...]
    rows: int
    cells: tuple[PdfCell, ...]

    def row(self, number: int) -> tuple[PdfCell, ...]:
        """Give the cells that begin in a row."""
        return tuple(cell for cell in self.cells if cell.top == number)


def read_table(boxes: Sequence[Box], signs: Iterable[Sign], page: int) -> PdfTable | None:
    """Read a table from the boxes of its cells; None for a frame that holds no columns.

    Raises Refusal where a cell is open or text cannot be told to stand in one of them.
    """
    columns = _edges(edge for box in boxes for edge in (box[0], box[2]))
    rows = _edges(edge for box in boxes for edge in (box[1], box[3]))
    if len(columns) <= 2:  # noqa: PLR2004 - two edges are one column
        return None
    held = _sort(boxes, signs, page)
    if not any(held):
        return None
    cells = [
        PdfCell(
            _place(rows, box[1]) + 1,
            _place(columns, box[0]) + 1,
            _place(rows, box[3]),
            _place(columns, box[2]),
            _text(inside, page),
        )
        for box, inside in zip(boxes, held, strict=True)
    ]
    if not _is_whole(cells, len(rows) - 1, len(columns) - 1):
        raise refused(NOT_WHOLE, page)
    cells.sort(key=lambda cell: (cell.top, cell.left))
    around = columns[0], rows[0], columns[-1], rows[-1]
    return PdfTable(page, page, around, tuple(columns), len(rows) - 1, tuple(cells))


def is_inside(sign: Sign, box: Box) -> bool:
    """Tell whether the middle of a sign is within a box."""
    x, y = (sign["x0"] + sign["x1"]) / 2, (sign["top"] + sign["bottom"]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _edges(places: Iterable[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _SAME_EDGE:
            edges.append(place)
    return edges


def _place(edges: Sequence[float], at: float) -> int:
    return min(range(len(edges)), key=lambda one: abs(edges[one] - at))


def _is_whole(cells: Sequence[PdfCell], rows: int, columns: int) -> bool:
    """Tell whether every place of a table belongs to one cell."""
    places = [
        (row, column)
        for cell in cells
        for row in range(cell.top, cell.bottom + 1)
        for column in range(cell.left, cell.right + 1)
    ]
    return len(places) == rows * columns == len(set(places))


def _sort(boxes: Sequence[Box], signs: Iterable[Sign], page: int) -> list[list[Sign]]:
    """Put the signs into their cells."""
    held: list[list[Sign]] = [[] for _ in boxes]
    for sign in signs:
        at = next((at for at, box in enumerate(boxes) if is_inside(sign, box)), None)
        if at is None or _crosses(sign, boxes[at]):
            raise refused(CUT, page)
        held[at].append(sign)
    for box, inside in zip(boxes, held, strict=True):
        for sign in inside:
            if sign["x1"] > box[2] - _TOUCH * sign["size"] and _runs_on(sign, box, boxes, held):
                raise refused(CUT, page)
    return held


def _crosses(sign: Sign, box: Box) -> bool:
    over, beside = _OVER * sign["size"], _TOUCH * sign["size"]
    sideways = sign["x0"] < box[0] - beside or sign["x1"] > box[2] + beside
    return sideways or sign["top"] < box[1] - over or sign["bottom"] > box[3] + over


def _runs_on(sign: Sign, box: Box, boxes: Sequence[Box], held: Sequence[list[Sign]]) -> bool:
    """Tell whether a sign at the right edge of its cell has the next one just behind the line."""
    return any(
        abs(other["x0"] - sign["x1"]) < 2 * _TOUCH * sign["size"] and are_beside(sign, other)
        for beside, inside in zip(boxes, held, strict=True)
        if beside[0] >= box[2] - _SAME_EDGE
        for other in inside
    )


def _text(signs: Iterable[Sign], page: int) -> str:
    """Give what stands in a cell; a figure over two lines may be two."""
    lines = [line.text for line in lines_of(signs)]
    for before, after in pairwise(lines):
        if re.search(r"[\d.,]$", before) and re.match(r"[\d.,]", after):
            raise refused(BROKEN_FIGURE, page)
    return joined(lines)


def moved(cell: PdfCell, rows: int) -> PdfCell:
    """Give a cell so many rows further down."""
    return replace(cell, top=cell.top + rows, bottom=cell.bottom + rows)
