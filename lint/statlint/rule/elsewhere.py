"""How a figure of another file is named in a message: 2023.xlsx!D27."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.facts import Fact
from statlint.rule.wording import one_line
from statlint.values import Text, name_beside
from statlint.values.place import Place

_MOST = 3


def place_elsewhere(fact: Fact, at: Fact | None, own: str) -> Text:
    """Name a cell of another file; its sheet is left out where it is called as that of `at`.

    The tables of a document only have numbers: which of them it is, is always said.
    """
    name = name_beside(fact.path or own, own)
    if isinstance(fact.sheet, Place):
        words = fact.sheet.words
        return Text(f"{name} {words.zh} {fact.cell}", f"{name}, {words.en}, {fact.cell}")
    sheet = fact.sheet if at is None or fact.sheet != at.sheet else None
    place = "!".join(part for part in (name, sheet, str(fact.cell)) if part)
    return Text(place, place)


def figures_elsewhere(facts: Sequence[Fact], at: Fact | None, own: str) -> Text:
    """List the figures that stand in other files with their places, at most three of them."""
    there = [fact for fact in facts if fact.path]
    places = [(place_elsewhere(fact, at, own), one_line(fact.text) or "—") for fact in there]
    shown = places[:_MOST]
    zh = "、".join(f"{place.zh} = {text}" for place, text in shown)
    en = ", ".join(f"{place.en} = {text}" for place, text in shown)
    if len(shown) < len(there):
        return Text(f"{zh} 等 {len(there)} 格", f"{en} and {len(there) - len(shown)} more")
    return Text(zh, en)
