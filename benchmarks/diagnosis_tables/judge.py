"""What the diagnosis said of a slip, held against what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import process_time
from typing import TypeAlias

from diagnosis_tables.model import Figures, Made, Slot, slot_of
from statlint.diagnosis import Cause, Certainty, Explanation, Survey, diagnose

_Fix: TypeAlias = Mapping[Slot, int | None]
"""Cells and the figures they should have, in units of the system; None where that is open."""
_SURE = frozenset({Certainty.LOCATED, Certainty.BLOCK})


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a diagnosis did on one table.

    `located`: it was sure, and of the right cells; `right`: with the right figures. `first`: its
    first guess is all of the truth. `listed`: the truth is among what it lists. `line`: only the
    line was told somewhere. `claims` are what it was sure of: the probability, and whether that
    was so. `seconds` of CPU for the diagnosis alone.
    """

    seen: bool
    located: bool = False
    right: bool = False
    first: bool = False
    listed: bool = False
    line: bool = False
    claims: tuple[tuple[float, bool], ...] = ()
    seconds: float = 0.0

    @property
    def wrong(self) -> bool:
        """Whether it was sure of something that is not so."""
        return any(not true for _, true in self.claims)


def judge(made: Made, changes: Figures, *, with_before: bool) -> Verdict:
    """Diagnose a table with a slip."""
    found = made.surveyed(changes, with_before=with_before)
    if found is None:
        return Verdict(seen=False)
    start = process_time()
    causes = diagnose(found.system)
    seconds = process_time() - start
    return _verdict(causes, found, _truth(made, changes, found), seconds)


def _truth(made: Made, changes: Figures, found: Survey) -> _Fix:
    return {slot: found.scale.of(made.figures.get(slot) or 0) for slot in changes}


def _verdict(causes: Sequence[Cause], found: Survey, truth: _Fix, seconds: float) -> Verdict:
    sure = [cause for cause in causes if cause.certainty in _SURE]
    guesses = [_fix(cause.explanations[0], found, truth) for cause in causes if cause.explanations]
    first = {slot: units for fix in guesses for slot, units in fix.items()}
    all_sure = len(sure) == len(causes)
    claims = [
        (
            cause.explanations[0].probability,
            _is_so(_fix(cause.explanations[0], found, truth), truth),
        )
        for cause in sure
    ]
    return Verdict(
        seen=True,
        located=all_sure and _is_there(first, truth),
        right=all_sure and _is_all(first, truth),
        first=len(guesses) == len(causes) and _is_all(first, truth),
        listed=_is_listed(causes, found, truth),
        line=any(cause.certainty is Certainty.LINE for cause in causes),
        claims=tuple(claims),
        seconds=seconds,
    )


def _fix(explanation: Explanation, found: Survey, truth: _Fix) -> _Fix:
    """Give what an explanation says; a 0 that it leaves open, and that is right, says nothing."""
    slots = [slot_of(fact) for fact in found.facts]
    told = {slots[at]: units for event in explanation.events for at, units in event.changes}
    still = {at for event in explanation.events for at in event.open}
    wrong = (at for at in still if found.system.cells[at].value or slots[at] in truth)
    return {**told, **dict.fromkeys(map(slots.__getitem__, wrong))}


def _is_there(fix: _Fix, truth: _Fix) -> bool:
    """Tell whether a fix names the cells that are wrong."""
    told = {slot for slot, units in fix.items() if units is not None}
    return told <= truth.keys() <= fix.keys() and _is_wrong(fix, truth)


def _is_so(fix: _Fix, truth: _Fix) -> bool:
    told = {slot: units for slot, units in fix.items() if units is not None}
    return all(truth.get(slot) == units for slot, units in told.items()) and _is_wrong(fix, truth)


def _is_wrong(fix: _Fix, truth: _Fix) -> bool:
    """Tell whether what a fix leaves open is wrong; up to half of it may be right by chance."""
    still = {slot for slot, units in fix.items() if units is None}
    return 2 * len(still & truth.keys()) >= len(still)


def _is_all(fix: _Fix, truth: _Fix) -> bool:
    return _is_so(fix, truth) and truth.keys() <= fix.keys()


def _is_listed(causes: Sequence[Cause], found: Survey, truth: _Fix) -> bool:
    """Tell whether taking the right one of each list gives all of the truth."""
    told: dict[Slot, int | None] = {}
    for cause in causes:
        fixes = (_fix(one, found, truth) for one in cause.explanations)
        right = max((fix for fix in fixes if _is_so(fix, truth)), key=len, default=None)
        if right is None or cause.certainty is Certainty.LINE:
            return False
        told |= right
    return _is_all(told, truth)
