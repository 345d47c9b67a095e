"""Confront the edits of a form with the facts of a filled form."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from statlint.confront.evaluate import NotApplicableError, evaluate
from statlint.confront.linear import weights
from statlint.confront.model import Confrontation, Instance, Verdict
from statlint.confront.percentages import in_percent
from statlint.confront.quantity import Exact
from statlint.confront.scene import Scene
from statlint.confront.scope import Place, places_of
from statlint.confront.settle import settled
from statlint.confront.sides import sides_of, target_of
from statlint.confront.slack import slack_of
from statlint.confront.standing import board_of, own_names, ranking_call
from statlint.confront.verdict import due, verdict_of
from statlint.facts import Fact, Facts
from statlint.finding import Reason
from statlint.form import Edit, EditKind, TableForm
from statlint.table import FilledForm
from statlint.values import Number

_SHOWN_DECIMALS = 6
_WEIGHED = frozenset({EditKind.BALANCE, EditKind.FLOW, EditKind.SHARES})


def confront(
    filled: FilledForm,
    facts: Sequence[Facts],
    *,
    on: Collection[str] = (),
    off: Collection[str] = (),
) -> Confrontation:
    """Confront every edit that is active, or switched `on` and not `off`, with the facts.

    Both are ids of edits; Y5 names Y5a and Y5b.
    """
    edits = [
        (table, edit)
        for table, edit in _edits(filled, facts)
        if (edit.active or edit.is_among(on)) and not edit.is_among(off)
    ]

    def instances_on(read: Sequence[Facts]) -> tuple[Instance, ...]:
        by_table = {one.plan.key: one for one in read}
        found = (
            instance
            for table, edit in edits
            for instance in _instances(edit, table, filled, by_table)
        )
        return settled(found)

    read, instances, fractions = in_percent(facts, instances_on)
    return Confrontation(filled, tuple(read), instances, fractions)


def _edits(filled: FilledForm, facts: Sequence[Facts]) -> Iterator[tuple[TableForm | None, Edit]]:
    for one in facts:
        for edit in one.plan.edits:
            yield one.plan, edit
    for edit in filled.form.edits:
        yield None, edit


def _instances(
    edit: Edit, table: TableForm | None, filled: FilledForm, facts: Mapping[str, Facts]
) -> Iterator[Instance]:
    if edit.kinds_of_unit and filled.kind_of_unit not in {None, *edit.kinds_of_unit}:
        return
    if edit.periods and filled.period and _part_of_year(filled) not in edit.periods:
        return
    stated, call = tuple(own_names(edit)), ranking_call(edit)
    board = None
    for place in places_of(edit, table, facts):
        scene = place.scene
        if call is not None:
            # All places of a ranking are taken among the same figures: they are gathered once.
            board = board or board_of(call, scene)
            scene = replace(scene, board=board)
        found = [scene.resolve(name) for name in scene.spread(stated)]
        if not any(fact is not None for fact in found):
            continue
        if None in found and table is not None and _is_whole(facts[table.key]):
            # A cell that the table has no room for (a group with its points alone) is nobody's.
            continue
        try:
            yield _confront_once(edit, replace(place, scene=scene), found, _unknown(edit, filled))
        except NotApplicableError:
            continue


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
    edit: Edit, place: Place, found: Sequence[Fact | None], unknown: Reason | None
) -> Instance:
    facts = tuple(dict.fromkeys(fact for fact in found if fact is not None))
    target = target_of(edit, place.scene)
    if unknown is Reason.KIND_OF_UNIT:
        return Instance(edit, Verdict.NOT_CHECKED, facts, target, reason=unknown, where=place.key)
    board = place.scene.board
    verdict, reason = verdict_of(edit, place.scene, [*found, *(board.unknown if board else ())])
    if unknown is not None and verdict is Verdict.FAILS:
        # Where it holds there is no need to know the period.
        verdict, reason = Verdict.NOT_CHECKED, unknown
    sides = _sides(edit, place.scene)
    return Instance(
        edit=edit,
        verdict=verdict,
        facts=facts,
        target=target,
        left=_shown(sides[0]),
        right=_shown(sides[1]),
        reason=reason,
        blanks=tuple(fact for fact in due(facts) if fact.empty),
        slack=slack_of(edit, place.scene, verdict, sides),
        where=place.key,
        weights=_weights(edit, place.scene) if verdict is not Verdict.HOLDS else (),
        scene=place.scene,
    )


def _weights(edit: Edit, scene: Scene) -> tuple[tuple[Fact, Exact], ...]:
    sides = sides_of(edit)
    if sides is None or edit.kind not in _WEIGHED:
        return ()
    return weights(*sides, scene)


def _sides(edit: Edit, scene: Scene) -> tuple[Exact | None, Exact | None]:
    """Give both sides of an edit that is one comparison, the stated total on the right."""
    sides = sides_of(edit)
    if sides is None:
        return None, None
    try:
        left, right = (evaluate(side, scene) for side in sides)
    except ZeroDivisionError:
        return None, None
    return left.value, right.value


def _shown(value: Exact | None) -> Number | None:
    """Give a number that can be printed; a quotient is rounded to six decimals."""
    if value is None or isinstance(value, (int, Decimal)):
        return value
    millionths = round(value * 10**_SHOWN_DECIMALS)
    return Decimal(f"{millionths}E-{_SHOWN_DECIMALS}") if value.denominator > 1 else int(value)
