"""Labels in a second language, each in the row below the label that it repeats."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from statlint.table.layout_cells import Scan
from statlint.table.layout_rows import RowKind, SheetRow

_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"


def translations(scan: Scan, body: Sequence[SheetRow]) -> list[SheetRow]:
    """Find rows of Latin words below lines in Chinese, where half of the lines have one."""
    lines = sum(row.kind is RowKind.LINE and _is_chinese(scan, row) for row in body)
    found = [
        below
        for above, below in pairwise(body)
        if above.kind is RowKind.LINE
        and below.kind is RowKind.WORDS
        and below.number == above.number + 1
        and _is_chinese(scan, above)
        and not _is_chinese(scan, below)
    ]
    return found if found and 2 * len(found) >= lines else []


def _is_chinese(scan: Scan, row: SheetRow) -> bool:
    texts = "".join(scan.text(row.number, column) for column in row.texts)
    return any(_FIRST_HAN <= sign <= _LAST_HAN for sign in texts)
