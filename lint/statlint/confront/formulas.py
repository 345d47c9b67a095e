"""Formulas of totals, held against the edits that a form states for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from statlint.confront.model import Confrontation, Instance
from statlint.confront.parts import parts_of
from statlint.dataclass import dataclass
from statlint.facts import Fact
from statlint.formula import Formulas
from statlint.formula.circle import Place
from statlint.formula.leaves import TooManyError, leaves_at, leaves_of
from statlint.formula.sums import Sum, figure_of, sums
from statlint.grid import Grid
from statlint.values import CellRef


@dataclass(frozen=True, slots=True, eq=False)
class Dissent:
    """A formula that adds other cells than the edit for its total."""

    instance: Instance
    target: Fact
    sum: Sum
    left_out: tuple[tuple[Grid, CellRef], ...]
    surplus: tuple[tuple[Grid, CellRef], ...]

    @property
    def pattern(self) -> tuple[tuple[int, int, int], ...]:
        """Say which cells it is about as seen from the total: the same in other lines or heads."""
        at = self.target.cell
        return tuple(
            (len(self.left_out), ref.row - at.row, ref.column - at.column)
            for _, ref in (*self.left_out, *self.surplus)
        )


def dissents(confrontation: Confrontation, formulas: Formulas) -> Iterator[Dissent]:
    """Go through the totals whose formula agrees with none of the edits for them."""
    stated: dict[Fact, list[Instance]] = {}
    for instance in confrontation.instances:
        target = instance.target
        if target is not None and is_compared(instance):
            stated.setdefault(target, []).append(instance)
    for target, instances in stated.items():
        one = formulas.ask(sums).get((target.part.grid.index, target.cell))
        if one is not None and one.pure:
            try:
                yield from _dissent(one, target, instances, formulas)
            except TooManyError:
                continue


def is_compared(instance: Instance) -> bool:
    """Tell whether an edit of a fixed table only adds: formulas must add the same.

    A table whose lines or heads repeat follows a form that many tables share: what the office's
    own formulas add is no less true than what such a form expects.
    """
    facts = instance.facts
    if instance.edit.across:
        return False
    if any(fact.line.of is not None or fact.head.of is not None for fact in facts):
        return False
    parts = parts_of(instance)
    return len(parts) > 1 and all(weight == 1 for weight in parts.values())


def _dissent(
    one: Sum, target: Fact, instances: list[Instance], formulas: Formulas
) -> Iterator[Dissent]:
    added = _with_figures(leaves_of(one, formulas), formulas)
    nearest: tuple[int, Instance, Counter[Place]] | None = None
    for instance in instances:
        due = _due(instance, formulas)
        if _agree(added, due, formulas):
            return
        shared = (added & due).total()
        if nearest is None or shared > nearest[0]:
            nearest = shared, instance, due
    if nearest is None or 2 * nearest[0] < nearest[2].total():
        return
    _, instance, due = nearest
    left_out, surplus = _places(due - added, formulas), _places(added - due, formulas)
    yield Dissent(instance, target, one, left_out, surplus)


def _due(instance: Instance, formulas: Formulas) -> Counter[Place]:
    """Count the cells that an edit adds, through the sums that its parts are."""
    found: Counter[Place] = Counter()
    for fact in parts_of(instance):
        found += leaves_at((fact.part.grid.index, fact.cell), formulas)
    return _with_figures(found, formulas)


def _with_figures(leaves: Counter[Place], formulas: Formulas) -> Counter[Place]:
    """Leave out words and blanks: group headings, notes, what was not filled in."""
    return Counter({place: times for place, times in leaves.items() if _holds(place, formulas)})


def _holds(place: Place, formulas: Formulas) -> bool:
    cell = formulas.grids[place[0]].stored(place[1].row, place[1].column)
    return cell is not None and cell.number is not None


def _agree(added: Counter[Place], due: Counter[Place], formulas: Formulas) -> bool:
    """Tell whether a formula adds what an edit does, or typed subtotals that make up for it."""
    left_out, surplus = due - added, added - due
    if not left_out and not surplus:
        return True
    return bool(surplus) and _value(left_out, formulas) == _value(surplus, formulas) != 0


def _value(places: Mapping[Place, int], formulas: Formulas) -> Decimal:
    total = Decimal(0)
    for (index, ref), times in places.items():
        total += times * Decimal(figure_of(formulas.grids[index].stored(ref.row, ref.column)))
    return total


def _places(found: Mapping[Place, int], formulas: Formulas) -> tuple[tuple[Grid, CellRef], ...]:
    return tuple((formulas.grids[index], ref) for index, ref in sorted(found))
