"""Which forms of other files a filled form is held against: by form, reporting unit and period."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TypeAlias

from statlint.dataclass import dataclass, field, replace
from statlint.facts import Filing
from statlint.finding import Reason
from statlint.history.card import Card, card_of, other_unit, same_unit
from statlint.history.choose_parts import Named, parts_among
from statlint.history.model import NOBODY, Neighbour, Neighbours, PassedOver, Relation, Vicinity
from statlint.values import Period
from statlint.values.due_units import DueUnit
from statlint.values.periods_within import periods_within

_MOST_TOLD = 3
"""Files of no use that are named; of more, only how it is is told."""
_MOST_OF_ANOTHER = {Reason.OTHER_UNIT: 1, Reason.SEVERAL_WHOLES: 0}
"""Parts of another whole that are named: several are there for one that is checked as well."""
_WITHIN = {Relation.HALF_YEARLY: "H", Relation.QUARTERLY: "Q", Relation.MONTHLY: "M"}
_Comparable: TypeAlias = Callable[[Filing, Card], bool]
"""Tells whether a form has the same figures as the one that is checked."""
_Matched: TypeAlias = Callable[[Filing, Relation, Filing], Neighbour]
"""Makes a neighbour of another form, its relation and the form that is checked."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """The forms of other files that one may be held against.

    `useless` are files without any form that could be read, and why. `stated` means that the paths
    say already which units belong together; `before` are the forms of the period before by the path
    of a part, `due` the units that have to hand in a part. `wholes` are the places that the files
    of this run are called after, but for those of parts.
    """

    earlier: Sequence[Card] = ()
    parts: Sequence[Card] = ()
    useless: Sequence[PassedOver] = ()
    stated: bool = False
    before: Mapping[str, Sequence[Card]] = field(default_factory=dict)
    due: Sequence[DueUnit] = ()
    wholes: Collection[str] = ()
    # Thousands of files ask thousands of files for their own unit.
    _by_unit: dict[str, list[Card]] = field(default_factory=dict, repr=False)

    def of_unit(self, own: Card) -> Sequence[Card]:
        """Give the earlier forms of the same unit."""
        if not self._by_unit:
            for one in self.earlier:
                self._by_unit.setdefault(one.unit, []).append(one)
        exact = self._by_unit.get(own.unit, ()) if own.unit else ()
        return exact or [one for one in self.earlier if same_unit(own, one)]


@dataclass(slots=True, eq=False)
class _Choice:
    """What was chosen for one form, and what was passed over."""

    own: Filing
    card: Card
    comparable: _Comparable
    found: dict[Relation, list[Card]] = field(default_factory=dict)
    passed: list[PassedOver] = field(default_factory=list)

    def alike(self, others: Iterable[Card]) -> list[Card]:
        """Keep the forms of other files that have the same figures."""
        return [one for one in others if self.comparable(self.own, one)]

    def pass_over(self, cards: Iterable[Card], relation: Relation, reason: Reason) -> None:
        """Say why some forms are of no use."""
        self.passed += [
            PassedOver(one.path, relation, reason, one.period, one.unit_name) for one in cards
        ]


def vicinity_of(
    own: Filing, candidates: Candidates, comparable: _Comparable, matched: _Matched
) -> Vicinity:
    """Choose what a filled form is held against; `matched` finds which cell is which."""
    choice = _Choice(own, card_of(own), comparable)
    earlier = _in_time(choice, candidates)
    lacking = _parts(choice, candidates)
    known: dict[int, Neighbour] = {}

    def neighbour(one: Card, relation: Relation) -> Neighbour:
        """Match each form once, whatever it is to the one that is checked."""
        if id(one) not in known:
            known[id(one)] = matched(one.filing(), relation, own)
        return replace(known[id(one)], relation=relation)

    def before(path: str) -> Neighbour | None:
        card = _before(path, choice, candidates)
        return neighbour(card, Relation.PREVIOUS) if card else None

    neighbours = {
        relation.value: tuple(neighbour(one, relation) for one in found)
        for relation, found in choice.found.items()
    }
    return Vicinity(
        own.filled,
        Neighbours(neighbours, before, lacking) if neighbours else NOBODY,
        tuple(neighbour(one, Relation.PREVIOUS) for one in earlier),
        (*_few(choice.passed), *_told_useless(choice, candidates.useless)),
    )


def _in_time(choice: _Choice, candidates: Candidates) -> Sequence[Card]:
    """Choose the forms of other periods; give the earlier ones, the oldest first."""
    path = choice.own.path
    others = [one for one in candidates.earlier if one.path != path]
    named = [one for one in candidates.of_unit(choice.card) if one.path != path]
    mine = _of_unit(choice, others, others if candidates.stated else named)
    by_period = _by_period(choice, mine)
    earlier = _earlier(choice.card.period, by_period)
    _name_relations(choice, by_period, earlier)
    if not others and not candidates.stated:
        itself = [one for one in candidates.earlier if one.path == path]
        choice.pass_over(itself[:1], Relation.PREVIOUS, Reason.ITSELF)
    within = _tell_missing(choice, by_period)
    if others and Relation.PREVIOUS not in choice.found and not earlier:
        told = {one.path for one in choice.passed} | within
        told |= {one.path for found in choice.found.values() for one in found}
        rest = [one for one in mine if one.path not in told]
        choice.pass_over(rest, Relation.PREVIOUS, Reason.OTHER_PERIOD)
        if not mine:
            other_form = named or not all(other_unit(choice.card, one) for one in others)
            reason = Reason.OTHER_FORM if other_form else Reason.OTHER_UNIT
            choice.pass_over(named or others, Relation.PREVIOUS, reason)
    return earlier


def _of_unit(choice: _Choice, others: Sequence[Card], named: Sequence[Card]) -> Sequence[Card]:
    """Keep the forms of the same unit; those that name none where nothing says otherwise."""
    mine = choice.alike(named)
    if mine or named:
        return mine
    open_ones = choice.alike(one for one in others if not other_unit(choice.card, one))
    periods = [one.period for one in open_ones]
    # One for each period may well be of this unit; several cannot all be.
    return open_ones if len(set(periods)) == len(periods) else ()


def _by_period(choice: _Choice, mine: Sequence[Card]) -> Mapping[Period | None, Card]:
    """Give the one form of each period; of several alike none can be told to be meant."""
    found: dict[Period | None, list[Card]] = {}
    for one in mine:
        found.setdefault(one.period, []).append(one)
    for period, several in found.items():
        if len(several) > 1 and period != choice.card.period:
            choice.pass_over(several, Relation.PREVIOUS, Reason.SEVERAL_ALIKE)
    return {period: several[0] for period, several in found.items() if len(several) == 1}


def _earlier(period: Period | None, others: Mapping[Period | None, Card]) -> Sequence[Card]:
    """Give the earlier forms of the same length: of the same part of the year where there are any.

    Where periods are not known, what the user named as earlier is.
    """
    known = sorted((other for other in others if other is not None), key=_begin)
    if period is None:
        kinds = {other.kind for other in known}
        found = [others[other] for other in known] if len(kinds) == 1 else []
        return found or ([] if known else _undated(others))
    before = [other for other in known if other.kind == period.kind and other < period]
    same_part = [other for other in before if other.number == period.number]
    chosen = [others[other] for other in same_part or before]
    return chosen or _undated(others)


def _undated(others: Mapping[Period | None, Card]) -> Sequence[Card]:
    return [others[None]] if None in others else []


def _begin(period: Period) -> tuple[tuple[int, int, int], str]:
    return period.first_day, period.kind


def _name_relations(
    choice: _Choice, others: Mapping[Period | None, Card], earlier: Sequence[Card]
) -> None:
    """Say what the forms of other periods are to the one that is checked."""
    period = choice.card.period
    if period is None or (earlier and earlier[-1].period is None):
        if earlier:
            choice.found[Relation.PREVIOUS] = [earlier[-1]]
        return
    wanted = {
        Relation.PREVIOUS: period.previous,
        Relation.YEAR_BEFORE: Period(period.year - 1, period.kind, period.number),
    }
    for relation, other in wanted.items():
        if other in others:
            choice.found[relation] = [others[other]]
    for relation, kind in _WITHIN.items():
        within = periods_within(period, kind)
        if within and all(other in others for other in within):
            choice.found[relation] = [others[other] for other in within]


def _tell_missing(choice: _Choice, others: Mapping[Period | None, Card]) -> set[str]:
    """Say which months or quarters of a period are missing where most are there.

    Give the paths of those that are. A form that is not made of them asks for none.
    """
    period, form = choice.card.period, choice.own.filled.form
    edits = [*form.edits, *(one for table in form.tables for one in table.edits)]
    named = {source for edit in edits for source in edit.across.split("+")}
    asked = [relation for relation in _WITHIN if relation in named]
    if period is None or any(relation in choice.found for relation in asked):
        return set()
    paths: set[str] = set()
    for relation in asked:
        within = periods_within(period, _WITHIN[relation])
        there = [others[one].path for one in within if one in others]
        if 2 * len(there) >= max(1, len(within)):
            choice.passed += [
                PassedOver("", relation, Reason.OTHER_PERIOD, one)
                for one in within
                if one not in others
            ]
            paths.update(there)
    return paths


def _parts(choice: _Choice, candidates: Candidates) -> tuple[PassedOver, ...]:
    """Choose the parts of the form that is checked; give those that have no figures to add."""
    chosen = parts_among(
        Named(
            choice.own,
            choice.card,
            candidates.parts,
            candidates.useless,
            choice.alike,
            stated=candidates.stated,
            due=candidates.due,
            wholes=candidates.wholes,
        )
    )
    for one, reason in chosen.passed:
        choice.pass_over((one,), Relation.PARTS, reason)
    if chosen.cards:
        choice.found[Relation.PARTS] = list(chosen.cards)
    return chosen.lacking


def _before(path: str, choice: _Choice, candidates: Candidates) -> Card | None:
    """Find the form of the period before of a part: by its path, else by its unit and period."""
    if candidates.stated:
        return next(iter(choice.alike(candidates.before.get(path, ()))), None)
    part = next((one for one in choice.found.get(Relation.PARTS, ()) if one.path == path), None)
    if part is None or part.period is None:
        return None
    named = [one for one in candidates.of_unit(part) if one.period == part.period.previous]
    found = choice.alike(named)
    return found[0] if len(found) == 1 else None


def _few(passed: Sequence[PassedOver]) -> Iterable[PassedOver]:
    """Name a few files of each kind; where there are many, say only that it is so."""
    kinds: dict[tuple[Relation, Reason], list[PassedOver]] = {}
    for one in passed:
        kinds.setdefault((one.relation, one.reason), []).append(one)
    for (relation, reason), ones in kinds.items():
        # Each part counts; of all earlier files in a folder, few would have been meant.
        if relation in _WITHIN:
            yield from ones
            continue
        most = _MOST_TOLD if relation is not Relation.PARTS else _MOST_OF_ANOTHER.get(reason)
        if most is None or len(ones) <= most:
            yield from ones
        else:
            yield PassedOver("", relation, reason)


def _told_useless(choice: _Choice, useless: Sequence[PassedOver]) -> Iterable[PassedOver]:
    """Tell of files that have no form where one was looked for and not found, or all matter."""
    for one in useless:
        if one.path != choice.own.path and (
            one.relation is Relation.PARTS or Relation.PREVIOUS not in choice.found
        ):
            yield one
