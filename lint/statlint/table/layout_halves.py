"""Tables printed in halves: the second half of the lines beside the first, under the same heads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from statlint.dataclass import dataclass
from statlint.table.layout_around import only_states_unit
from statlint.table.layout_cells import Scan
from statlint.table.layout_columns import Columns
from statlint.table.layout_drafts import Draft
from statlint.values import plain


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """The rows and columns of a table, or of one of the halves that it is printed in.

    `shift` is how many columns right of the heads of the first half its own stand.
    """

    draft: Draft
    columns: Columns
    shift: int = 0


def panels_of(scan: Scan, found: Sequence[tuple[Draft, Columns]]) -> list[list[Panel]]:
    """Put halves side by side together; the panels of one table come in their order."""
    tables: list[list[Panel]] = []
    for draft, columns in found:
        panel = Panel(draft, columns)
        for panels in tables:
            first = panels[0]
            if _goes_on(scan, first, panel):
                shift = columns.body[0] - first.columns.body[0]
                panels.append(Panel(draft, columns, shift))
                break
        else:
            tables.append([panel])
    return tables


def _goes_on(scan: Scan, first: Panel, panel: Panel) -> bool:
    """Tell whether a panel has the heads and the stubhead of the one at its left, and no title."""
    if not panel.draft.heads or _shape(first) != _shape(panel):
        return False
    if panel.columns.body[0] <= first.columns.body[-1]:
        return False
    above = [scan.text(row.number, column) for row in panel.draft.above for column in row.texts]
    return all(map(only_states_unit, above)) and _heads(scan, first) == _heads(scan, panel)


def _shape(panel: Panel) -> tuple[list[int], list[int]]:
    """Give the rows of its heads, and how far its columns stand from the first one."""
    columns = [*panel.columns.names, *panel.columns.body]
    return [row.number for row in panel.draft.heads], [one - columns[0] for one in columns]


def _heads(scan: Scan, panel: Panel) -> list[str]:
    columns = [*panel.columns.names, *panel.columns.body]
    return [
        re.sub(r"\s+", "", plain(scan.text(row.number, column)))
        for row in panel.draft.heads
        for column in columns
    ]
