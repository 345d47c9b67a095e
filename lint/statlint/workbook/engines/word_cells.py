"""What stands in the cells of a Word table, and whether it is a table at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statlint.values import Text
from statlint.workbook.engines import limits
from statlint.workbook.engines.details import TOO_MANY_CELLS
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from statlint.workbook.engines.stored import StoredRange
    from statlint.workbook.engines.word_tables import Placed, Row

_IDEOGRAPHS = "\u2e80"
_TOO_WIDE = Text("合并单元格占去的位置太多", "its merged cells take up too many places")


def merges_of(cells: list[Placed]) -> list[StoredRange]:
    """List the merged ranges; raises Refusal where they are out of all proportion."""
    if len(cells) > limits.CELLS:
        raise Refusal(Fault.TOO_LARGE, TOO_MANY_CELLS)
    merges = [cell.range for cell in cells if cell.is_merged]
    area = sum((last - top + 1) * (right - left + 1) for top, left, last, right in merges)
    if area > limits.CELLS:
        raise Refusal(Fault.TOO_LARGE, _TOO_WIDE)
    return merges


def in_one(lines: list[str]) -> str:
    """Join the lines of a cell; a head that was written one sign under the other is one word."""
    shown = [line for text in lines for line in text.split("\n") if line.strip()]
    signs = [line.strip() for line in shown]
    if len(signs) > 1 and all(len(sign) == 1 and sign > _IDEOGRAPHS for sign in signs):
        return "".join(signs)
    return "\n".join(shown)


def framed_by(rows: list[Row]) -> list[Element] | None:
    """Give the cells of a table that is there for the layout only; None for any other.

    A table of one column has no figures under heads; nor has one in which another table stands and
    all that is written is in one column.
    """
    boxes = [box for row in rows for box in row.boxes if not row.hidden]
    if all(len(row.boxes) <= 1 for row in rows):
        return [box.element for box in boxes if not box.goes_on]
    if any(box.element.find(".//tbl") is not None for box in boxes):
        held = [box for box in boxes if _holds(box.element)]
        if len({box.left for box in held}) == 1:
            return [box.element for box in held]
    return None


def _holds(cell: Element) -> bool:
    """Tell whether anything is written in a cell."""
    return any((text.text or "").strip() for text in cell.iter("t"))
