"""Texts among figures that are figures spoilt by a slip or by a scanner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from statlint.facts.model import Fact, Facts
from statlint.values import Figure, Flaw, Trait, Unreadable, plain
from statlint.values.misread import Misread, Spoilt, misreadings

_SPOILT = (
    r"[0-9][0-9.,]*(?:[.,]{2,}[0-9.,]*"
    r"|[A-Za-z!;`'\"|][0-9.,]*[0-9]"
    r"|[!;`'\"|])"
)
"""A figure with two points in a row, with one strange sign inside, or with one behind it.

One with letters for digits (1O2) needs no other proof.
"""
_LEAST_DIGITS = 4
_FEWEST_DIGITS = 3
"""Digits of a figure whose separators are out of place: 7,20."""
_MOST_STRANGE = 0.25
_MANY_FIGURES = 10
"""Figures of a table in which a single text is an exception."""
_ALONE = frozenset({Spoilt.LETTERS, Spoilt.SPACES, Spoilt.STRAY})
_FLAWS = frozenset({Flaw.TEXT, Flaw.BAD_GROUPING, Flaw.LOOKALIKE})


def damaged(facts: Facts) -> Iterator[tuple[Fact, Unreadable]]:
    """Go through the cells that were meant to be figures: nearly all others beside them are."""
    suspects = [(fact, found) for fact, found in facts.unreadable() if _looks_spoilt(found)]
    if not suspects:
        yield from _alone(facts)
        return
    strange = _share_of_texts(facts)
    grouped = {fact.head.key for fact, figure in facts.with_figures() if _is_grouped(figure)}
    for fact, found in suspects:
        # 1.2 among figures may be the number of a section; 7,20 among 5,589 and 7,673 is a slip.
        meant = found.flaw is not Flaw.BAD_GROUPING or fact.head.key in grouped or _is_torn(found)
        if strange[fact.head.key] <= _MOST_STRANGE and meant:
            yield fact, found


def _alone(facts: Facts) -> Iterator[tuple[Fact, Unreadable]]:
    """Give the one text of a table full of figures if it looks like one too: 6S, 1 73, 12?.

    A letter like no digit means something: 3A.
    """
    texts = list(islice(facts.unreadable(), 2))
    if (
        len(texts) == 1
        and sum(1 for _ in islice(facts.with_figures(), _MANY_FIGURES)) >= _MANY_FIGURES
    ):
        _, found = texts[0]
        digits = any(sign.isdigit() for sign in found.text)
        if digits and any(map(_is_slip, misreadings(found))):
            yield texts[0]


def _is_slip(meant: Misread) -> bool:
    stray = meant.spoilt is Spoilt.STRAY
    return meant.spoilt in _ALONE and not (stray and any(map(str.isalpha, meant.signs)))


def _is_grouped(figure: Figure) -> bool:
    return Trait.GROUPED in figure.traits


def _looks_spoilt(found: Unreadable) -> bool:
    if found.flaw not in _FLAWS:
        return False
    text = plain(found.text).replace(" ", "")
    digits = sum(sign.isdigit() for sign in text)
    if found.flaw is Flaw.LOOKALIKE:
        return digits > 0
    if found.flaw is Flaw.BAD_GROUPING and digits >= _FEWEST_DIGITS:
        return True
    return digits >= _LEAST_DIGITS and _is_torn(found)


def _is_torn(found: Unreadable) -> bool:
    return re.fullmatch(_SPOILT, plain(found.text).replace(" ", "")) is not None


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
