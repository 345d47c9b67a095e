"""The open tables of a workbook, put together to the forms that were filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from statlint.dataclass import dataclass, field, replace
from statlint.form import Form
from statlint.grid import Grid
from statlint.table.hints import Subject
from statlint.table.model import Label, Table
from statlint.table.open_plan import OpenPlan
from statlint.table.open_sections import OpenFind, find_open
from statlint.table.open_sheets import OpenSheet
from statlint.table.open_table import open_table
from statlint.table.view import View
from statlint.values import CellRange

_CLEARLY = 0.5
"""How much better a turned table must fit: half a head that the form names."""
Views = Callable[[Grid], tuple[View, View]]
"""Gives the views of a grid, upright and turned; called only where a table may be."""


@dataclass(slots=True, eq=False)
class OpenGathering:
    """The open tables of one form that one unit filled in."""

    form: Form
    tables: list[Table] = field(default_factory=list)


def open_search(sheets: Iterable[OpenSheet], views: Views, file: Subject) -> list[OpenGathering]:
    """Find open tables where no other table is, sheet by sheet.

    Tables of one form go together, whatever their sheets; one that is there twice begins anew.
    """
    gatherings: list[OpenGathering] = []
    for sheet in sheets:
        subject = replace(file, names=f"{file.names} {sheet.grid.name or ''}")
        finds = _on_sheet(sheet.plans, views(sheet.grid), sheet.taken, subject)
        for find in finds:
            table = open_table(find, _around(find, finds, sheet.labels))
            _gather(gatherings, find.plan.form, table)
    return gatherings


def _on_sheet(
    plans: Sequence[OpenPlan],
    views: tuple[View, View],
    taken: tuple[CellRange, ...],
    subject: Subject,
) -> list[OpenFind]:
    """Find tables upright and turned by 90°; give them from top to bottom."""
    upright = find_open(views[0], plans, taken, subject)
    turned = find_open(views[1], plans, taken, subject)
    kept: list[OpenFind] = []
    # What fits the heads of a form clearly better turned is turned.
    for find in sorted([*upright, *turned], key=lambda one: _CLEARLY * one.view.turned - one.score):
        if not any(_share(find, other) for other in kept):
            kept.append(find)
    return sorted(kept, key=lambda one: (one.ranges[0].first.row, one.ranges[0].first.column))


def _share(one: OpenFind, other: OpenFind) -> bool:
    return any(mine.overlaps(its) for mine in one.ranges for its in other.ranges)


def _around(find: OpenFind, finds: Sequence[OpenFind], labels: Sequence[Label]) -> list[Label]:
    """Give the labels over and under a table, as far as the next ones of the sheet."""
    top = min(one.first.row for one in find.ranges)
    last = max(one.last.row for one in find.ranges)
    others = [one for other in finds if other is not find for one in other.ranges]
    first = max((one.last.row for one in others if one.last.row < top), default=0)
    end = min((one.first.row for one in others if one.first.row > last), default=None)
    return [
        label
        for label in labels
        if first < label.cell.row < top
        or (label.cell.row > last and (end is None or label.cell.row < end))
    ]


def _gather(gatherings: list[OpenGathering], form: Form, table: Table) -> None:
    own = [one for one in gatherings if one.form is form]
    key = table.plan.key
    if own and not any(key == there.plan.key for there in own[-1].tables):
        own[-1].tables.append(table)
    else:
        gatherings.append(OpenGathering(form, [table]))
