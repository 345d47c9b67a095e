"""Which relations are believed so much that an edit is stated, and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from statlint.finding import Severity
from statlint.inference.model import Axis, Operator, Relation, Understood
from statlint.inference.residuals import Fit, Residual, always, residuals
from statlint.inference.rounding import Rounding, rounding_of
from statlint.inference.sight import RoundedAt, Sight
from statlint.table import Role

_MOST_MISSED = 3
_HELD_FOR_ONE = 2
_HELD_FOR_MORE = 3
"""Places where it holds that each further place where it does not asks for."""
_FEWEST_EXACT = 2
_FEWEST_TERMS = 2
_SURE_HELD = 6
"""Places where a relation that is named holds, from which on it is beyond doubt."""
_ADDS = frozenset({Operator.SUM, Operator.CUMULATIVE})
_NO_SUMS = frozenset(
    {
        Role.SHARE,
        Role.CHANGE,
        Role.AVERAGE,
        Role.MEDIAN,
        Role.RANK,
        Role.ORDINAL,
        Role.CODE,
        Role.YEAR,
        Role.RATE,
        Role.PRICE,
    }
)
"""Roles of lines and heads where sums are not meant, or only by chance of their kind."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A relation, the positions an edit is stated for, and how bad it is where it fails.

    `failed` are those of the positions where it does.
    """

    relation: Relation
    positions: tuple[int, ...]
    failed: tuple[int, ...] = ()
    severity: Severity = Severity.WARNING

    @property
    def held(self) -> int:
        """The number of positions where it holds."""
        return len(self.positions) - len(self.failed)


@dataclass(frozen=True, slots=True)
class Belief:
    """What is believed of one table, and which of its figures are rounded."""

    stated: tuple[Stated, ...]
    rounding: Rounding


def beliefs(understood: Sequence[Understood]) -> list[Belief]:
    """Choose for each table of a file the relations that edits are stated for."""
    sights = [Sight(one.layout) for one in understood]
    return [_belief(one, sight, sights) for one, sight in zip(understood, sights, strict=True)]


def _belief(understood: Understood, sight: Sight, sights: Sequence[Sight]) -> Belief:
    relations = understood.relations
    first = _seen(relations, sight, sights, always)
    added = (one for relation, found in first if relation.operator in _ADDS for one in found)
    rounding = rounding_of(added, sight)
    seen = first if rounding.table else _seen(relations, sight, sights, rounding.at)
    stated = (_stated(relation, found, sight) for relation, found in seen)
    return Belief(tuple(one for one in stated if one is not None), rounding)


def _seen(
    relations: Iterable[Relation], sight: Sight, sights: Sequence[Sight], rounded: RoundedAt
) -> list[tuple[Relation, list[Residual]]]:
    """Say of each relation how it fits, place by place."""
    return [
        (relation, list(residuals(relation, sight, _read(relation, sight, sights), rounded)))
        for relation in relations
    ]


def _read(relation: Relation, sight: Sight, sights: Sequence[Sight]) -> list[Sight]:
    """Give the table that each part of a relation stands in."""
    if not relation.others:
        return [sight] * len(relation.parts)
    return [sights[other] for other in relation.others]


def _stated(relation: Relation, found: Sequence[Residual], sight: Sight) -> Stated | None:
    if relation.operator is Operator.RANK:
        return _stated_ranking(relation)
    held = [one for one in found if one.fit in {Fit.EXACT, Fit.ROUNDED}]
    missed = [
        one
        for one in found
        if one.fit is Fit.MISS
        and not sight.has_formula(relation.axis, relation.aggregate, one.position)
        and not _is_odd(relation, one, held, sight)
    ]
    speaks = _speaks(relation, held, missed)
    kept = sorted([one.position for one in held] + [one.position for one in missed if speaks])
    if not any(one.terms for one in held) and not speaks:
        return None
    failed = tuple(one.position for one in missed) if speaks else ()
    return Stated(relation, tuple(kept), failed, _severity(relation, held, missed))


def _is_odd(relation: Relation, one: Residual, held: Sequence[Residual], sight: Sight) -> bool:
    """Tell whether sums are not meant at a place: of means, growth rates, figures of another kind.

    That it holds where figures are whole says nothing of those with decimals.
    """
    if relation.operator not in _ADDS or relation.places:
        return False
    across = sight.layout.heads if relation.axis is Axis.LINES else sight.layout.lines
    if across[one.position].roles & _NO_SUMS:
        return True
    alike = [other for other in held if other.fine == one.fine and other.terms >= _FEWEST_TERMS]
    # In one of many tables of a layout the others have shown that the figures are added.
    return relation.tables == 1 and len(alike) < _FEWEST_EXACT


def _stated_ranking(relation: Relation) -> Stated | None:
    """State a ranking for all that compete in it; one from the lowest up cannot be stated."""
    if relation.factor != 1 or len(relation.missed) > _MOST_MISSED:
        return None
    return Stated(relation, relation.positions, relation.missed)


def _speaks(relation: Relation, held: Sequence[Residual], missed: Sequence[Residual]) -> bool:
    """Tell whether a relation is sure enough to say where it fails."""
    if not missed or len(missed) > _MOST_MISSED:
        return False
    telling = [one for one in held if one.terms >= _least_terms(relation)]
    exact = sum(one.fit is Fit.EXACT for one in telling)
    elsewhere = max(relation.held - len(held), 0) if relation.tables > 1 else 0
    due = _HELD_FOR_ONE + _HELD_FOR_MORE * (len(missed) - 1)
    return len(telling) + elsewhere >= due and exact + elsewhere >= _FEWEST_EXACT


def _least_terms(relation: Relation) -> int:
    return 1 if relation.operator is Operator.EQUAL else _FEWEST_TERMS


def _severity(relation: Relation, held: Sequence[Residual], missed: Sequence[Residual]) -> Severity:
    """Tell whether both the labels and the figures say beyond doubt that a total is wrong."""
    exact = sum(one.fit is Fit.EXACT and one.terms >= _FEWEST_TERMS for one in held)
    sure = relation.named and len(missed) == 1 and exact == len(held) >= _SURE_HELD
    return Severity.ERROR if sure and relation.operator in _ADDS else Severity.WARNING
