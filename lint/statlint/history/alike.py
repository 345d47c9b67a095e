"""Tables that no form describes held against earlier ones: by their labels, never by addresses."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import TypeAlias

from statlint.dataclass import dataclass, replace
from statlint.facts import Fact, Facts, Filing
from statlint.form import Head, Line
from statlint.history.model import Neighbour, Relation
from statlint.history.units import restated
from statlint.values import label_key, plain, relative_years

_LEAST = 0.5
"""The share of a table's lines, and of its heads, that must be alike for it to be the same."""
_Strips: TypeAlias = "Sequence[Line | Head]"


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """A table and the one of another file that is the same: keys of ours by keys of theirs."""

    own: Facts
    other: Facts
    lines: Mapping[str, str]
    heads: Mapping[str, str]

    @property
    def score(self) -> float:
        """The share of lines times that of heads that are the same, counted by the longer."""
        lines = len(self.lines) / max(1, len(_lines(self.own)), len(_lines(self.other)))
        return lines * len(self.heads) / max(1, len(_heads(self.own)), len(_heads(self.other)))

    @property
    def enough(self) -> bool:
        """Whether enough lines and heads are the same."""
        lines, heads = _lines(self.own), _heads(self.own)
        return len(self.lines) >= _LEAST * len(lines) and len(self.heads) >= _LEAST * len(heads)

    def place(self, fact: Fact) -> tuple[str, str] | None:
        """Give line and head of ours for a cell of the other table."""
        if fact.line.key in self.lines and fact.head.key in self.heads:
            return self.lines[fact.line.key], self.heads[fact.head.key]
        return None

    def measured(self, relation: Relation) -> Facts:
        """Give the other table's cells as holding what ours hold.

        What a table without a form holds only its relations tell; those of ours were looked for.
        Its unit is printed, and may be another: what is added up is restated in ours.
        """
        found: dict[tuple[str, str], Fact] = {}
        for one in self.other:
            place = self.place(one)
            own = self.own.get(*place) if place else None
            measure = replace(own.measure, unit=one.measure.unit) if own else one.measure
            alike = replace(one, measure=measure)
            if own is not None and relation is Relation.PARTS:
                alike = restated(alike, own)
            found[one.line.key, one.head.key] = alike
        return Facts(self.other.table, found)

    @property
    def unmatched(self) -> tuple[str, ...]:
        """The labels of our lines that hold figures and are not there."""
        known = set(self.lines.values())
        return tuple(one.label.zh for one in _lines(self.own) if one.key not in known)


def matches(own: Filing, other: Filing) -> list[Match]:
    """Find out which tables of two files are the same; years count from the latest one."""
    found = [
        match
        for mine in own.facts
        for its in other.facts
        if (match := _match(mine, its)).enough and match.lines and match.heads
    ]
    chosen: list[Match] = []
    for match in sorted(found, key=lambda one: -one.score):
        if all(match.own is not one.own and match.other is not one.other for one in chosen):
            chosen.append(match)
    return chosen


def beside_alike(filing: Filing, relation: Relation, own: Filing) -> Neighbour:
    """Take the tables of another file as neighbours of those of ours that are the same."""
    elsewhere = replace(filing, facts=tuple(_with_path(one, filing.path) for one in filing.facts))
    found = {id(one.other): (one, one.measured(relation)) for one in matches(own, elsewhere)}
    return Neighbour(
        relation=relation,
        tables={
            match.own.plan.key: {
                place: fact for fact in facts if (place := match.place(fact)) is not None
            }
            for match, facts in found.values()
        },
        filing=replace(
            elsewhere,
            facts=tuple(found[id(one)][1] if id(one) in found else one for one in elsewhere.facts),
        ),
    )


def _with_path(facts: Facts, path: str) -> Facts:
    if all(one.path == path for one in facts):
        return facts
    found: dict[tuple[str, str], Fact] = {
        (one.line.key, one.head.key): replace(one, path=path) for one in facts
    }
    return Facts(facts.table, found)


def _match(own: Facts, other: Facts) -> Match:
    return Match(
        own,
        other,
        dict(_same(_lines(own), _lines(other))),
        dict(_same(_heads(own), _heads(other))),
    )


def _lines(facts: Facts) -> list[Line]:
    return [line for block in facts.plan.blocks for line in block.figure_lines]


def _heads(facts: Facts) -> list[Head]:
    return [head for block in facts.plan.blocks for head in block.figure_heads]


def _same(ours: _Strips, theirs: _Strips) -> Iterator[tuple[str, str]]:
    """Pair what has the same label under the same headings, in order where it comes again.

    Then what is left, by its label alone where that comes once.
    """
    mine, its = _keyed(ours), _keyed(theirs)
    pairs = dict(_paired(mine, its, _in_order))
    yield from pairs.items()
    taken = set(pairs.values())
    left = [(key, told[:1]) for key, told in mine if key not in taken]
    right = [(key, told[:1]) for key, told in its if key not in pairs]
    yield from _paired(left, right, _once)


_Told: TypeAlias = "tuple[Hashable, ...]"
_Keyed: TypeAlias = "Sequence[tuple[str, _Told]]"


def _keyed(strips: _Strips) -> list[tuple[str, _Told]]:
    """Give the keys of lines or heads with what tells them: the label, and those over it."""
    labels = [(one.label.zh, *reversed(one.above)) for one in strips]
    flat = iter(relative_years([label for several in labels for label in several]))
    return [
        (one.key, tuple(_comparable(next(flat)) for _ in several))
        for one, several in zip(strips, labels, strict=True)
    ]


def _comparable(label: str) -> str:
    return label_key(label) or "".join(plain(label).split())


def _paired(
    ours: _Keyed, theirs: _Keyed, fit: Callable[[Sequence[str], Sequence[str]], bool]
) -> Iterator[tuple[str, str]]:
    mine, its = _grouped(ours), _grouped(theirs)
    for told, keys in its.items():
        if told in mine and fit(mine[told], keys):
            yield from zip(keys, mine[told], strict=True)


def _grouped(keyed: _Keyed) -> dict[_Told, list[str]]:
    found: dict[_Told, list[str]] = {}
    for key, told in keyed:
        found.setdefault(told, []).append(key)
    return found


def _in_order(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return len(ours) == len(theirs)


def _once(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return len(ours) == len(theirs) == 1
