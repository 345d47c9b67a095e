"""Cells whose text is no figure: what each is likely to mean, by its text and by its edits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from math import prod
from typing import TypeAlias

from statlint.confront import Confrontation, Instance, Verdict, verdict_with
from statlint.facts import Fact
from statlint.finding import Reason
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
_RECKONED = frozenset({Flaw.ERROR_VALUE, Flaw.NO_RESULT})
"""Texts that formulas give: nobody typed them."""


def meanings_of(confrontations: Sequence[Confrontation], formulas: Formulas | None) -> Meanings:
    """Give what each typed text that keeps an edit open is likely to mean."""
    waiting: dict[Fact, list[Instance]] = {}
    for confrontation in confrontations:
        for one in confrontation.instances:
            if one.reason is Reason.UNREADABLE_PARTS:
                for fact in _texts(one, formulas):
                    waiting.setdefault(fact, []).append(one)
    if len(waiting) > _MOST:
        return {}
    found = {fact: _readings(fact) for fact in waiting}
    first = {fact: readings[0] for fact, readings in found.items()}
    return {
        fact: readings[0] if len(readings) == 1 else _fitting(fact, readings, waiting[fact], first)
        for fact, readings in found.items()
    }


def waits(instance: Instance, unread: Collection[Fact]) -> bool:
    """Tell whether an edit is open because of some of these cells, and of no other text."""
    return instance.reason is Reason.UNREADABLE_PARTS and all(
        fact in unread for fact in instance.facts if isinstance(fact.reading, Unreadable)
    )


def _texts(instance: Instance, formulas: Formulas | None) -> Iterable[Fact]:
    for fact in instance.facts:
        reading = fact.reading
        if isinstance(reading, Unreadable) and reading.flaw not in _RECKONED:
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
