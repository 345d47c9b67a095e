"""The shape of a table of a Word document: its rows, and which columns each cell stands in."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from statlint.dataclass import dataclass
from statlint.workbook.engines import limits
from statlint.workbook.engines.word_tree import CHOICE, alternative, count, on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from statlint.workbook.engines.stored import StoredRange

_AROUND = {"sdt", "sdtContent", "customXml", "ins", "moveTo"}
_GONE = {"del", "cellDel", "moveFrom"}
_SLIVER = 120
"""Twentieths of a point: two borders that are meant to be one are seldom further apart, and no
column is so narrow (2 mm)."""


@dataclass(slots=True)
class Box:
    """A cell as it stands in the file: what it holds, its edges, whether it goes on from above."""

    element: Element
    left: int
    right: int
    goes_on: bool = False


@dataclass(slots=True)
class Row:
    """A row with its cells from left to right."""

    boxes: list[Box]
    hidden: bool = False


def read_rows(table: Element) -> list[Row]:
    """Read the rows of a table; what was struck out is not there, what was merged is one cell.

    Columns are counted from 0, and only where some cell has an edge: a form that was drawn by hand
    has many more in the file than a reader sees.
    """
    rows = [_read_row(row) for row in _parts(table, "tr") if not _is_gone(row.find("trPr"))]
    steps = _steps(rows, _widths(table))
    for row in rows:
        for box in row.boxes:
            box.left, box.right = steps[box.left], steps[box.right]
    return rows


def _parts(element: Element, tag: str) -> Iterator[Element]:
    """Give the rows of a table or the cells of a row, through all that may stand around them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from _parts(child, tag)
        elif child.tag == CHOICE:
            yield from _parts(alternative(child), tag)


def _is_gone(properties: Element | None) -> bool:
    return properties is not None and any(child.tag in _GONE for child in properties)


def _read_row(element: Element) -> Row:
    properties = element.find("trPr")
    at = _bounded(count(properties, "gridBefore"), 0)
    boxes: list[Box] = []
    for cell in _parts(element, "tc"):
        about = cell.find("tcPr")
        if _is_gone(about):
            continue
        right = at + _bounded(count(about, "gridSpan"), 1)
        if _goes_on(about, "hMerge") and boxes:
            boxes[-1].right = right
        else:
            boxes.append(Box(cell, at, right, _goes_on(about, "vMerge")))
        at = right
    return Row(boxes, properties is not None and on(properties.find("hidden")))


def _bounded(number: int | None, least: int) -> int:
    return least if number is None else min(max(number, least), limits.COLUMNS)


def _goes_on(about: Element | None, name: str) -> bool:
    """Tell whether a cell only goes on with the one above it, or to its left."""
    merge = None if about is None else about.find(name)
    return merge is not None and merge.get("val", "continue") == "continue"


def _widths(table: Element) -> list[int]:
    """Give the widths of the columns in the file."""
    columns = table.findall("tblGrid/gridCol")
    written = [column.get("w", "") for column in columns]
    return [int(one) if one.isascii() and one.isdigit() else 0 for one in written]


def _steps(rows: list[Row], widths: list[int]) -> dict[int, int]:
    """Say which column begins at each edge; edges that are meant to be one are one."""
    narrowest: dict[int, int] = {}
    for row in rows:
        for box in row.boxes:
            narrowest[box.left] = min(box.right, narrowest.get(box.left, box.right))
    edges = sorted({edge for row in rows for box in row.boxes for edge in (box.left, box.right)})
    places = [0, *accumulate(widths)]
    steps: dict[int, int] = {}
    column, first, nearest = -1, 0, 0
    for edge in edges:
        if column < 0 or nearest <= edge or not _is_sliver(places, first, edge):
            column, first, nearest = column + 1, edge, limits.COLUMNS * limits.COLUMNS
        # No cell may lie between edges that are taken for one.
        nearest = min(nearest, narrowest.get(edge, nearest))
        steps[edge] = column
    return steps


def _is_sliver(places: list[int], left: int, right: int) -> bool:
    return right < len(places) and places[-1] > 0 and places[right] - places[left] <= _SLIVER


@dataclass(slots=True)
class Placed:
    """A cell of the table as a reader sees it, over all the rows that it goes on in, from 1."""

    element: Element
    top: int
    left: int
    bottom: int
    right: int

    @property
    def is_merged(self) -> bool:
        """Whether it takes up more than one place."""
        return self.top != self.bottom or self.left != self.right

    @property
    def range(self) -> StoredRange:
        """The places it takes up."""
        return self.top, self.left, self.bottom, self.right


def place_cells(rows: list[Row]) -> list[Placed]:
    """Put the cells of a table where a reader sees them, row by row."""
    placed: list[Placed] = []
    above: dict[int, Placed] = {}
    for number, row in enumerate(rows, 1):
        for box in row.boxes:
            left, right = box.left + 1, box.right
            over = above.get(left)
            if box.goes_on and over and (over.right, over.bottom) == (right, number - 1):
                over.bottom = number
                continue
            above[left] = Placed(box.element, number, left, number, right)
            placed.append(above[left])
    return placed
