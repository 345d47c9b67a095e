"""What stands directly over each table of a document: its title, 单位：件, (2024年度)."""

from __future__ import annotations

from collections.abc import Mapping

from statlint.values.place import Place
from statlint.workbook import Document, Paragraph

_MOST = 3
_LONGEST = 60
_SENTENCE = ("。", "；", "！", "？")


def captions_of(document: Document) -> Mapping[Place, tuple[Paragraph, ...]]:
    """Give the short paragraphs over each table, down from the nearest text or other table."""
    captions: dict[Place, tuple[Paragraph, ...]] = {}
    above: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Place):
            captions[block] = tuple(above)
            above = []
        elif _is_caption(block):
            above = [*above, block][-_MOST:]
        else:
            above = []
    return captions


def _is_caption(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return len(text) <= _LONGEST and not any(sign in text for sign in _SENTENCE)
