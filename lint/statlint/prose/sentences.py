"""From a paragraph to its sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from statlint.prose.model import Passage, Sentence
from statlint.prose.quantities import find_quantities
from statlint.prose.squeeze import squeeze
from statlint.workbook import Paragraph

_OPENING = "（(“《「『〔["
_CLOSING = "）)”》」』〕]"
_ENDING = "。！？!?\n"
# An English full stop, also where it is typed in Chinese.
_STOP = r"\.(?=\s+[A-Z“\"])|(?<=[%％\u4e00-\u9fff])[.．](?=[\u4e00-\u9fff（(])"
_LONGEST_ASIDE = 300
_ABBREVIATIONS = ("No", "Nos", "Dr", "Mr", "Mrs", "Ms", "St", "vs", "etc", "e.g", "i.e", "approx")


def read_passage(paragraph: Paragraph) -> Passage:
    """Split a paragraph into sentences, and find the numbers of each."""
    text = paragraph.text
    quantities = tuple(find_quantities(squeeze(text)))
    # A whole report may be one paragraph: each sentence finds its numbers, without a look at all.
    starts = [one.start for one in quantities]
    sentences: list[Sentence] = []
    for start, end in _spans(text):
        within = quantities[bisect_left(starts, start) : bisect_left(starts, end)]
        place = paragraph.place
        sentences.append(Sentence(place, len(sentences) + 1, start, text[start:end], within))
    return Passage(paragraph, tuple(sentences))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Give from where to where each sentence goes, without white space around it."""
    start = 0
    for end in (*_ends(text), len(text)):
        piece = text[start:end]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        start = end


def _ends(text: str) -> Iterator[int]:
    """Give the sign after each end of a sentence; none lies within brackets or quotes."""
    closed = -1
    for found in re.finditer(rf"[{re.escape(_OPENING)}]|[{_ENDING}]|{_STOP}", text):
        at = found.start()
        if at < closed:
            continue
        if found[0] in _OPENING:
            closed = max(closed, _closing(text, at))
        elif found[0] not in {".", "．"} or not text[:at].endswith(_ABBREVIATIONS):
            yield _after(text, at + 1)


def _after(text: str, at: int) -> int:
    """Take closing quotes and repeated signs along with the end of a sentence."""
    while at < len(text) and text[at] in "”』」！？!?":
        at += 1
    return at


def _closing(text: str, opening: int) -> int:
    """Find where an aside closes; it lasts for nothing where it is not closed nearby."""
    sign = text[opening]
    partner = _CLOSING[_OPENING.index(sign)]
    depth = 0
    for at in range(opening, min(len(text), opening + _LONGEST_ASIDE)):
        if text[at] == "\n":
            break
        depth += (text[at] == sign) - (text[at] == partner)
        if depth == 0:
            # A sentence that is quoted whole ends with its quote: “……。”
            quoted = sign in "“「『" and text[at - 1] in "。！？"
            return opening if quoted else at
    return opening
