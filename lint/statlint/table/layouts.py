"""From a grid to the tables printed on it, where no form says what to look for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from statlint.dataclass import replace
from statlint.grid import Grid
from statlint.table.layout import Layout, Role, Strip
from statlint.table.layout_around import (
    body_range,
    boxhead_range,
    note_ranges,
    stub_ranges,
    title_of,
    whole_range,
    words_above,
)
from statlint.table.layout_cells import Scan, scan
from statlint.table.layout_columns import columns_of
from statlint.table.layout_confirmed import confirmed
from statlint.table.layout_drafts import Draft, drafts_of
from statlint.table.layout_halves import Panel, panels_of
from statlint.table.layout_heads import heads_of
from statlint.table.layout_regions import regions_of
from statlint.table.layout_row_kinds import rows_of
from statlint.table.layout_said import period_among, unit_among
from statlint.table.layout_serials import serial_roles
from statlint.table.layout_stub import lines_of
from statlint.table.text_around import captions_over
from statlint.values import CellRange

_LABELS = frozenset({Role.ORDINAL, Role.CODE})
_FEWEST_FIGURES = 3


def layouts_of(grid: Grid, taken: Sequence[CellRange] = ()) -> tuple[Layout, ...]:
    """Find the tables of a sheet, in reading order; `taken` are rectangles that forms explain."""
    sheet = scan(grid, taken)
    found = [
        (draft, columns)
        for band, rows in regions_of(sheet, taken)
        for draft in drafts_of(sheet, rows_of(sheet, band, rows))
        if (columns := columns_of(sheet, draft)).body
    ]
    layouts = [_layout(sheet, panels) for panels in panels_of(sheet, found)]
    return tuple(
        sorted(
            (layout for layout in layouts if layout is not None),
            key=lambda one: (one.body.first.row, one.body.first.column),
        )
    )


def _layout(sheet: Scan, panels: Sequence[Panel]) -> Layout | None:
    first = panels[0]
    heads = _heads(sheet, first)
    lines = lines_of(sheet, panels)
    words = [label for panel in panels for label in words_above(sheet, panel.draft)]
    captions = captions_over(sheet.grid)
    boxheads = [one for panel in panels if (one := boxhead_range(panel.draft, panel.columns))]
    layout = Layout(
        sheet.grid,
        CellRange.around(whole_range(panel.draft, panel.columns) for panel in panels),
        lines,
        heads,
        CellRange.around(body_range(panel.draft, panel.columns) for panel in panels),
        boxhead=CellRange.around(boxheads) if boxheads else None,
        stubs=tuple(one for panel in panels for one in stub_ranges(panel.draft, panel.columns)),
        notes=tuple(one for panel in panels for one in note_ranges(panel.draft)),
        # Of the paragraphs over a table the nearest is its title, unless it says a unit only.
        title=title_of(words) or title_of(reversed(captions)),
        unit=unit_among(label.text for label in (*captions, *words)),
        period=period_among(label.text for label in (*captions, *words)),
        style=sheet.style,
    )
    layout = confirmed(layout)
    return layout if _counts_something(first.draft, layout.heads, lines) else None


def _heads(sheet: Scan, panel: Panel) -> tuple[Strip, ...]:
    """Give the heads, with what the figures below say beside their words."""
    draft = panel.draft
    heads = heads_of(sheet, draft.heads, panel.columns)
    return tuple(
        head
        if Role.RANK in head.roles
        else replace(head, roles=head.roles | serial_roles(sheet, draft.lines, head.position))
        for head in heads
    )


def _counts_something(draft: Draft, heads: Sequence[Strip], lines: Sequence[Strip]) -> bool:
    """Tell whether there are figures enough to be a table, beside years and running numbers."""
    measured = {head.position for head in heads if not head.roles & _LABELS}
    figures = (column for row in draft.lines for column in row.figures if column in measured)
    enough = len(list(islice(figures, _FEWEST_FIGURES))) == _FEWEST_FIGURES
    return enough and any(strip.labels for strip in (*lines, *heads))
