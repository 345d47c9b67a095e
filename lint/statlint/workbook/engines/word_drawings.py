"""The drawings of a Word document: the text boxes in them, and what of them is not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statlint.workbook.engines.word_tree import CHOICE, alternative

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_BOX = "txbxContent"
_PICTURES = {"x.pic", "x.imagedata"}


def boxes_in(element: Element) -> Iterator[Element]:
    """Give the text boxes of a drawing, each once, in order."""
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag == CHOICE:
            yield from boxes_in(alternative(child))
        else:
            yield from boxes_in(child)


def unseen_in(drawing: Element) -> set[str]:
    """Tell what of a drawing is not read: a workbook that was set in, pictures."""
    tags = {one.tag: one for one in drawing.iter()}
    held = tags.get("x.OLEObject")
    if held is not None:
        program = held.get("ProgID", "").lower()
        # WPS calls its own ET, or puts one letter before that.
        return {"embedded-tables"} if program.startswith("excel") or "et." in program[:4] else set()
    return {"pictures"} if _PICTURES & tags.keys() else set()
