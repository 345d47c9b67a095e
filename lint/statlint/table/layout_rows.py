"""What each row of a sheet is by itself: heads, figures, or words alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from statlint.table.layout_cells import Kind, Scan
from statlint.values import plain

_NUMBER_ROW = r"[甲乙丙丁abc()\s]*|栏次|列次|行次|序号|编号|栏目|代码|no\.?|column|\(?\d+\)?"
"""What may stand in the stub beside a row of column numbers."""
_YEAR_ROW = r".*(?:年份?|时间|指标|项目|period|years?|item|indicator|fy|单位.*|unit.*)\W*"
_FEWEST_NUMBERS = 3


class RowKind(StrEnum):
    """What a row is, before it is settled which table it belongs to."""

    HEAD = "head"
    LINE = "line"
    WORDS = "words"
    """Words alone: a title, a group line, a note."""


@dataclass(frozen=True, slots=True, eq=False)
class SheetRow:
    """One row of a sheet: what it is, the kinds of its cells, its texts over figures."""

    number: int
    kind: RowKind
    cells: Mapping[int, Kind]
    over: tuple[int, ...] = ()
    numbers: bool = False
    """Whether it only numbers the columns: 1, 2, 3."""

    @property
    def texts(self) -> tuple[int, ...]:
        """The columns that show a text of their own."""
        return tuple(column for column, kind in self.cells.items() if kind is Kind.TEXT)


def rows_of(scan: Scan, columns: range, rows: Iterable[int] | None = None) -> list[SheetRow]:
    """Say of each row that shows something in some columns what it is."""
    chosen = [
        (number, cells)
        for number in (scan.rows if rows is None else rows)
        if (cells := _within(scan.rows[number], columns))
    ]
    over = _texts_over_figures(scan, chosen)
    found: list[SheetRow] = []
    for number, cells in chosen:
        begun = any(one.kind is RowKind.LINE for one in found[-3:])
        after_head = bool(found) and found[-1].kind is RowKind.HEAD
        found.append(_row(scan, number, cells, over.get(number, ()), (begun, after_head)))
    return found


def _within(cells: Mapping[int, Kind], columns: range) -> Mapping[int, Kind]:
    if len(cells) == 0 or (min(cells) >= columns.start and max(cells) < columns.stop):
        return cells
    return {column: kind for column, kind in cells.items() if column in columns}


def _is_doubled(scan: Scan, number: int, column: int) -> bool:
    """Tell whether the cell above or below has the same text: a word for a figure, no head."""
    text = scan.text(number, column)
    return any(
        scan.rows.get(other, {}).get(column) is Kind.TEXT and scan.text(other, column) == text
        for other in (number - 1, number + 1)
    )


def _texts_over_figures(
    scan: Scan,
    chosen: list[tuple[int, Mapping[int, Kind]]],
) -> dict[int, tuple[int, ...]]:
    """Find the texts whose next cell below that shows something holds a figure, or such a text."""
    above: dict[int, bool] = {}
    over: dict[int, tuple[int, ...]] = {}
    for number, cells in reversed(chosen):
        found = []
        for column, kind in cells.items():
            if kind.numeric:
                above[column] = True
            elif kind is Kind.MARK:
                above.setdefault(column, True)
            elif above.get(column, False):
                if not _is_doubled(scan, number, column):
                    found.append(column)
            else:
                above[column] = False
        if found:
            over[number] = tuple(found)
    return over


def _row(
    scan: Scan,
    number: int,
    cells: Mapping[int, Kind],
    over: tuple[int, ...],
    state: tuple[bool, bool],
) -> SheetRow:
    begun, after_head = state
    figures = [column for column, kind in cells.items() if kind.numeric]
    counted = _counted(scan, number, figures)
    left = [column for column in figures if column not in counted]
    own = {_text_of(scan, number, column) for column in over}
    if figures and not left:
        label = _stub_text(scan, number, cells, figures[0])
        years = all(cells[column] is Kind.YEAR for column in figures)
        fits = not label or re.fullmatch(_YEAR_ROW if years else _NUMBER_ROW, label) is not None
        many = years and len(figures) >= _FEWEST_NUMBERS
        first = not (begun or after_head)
        if fits or own or (years and first) or (many and not begun):
            return SheetRow(number, RowKind.HEAD, cells, over, numbers=not years and not own)
    same = len(over) >= _FEWEST_NUMBERS and not figures and over[0] == next(iter(cells))
    if len(over) > 1 and (len(own) > 1 or same) and 2 * len(left) <= len(over):
        return SheetRow(number, RowKind.HEAD, cells, over)
    if not figures and over and (len(over) > 1 or len(cells) > 1) and not begun:
        return SheetRow(number, RowKind.HEAD, cells, over)
    marked = any(kind is Kind.MARK for kind in cells.values())
    kind = RowKind.LINE if figures or (marked and len(cells) > 1) else RowKind.WORDS
    return SheetRow(number, kind, cells, over)


def _text_of(scan: Scan, number: int, column: int) -> str:
    return re.sub(r"\s+", "", plain(scan.text(number, column))).casefold()


def _stub_text(scan: Scan, number: int, cells: Mapping[int, Kind], first: int) -> str:
    """Give the text that stands before the first figure of a row."""
    before = [column for column in cells if column < first]
    return _text_of(scan, number, before[-1]) if before else ""


def _counted(scan: Scan, number: int, figures: list[int]) -> set[int]:
    """Find the figures of a row that number or date its columns: 1, 2, 3 or 2022, 2023."""
    values = {column: scan.whole(number, column) for column in figures}
    kinds = scan.rows[number]
    years = [column for column in figures if kinds[column] is Kind.YEAR]
    found: set[int] = set()
    if len(years) == len(figures) or len(years) > 1:
        found.update(years if _looks_dated([values[column] for column in years]) else ())
    run: list[int] = []
    for column in [*figures, None]:
        value = None if column is None else values[column]
        last = values[run[-1]] if run else None
        if column is not None and value is not None and last is not None and value == last + 1:
            run.append(column)
            continue
        if len(run) >= _FEWEST_NUMBERS:
            found.update(run)
        run = [] if column is None else [column]
    return found


def _looks_dated(values: list[int | None]) -> bool:
    """Tell whether years rise or fall evenly, or repeat, as they do over columns."""
    there = [value for value in values if value is not None]
    if not there:
        return False
    steps = {later - earlier for earlier, later in pairwise(there)} - {0}
    return len(there) < _FEWEST_NUMBERS or len(steps) <= max(2, len(there) // 3)
