"""What becomes of an edit at one place, and why where it cannot be decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from statlint.confront.evaluate import evaluate, judge
from statlint.confront.model import Verdict
from statlint.confront.quantity import Exact
from statlint.confront.scene import Scene
from statlint.confront.sides import is_turned, sides_of
from statlint.confront.truth import Truth, compare
from statlint.dataclass import dataclass, replace
from statlint.facts import Fact
from statlint.finding import Reason
from statlint.form import Comparison, Edit, EditKind, ValueKind
from statlint.values import Unreadable

_Sides: TypeAlias = "tuple[Exact | None, Exact | None]"


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of an edit at one place, and its exact sides; the stated one is the right."""

    verdict: Verdict
    reason: Reason | None
    left: Exact | None = None
    right: Exact | None = None


def verdict_of(
    edit: Edit, scene: Scene, found: Sequence[Fact | None]
) -> tuple[Verdict, Reason | None]:
    """Say what becomes of an edit on the cells found; raises NotApplicableError."""
    decision = decide(edit, scene, found)
    return decision.verdict, decision.reason


def decide(edit: Edit, scene: Scene, found: Sequence[Fact | None]) -> Decision:
    """Say what becomes of an edit on the cells found; raises NotApplicableError.

    What fails as stored may hold as displayed: the stored figures go first.
    """
    sides: _Sides = (None, None)
    try:
        truth, sides = _truth(edit, scene)
        if truth.surely is False and has_rounder(found):
            shown, _ = _truth(edit, replace(scene, displayed=True))
            truth = truth if shown.surely is False else shown
    except ZeroDivisionError:
        return Decision(*_without_whole(edit, scene, due(found)), *sides)
    return Decision(*settled_by(truth, found), *sides)


def has_rounder(found: Sequence[Fact | None]) -> bool:
    """Tell whether a figure is displayed otherwise than it is stored."""
    return any(fact.figure and fact.figure.rounder for fact in due(found))


def settled_by(truth: Truth, found: Sequence[Fact | None]) -> tuple[Verdict, Reason | None]:
    """Say what becomes of an edit of which it is known whether it is true."""
    if truth.surely is False:
        return Verdict.FAILS, None
    if truth.surely:
        return Verdict.HOLDS, None
    facts = due(found)
    if truth.as_zero and not all(fact.empty for fact in facts):
        return Verdict.HOLDS, None
    reason = _why(facts, complete=None not in found)
    # Nothing but rounding leaves it open: a gap that rounding can explain is no finding.
    return (Verdict.NOT_CHECKED, reason) if reason else (Verdict.HOLDS, None)


def due(found: Sequence[Fact | None]) -> tuple[Fact, ...]:
    """Give the cells that should hold a figure."""
    return tuple(dict.fromkeys(fact for fact in found if fact and is_due(fact)))


def is_due(fact: Fact) -> bool:
    """Tell whether a cell should hold a figure; words under a text head can never be a blank."""
    return fact.measure.kind is not ValueKind.TEXT


def _truth(edit: Edit, scene: Scene) -> tuple[Truth, _Sides]:
    """Tell whether an edit is true, and what its sides come to; raises ZeroDivisionError."""
    condition, sides = edit.condition, sides_of(edit)
    if not isinstance(condition, Comparison) or sides is None:
        return judge(condition, scene), (None, None)
    if edit.kind is EditKind.RATIO:
        from statlint.confront.ratio import judge_ratio

        return judge_ratio(*sides, scene)
    left, right = evaluate(condition.left, scene), evaluate(condition.right, scene)
    values = (right.value, left.value) if is_turned(edit) else (left.value, right.value)
    return compare(condition.sign, left, right), values


def _without_whole(
    edit: Edit, scene: Scene, facts: Sequence[Fact]
) -> tuple[Verdict, Reason | None]:
    """Without a whole a share must be 0, blank or a mark; anything else cannot be reckoned."""
    if all(fact.empty for fact in facts):
        return Verdict.NOT_CHECKED, Reason.BLANK_PARTS
    from statlint.confront.ratio import grows_from_nothing, has_no_whole, share_of

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
