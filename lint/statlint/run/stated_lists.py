"""Long lists that a form states: found by the heads of their columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.dataclass import dataclass
from statlint.form import Form
from statlint.grid import Grid
from statlint.table import FormPlan
from statlint.table.model import NearMiss
from statlint.typed import TYPE_CHECKING
from statlint.workbook import Opening, SheetState

if TYPE_CHECKING:
    from statlint.tidy.find import Listed
    from statlint.tidy.rows import Rows

_FIRST = 20
"""Rows of a sheet among which a boxhead stands."""


@dataclass(frozen=True, slots=True)
class StatedLists:
    """The lists of a file that forms state, and the one that comes closest where there is none."""

    lists: tuple[Listed, ...] = ()
    closest: NearMiss | None = None


def stated_lists(opening: Opening, grids: Sequence[Grid], plans: Sequence[FormPlan]) -> StatedLists:
    """Find the sheets that are long lists of some forms."""
    forms = [plan.form for plan in plans if plan.is_list]
    if not forms or opening.workbook is None:
        return StatedLists()
    found: list[Listed] = []
    closest: NearMiss | None = None
    for rows, first in _sheets(opening, grids):
        listed, near = _on_sheet(rows, first, forms, opening.path)
        if listed is not None:
            found.append(listed)
        elif near is not None and (closest is None or len(near.found) > len(closest.found)):
            closest = near
    return StatedLists(tuple(found), None if found else closest)


def _sheets(
    opening: Opening, grids: Sequence[Grid]
) -> Iterator[tuple[Rows, Sequence[Sequence[str]]]]:
    """Go through the sheets with their first rows; a long text is one sheet."""
    from statlint.tidy.rows import SheetRows, StreamRows

    stream = opening.workbook.stream if opening.workbook else None
    if stream is not None:
        yield StreamRows(stream), stream.sample()[:_FIRST]
        return
    for grid in grids:
        if grid.sheet.state is SheetState.VISIBLE and grid.last_row:
            rows = SheetRows(grid)
            yield rows, rows.first(_FIRST)


def _on_sheet(
    rows: Rows, first: Sequence[Sequence[str]], forms: Sequence[Form], path: str
) -> tuple[Listed | None, NearMiss | None]:
    """Read a sheet as the first list that has all its columns, else say what comes closest."""
    from statlint.tidy.find import read_list
    from statlint.tidy.shape import Shape
    from statlint.tidy.stated import Stated

    closest: NearMiss | None = None
    for form in forms:
        for table in form.tables:
            if table.listed is None:
                continue
            stated = Stated(form, table, table.listed)
            shape = stated.shape(first)
            if isinstance(shape, Shape):
                listed = read_list(rows, shape, path, stated)
                if listed is not None:
                    return listed, None
                continue
            labels = [column.label for column, _ in stated.parts()]
            there = tuple(label for label in labels if label not in shape)
            if there and (closest is None or len(there) > len(closest.found)):
                closest = NearMiss(form, table, rows.sheet, there, shape)
    return None, closest
