"""Shares written as fractions of 1, where 0.987 means 98.7%."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from decimal import Decimal

from statlint.confront.model import Instance, Verdict
from statlint.dataclass import replace
from statlint.facts import Fact, Facts
from statlint.form import EditKind, ValueKind
from statlint.values import Figure, Number

_ON_SHARES = frozenset({EditKind.RATIO, EditKind.SHARES})
_SHIFT = 2

Instances = tuple[Instance, ...]


def in_percent(
    facts: Sequence[Facts], confronted: Callable[[Sequence[Facts]], Instances]
) -> tuple[Sequence[Facts], Instances, tuple[Fact, ...]]:
    """Take the shares under a head for fractions of 1 where more edits hold so.

    A file without number formats has 0.987 for 98.7%. All figures under the head must lie between
    0 and 1 (growth between -1 and 1), none with a unit. Gives the facts as taken, the instances on
    them and the first cell of each such head.
    """
    instances = confronted(facts)
    first_cells = []
    for cells in _suspected(facts, instances):
        in_hundredths = {cell: _hundredfold(figure) for cell, figure in cells.items()}
        taken = [one.reading_as(in_hundredths) for one in facts]
        again = confronted(taken)
        if _holding(again) > _holding(instances):
            facts, instances = taken, again
            first_cells.append(next(iter(cells)))
    return facts, instances, tuple(first_cells)


def _holding(instances: Instances) -> int:
    return sum(one.edit.kind in _ON_SHARES and one.verdict is Verdict.HOLDS for one in instances)


def _suspected(facts: Sequence[Facts], instances: Instances) -> Iterator[dict[Fact, Figure]]:
    """Go through the heads that may hold fractions: some edit on a share there fails."""
    wrong = {
        (cell.table, cell.head.key)
        for one in instances
        if one.fails and one.edit.kind in _ON_SHARES
        for cell in (one.facts if one.edit.kind is EditKind.SHARES else (one.target,))
        if cell is not None
    }
    for one in facts if wrong else ():
        shares: dict[str, dict[Fact, Figure]] = {}
        for cell, figure in one.with_figures():
            if _is_share(cell) and (one.plan.key, cell.head.key) in wrong:
                shares.setdefault(cell.head.key, {})[cell] = figure
        yield from (cells for cells in shares.values() if _fractions(cells.values()))


def _is_share(cell: Fact) -> bool:
    return cell.measure.kind is ValueKind.SHARE or cell.measure.unit == "%"


def _fractions(figures: Collection[Figure]) -> bool:
    return any(figure.decimals for figure in figures) and all(
        figure.unit is None and -1 <= figure.value <= 1 for figure in figures
    )


def _hundredfold(figure: Figure) -> Figure:
    return replace(
        figure,
        value=_times_hundred(figure.value),
        decimals=max(0, figure.decimals - _SHIFT),
        shown=None if figure.shown is None else _times_hundred(figure.shown),
    )


def _times_hundred(number: Number) -> Number:
    """Multiply by 100 by moving the point: to reckon with a long Decimal would round it."""
    if isinstance(number, int):
        return number * 100
    sign, digits, exponent = number.as_tuple()
    return Decimal((sign, digits, int(exponent) + _SHIFT))
