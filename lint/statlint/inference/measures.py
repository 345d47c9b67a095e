"""What the cells of a table hold, as its figures show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from statlint.dataclass import dataclass, replace
from statlint.form import Format, Measure, ValueKind
from statlint.inference.model import Axis, Relation
from statlint.inference.rounding import Rounding
from statlint.inference.sight import Row, Sight
from statlint.table import Role, Strip

_LABELS = frozenset({Role.ORDINAL, Role.CODE, Role.YEAR})
"""Roles of heads whose digits name the lines and count nothing."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What the table holds, and what some of its lines and heads hold in place of that."""

    table: Measure
    lines: tuple[Measure | None, ...]
    heads: tuple[Measure | None, ...]


def measures_of(sight: Sight, relations: Iterable[Relation], rounding: Rounding) -> Measures:
    """Say what the cells of a table hold; rounded figures need not add up to the last digit."""
    layout, used = sight.layout, set(_heads_in(relations))
    kinds = [
        _kind(sight.row(Axis.HEADS, at), sight.one)
        if at in used or _is_period(head) or not head.roles & _LABELS
        else ValueKind.TEXT
        for at, head in enumerate(layout.heads)
    ]
    common = Counter(kind for kind in kinds if kind is not ValueKind.TEXT).most_common(1)
    table = Measure(
        common[0][0] if common else ValueKind.SCORE,
        unit=layout.unit,
        required=False,
        rounded=rounding.table,
    )
    return Measures(
        table,
        tuple(
            replace(table, kind=ValueKind.SCORE, rounded=True) if at in rounding.lines else None
            for at in range(len(layout.lines))
        ),
        tuple(
            _own(head, kind, replace(table, rounded=rounding.table or at in rounding.heads), table)
            for at, (head, kind) in enumerate(zip(layout.heads, kinds, strict=True))
        ),
    )


def _is_period(head: Strip) -> bool:
    """Tell whether a head is a period itself (2023, 一季度), not a word for periods (年份, Year).

    Under the one stand figures of that time, under the other the times that name the lines.
    """
    if head.roles & _LABELS != {Role.YEAR}:
        return False
    return head.period is not None or any(sign.isnumeric() or sign in "上下" for sign in head.text)


def _heads_in(relations: Iterable[Relation]) -> Iterator[int]:
    """Go through the heads whose figures take part in a relation."""
    for relation in relations:
        if relation.axis is Axis.HEADS:
            yield relation.aggregate
            yield from relation.parts
        else:
            yield from relation.positions


def _kind(row: Row, one: int) -> ValueKind:
    """Tell the narrowest kind that all figures under a head are of."""
    there = [
        (value, unit)
        for value, unit in zip(row.values, row.units, strict=True)
        if value is not None
    ]
    return _narrowest(
        whole=all(unit >= one for _, unit in there), signed=any(value < 0 for value, _ in there)
    )


def _narrowest(*, whole: bool, signed: bool) -> ValueKind:
    if whole:
        return ValueKind.CHANGE if signed else ValueKind.COUNT
    return ValueKind.SCORE if signed else ValueKind.AMOUNT


def _own(head: Strip, kind: ValueKind, usual: Measure, table: Measure) -> Measure | None:
    """Give the measure of a head, where it is not that of the table."""
    if kind is ValueKind.TEXT:
        ordinal = Format.ORDINAL if Role.ORDINAL in head.roles else None
        return replace(table, kind=kind, format=ordinal)
    own = replace(usual, kind=kind, unit=head.unit or table.unit)
    return None if own == table else own
