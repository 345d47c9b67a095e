"""The reader of the xlsx family and the one on openpyxl, which have to say the same."""

from __future__ import annotations

from collections.abc import Callable

from statlint.workbook.engines.excel import read_excel as read_with_openpyxl
from statlint.workbook.engines.stored import Refusal, StoredBook
from statlint.workbook.sheets.read import open_sheets, read_sheets


def read_own(content: bytes) -> StoredBook:
    """Read a workbook of the family without openpyxl."""
    parts = open_sheets(content)
    assert parts is not None
    return read_sheets(parts)


def read_excel(content: bytes) -> StoredBook:
    """Read a workbook twice; both readers give the same, or refuse it in the same words."""
    expected, own = (_answer(read, content) for read in (read_with_openpyxl, read_own))
    if isinstance(expected, Refusal):
        assert isinstance(own, Refusal)
        assert own.args == expected.args
        raise expected
    assert own == expected
    return expected


def _answer(read: Callable[[bytes], StoredBook], content: bytes) -> StoredBook | Refusal:
    try:
        return read(content)
    except Refusal as refusal:
        return refusal
