"""Tables of a PDF that go on on the next page: joined where their heads are repeated."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from statlint.dataclass import replace
from statlint.workbook.engines.pdf_reasons import CUT_ROW, NO_HEAD, refused
from statlint.workbook.engines.pdf_tables import PdfCell, PdfTable, moved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statlint.workbook.engines.pdf_signs import Line

_SAME_COLUMN = 2.0


def join_tables(items: Iterable[Line | PdfTable]) -> Iterator[Line | PdfTable]:
    """Join tables that nothing but the end of a page lies between.

    Raises Refusal where it is not certain whether one goes on with the other.
    """
    last: PdfTable | None = None
    for item in items:
        if isinstance(item, PdfTable) and last is not None and _may_go_on(last, item):
            last = _join(last, item)
            continue
        if last is not None:
            yield last
        last = item if isinstance(item, PdfTable) else None
        if last is None:
            yield item
    if last is not None:
        yield last


def _may_go_on(before: PdfTable, after: PdfTable) -> bool:
    if after.page != before.last_page + 1 or len(before.edges) != len(after.edges):
        return False
    pairs = zip(before.edges, after.edges, strict=True)
    return all(abs(one - other) <= _SAME_COLUMN for one, other in pairs)


def _join(before: PdfTable, after: PdfTable) -> PdfTable:
    repeated = _repeated(before, after)
    if not 0 < repeated < min(before.rows, after.rows):
        raise refused(NO_HEAD, after.page)
    step = before.rows - repeated
    cells = [moved(cell, step) for cell in after.cells if cell.top > repeated]
    first = [cell for cell in cells if cell.top == before.rows + 1]
    above = {(cell.left, cell.right): cell for cell in before.cells if cell.bottom == before.rows}
    if _is_part(first, above.values()):
        raise refused(CUT_ROW, after.page)
    on = {cell: (cell.left, cell.right) for cell in first if _goes_on(cell, above)}
    longer = {above[key]: replace(above[key], bottom=cell.bottom) for cell, key in on.items()}
    kept = [longer.get(cell, cell) for cell in before.cells]
    rest = [cell for cell in cells if cell not in on]
    return replace(
        before,
        last_page=after.page,
        rows=before.rows + after.rows - repeated,
        cells=(*kept, *rest),
    )


def _repeated(before: PdfTable, after: PdfTable) -> int:
    """Count the first rows that both tables have; a cell that reaches below them ends them."""
    rows = range(1, min(before.rows, after.rows) + 1)
    same = [*takewhile(lambda row: before.row(row) == after.row(row), rows)]
    for count in reversed(range(1, len(same) + 1)):
        if all(cell.bottom <= count for cell in after.cells if cell.top <= count):
            return count
    return 0


def _is_part(first: Iterable[PdfCell], above: Iterable[PdfCell]) -> bool:
    """Tell whether a row only goes on with the one before the end of the page."""
    return not any(map(_is_figure, first)) and any(map(_is_figure, above))


def _goes_on(cell: PdfCell, above: dict[tuple[int, int], PdfCell]) -> bool:
    """Tell whether a blank cell is the rest of one over several rows."""
    over = above.get((cell.left, cell.right))
    if cell.text or over is None:
        return False
    return cell.bottom > cell.top or over.bottom > over.top


def _is_figure(cell: PdfCell) -> bool:
    return re.fullmatch(r"[-+－]?[\d,，.]+%?|[-—/／]", cell.text) is not None
