"""Confront the edits of a form with the facts of a filled form."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from statlint.confront.evaluate import Scene, evaluate, judge
from statlint.confront.linear import weights
from statlint.confront.model import Confrontation, Instance, Verdict
from statlint.confront.quantity import Exact, Quantity
from statlint.confront.scope import Place, places_of
from statlint.confront.sides import sides_of, target_of
from statlint.confront.slack import slack_of
from statlint.facts import Fact, Facts
from statlint.finding import Reason
from statlint.form import Condition, Edit, EditKind, TableForm
from statlint.table import FilledForm
from statlint.values import Number, Unreadable

_SHOWN_DECIMALS = 6


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
    by_table = {one.plan.key: one for one in facts}
    instances = [
        instance
        for table, edit in _edits(filled, facts)
        if (edit.active or edit.is_among(on)) and not edit.is_among(off)
        for instance in _instances(edit, table, filled, by_table)
    ]
    return Confrontation(filled, tuple(facts), tuple(_without_implied(instances)))


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
    for place in places_of(edit, table, facts):
        found = [place.scene.resolve(name) for name in place.scene.names(edit.condition)]
        if any(fact is not None for fact in found):
            yield _confront_once(edit, place, found, known_unit=_unit_known(edit, filled))


def _unit_known(edit: Edit, filled: FilledForm) -> bool:
    return not edit.kinds_of_unit or filled.kind_of_unit is not None


def _confront_once(
    edit: Edit, place: Place, found: Sequence[Fact | None], *, known_unit: bool
) -> Instance:
    facts = tuple(dict.fromkeys(fact for fact in found if fact is not None))
    target = target_of(edit, place.scene)
    if not known_unit:
        return Instance(
            edit, Verdict.NOT_CHECKED, facts, target, reason=Reason.KIND_OF_UNIT, where=place.key
        )
    left, right = _sides(edit, place.scene)
    verdict, reason = _verdict(edit.condition, place.scene, facts, complete=None not in found)
    return Instance(
        edit=edit,
        verdict=verdict,
        facts=facts,
        target=target,
        left=_shown(left),
        right=_shown(right),
        reason=reason,
        blanks=tuple(fact for fact in facts if fact.empty),
        slack=slack_of(edit, target, left, verdict),
        where=place.key,
        weights=_weights(edit, place.scene) if verdict is not Verdict.HOLDS else (),
    )


def _weights(edit: Edit, scene: Scene) -> tuple[tuple[Fact, Exact], ...]:
    sides = sides_of(edit)
    if sides is None or edit.kind not in {EditKind.BALANCE, EditKind.FLOW}:
        return ()
    return weights(*sides, scene)


def _verdict(
    condition: Condition, scene: Scene, facts: Sequence[Fact], *, complete: bool
) -> tuple[Verdict, Reason | None]:
    try:
        truth = judge(condition, scene)
    except ZeroDivisionError:
        return _without_whole(facts)
    if truth.surely is False:
        return Verdict.FAILS, None
    if truth.surely or (truth.as_zero and not all(fact.empty for fact in facts)):
        return Verdict.HOLDS, None
    reason = _why(facts, complete=complete)
    # Nothing but rounding leaves it open: a gap that rounding can explain is no finding.
    return (Verdict.NOT_CHECKED, reason) if reason else (Verdict.HOLDS, None)


def _without_whole(facts: Sequence[Fact]) -> tuple[Verdict, Reason | None]:
    """Without a whole a share must be 0, blank or a mark; anything else cannot be reckoned."""
    if all(fact.empty for fact in facts):
        return Verdict.NOT_CHECKED, Reason.BLANK_PARTS
    if all(fact.empty or (fact.figure and fact.figure.value == 0) for fact in facts):
        return Verdict.HOLDS, None
    return Verdict.NOT_CHECKED, Reason.DIVISION_BY_ZERO


def _why(facts: Sequence[Fact], *, complete: bool) -> Reason | None:
    if any(isinstance(fact.reading, Unreadable) for fact in facts):
        return Reason.UNREADABLE_PARTS
    if not complete:
        return Reason.MISSING_LINE
    return Reason.BLANK_PARTS if any(fact.empty for fact in facts) else None


def _sides(edit: Edit, scene: Scene) -> tuple[Exact | None, Exact | None]:
    """Give both sides of an edit that is one comparison, the stated total on the right."""
    sides = sides_of(edit)
    if sides is None:
        return None, None
    try:
        values: list[Quantity] = [evaluate(side, scene) for side in sides]
    except ZeroDivisionError:
        return None, None
    return values[0].value, values[1].value


def _shown(value: Exact | None) -> Number | None:
    """Give a number that can be printed; a quotient is rounded to six decimals."""
    if value is None or isinstance(value, (int, Decimal)):
        return value
    millionths = round(value * 10**_SHOWN_DECIMALS)
    return Decimal(f"{millionths}E-{_SHOWN_DECIMALS}") if value.denominator > 1 else int(value)


def _without_implied(instances: Sequence[Instance]) -> Iterator[Instance]:
    """Leave out failures that another failed edit at the same place says more exactly."""
    failed = {
        (instance.edit.id, instance.where)
        for instance in instances
        if instance.verdict is Verdict.FAILS
    }
    for instance in instances:
        better = {(other, instance.where) for other in instance.edit.implied_by}
        if instance.verdict is not Verdict.FAILS or not better & failed:
            yield instance
