"""The sheets that may hold open tables, told by their labels before any table is looked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from statlint.dataclass import dataclass
from statlint.grid import Grid
from statlint.table.model import Label
from statlint.table.open_words import labels_on
from statlint.table.plan import FormPlan
from statlint.table.surroundings import outside
from statlint.typed import TYPE_CHECKING
from statlint.values import CellRange

if TYPE_CHECKING:
    from statlint.table.open_plan import OpenPlan


@dataclass(frozen=True, slots=True, eq=False)
class OpenSheet:
    """A sheet with the open tables that it may hold: its labels, and what other tables take."""

    grid: Grid
    plans: tuple[OpenPlan, ...]
    labels: tuple[Label, ...]
    taken: tuple[CellRange, ...]


def open_sheets(
    grids: Sequence[Grid],
    plans: Sequence[FormPlan],
    taken: Mapping[str | None, Collection[CellRange]],
) -> Iterator[OpenSheet]:
    """Go through the sheets on which an open table is likely."""
    for grid in grids:
        ranges = tuple(taken.get(grid.name, ()))
        labels = tuple(outside(grid, ranges))
        printed = labels_on({label.text for label in labels})
        likely = tuple(one for plan in plans for one in plan.open_plans(printed))
        if likely:
            yield OpenSheet(grid, likely, labels, ranges)
