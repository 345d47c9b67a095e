"""Which relations are believed so much that an edit is stated, and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statlint.dataclass import dataclass, replace
from statlint.finding import Severity
from statlint.inference.crossings import Crossings, crossings_of
from statlint.inference.model import Axis, Operator, Relation, Understood
from statlint.inference.omissions import omissions
from statlint.inference.one_cause import Causes
from statlint.inference.residuals import Fit, Residual, residuals
from statlint.inference.rounding import Rounding, rounding_of
from statlint.inference.rounding_products import exact_by_products
from statlint.inference.rounding_steps import exact_by_steps
from statlint.inference.sight import Sight, always
from statlint.inference.slips import slip_bits
from statlint.inference.strokes import mended_by_a_stroke
from statlint.inference.strokes_cases import NO_SUMS
from statlint.inference.whole_lines import totals_astray

_MOST_MISSED = 3
_HELD_FOR_MANY = 40
"""Places where it holds, for each of many where it does not: a long list may have many slips."""
_HELD_FOR_ONE = 2
_HELD_FOR_MORE = 8
_HELD_FOR_MORE_NAMED = 4
"""Places where it holds that each further place where it does not asks for."""
_HELD_FOR_LOST = 5
"""Places in all tables of a layout where it holds, for each where it does not."""
_LONG = 20
"""Lines of a list that is long."""
_FEWEST_BITS = 12.0
_FEWEST_BITS_NAMED = 8.0
_FEWEST_BITS_ROUNDED = 24.0
"""Where it holds to the last digit nowhere: small figures agree with any sum, so rounded."""
_CROSSED_BITS = 8.0
_STROKE_BITS = 3.0
"""How strongly a stroke must speak for a sum among figures of another kind."""
_FEWEST_TERMS = 2
_ADDS = frozenset({Operator.SUM, Operator.CUMULATIVE})


@dataclass(frozen=True, slots=True)
class Stated:
    """A relation, the positions an edit is stated for, and how bad it is where it fails.

    `failed` are those of the positions where it does; `agreeing` counts all places of the table
    where it holds, those too where only coarse rounding explains the gap. `mended` says that it is
    believed because one stroke of a key would mend it.
    """

    relation: Relation
    positions: tuple[int, ...]
    failed: tuple[int, ...] = ()
    agreeing: int = 0
    severity: Severity = Severity.WARNING
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Belief:
    """What is believed of one table, and which of its figures are rounded."""

    stated: tuple[Stated, ...]
    rounding: Rounding
    sight: Sight


@dataclass(frozen=True, slots=True)
class _Case:
    """A relation, where it holds, and where it does not though it should.

    `causes` counts the events that would explain the latter; `gone` are the places where it would
    hold with the figure that another sum asks for in the same blank cell.
    """

    relation: Relation
    held: tuple[Residual, ...]
    missed: tuple[Residual, ...]
    causes: int = 0
    gone: tuple[int, ...] = ()


def beliefs(understood: Sequence[Understood]) -> list[Belief]:
    """Choose for each table of a file the relations that edits are stated for."""
    sights = [Sight(one.layout) for one in understood]
    return [_belief(one, sight, sights) for one, sight in zip(understood, sights, strict=True)]


def _belief(understood: Understood, sight: Sight, sights: Sequence[Sight]) -> Belief:
    relations = understood.relations
    first = _seen(relations, sight, sights, Rounding())
    added = (
        (relation, one) for relation, found in first if relation.operator in _ADDS for one in found
    )
    rounding = exact_by_products(first, sight, rounding_of(added, sight, relations))
    rounding = exact_by_steps(sight, rounding)
    seen = first if rounding.table else _seen(relations, sight, sights, rounding)
    cases = [_case(relation, found, sight) for relation, found in seen]
    crossings = crossings_of((one.relation, one.missed) for one in cases)
    causes, gone = Causes(relations, sight), omissions(seen, sight)
    cases = [
        replace(one, causes=causes.count(one.relation, one.missed), gone=gone.at(one.relation))
        for one in cases
    ]
    astray = {
        (one.relation.axis, one.relation.aggregate): one for one in totals_astray(seen, sight)
    }
    stated = [
        _stated(one, crossings, sight)
        for one in cases
        if (one.relation.axis, one.relation.aggregate) not in astray
    ]
    stated += [
        Stated(one.relation, one.relation.positions, one.relation.missed) for one in astray.values()
    ]
    told = {(one.relation.axis, one.relation.aggregate) for one in stated if one and one.failed}
    rounded = always if rounding.stepped else rounding.at
    stated += [
        Stated(one, one.positions, one.missed, one.held, mended=True)
        for one in mended_by_a_stroke(seen, told, sight, rounded)
    ]
    return Belief(tuple(one for one in stated if one is not None), rounding, sight)


def _seen(
    relations: Iterable[Relation], sight: Sight, sights: Sequence[Sight], rounding: Rounding
) -> list[tuple[Relation, list[Residual]]]:
    """Say of each relation how it fits, place by place."""
    at, stepped = rounding.at, rounding.stepped
    return [
        (
            relation,
            list(residuals(relation, sight, _read(relation, sight, sights), at, stepped=stepped)),
        )
        for relation in relations
    ]


def _read(relation: Relation, sight: Sight, sights: Sequence[Sight]) -> list[Sight]:
    """Give the table that each part of a relation stands in."""
    if not relation.others:
        return [sight] * len(relation.parts)
    return [sights[other] for other in relation.others]


def _case(relation: Relation, found: Sequence[Residual], sight: Sight) -> _Case:
    held = tuple(one for one in found if one.fit <= Fit.COARSE)
    missed = (
        one
        for one in found
        if one.fit is Fit.MISS
        and not sight.by_formula(relation, one.position)
        and not _is_appended(relation, one, held)
        and not _is_carried(relation, one)
        and not _is_odd(relation, one, held, sight)
    )
    return _Case(relation, held, tuple(missed))


def _stated(case: _Case, crossings: Crossings, sight: Sight) -> Stated | None:
    relation = case.relation
    if relation.operator is Operator.RANK:
        return _stated_ranking(relation, sight)
    crossed = bool(case.missed) and all(crossings.crosses(relation, one) for one in case.missed)
    speaks = _speaks(case, crossed=crossed)
    failed = tuple(one.position for one in case.missed) if speaks else ()
    kept = [one for one in case.held if one.fit <= Fit.ROUNDED]
    if not failed and not any(one.terms for one in kept):
        return None
    sure = crossed and relation.named and len(failed) == 1 and not _is_small(case.missed[0])
    return Stated(
        relation,
        tuple(sorted((*(one.position for one in kept), *failed, *case.gone))),
        failed,
        len(case.held),
        Severity.ERROR if sure else Severity.WARNING,
    )


def _is_appended(relation: Relation, one: Residual, held: Sequence[Residual]) -> bool:
    """Tell whether a place comes after a long list, where means or deviations of it may stand."""
    if relation.named or relation.axis is Axis.LINES or len(held) < _LONG:
        return False
    return one.position > max(other.position for other in held)


def _is_carried(relation: Relation, one: Residual) -> bool:
    """Tell whether a total only repeats the first or last part: of balances none are added."""
    if relation.operator is not Operator.SUM or relation.places:
        return False
    stated, *parts = one.figures or (0,)
    telling = stated != 0 and sum(map(bool, parts)) > _FEWEST_TERMS
    return telling and stated in {parts[0], parts[-1]}


def _is_odd(relation: Relation, one: Residual, held: Sequence[Residual], sight: Sight) -> bool:
    """Tell whether sums are not meant at a place: of means, growth rates, figures of another kind.

    That it holds where figures are whole says nothing of those with decimals.
    """
    if relation.operator not in _ADDS or relation.places:
        return False
    across = relation.axis.other.strips(sight.layout)
    roles = across[one.position].roles & NO_SUMS
    alike = [
        other
        for other in held
        if other.fine == one.fine
        and other.terms >= _least_terms(relation)
        and across[other.position].roles & NO_SUMS == roles
    ]
    if roles:
        return len(alike) < _HELD_FOR_ONE
    if relation.named and not alike and _is_added(one):
        return False
    # In one of many tables of a layout, or blocks of a template, the others have shown that the
    # figures are added.
    return relation.tables == 1 and not relation.siblings and not alike


def _is_added(one: Residual) -> bool:
    """Tell whether a stated figure is a sum, missed by a stroke: a mean or rate is never so large.

    It lies between the figures that it is of.
    """
    stated, *parts = one.figures
    return (
        len(parts) > _FEWEST_TERMS
        and min(parts) >= 0
        and max(parts) < stated
        and slip_bits(stated, parts) >= _STROKE_BITS
    )


def _stated_ranking(relation: Relation, sight: Sight) -> Stated | None:
    """State a ranking for all that compete in it.

    How ties are broken nobody says: figures that are equal with unequal places are left out.
    """
    if len(relation.missed) > _MOST_MISSED:
        return None
    loose = _broken_ties(relation, sight)
    kept = tuple(one for one in relation.positions if one not in loose)
    failed = tuple(one for one in relation.missed if one not in loose)
    return Stated(relation, kept, failed, len(kept) - len(failed))


def _broken_ties(relation: Relation, sight: Sight) -> set[int]:
    ties: dict[int, dict[int, int]] = {}
    scores = sight.row(relation.axis, relation.parts[0]).values
    places = sight.row(relation.axis, relation.aggregate).values
    for position in relation.positions:
        score, place = scores[position], places[position]
        if score is not None and place is not None:
            ties.setdefault(score, {})[position] = place
    return {at for own in ties.values() if len(set(own.values())) > 1 for at in own}


def _speaks(case: _Case, *, crossed: bool) -> bool:
    """Tell whether a relation is sure enough to say where it fails.

    It is all the more so where a relation along the other axis fails by as much at one of its
    cells.
    """
    relation, missed = case.relation, case.missed
    if not missed or case.causes > max(_MOST_MISSED, len(case.held) // _HELD_FOR_MANY):
        return False
    if relation.tables > 1 and relation.held < _HELD_FOR_LOST * relation.lost:
        return False
    telling = [one for one in case.held if one.terms >= _least_terms(relation)]
    elsewhere = max(relation.held - len(case.held), 0) if relation.tables > 1 else 0
    elsewhere += relation.siblings
    exact = relation.siblings > 0 or any(one.fit is Fit.EXACT for one in telling)
    due = _HELD_FOR_ONE - (relation.named and exact) - crossed
    due += (_HELD_FOR_MORE_NAMED if relation.named else _HELD_FOR_MORE) * (case.causes - 1)
    bits = relation.bits + min(map(_slip, missed)) + _CROSSED_BITS * crossed
    fewest = _FEWEST_BITS_NAMED if relation.named else _FEWEST_BITS
    if not exact and relation.tables == 1:
        fewest = _FEWEST_BITS_ROUNDED
    return len(telling) + elsewhere >= due and bits >= fewest


def _is_small(one: Residual) -> bool:
    """Tell whether rounding could explain a gap, were the figures rounded."""
    gap = abs(one.figures[0] - sum(one.figures[1:]))
    return 2 * gap <= len(one.figures)


def _slip(one: Residual) -> float:
    """Say how strongly it speaks for a relation that one stroke would mend a place."""
    return slip_bits(one.figures[0], one.figures[1:]) if one.figures else 0.0


def _least_terms(relation: Relation) -> int:
    """Give how many figures must add up to tell something: one, where one is all there is."""
    single = relation.operator is not Operator.SUM and len(relation.parts) == 1
    return 1 if single else _FEWEST_TERMS
