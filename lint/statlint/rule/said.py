"""Words of a text as a place that a finding can name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statlint.values.said import Said

if TYPE_CHECKING:
    from statlint.prose import Passage


def said_in(passage: Passage, start: int = 0, end: int | None = None) -> Said:
    """Name words of a passage, from one sign of its text to another; all of it by default.

    The sentences that they reach over are quoted with them.
    """
    text = passage.paragraph.text
    last = len(text) if end is None else end
    around = [one for one in passage.sentences if one.start < last and start < one.end]
    return Said(
        place=passage.place,
        paragraph=text,
        start=start,
        end=last,
        first=min((start, *(one.start for one in around))),
        last=max((last, *(one.end for one in around))),
    )
