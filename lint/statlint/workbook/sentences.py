"""Whether a text file holds sentences, or the rows of a table."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from statlint.workbook.encoding import Decoded, decode
from statlint.workbook.endings import MARKDOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAMPLE = 256 << 10
_SEPARATORS = "\t|;,"
_EVEN = 0.6
_SENTENCES = 3
_LONGEST_CELL = 15
"""Signs of a line below which a full stop ends a note, and no sentence."""


def sentences_of(content: bytes, announced: str, encoding: str | None) -> Decoded | None:
    """Decode a text that is a document, in Markdown or in sentences; None for rows of a table."""
    is_markdown = announced in MARKDOWN
    if not is_markdown:
        cut = content.rfind(b"\n", 0, _SAMPLE) if len(content) > _SAMPLE else -1
        sample = decode(content[:cut] if cut > 0 else content, encoding)
        if not holds_sentences(sample.text):
            return None
    decoded = decode(content, encoding)
    return None if "\0" in decoded.text or not decoded.text.strip() else decoded


def holds_sentences(text: str) -> bool:
    """Tell whether most of a text are sentences, and its lines no even rows."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines or any(_is_even(lines, sign) for sign in _SEPARATORS):
        return False
    full = re.compile(r"[。！？]|(?<=[a-z)”\"])[.!?](?=\s|$)|(?<=\d)\.(?=\s+[A-Z])")
    counts = [len(full.findall(line)) if len(line) > _LONGEST_CELL else 0 for line in lines]
    # A sentence that is wrapped has its full stop on its last line only.
    said = sum(
        len(line) for index, line in enumerate(lines) if any(counts[max(0, index) : index + 4])
    )
    return sum(counts) >= _SENTENCES and 2 * said > sum(map(len, lines))


def _is_even(lines: Sequence[str], sign: str) -> bool:
    """Tell whether most lines, and most of the text, have one sign equally often, as rows do."""
    if len(lines) == 1:
        return False
    counted = Counter(line.count(sign) for line in lines)
    del counted[0]
    if not counted or max(counted.values()) < _EVEN * len(lines):
        return False
    most = max(counted, key=counted.__getitem__)
    inside = sum(len(line) for line in lines if line.count(sign) == most)
    return 2 * inside > sum(map(len, lines))
