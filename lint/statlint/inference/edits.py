"""From relations that are believed to edits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from statlint.dataclass import replace
from statlint.finding import Nature, Origin, Severity
from statlint.form import Call, Comparison, Edit, EditKind, Name, Scope, Span, edit_text, kind_of
from statlint.inference.belief import Stated
from statlint.inference.conditions import equation
from statlint.inference.differences import as_difference
from statlint.inference.model import Axis, Operator, Relation
from statlint.inference.plan import TablePlan
from statlint.inference.wording import DIFFERENCE, DIFFERENCE_ID, IDS, NAMES, basis_of

_SCOPES = {Axis.LINES: Scope.HEAD, Axis.HEADS: Scope.LINE}


def own_edits(plan: TablePlan) -> Iterator[Edit]:
    """Make the edits that name figures of one table only."""
    for stated in sorted(plan.stated, key=_order):
        if stated.relation.others:
            continue
        if stated.relation.places:
            yield from _one_by_one(stated, plan, [plan] * len(stated.relation.parts))
        elif stated.relation.operator is Operator.RANK:
            yield from _rivals(_repeated(stated, plan))
        else:
            yield _repeated(stated, plan)


def _order(stated: Stated) -> tuple[str, int, float]:
    """Take what follows one after another as the table has it; what is believed most goes first."""
    return stated.relation.axis, stated.relation.aggregate, -stated.relation.bits


def _rivals(edit: Edit) -> Iterator[Edit]:
    """State a ranking with gaps after ties and without: the table shows which way it counts."""
    condition = edit.condition
    if not isinstance(condition, Comparison) or not isinstance(condition.left, Call):
        return
    dense = condition.left.function.replace("place", "dense")
    without = replace(condition, left=replace(condition.left, function=dense))
    yield replace(edit, rival=edit.id)
    yield replace(
        edit, id=f"{edit.id}-dense", condition=without, text=edit_text(without), rival=edit.id
    )


def edits_between(plan: TablePlan, plans: Sequence[TablePlan]) -> Iterator[Edit]:
    """Make the edits that follow figures of one table from those of others."""
    for stated in plan.stated:
        if stated.relation.others:
            yield from _one_by_one(stated, plan, [plans[at] for at in stated.relation.others])


def _repeated(stated: Stated, plan: TablePlan) -> Edit:
    """Make an edit that is checked under each of some heads, or on each of some lines."""
    strips = plan.strips(stated.relation.axis)
    relation = as_difference(stated.relation, stated.relation.axis.strips(plan.layout))
    condition = equation(
        relation,
        Name((strips[relation.aggregate].key,)),
        [Name((strips[part].key,)) for part in relation.parts],
        order=plan.order(relation.axis),
        ranked=_ranked(stated, plan),
    )
    scope = _SCOPES[relation.axis]
    told = replace(stated, relation=relation)
    return _edit(told, condition, strips[relation.aggregate].key, scope, _limits(stated, plan))


def _limits(stated: Stated, plan: TablePlan) -> tuple[str, ...]:
    """Give the heads (or lines) an edit is for; none where it is for all that hold figures."""
    axis = stated.relation.axis
    every = plan.order(axis.other)
    across = plan.across(axis)
    keys = [across[position].key for position in stated.positions]
    return () if set(keys) == set(every) else tuple(keys)


def _ranked(stated: Stated, plan: TablePlan) -> list[Name | Span]:
    """Give the figures that a place is taken among; those side by side as a range."""
    relation = stated.relation
    if relation.operator is not Operator.RANK:
        return []
    order = list(plan.order(relation.axis.other))
    across = plan.across(relation.axis)
    places = {across[position].key: position for position in relation.positions}
    found: list[Name | Span] = []
    for there, keys in groupby(order, key=lambda key: key in places):
        names = [
            _figure(plan, relation.axis, relation.parts[0], places[key]) for key in keys if there
        ]
        found += [Span(names[0], names[-1])] if len(names) > 1 else names
    return found


def _one_by_one(stated: Stated, plan: TablePlan, read: Sequence[TablePlan]) -> Iterator[Edit]:
    """Make an edit for each position, as the parts of each stand elsewhere."""
    relation, axis = stated.relation, stated.relation.axis
    far = bool(relation.others)
    index = {position: at for at, position in enumerate(relation.positions)}
    for position in stated.positions:
        places = relation.read_at(index[position])
        target = _figure(plan, axis, relation.aggregate, position)
        parts = [
            _in_table(_figure(other, axis, part, place), other, far=far)
            for other, part, place in zip(read, relation.parts, places, strict=True)
        ]
        condition = equation(
            relation,
            _in_table(target, plan, far=far),
            parts,
            order={},
        )
        yield _edit(stated, condition, "-".join(target.parts), Scope.ONCE, ())


def _figure(plan: TablePlan, axis: Axis, strip: int, position: int) -> Name:
    """Name the figure where a strip and a position cross: its line, then its head."""
    line, head = axis.cell(strip, position)
    return Name((plan.block.lines[line].key, plan.block.heads[head].key))


def _in_table(name: Name, plan: TablePlan, *, far: bool) -> Name:
    return Name((plan.key, *name.parts)) if far else name


def _edit(
    stated: Stated, condition: Comparison, target: str, scope: Scope, keys: tuple[str, ...]
) -> Edit:
    relation = stated.relation
    error = stated.severity is Severity.ERROR
    return Edit(
        id=f"{DIFFERENCE_ID if relation.less else IDS[relation.operator]}-{target}",
        text=edit_text(condition),
        condition=condition,
        kind=EditKind.RATIO if _is_quotient(relation) else kind_of(condition),
        name=DIFFERENCE if relation.less else NAMES[relation.operator],
        scope=scope,
        lines=keys if scope is Scope.LINE else (),
        heads=keys if scope is Scope.HEAD else (),
        # What is beyond doubt must be put right; severity follows.
        nature=Nature.MANDATORY if error else Nature.QUERY,
        origin=Origin.INFERRED,
        basis=basis_of(
            relation,
            held=stated.agreeing,
            stated=stated.agreeing + len(stated.failed),
            mended=stated.mended,
            crossed=error,
        ),
    )


def _is_quotient(relation: Relation) -> bool:
    """Tell whether an edit is one on a quotient, though its shape does not say so."""
    return relation.operator is Operator.PRODUCT or relation.trimmed
