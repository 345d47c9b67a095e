"""What becomes of an edit at one place, and why where it cannot be decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from statlint.confront.evaluate import judge
from statlint.confront.model import Verdict
from statlint.confront.ratio import grows_from_nothing, has_no_whole, judge_ratio, share_of
from statlint.confront.scene import Scene
from statlint.confront.sides import sides_of
from statlint.confront.truth import Truth
from statlint.facts import Fact
from statlint.finding import Reason
from statlint.form import Edit, EditKind, ValueKind
from statlint.values import Unreadable


def verdict_of(
    edit: Edit, scene: Scene, found: Sequence[Fact | None]
) -> tuple[Verdict, Reason | None]:
    """Say what becomes of an edit on the cells found; raises NotApplicableError.

    What fails as stored may hold as displayed: the stored figures go first.
    """
    facts = due(found)
    try:
        truth = _truth(edit, scene)
        if truth.surely is False and any(fact.figure and fact.figure.rounder for fact in facts):
            shown = _truth(edit, replace(scene, displayed=True))
            truth = truth if shown.surely is False else shown
    except ZeroDivisionError:
        return _without_whole(edit, scene, facts)
    if truth.surely is False:
        return Verdict.FAILS, None
    if truth.surely or (truth.as_zero and not all(fact.empty for fact in facts)):
        return Verdict.HOLDS, None
    reason = _why(facts, complete=None not in found)
    # Nothing but rounding leaves it open: a gap that rounding can explain is no finding.
    return (Verdict.NOT_CHECKED, reason) if reason else (Verdict.HOLDS, None)


def due(found: Sequence[Fact | None]) -> tuple[Fact, ...]:
    """Give the cells that should hold a figure; words under a text head can never be a blank."""
    return tuple(
        dict.fromkeys(fact for fact in found if fact and fact.measure.kind is not ValueKind.TEXT)
    )


def _truth(edit: Edit, scene: Scene) -> Truth:
    sides = sides_of(edit) if edit.kind is EditKind.RATIO else None
    return judge_ratio(*sides, scene) if sides else judge(edit.condition, scene)


def _without_whole(
    edit: Edit, scene: Scene, facts: Sequence[Fact]
) -> tuple[Verdict, Reason | None]:
    """Without a whole a share must be 0, blank or a mark; anything else cannot be reckoned."""
    if all(fact.empty for fact in facts):
        return Verdict.NOT_CHECKED, Reason.BLANK_PARTS
    share = share_of(edit, scene)
    undecided = Verdict.NOT_CHECKED, _why(facts, complete=True) or Reason.DIVISION_BY_ZERO
    if share is None or isinstance(share.reading, Unreadable):
        return undecided
    stated = share.figure.value if share.figure else 0
    if share.figure and has_no_whole(edit, scene) and (stated or grows_from_nothing(edit, scene)):
        return Verdict.FAILS, None
    return undecided if stated else (Verdict.HOLDS, None)


def _why(facts: Sequence[Fact], *, complete: bool) -> Reason | None:
    if any(isinstance(fact.reading, Unreadable) for fact in facts):
        return Reason.UNREADABLE_PARTS
    if not complete:
        return Reason.MISSING_LINE
    return Reason.BLANK_PARTS if any(fact.empty for fact in facts) else None
