"""Marked copies that somebody filled in and another program saved, by what matters of them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook

from statlint.marking.review import KEYS, SIGN, VERSION

HEADS = ("级别", "规则", "问题", "位置", "左值", "右值", "差额", "建议", "情况说明", None)
ABOVE = 6


class Filled(NamedTuple):
    """One row: the fingerprint of a finding, its rule and place, and what was written there."""

    fingerprint: str
    rule: str
    place: str
    explanation: str | None = None


def filled_copy(
    original: str,
    rows: Sequence[Filled],
    *,
    order: Sequence[int] = range(len(KEYS)),
    sheet: str = "审核结果",
) -> bytes:
    """Make a workbook of the first sheet alone; `order` is that of its columns."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    hidden = list(order).index(len(KEYS) - 1) + 1
    page.cell(1, hidden, f"{SIGN} {VERSION}")
    page.cell(2, hidden, original)
    for at, column in enumerate(order, 1):
        page.cell(ABOVE, at, KEYS[column])
        page.cell(ABOVE + 1, at, HEADS[column])
        for number, row in enumerate(rows, ABOVE + 2):
            cells = {1: row.rule, 3: row.place, 8: row.explanation, 9: row.fingerprint}
            page.cell(number, at, cells.get(column, "…"))
    packed = BytesIO()
    book.save(packed)
    return packed.getvalue()


def write_filled(path: Path, original: str, rows: Sequence[Filled]) -> None:
    """Put it into a file."""
    path.write_bytes(filled_copy(original, rows))
