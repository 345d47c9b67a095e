"""The lines of a table with the labels before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from statlint.dataclass import replace
from statlint.table.layout import Strip
from statlint.table.layout_cells import Kind, Scan
from statlint.table.layout_columns import Columns
from statlint.table.layout_drafts import Draft
from statlint.table.layout_halves import Panel
from statlint.table.layout_levels import StubLabel, levels_of
from statlint.table.layout_rows import RowKind, SheetRow
from statlint.table.layout_said import period_among, unit_among
from statlint.table.layout_words import roles_of, unit_of
from statlint.table.model import Label
from statlint.values import plain

_GROUPING = r".*按.+分(?:组|类)?:?|.*(?:其中|ofwhich):|.*分组:?"
"""What heads lines and counts nothing itself, without blanks: 按登记注册类型分."""
_SIGNS = "%‰‱°℃"
"""Signs that label a line by themselves; dashes and dots do not."""


def lines_of(scan: Scan, panels: Sequence[Panel]) -> tuple[Strip, ...]:
    """Give the lines of a table, group lines among them, with level, parent and block."""
    strips: list[Strip] = []
    stubs: list[StubLabel] = []
    for panel in panels:
        block = strips[-1].block + 1 if strips else 0
        for strip, stub in _panel(scan, panel):
            strips.append(replace(strip, block=block + strip.block) if block else strip)
            stubs.append(stub)
    for at, (level, parent) in enumerate(levels_of(stubs)):
        if parent is not None:
            above = None if strips[parent].figures else strips[parent].unit
            unit = strips[at].unit or above
            strips[at] = replace(strips[at], level=level, parent=parent, unit=unit)
        elif level:
            strips[at] = replace(strips[at], level=level)
    return tuple(strips)


def _panel(scan: Scan, panel: Panel) -> Iterator[tuple[Strip, StubLabel]]:
    """Give the lines of one panel, each with what the stub says of it."""
    draft, columns = panel.draft, panel.columns
    rows = [row for row in draft.body if row.kind is RowKind.LINE or row.texts]
    figures = [row.kind is RowKind.LINE and _has_figures(scan, row, columns) for row in rows]
    texts = _texts(scan, rows, figures, columns)
    gaps = _gaps(scan, rows)
    blocks = _blocks(rows, figures, gaps, draft)
    for row, labels, there, gap, block in zip(rows, texts, figures, gaps, blocks, strict=True):
        said = [label.text for label in labels]
        strip = Strip(
            row.number,
            labels,
            figures=there,
            block=block,
            roles=roles_of(said),
            unit=_unit(scan, row, said, columns),
            period=period_among(reversed(said)),
            shift=panel.shift,
        )
        stub = StubLabel(
            tuple(_raw(scan, row.number, column) for column in columns.outline),
            tuple(scan.grid.indent(row.number, column) for column in columns.outline),
            there,
            gap,
        )
        yield strip, stub


def _has_figures(scan: Scan, row: SheetRow, columns: Columns) -> bool:
    """Tell whether a line holds figures; dashes beside 按类型分 say that none are due."""
    shown = [row.cells[column] for column in columns.body if column in row.cells]
    if not shown or any(kind is not Kind.MARK for kind in shown):
        return bool(shown)
    label = next((text for one in columns.names if (text := scan.text(row.number, one))), "")
    told = "".join(plain(label).casefold().split())
    return re.compile(_GROUPING).fullmatch(told) is None


def _unit(scan: Scan, row: SheetRow, texts: Sequence[str], columns: Columns) -> str | None:
    """Give the unit of a line: what the column of units says, else its labels."""
    text = scan.text(row.number, columns.unit) if columns.unit is not None else ""
    if text:
        return unit_of(text) or text
    return unit_among(reversed(texts))


def _raw(scan: Scan, row: int, column: int) -> str:
    """Give the text of a cell with the blanks before it, which say how deep a line stands."""
    cell = scan.grid.cell(row, column)
    return cell.text.rstrip() if cell else ""


def _texts(
    scan: Scan, rows: Sequence[SheetRow], figures: Sequence[bool], columns: Columns
) -> list[tuple[Label, ...]]:
    """Give the labels of each line; a cell left blank goes on with the one above it."""
    stub = columns.names
    others = [column for column in columns.stub if column not in stub]
    going_on: dict[int, Label] = {}
    found: list[tuple[Label, ...]] = []
    for row, there in zip(rows, figures, strict=True):
        own = _own(scan, row, stub)
        if not own:
            before = [column for column in row.texts if column < columns.body[0]]
            own = _own(scan, row, others if there else before or row.texts[:1])
        if there and own.keys() & set(stub):
            innermost = max(own)
            for column in [one for one in going_on if one >= min(own) and one not in own]:
                del going_on[column]
            going_on.update(own)
            labels = [
                going_on[column] for column in stub if column in going_on and column <= innermost
            ]
        else:
            labels = [own[column] for column in sorted(own)]
        if not there:
            going_on.clear()
        found.append(tuple(labels))
    return found


def _own(scan: Scan, row: SheetRow, columns: Sequence[int]) -> Mapping[int, Label]:
    shown = {column: scan.label(row.number, column) for column in columns}
    return {
        column: label
        for column, label in shown.items()
        if any(sign.isalnum() or sign in _SIGNS for sign in label.text)
    }


def _gaps(scan: Scan, rows: Sequence[SheetRow]) -> list[bool]:
    """Tell before which rows an empty row stands; one that a text goes on in is not empty."""
    continued = scan.grid.sheet.continued
    gaps = []
    last: int | None = None
    for row in rows:
        between = range(row.number if last is None else last + 1, row.number)
        gaps.append(any(number not in scan.rows and number not in continued for number in between))
        last = row.number
    return gaps


def _blocks(
    rows: Sequence[SheetRow], figures: Sequence[bool], gaps: Sequence[bool], draft: Draft
) -> list[int]:
    """Give the stretch of each line; group lines, empty rows and repeated boxheads part them."""
    repeats = iter(sorted(row.number for row in draft.repeats))
    repeat = next(repeats, None)
    blocks: list[int] = []
    block, begun = 0, False
    for row, there, gap in zip(rows, figures, gaps, strict=True):
        broken = gap or not there
        while repeat is not None and repeat < row.number:
            broken, repeat = True, next(repeats, None)
        if broken and begun:
            block, begun = block + 1, False
        begun = begun or there
        blocks.append(block)
    return blocks
