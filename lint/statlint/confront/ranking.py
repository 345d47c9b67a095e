"""Edits that reckon places in a ranking: their functions, and the names that are their own."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.form import Call, Edit, EditKind, Name, Span, named, walk

WAYS = {1: ("place", "dense"), -1: ("place_low", "dense_low")}
"""How ties are counted: with gaps after them and without; the highest first, or the lowest."""
_RANKING = frozenset(way for ways in WAYS.values() for way in ways)


def ranking_call(edit: Edit) -> Call | None:
    """Give the part of an edit that reckons a place; None where no place is reckoned."""
    if edit.kind is not EditKind.RANK:
        return None
    calls = (node for node in walk(edit.condition) if isinstance(node, Call))
    return next((call for call in calls if call.function in _RANKING), None)


def own_names(edit: Edit) -> Iterator[Name | Span]:
    """Go through the names of an edit, without those that a place is only taken among."""
    call = ranking_call(edit)
    among = set(map(id, call.arguments[1:])) if call else set()
    return (name for name in named(edit.condition) if id(name) not in among)
