"""How a figure of another file is named in a message: 2023.xlsx!D27."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.facts import Fact
from statlint.rule.wording import one_line
from statlint.values import Text, name_beside

_MOST = 3


def place_elsewhere(fact: Fact, at: Fact | None, own: str) -> str:
    """Name a cell of another file; its sheet is left out where it is called as that of `at`."""
    name = name_beside(fact.path or own, own)
    sheet = fact.sheet if at is None or fact.sheet != at.sheet else None
    return "!".join(part for part in (name, sheet, str(fact.cell)) if part)


def figures_elsewhere(facts: Sequence[Fact], at: Fact | None, own: str) -> Text:
    """List the figures that stand in other files with their places, at most three of them."""
    told = [
        f"{place_elsewhere(fact, at, own)} = {one_line(fact.text) or '—'}"
        for fact in facts
        if fact.path
    ]
    shown = told[:_MOST]
    if len(shown) < len(told):
        zh, en = f" 等 {len(told)} 格", f" and {len(told) - len(shown)} more"
        return Text("、".join(shown) + zh, ", ".join(shown) + en)
    return Text("、".join(shown), ", ".join(shown))
