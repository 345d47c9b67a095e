"""Tell rows of heads, lines of figures and rows of words apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from statlint.dataclass import dataclass, field, replace
from statlint.table.layout_cells import Kind, Scan
from statlint.table.layout_rows import RowKind, SheetRow, cut_rows
from statlint.values import plain

_NUMBER_ROW = r"[甲乙丙丁abc()\s]*|栏次|列次|行次|序号|编号|栏目|代码|no\.?|column|\(?\d+\)?"
"""What may stand in the stub beside a row of column numbers."""
_YEAR_ROW = r".*(?:年份?|时间|指标|项目|period|years?|item|indicator|fy|单位.*|unit.*)\W*"
_UNIT_LINE = r"\(?(?:计量|金额)?单位:\S|\(?units?:\S"
_POWER = r"\([$£€¥]?1(?:,?000)+s?\)"
_FEW, _MANY = 2, 3


@dataclass(slots=True)
class _Above:
    """What is known of the rows above one, from top to bottom."""

    scan: Scan
    first_column: int
    last: SheetRow | None = None
    following: SheetRow | None = None
    begun: bool = False
    """Whether lines have come since the last heads."""
    parted: bool = False
    """Whether an empty row has come since the last line."""
    stubheads: set[str] = field(default_factory=set)

    @property
    def after_head(self) -> bool:
        """Whether the row above holds heads."""
        return self.last is not None and self.last.kind is RowKind.HEAD

    def gap_before(self, row: SheetRow) -> bool:
        """Tell whether an empty row stands before one."""
        return self.last is not None and row.number > self.last.number + 1

    def take(self, row: SheetRow) -> None:
        """Go on below a row."""
        if row.kind is RowKind.HEAD:
            self.begun = False
            words = [column for column in row.texts if column not in row.over]
            self.stubheads.update(
                _key(self.scan, row, column) for column in (*words, *row.texts[:1])
            )
        self.parted = row.kind is not RowKind.LINE and (self.parted or self.gap_before(row))
        self.begun = self.begun or row.kind is RowKind.LINE
        self.last = row


def rows_of(scan: Scan, columns: range, numbers: Sequence[int]) -> list[SheetRow]:
    """Say of each of some rows that shows something in some columns what it is."""
    rows = cut_rows(scan, columns, numbers)
    above = _Above(scan, min((next(iter(row.cells)) for row in rows), default=0))
    found: list[SheetRow] = []
    for row, above.following in zip(rows, [*rows[1:], None], strict=False):
        told = _told(row, above)
        found.append(told)
        above.take(told)
    return _joined(found, above.first_column)


def _joined(rows: list[SheetRow], first_column: int) -> list[SheetRow]:
    """Take single words right between two rows of heads for heads, too."""
    for place in range(1, len(rows) - 1):
        before, row, after = rows[place - 1 : place + 2]
        if (
            row.kind is RowKind.WORDS
            and before.kind is after.kind is RowKind.HEAD
            and (before.number, after.number) == (row.number - 1, row.number + 1)
            and row.over
            and first_column not in row.cells
        ):
            rows[place] = replace(row, kind=RowKind.HEAD)
    return rows


def _told(row: SheetRow, above: _Above) -> SheetRow:
    figures = row.figures
    if not figures:
        return replace(row, kind=_kind_of_words(row, above))
    if above.begun and not row.over and any(row.cells[one] is not Kind.YEAR for one in figures):
        # Below heads only years, or words beside figures, can be heads again.
        return replace(row, kind=RowKind.LINE)
    if above.after_head and _is_numbered(row, above):
        return replace(row, kind=RowKind.HEAD, numbers=not row.over)
    if _multiplies_columns(row, above):
        return replace(row, kind=RowKind.HEAD)
    counted = _counted(above.scan, row)
    if len(counted) == len(figures):
        years = all(row.cells[column] is Kind.YEAR for column in figures)
        if _dates_columns(row, above) if years else _numbers_columns(row, above):
            return replace(row, kind=RowKind.HEAD, numbers=not years and not row.over)
    words = {_key(above.scan, row, column) for column in row.over}
    if len(words) > 1 and 2 * (len(figures) - len(counted)) <= len(row.over):
        return replace(row, kind=RowKind.HEAD)
    return replace(row, kind=RowKind.LINE)


def _kind_of_words(row: SheetRow, above: _Above) -> RowKind:
    """Tell what a row without figures is."""
    over, texts = row.over, row.texts
    if len(texts) <= _FEW and _has_unit_line(above.scan, row):
        return RowKind.WORDS
    words = {_key(above.scan, row, column) for column in over}
    # The same unit over all columns: $000, $000, $000, with nothing in the stub.
    same = len(over) >= _MANY and over[0] == next(iter(row.cells))
    # One spanner over several heads: another row of heads comes below.
    spans = above.following is not None and not above.following.figures
    if len(over) > 1 and (len(words) > 1 or same or spans or not above.begun):
        return RowKind.HEAD
    if over and len(texts) > 1:
        stub = {_key(above.scan, row, column) for column in texts if column not in over}
        parted = above.parted or above.gap_before(row)
        again = parted or bool(stub & above.stubheads)
        if again or not above.begun:
            return RowKind.HEAD
    if over and len(texts) == 1 and not above.begun and _heads_alone(row, above):
        return RowKind.HEAD
    if not above.begun and _letters_columns(row, above.scan):
        return RowKind.HEAD
    marked = any(kind is Kind.MARK for kind in row.cells.values())
    if not marked or len(row.cells) == 1 or _explains_mark(row, above):
        return RowKind.WORDS
    return RowKind.LINE


def _explains_mark(row: SheetRow, above: _Above) -> bool:
    """Tell whether a sign stands where the labels do, with words beside it: E, use with caution."""
    if row.cells.get(above.first_column) is not Kind.MARK:
        return False
    beside = [column for column in row.cells if column != above.first_column]
    return len(beside) == 1 and " " in above.scan.text(row.number, beside[0]).strip()


def _letters_columns(row: SheetRow, scan: Scan) -> bool:
    """Tell whether heads are single letters, all different, which elsewhere stand for figures."""
    marks = [_key(scan, row, column) for column, kind in row.cells.items() if kind is Kind.MARK]
    return len(marks) > 1 and len(set(marks)) == len(marks) and all(map(str.isalpha, marks))


def _has_unit_line(scan: Scan, row: SheetRow) -> bool:
    """Tell whether a row states the unit of a table: 单位：万元, be it beside a date."""
    pattern = re.compile(_UNIT_LINE)
    return any(pattern.match(_key(scan, row, column)) for column in row.texts)


def _heads_alone(row: SheetRow, above: _Above) -> bool:
    """Tell whether the one text of a row is a head: not a title, nor words below the heads."""
    (column,) = row.texts
    last = above.last
    merged = above.scan.grid.merge_at(row.number, column) is not None
    # A title is often typed in the middle of the first row.
    if column == above.first_column or (last is None and not merged and column > _MANY):
        return False
    below_head = above.after_head and last is not None and column in last.over
    # Right above figures it is a caption of the lines, else a word more of the head above it.
    return not (below_head and above.following is not None and above.following.figures)


def _dates_columns(row: SheetRow, above: _Above) -> bool:
    """Tell whether a row of nothing but years holds heads."""
    if tuple(row.cells) == (above.first_column,):
        # A year alone where the labels stand: a group line.
        return False
    label = _label(row, above)
    if row.over or not label or re.fullmatch(_YEAR_ROW, label) or label in above.stubheads:
        return True
    last = above.last
    if above.begun:
        steps = {b - a for a, b in pairwise(_values(above.scan, row))}
        return above.gap_before(row) and steps == {1}
    if above.after_head and last is not None:
        return len(row.figures) >= _MANY and not last.figures
    return True


def _numbers_columns(row: SheetRow, above: _Above) -> bool:
    """Tell whether a row of 1, 2, 3 numbers the columns, or is part of the heads."""
    if row.over:
        return True
    fits = re.fullmatch(_NUMBER_ROW, _label(row, above)) is not None
    return fits and (above.after_head or not above.begun)


def _multiplies_columns(row: SheetRow, above: _Above) -> bool:
    """Tell whether a row right below heads says nothing but (1,000): a unit, and no loss."""
    if not above.after_head or any(map(str.isalpha, _label(row, above))):
        return False
    pattern = re.compile(_POWER)
    return all(pattern.fullmatch(_key(above.scan, row, column)) for column in row.figures)


def _is_numbered(row: SheetRow, above: _Above) -> bool:
    """Tell whether a row right below heads says 甲 or No. and counts its columns from 1."""
    values = [abs(value) for value in _values(above.scan, row)]
    if values != list(range(1, len(row.figures) + 1)):
        return False
    # The stub may stand in the middle: 1, 甲, 2.
    others = [column for column in row.cells if column not in row.figures]
    label = _label(row, above) or "".join(_key(above.scan, row, column) for column in others)
    return bool(label) and re.fullmatch(_NUMBER_ROW, label) is not None


def _key(scan: Scan, row: SheetRow, column: int) -> str:
    return re.sub(r"\s+", "", plain(scan.text(row.number, column))).casefold()


def _label(row: SheetRow, above: _Above) -> str:
    """Give the text that stands before the first figure of a row."""
    before = [column for column in row.cells if column < row.figures[0]]
    return _key(above.scan, row, before[-1]) if before else ""


def _values(scan: Scan, row: SheetRow) -> list[int]:
    values = (scan.whole(row.number, column) for column in row.figures)
    return [value for value in values if value is not None]


def _counted(scan: Scan, row: SheetRow) -> set[int]:
    """Find the figures of a row that number or date its columns: 1, 2, 3 or 2022, 2023."""
    years = [column for column in row.figures if row.cells[column] is Kind.YEAR]
    found: set[int] = set()
    if years and (len(years) == len(row.figures) or len(years) > 1):
        values = [scan.whole(row.number, column) or 0 for column in years]
        found.update(years if _looks_dated(values) else ())
    run: list[int] = []
    last = None
    for column in row.figures:
        value = scan.whole(row.number, column)
        # A number in brackets reads as a loss.
        value = None if value is None else abs(value)
        if value is None or last is None or value != last + 1:
            found.update(run if len(run) >= _MANY else ())
            run = []
        run.append(column)
        last = value
    found.update(run if len(run) >= _MANY else ())
    return found


def _looks_dated(years: list[int]) -> bool:
    """Tell whether years rise or fall evenly, or repeat, as they do over columns."""
    steps = {later - earlier for earlier, later in pairwise(years)} - {0}
    return len(years) < _MANY or len(steps) <= max(2, len(years) // _MANY)
