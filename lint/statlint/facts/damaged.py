"""Texts among figures that are figures spoilt by a slip or by a scanner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statlint.facts.model import Fact, Facts
from statlint.values import Figure, Flaw, Unreadable, plain

_SPOILT = (
    r"[0-9][0-9.,]*(?:[.,]{2,}[0-9.,]*"
    r"|[A-Za-z!;`'\"|][0-9.,]*[0-9]"
    r"|[!;`'\"|])"
)
"""A figure with two points in a row, with one strange sign inside, or with one behind it."""
_LEAST_DIGITS = 4
_MOST_STRANGE = 0.25
_FLAWS = frozenset({Flaw.TEXT, Flaw.BAD_GROUPING, Flaw.LOOKALIKE})


def damaged(facts: Facts) -> Iterator[tuple[Fact, Unreadable]]:
    """Go through the cells that were meant to be figures: nearly all others beside them are."""
    suspects = [(fact, found) for fact, found in facts.unreadable() if _looks_spoilt(found)]
    if not suspects:
        return
    strange = _share_of_texts(facts)
    for fact, found in suspects:
        if strange[fact.head.key] <= _MOST_STRANGE:
            yield fact, found


def _looks_spoilt(found: Unreadable) -> bool:
    if found.flaw not in _FLAWS:
        return False
    text = plain(found.text).replace(" ", "")
    digits = sum(sign.isdigit() for sign in text)
    return digits >= _LEAST_DIGITS and re.fullmatch(_SPOILT, text) is not None


def _share_of_texts(facts: Facts) -> dict[str, float]:
    """Give for each head how many of its cells that hold something hold no figure."""
    figures: dict[str, int] = {}
    texts: dict[str, int] = {}
    for fact in facts.due():
        if isinstance(fact.reading, Figure):
            figures[fact.head.key] = figures.get(fact.head.key, 0) + 1
        elif isinstance(fact.reading, Unreadable):
            texts[fact.head.key] = texts.get(fact.head.key, 0) + 1
    return {key: count / (count + figures.get(key, 0)) for key, count in texts.items()}
