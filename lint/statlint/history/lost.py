"""Lines of the period before that a table does not have any more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from statlint.dataclass import dataclass
from statlint.facts import Fact, Facts
from statlint.history.model import History

_FEWEST, _KEPT = 5, 0.8
"""So many lines, and this part of the earlier ones, must be there still: else they are others."""


@dataclass(frozen=True, slots=True, eq=False)
class Lost:
    """The lines that one table has lost: the first earlier figure above 0 of each.

    `renamed` says that as many lines are new: they may have other names.
    """

    table: str
    lines: tuple[Fact, ...]
    renamed: bool


def lost_lines(history: History) -> Iterator[Lost]:
    """Find the lines with figures that tables without fixed lines have lost."""
    for facts in history.facts:
        found = _lost(facts, history)
        if found is not None:
            yield found


def _lost(facts: Facts, history: History) -> Lost | None:
    own = {fact.line.key for fact in facts}
    fixed = not history.filled.form.as_found
    if fixed and not any(fact.line.of for fact in facts):
        return None  # a form states its lines: S001 tells which are missing
    places = history.previous.tables.get(facts.plan.key, {})
    known = {one.line.key: line for (line, _), one in places.items() if line in own}
    theirs = _lines(history, {one.table for one in places.values()})
    lost = tuple(one for line, one in theirs.items() if line not in known)
    new = len(own - set(known.values()))
    kept = len(known) >= max(_FEWEST, _KEPT * len(theirs))
    return Lost(facts.plan.key, lost, renamed=new >= len(lost)) if lost and kept else None


def _lines(history: History, tables: set[str]) -> Mapping[str, Fact]:
    """Give the lines of some earlier tables that hold anything, each by a figure above 0."""
    found: dict[str, Fact] = {}
    for facts in history.previous.filing.facts:
        if facts.plan.key in tables:
            for fact, figure in facts.with_figures():
                if figure.value:
                    found.setdefault(fact.line.key, fact)
    return found
