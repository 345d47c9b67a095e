"""Cells whose text is no figure: what each is likely to mean, by its text and by its edits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import prod
from typing import TypeAlias

from statlint.confront import Confrontation, Instance, Verdict, linear_of, verdict_with
from statlint.dataclass import dataclass, field, replace
from statlint.facts import Fact
from statlint.finding import Reason
from statlint.form import EditKind
from statlint.formula import Formulas
from statlint.values import Flaw, Unreadable
from statlint.values.misread import Misread, Spoilt, misreadings

Meanings: TypeAlias = Mapping[Fact, Misread]
"""What cells that hold no figure may mean; 0 of which the text tells nothing."""

_MOST = 40
"""Cells that are looked at in a file; where there are more, its figures are no figures."""
_NOTHING = Misread(0, 0.3, Spoilt.OTHER)
_BROKEN = 0.01
"""How much less likely a meaning is for each edit that it breaks."""
_TELLING = frozenset({EditKind.RATIO, EditKind.RANK})
"""Kinds of edit that tell a figure, beside equations."""
_NOT_TYPED = frozenset({Flaw.ERROR_VALUE, Flaw.NO_RESULT, Flaw.DATE})
"""Texts that nobody typed: formulas gave them, or a spreadsheet made a date of a figure.

Its sums have counted the days of such a date.
"""


@dataclass(frozen=True, slots=True, eq=False)
class LeftOut:
    """A text that no total counts: what it means, and the edits that hold without it."""

    fact: Fact
    meant: Misread
    instances: tuple[Instance, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Unread:
    """The typed texts of a file that keep edits open.

    `asked` are those that edits ask a figure of, with what they may mean. `left_out` are those that
    totals were reckoned without, as a spreadsheet does: nothing but the text says what they mean.
    """

    asked: Meanings = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()


def unread_in(confrontations: Sequence[Confrontation], formulas: Formulas | None) -> Unread:
    """Find the typed texts that keep edits open, and what each is likely to mean."""
    waiting: dict[Fact, list[Instance]] = {}
    for confrontation in confrontations:
        for one in confrontation.instances:
            if one.reason is Reason.UNREADABLE_PARTS:
                for fact in _texts(one, formulas):
                    waiting.setdefault(fact, []).append(one)
    if not 0 < len(waiting) <= _MOST:
        return Unread()
    found = {fact: _readings(fact) for fact in waiting}
    first = {fact: readings[0] for fact, readings in found.items()}
    left_out = {fact for fact in waiting if _is_left_out(fact, first, waiting[fact])}
    asked = {
        fact: readings[0] if len(readings) == 1 else _fitting(fact, readings, waiting[fact], first)
        for fact, readings in found.items()
        if fact not in left_out
    }
    return Unread(
        asked,
        tuple(
            LeftOut(fact, first[fact], tuple(waiting[fact])) for fact in waiting if fact in left_out
        ),
    )


def _is_left_out(fact: Fact, first: Meanings, waiting: Sequence[Instance]) -> bool:
    """Tell whether totals hold without a text that means something."""
    telling = [one for one in waiting if tells(one)]
    nothing = dict.fromkeys(first, 0)
    return (
        (first[fact].value != 0 or first[fact].spoilt is Spoilt.OTHER)
        and bool(telling)
        and all(fact is not one.target for one in telling)
        and all(verdict_with(one, nothing) is Verdict.HOLDS for one in telling)
    )


def tells(instance: Instance) -> bool:
    """Tell whether an edit says what a figure is: a bound only says what it is not."""
    return instance.edit.kind in _TELLING or linear_of(instance) is not None


def waits(instance: Instance, unread: Collection[Fact]) -> bool:
    """Tell whether an edit is open because of some of these cells, and of no other text."""
    return instance.reason is Reason.UNREADABLE_PARTS and all(
        fact in unread for fact in instance.facts if isinstance(fact.reading, Unreadable)
    )


def _texts(instance: Instance, formulas: Formulas | None) -> Iterable[Fact]:
    for fact in instance.facts:
        reading = fact.reading
        if isinstance(reading, Unreadable) and reading.flaw not in _NOT_TYPED:
            grid = fact.part.grid
            if formulas is None or formulas.at(grid, fact.cell) is None:
                yield fact


def _readings(fact: Fact) -> tuple[Misread, ...]:
    reading = fact.reading
    found = misreadings(reading) if isinstance(reading, Unreadable) else ()
    return tuple(one for one in found if _may_hold(fact, one)) or (_NOTHING,)


def _may_hold(fact: Fact, one: Misread) -> bool:
    kind = fact.measure.kind
    whole = isinstance(one.value, int) or not kind.whole
    return whole and (one.value >= 0 or kind.signed)


def _fitting(
    fact: Fact, readings: Sequence[Misread], waiting: Sequence[Instance], first: Meanings
) -> Misread:
    """Choose the meaning that the edits bear out, with odds that say so."""
    weights = [one.odds * _borne_out(fact, one, waiting, first) for one in readings]
    best = max(range(len(readings)), key=weights.__getitem__)
    share = weights[best] / sum(weights)
    return replace(readings[best], odds=max(readings[best].odds, share * readings[0].odds))


def _borne_out(fact: Fact, reading: Misread, waiting: Sequence[Instance], first: Meanings) -> float:
    figures = {other: one.value for other, one in first.items()} | {fact: reading.value}
    return prod(
        1.0 if verdict_with(one, figures) is not Verdict.FAILS else _BROKEN for one in waiting
    )
