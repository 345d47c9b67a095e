"""A plain text as a document: its lines as paragraphs, and the tables between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statlint.workbook.engines.blocks import Blocks
from statlint.workbook.engines.text_cut import LONG, cut
from statlint.workbook.engines.text_lines import (
    heading_level,
    is_centred,
    joined,
    paragraphs_of,
    unspaced,
)
from statlint.workbook.engines.text_tables import Rows, parts_of
from statlint.workbook.limits import USUAL, Limits
from statlint.workbook.model import ParagraphKind

if TYPE_CHECKING:
    from statlint.workbook.engines.stored import StoredBook

_LONG = 80
"""Signs of a text in which a blank between Chinese signs separates nothing."""


def read_text_document(content: bytes, limits: Limits = USUAL) -> StoredBook:
    """Read a text in UTF-8."""
    blocks = Blocks(limits)
    text = content.decode("utf-8", "replace").replace("\f", "\n").replace("\xa0", " ")
    lines = text.splitlines()
    for part in parts_of(lines):
        if isinstance(part, Rows):
            blocks.add_table(part.cells())
            continue
        for paragraph in paragraphs_of(part):
            _add(blocks, paragraph)
    return blocks.book()


def _add(blocks: Blocks, lines: list[str]) -> None:
    text = joined(lines)
    if not any(map(str.isalnum, text)):
        # Bars and dashes are what is left of a table whose cells were lost.
        return
    if len(text) < LONG:
        text = unspaced(text) if len(text) > _LONG else text
        _add_text(blocks, text, centred=len(lines) == 1 and is_centred(lines[0]))
        return
    # Blanks between the signs of such a text are what is left of its line breaks.
    for part, level in cut(text):
        if level:
            blocks.add_paragraph(unspaced(part), ParagraphKind.HEADING, level=level)
        else:
            _add_text(blocks, unspaced(part))


def _add_text(blocks: Blocks, text: str, *, centred: bool = False) -> None:
    level = heading_level(text)
    kind = ParagraphKind.HEADING if level else ParagraphKind.BODY
    blocks.add_paragraph(text.strip(), kind, level=level, centred=centred)
