"""What a message says, in no language and without the places that move when rows are put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from statlint.rule.wording import say

_MOVING = (
    r"\$?\b[A-Z]{1,3}\$?[1-9][0-9]{0,6}\b"
    r"|\b(?:line|row|column|paragraph|table|footnote|endnote|text box) [1-9][0-9]*\b"
)
"""Cells, and places in a document or a text as English says them."""
_FOLDERS = r"[^\s\"“「(,]*[/\\](?=[^\s/\\])"


def about(message: str, values: Mapping[str, object]) -> str:
    """Write the key of a message and the values in it: missing; line=Total.

    Lists are in the order of their words, so that lines may be moved; of paths the names are left.
    """
    said = ((name, "; ".join(sorted(_words(value)))) for name, value in sorted(values.items()))
    return "; ".join(chain((message,), (f"{name}={words}" for name, words in said if words)))


def _words(value: object) -> Iterator[str]:
    if isinstance(value, (tuple, list)):
        for one in value:
            yield from _words(one)
        return
    # Of a text in both languages one stands for both.
    written = re.sub(_FOLDERS, "", re.sub(_MOVING, "#", say(value, "en")))
    if written:
        yield written
