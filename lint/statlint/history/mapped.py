"""Which cell of another form is which in the form that is checked: by keys, renamed, by labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeAlias

from statlint.dataclass import replace
from statlint.facts import Fact, Facts, Filing
from statlint.form import Earlier, Form, Head, Line, Renamed
from statlint.history.model import Places
from statlint.values import Figure, Number, exact, label_key

_Place: TypeAlias = "tuple[str, str, str]"
"""Table, line and head."""
_REPEATS = "#"
"""What tells the key of a line or head that repeats: unit#3."""


def comparable(own: Form, other: Form) -> bool:
    """Tell whether the figures of two forms may be held against one another."""
    return own.id == other.id or bool(_names(own, other) or _names(other, own))


def places_in(other: Filing, own: Filing) -> Mapping[str, Places]:
    """Give the cells of another filled form by table, line and head of the one that is checked."""
    form, there = own.filled.form, other.filled.form
    if there.id == form.id:
        by_key = {facts.plan.key: facts for facts in own.facts}
        return {one.plan.key: _alike(one, by_key.get(one.plan.key)) for one in other.facts}
    if earlier := _names(form, there):
        return _gathered(other.facts, _Forward(earlier))
    if earlier := _names(there, form):
        return _gathered(other.facts, _Back(earlier))
    return {}


def _names(form: Form, other: Form) -> Earlier | None:
    return next((one for one in form.earlier if one.form == other.id), None)


def _alike(there: Facts, here: Facts | None) -> Places:
    """Take cells of the same form: by their keys, where lines or heads repeat by their labels."""
    lines = _by_label(_lines(there), _lines(here)) if here else {}
    heads = _by_label(_heads(there), _heads(here)) if here else {}
    if not lines and not heads:
        return there.by_place
    return {
        (lines.get(one.line.key, one.line.key), heads.get(one.head.key, one.head.key)): one
        for one in there
    }


def _lines(facts: Facts) -> Mapping[str, Line | Head]:
    return {line.key: line for block in facts.plan.blocks for line in block.lines}


def _heads(facts: Facts) -> Mapping[str, Line | Head]:
    return {head.key: head for block in facts.plan.blocks for head in block.heads}


def _by_label(
    there: Mapping[str, Line | Head], here: Mapping[str, Line | Head]
) -> Mapping[str, str]:
    """Find out which repeated line there is which here; one that is not here keeps no key of ours.

    A line is told by its label and what it stands under, else by its label where that is enough.
    """
    theirs = [key for key in there if _REPEATS in key]
    found: dict[str, str] = {}
    for told in (_label, _path):
        ours = _unambiguous((told(key, here), key) for key in here if _REPEATS in key)
        clear = _unambiguous((told(key, there), key) for key in theirs)
        found |= {clear[label]: ours[label] for label in clear.keys() & ours.keys()}
    return {key: found.get(key, f"{key} elsewhere") for key in theirs}


def _unambiguous(pairs: Iterable[tuple[Hashable, str]]) -> dict[Hashable, str]:
    found = list(pairs)
    times = Counter(told for told, _ in found)
    return {told: key for told, key in found if times[told] == 1}


def _label(key: str, known: Mapping[str, Line | Head]) -> Hashable:
    one = known[key]
    return one.of or key.partition(_REPEATS)[0], label_key(one.label.zh) or one.label.zh


def _path(key: str, known: Mapping[str, Line | Head]) -> Hashable:
    """Tell a line by its label, the label of what it stands under, and so on."""
    one = known[key]
    under = one.under if isinstance(one, Line) else None
    own = _label(key, known) if _REPEATS in key else key
    return own, _path(under, known) if under is not None and under in known else None


class _Forward:
    """From the keys of an earlier form to those of this one."""

    def __init__(self, earlier: Earlier) -> None:
        self._tables = dict(earlier.tables)
        self._lines = _listed(earlier.lines)
        self._heads = _listed(earlier.heads)

    def place(self, table: str, line: str, head: str) -> _Place | None:
        """Give the place of a cell here; None where it is several cells together, or none."""
        here = self._tables.get(table, table)
        lines = self._lines.get((here, line), (line,))
        heads = self._heads.get((here, head), (head,))
        return (here, lines[0], heads[0]) if len(lines) == len(heads) == 1 else None


class _Back:
    """From the keys of a later form, which names this one, to those of this one."""

    def __init__(self, earlier: Earlier) -> None:
        self._tables = {now: was for was, now in earlier.tables}
        self._lines = _turned(earlier.lines)
        self._heads = _turned(earlier.heads)

    def place(self, table: str, line: str, head: str) -> _Place | None:
        """Give the place of a cell here, which may be that of several cells there together."""
        was = (self._lines.get((table, line), line), self._heads.get((table, head), head))
        return (self._tables.get(table, table), *was)


def _listed(renamed: Iterable[Renamed]) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(one.table, one.was): one.now for one in renamed}


def _turned(renamed: Iterable[Renamed]) -> dict[tuple[str, str], str]:
    return {(one.table, now): one.was for one in renamed for now in one.now}


def _gathered(tables: Iterable[Facts], keys: _Forward | _Back) -> Mapping[str, Places]:
    """Put cells where they belong; several of one place are added up."""
    found: dict[_Place, list[Fact]] = {}
    for facts in tables:
        for fact in facts:
            place = keys.place(facts.plan.key, fact.line.key, fact.head.key)
            if place is not None:
                found.setdefault(place, []).append(fact)
    places: dict[str, dict[tuple[str, str], Fact]] = {}
    for (table, line, head), facts_there in found.items():
        one = _together(facts_there)
        if one is not None:
            places.setdefault(table, {})[line, head] = one
    return places


def _together(facts: Sequence[Fact]) -> Fact | None:
    """Add up cells that are one figure in another form; None where one cannot be read."""
    first = facts[0]
    if len(facts) == 1:
        return first
    figures = [fact.figure for fact in facts if not fact.empty]
    if None in figures or not figures:
        return None
    return replace(
        first,
        line_label="、".join(dict.fromkeys(fact.line_label for fact in facts)),
        head_label="、".join(dict.fromkeys(fact.head_label for fact in facts)),
        reading=_sum([figure for figure in figures if figure is not None]),
    )


def _sum(figures: Sequence[Figure]) -> Figure:
    total: Number = 0
    for figure in figures:
        total = exact.add(total, figure.value)
    written = "+".join(figure.text.strip() for figure in figures)
    return Figure(total, written, figures[0].unit, max(figure.decimals for figure in figures))
