"""What stands around the body of a table: title, unit line, notes, and the ranges they take."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from statlint.table.layout_cells import Scan
from statlint.table.layout_columns import Columns
from statlint.table.layout_drafts import Draft
from statlint.table.layout_rows import SheetRow
from statlint.table.layout_words import unit_of
from statlint.table.model import Label
from statlint.values import CellRange, CellRef, plain

_NUMBER_ALONE = r"(?:附件|附表|附|表|table|annex|appendix)\s*[-.\d一二三四五六七八九十]*\s*[:.]?"
_UNIT_LINE = r"[(\[]|(?:计量)?单位|units?\b|in "


def words_above(scan: Scan, draft: Draft) -> list[Label]:
    """Give the texts over a table, in reading order."""
    return [scan.label(row.number, column) for row in draft.above for column in row.texts]


def title_of(words: Iterable[Label]) -> Label | None:
    """Choose the first text that says more than a unit or a number: not 单位:件, nor 附件2."""
    number = re.compile(_NUMBER_ALONE, re.IGNORECASE)
    return next(
        (
            label
            for label in words
            if not only_states_unit(label.text) and not number.fullmatch(plain(label.text))
        ),
        None,
    )


def only_states_unit(text: str) -> bool:
    """Tell whether a text says nothing but a unit."""
    shown = plain(text).strip()
    if unit_of(shown) is None:
        return False
    return re.match(_UNIT_LINE, shown, re.IGNORECASE) is not None


def rectangle(top: int, left: int, bottom: int, right: int) -> CellRange:
    """Make a range of its first and last row and column."""
    return CellRange(CellRef(top, left), CellRef(bottom, right))


def whole_range(draft: Draft, columns: Columns) -> CellRange:
    """Give the range of a table with all that stands around it."""
    rows = [*draft.above, *draft.heads, *draft.body, *draft.below]
    numbers = [row.number for row in rows]
    own = [*columns.stub, *columns.body]
    noted = [column for row in (*draft.above, *draft.below) for column in row.cells]
    return rectangle(min(numbers), min(own + noted), max(numbers), max(own + noted))


def boxhead_range(draft: Draft, columns: Columns) -> CellRange | None:
    """Give the range of the heads, the stubhead among them."""
    if not draft.heads:
        return None
    own = [*columns.stub, *columns.body]
    return rectangle(draft.heads[0].number, min(own), draft.heads[-1].number, max(own))


def body_range(draft: Draft, columns: Columns) -> CellRange:
    """Give the range of the figures."""
    first, last = draft.body[0], draft.body[-1]
    return rectangle(first.number, columns.body[0], last.number, columns.body[-1])


def stub_ranges(draft: Draft, columns: Columns) -> tuple[CellRange, ...]:
    """Give the ranges of the columns that label lines, neighbours as one."""
    first, last = draft.body[0], draft.body[-1]
    return tuple(
        rectangle(first.number, run[0], last.number, run[-1]) for run in _stretches(columns.stub)
    )


def note_ranges(draft: Draft) -> tuple[CellRange, ...]:
    """Give the ranges above and below a table that hold words."""
    rows: dict[int, SheetRow] = {row.number: row for row in (*draft.above, *draft.below)}
    found = []
    for run in _stretches(sorted(rows)):
        columns = [column for number in run for column in rows[number].cells]
        found.append(rectangle(run[0], min(columns), run[-1], max(columns)))
    return tuple(found)


def _stretches(numbers: Iterable[int]) -> list[list[int]]:
    """Part ascending numbers into runs without a gap."""
    runs = groupby(enumerate(numbers), key=lambda one: one[1] - one[0])
    return [[number for _, number in run] for _, run in runs]
