"""Which columns of a table hold its figures, and which label its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from statlint.table.layout import Role
from statlint.table.layout_cells import Kind, Scan
from statlint.table.layout_drafts import Draft
from statlint.table.layout_rows import SheetRow
from statlint.table.layout_words import roles_of

_MOST = 0.8
_FEWEST = 3
_LABELS = frozenset({Role.ORDINAL, Role.CODE})


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table: those that label its lines, those with figures."""

    stub: tuple[int, ...]
    body: tuple[int, ...]


@dataclass(slots=True)
class _Count:
    figures: int = 0
    damaged: int = 0
    marks: int = 0
    texts: int = 0


def columns_of(scan: Scan, draft: Draft) -> Columns:
    """Tell the columns of a table apart."""
    lines = draft.lines
    counts = _counts(lines)
    stub: list[int] = []
    body: list[int] = []
    for column in sorted(counts):
        count = counts[column]
        if not _holds_figures(count) or _is_lettered(scan, lines, column, count):
            if count.texts or count.marks:
                stub.append(column)
        elif not body and _labels_lines(scan, draft, lines, column, first=not stub):
            stub.append(column)
        else:
            body.append(column)
    if not body:
        return Columns((), tuple(column for column in stub if counts[column].figures))
    return Columns(tuple(stub), tuple(body))


def _counts(lines: Sequence[SheetRow]) -> dict[int, _Count]:
    counts: dict[int, _Count] = {}
    for row in lines:
        for column, kind in row.cells.items():
            count = counts.setdefault(column, _Count())
            if kind is Kind.DAMAGED:
                count.damaged += 1
            elif kind.numeric:
                count.figures += 1
            elif kind is Kind.MARK:
                count.marks += 1
            else:
                count.texts += 1
    return counts


def _holds_figures(count: _Count) -> bool:
    if count.figures == 0:
        return count.texts == 0 and count.marks > 1
    return count.figures >= count.damaged and count.figures + count.marks >= count.texts


def _is_lettered(scan: Scan, lines: Sequence[SheetRow], column: int, count: _Count) -> bool:
    """Tell whether a column without figures shows letters, which stand for figures elsewhere."""
    if count.figures or not count.marks:
        return False
    texts = (scan.text(row.number, column) for row in lines)
    return any(sign.isalnum() for text in texts for sign in text)


def _labels_lines(
    scan: Scan, draft: Draft, lines: Sequence[SheetRow], column: int, *, first: bool
) -> bool:
    """Tell whether a column of figures before all others labels the lines: years, 1 2 3, codes."""
    roles = roles_of([scan.text(row.number, column) for row in draft.heads])
    if Role.RANK in roles:
        return False
    shown = [row for row in lines if column in row.cells]
    kinds = [row.cells[column] for row in shown]
    if sum(kind is Kind.YEAR for kind in kinds) >= _MOST * len(kinds):
        if _says_year(scan, draft, column):
            return True
        return len(kinds) >= _FEWEST and (first or _rises(scan, shown, column))
    if roles & _LABELS or (first and Kind.TEXT in kinds):
        return True
    if not first or len(kinds) < _FEWEST:
        return False
    return _counts_up(scan, shown, column) or _names_lines(scan, draft, shown, column)


def _names_lines(scan: Scan, draft: Draft, shown: Sequence[SheetRow], column: int) -> bool:
    """Tell whether the first column, alone without a head, holds whole numbers all different."""
    if not draft.heads or any(scan.text(row.number, column) for row in draft.heads):
        return False
    values = [scan.whole(row.number, column) for row in shown]
    return None not in values and len(set(values)) == len(values)


def _says_year(scan: Scan, draft: Draft, column: int) -> bool:
    text = " ".join(scan.text(row.number, column) for row in draft.heads).casefold()
    return any(word in text for word in ("year", "年份", "年度", "年别"))


def _rises(scan: Scan, shown: Sequence[SheetRow], column: int) -> bool:
    values = [scan.whole(row.number, column) or 0 for row in shown]
    steps = {later - earlier for earlier, later in pairwise(values)}
    return len(steps) == 1 and 0 not in steps


def _counts_up(scan: Scan, shown: Sequence[SheetRow], column: int) -> bool:
    """Tell whether figures are running numbers, be it from the start again in each block."""
    values = [scan.whole(row.number, column) for row in shown]
    steps = [
        earlier is not None and later is not None and later in {earlier + 1, 1}
        for earlier, later in pairwise(values)
    ]
    return sum(steps) >= _MOST * len(steps)
