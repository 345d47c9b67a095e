"""From an edit to its instances: one for each place where it is confronted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from statlint.confront.equation import Equation, equation_of
from statlint.confront.evaluate import NotApplicableError
from statlint.confront.linear import weights
from statlint.confront.model import Instance, Verdict
from statlint.confront.quantity import Exact
from statlint.confront.recalled import Recalled
from statlint.confront.scene import Scene
from statlint.confront.scope import Place, places_of
from statlint.confront.sides import sides_of, target_of
from statlint.confront.slack import slack_of
from statlint.confront.standing import board_of, own_names, ranking_call
from statlint.confront.verdict import Decision, decide, is_due
from statlint.confront.worths import Worths
from statlint.facts import Fact, Facts
from statlint.finding import Reason
from statlint.form import Call, Edit, EditKind, Name, Ranges, TableForm
from statlint.history import NOBODY, Neighbours
from statlint.table import FilledForm
from statlint.values import Number

_SHOWN_DECIMALS = 6
_MANY = 100
"""Cells that an edit which holds keeps at hand; of more, those of other files are many."""
_WEIGHED = frozenset({EditKind.BALANCE, EditKind.FLOW, EditKind.SHARES})


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """What the edits of a filled form are confronted with.

    `facts` are those of each table by its key, `ranges` what ranges stand for in it. `worths` are
    reckoned when they are first asked for.
    """

    filled: FilledForm
    facts: Mapping[str, Facts]
    ranges: Callable[[str], Ranges]
    worths: Callable[[], Worths]
    others: Neighbours = NOBODY


@dataclass(frozen=True, slots=True, eq=False)
class _Ready:
    """An edit with all that is the same at each of its places.

    `equation` is given where it only adds, `ranking` where it reckons a place in a ranking.
    `unknown` says what would have to be known to tell whether it is for this form.
    """

    edit: Edit
    names: tuple[Name, ...]
    unknown: Reason | None
    equation: Equation | None
    ranking: Call | None


def instances_of(edit: Edit, table: TableForm | None, desk: Desk) -> Iterator[Instance]:
    """Confront an edit at all places where it is for the cells there."""
    filled = desk.filled
    if edit.kinds_of_unit and filled.kind_of_unit not in {None, *edit.kinds_of_unit}:
        return
    if edit.periods and filled.period and _part_of_year(filled) not in edit.periods:
        return
    whole = table is not None and _is_whole(desk.facts[table.key])
    ready = board = None
    for place in places_of(edit, table, desk.facts, desk.ranges, desk.others):
        ready = ready or _made_ready(edit, place.scene, filled)
        # All places of a ranking are taken among the same figures: they are gathered once.
        board = board or (board_of(ready.ranking, place.scene) if ready.ranking else None)
        found = place.find(ready.names)
        own = _own(ready, found)
        missing = own.count(None)
        if missing == len(own) or (missing and whole):
            # A cell that the table has no room for (a group with its points alone) is nobody's.
            continue
        try:
            yield _confront_once(ready, place.with_board(board), found, desk)
        except NotApplicableError:
            continue


def _own(ready: _Ready, found: Sequence[Fact | None]) -> Sequence[Fact | None]:
    """Give the cells of the form itself: what is not in last year's is no reason to pass over."""
    if not ready.edit.across:
        return found
    return [fact for name, fact in zip(ready.names, found, strict=True) if not name.source]


def _made_ready(edit: Edit, scene: Scene, filled: FilledForm) -> _Ready:
    """Make an edit ready; a range stands for the same names at all its places."""
    names = tuple(scene.spread(own_names(edit)))
    # What other files hold is not among the figures that were counted as whole numbers.
    equation = None if edit.across else equation_of(edit, scene.expand)
    return _Ready(edit, names, _unknown(edit, filled), equation, ranking_call(edit))


def _part_of_year(filled: FilledForm) -> str:
    return str(filled.period).partition("-")[2]


def _is_whole(facts: Facts) -> bool:
    """Tell whether a table has all lines and heads, so that a missing cell is no omission."""
    return not facts.table.missing_lines and not facts.table.missing_heads


def _unknown(edit: Edit, filled: FilledForm) -> Reason | None:
    """Say what would have to be known to tell whether an edit is for this form."""
    if edit.kinds_of_unit and filled.kind_of_unit is None:
        return Reason.KIND_OF_UNIT
    return Reason.NO_PERIOD if edit.periods and filled.period is None else None


def _confront_once(
    ready: _Ready, place: Place, found: Sequence[Fact | None], desk: Desk
) -> Instance:
    edit, scene = ready.edit, place.scene
    facts = tuple(fact for fact in dict.fromkeys(found) if fact is not None)
    target = target_of(edit, scene)
    if ready.unknown is Reason.KIND_OF_UNIT and not edit.across:
        reason = ready.unknown
        return Instance(edit, Verdict.NOT_CHECKED, facts, target, reason=reason, where=place.key)
    decision = _decided(ready, scene, found, desk)
    if ready.unknown is not None and decision.verdict is Verdict.FAILS:
        # Where it holds there is no need to know the period.
        decision = replace(decision, verdict=Verdict.NOT_CHECKED, reason=ready.unknown)
    if decision.reason is Reason.MISSING_LINE and None not in _own(ready, found):
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


def _decided(ready: _Ready, scene: Scene, found: Sequence[Fact | None], desk: Desk) -> Decision:
    """Decide an edit: in whole numbers where it is an equation of figures as they are stored."""
    decision = ready.equation.decide(found, desk.worths()) if ready.equation else None
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
