"""From a document to its prose."""

from __future__ import annotations

from statlint.prose.model import Prose
from statlint.prose.sections import read_sections
from statlint.prose.sentences import read_passage
from statlint.workbook import Document, Paragraph


def read_prose(document: Document) -> Prose:
    """Read the paragraphs of a document: their sentences, figures, and sections."""
    blocks = [
        read_passage(block) if isinstance(block, Paragraph) else block for block in document.blocks
    ]
    passages = tuple(block for block in blocks if not isinstance(block, str))
    return Prose(document, passages, read_sections(blocks))
