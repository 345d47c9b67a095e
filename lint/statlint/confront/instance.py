"""One instance of an edit, whatever its cells hold: blanks, marks, texts, rounded figures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from statlint.confront.desk import Desk
from statlint.confront.linear import weights
from statlint.confront.model import Instance, Verdict
from statlint.confront.quantity import Exact
from statlint.confront.ready import ReadyEdit
from statlint.confront.recalled import Recalled
from statlint.confront.scene import Scene
from statlint.confront.scope import Place
from statlint.confront.sides import sides_of, target_of
from statlint.confront.slack import slack_of
from statlint.confront.verdict import Decision, decide, is_due
from statlint.dataclass import replace
from statlint.facts import Fact
from statlint.finding import Reason
from statlint.form import Edit, EditKind
from statlint.values import Number

_SHOWN_DECIMALS = 6
_MANY = 100
"""Cells that an edit which holds keeps at hand; of more, those of other files are many."""
_WEIGHED = frozenset({EditKind.BALANCE, EditKind.FLOW, EditKind.SHARES})

Found = Sequence[Fact | None]
"""The cells that the names of an edit stand for."""


def instance_at(
    ready: ReadyEdit,
    place: Place,
    found: Found,
    unknown: Reason | None,
    desk: Desk,
) -> Instance:
    """Confront an edit on the cells found at a place; raises NotApplicableError.

    `unknown` says what would have to be known to tell whether it is for this form.
    """
    edit, scene = ready.edit, place.scene
    facts = tuple(fact for fact in dict.fromkeys(found) if fact is not None)
    target = target_of(edit, scene)
    decision = _decided(ready, scene, found, desk)
    if unknown is not None and decision.verdict is Verdict.FAILS:
        # Where it holds there is no need to know the period.
        decision = replace(decision, verdict=Verdict.NOT_CHECKED, reason=unknown)
    if decision.reason is Reason.MISSING_LINE and None not in ready.own(found):
        decision = replace(decision, reason=Reason.ABSENT_ELSEWHERE)
    return Instance(
        edit=edit,
        verdict=decision.verdict,
        facts=_kept(facts, edit, scene) if decision.verdict is Verdict.HOLDS else facts,
        target=target,
        left=_shown(decision.left),
        right=_shown(decision.right),
        reason=decision.reason,
        blanks=tuple(fact for fact in facts if fact.empty and is_due(fact) and not fact.path),
        slack=slack_of(edit, scene, found, decision),
        where=place.key,
        weights=_weights(edit, scene) if decision.verdict is not Verdict.HOLDS else (),
        scene=scene,
    )


def _kept(facts: tuple[Fact, ...], edit: Edit, scene: Scene) -> Sequence[Fact]:
    """Hold the cells of an edit that holds, unless they are those of thousands of files."""
    return Recalled(edit, scene) if edit.across and len(facts) > _MANY else facts


def _decided(ready: ReadyEdit, scene: Scene, found: Found, desk: Desk) -> Decision:
    """Decide an edit: in whole numbers where it is an equation of figures as they are stored."""
    equation = ready.equation()
    decision = equation.decide(found, desk.worths) if equation else None
    if decision is not None:
        return decision
    return decide(ready.edit, scene, [*found, *(scene.board.unknown if scene.board else ())])


def _weights(edit: Edit, scene: Scene) -> tuple[tuple[Fact, Exact], ...]:
    sides = sides_of(edit)
    if sides is None or edit.kind not in _WEIGHED:
        return ()
    return weights(*sides, scene)


def _shown(value: Exact | None) -> Number | None:
    """Give a number that can be printed; a quotient is rounded to six decimals."""
    if value is None or isinstance(value, (int, Decimal)):
        return value
    millionths = round(value * 10**_SHOWN_DECIMALS)
    return Decimal(f"{millionths}E-{_SHOWN_DECIMALS}") if value.denominator > 1 else int(value)
