"""The readers of the xlsx family, which have to say the same: by rows, by expat, by openpyxl."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from statlint.dataclass import replace
from statlint.values.limits import USUAL, Limits
from statlint.workbook.engines.excel import read_excel as read_with_openpyxl
from statlint.workbook.engines.stored import Refusal, StoredBook
from statlint.workbook.model import Container, Workbook
from statlint.workbook.shape import shape_workbook
from statlint.workbook.sheets.markup import End, Scanner, Start, Through
from statlint.workbook.sheets.parts import Parts
from statlint.workbook.sheets.read import open_sheets, read_sheets

Read = TypeVar("Read", Workbook, StoredBook)


class AllByExpat(Scanner):
    """Have expat read all of a part."""

    def scan(
        self,
        part: str,
        start: Start,
        end: End | None,
        texts: list[str],
        through: Through = iter,  # noqa: ARG002 - what is left out here
    ) -> None:
        """Feed a part, and nothing but the part."""
        super().scan(part, start, end, texts)


def parts_of(content: bytes, limits: Limits = USUAL) -> Parts:
    """Give the parts of a workbook of the family."""
    parts = open_sheets(content, limits)
    assert parts is not None
    return parts


def read_own(content: bytes) -> Workbook:
    """Read a workbook of the family without openpyxl, twice; raises Refusal."""
    by_expat, by_rows = parts_of(content), parts_of(content)
    by_expat.scanner = AllByExpat(by_expat.package, by_expat.limits)
    expected, own = (_answer(read_sheets, parts) for parts in (by_expat, by_rows))
    assert isinstance(own, Refusal) == isinstance(expected, Refusal)
    if isinstance(own, Refusal):
        raise own
    assert own == expected
    return own


def read_excel(content: bytes) -> StoredBook:
    """Read a workbook with both readers; both give the same, or refuse it in the same words."""
    expected, own = _answer(read_with_openpyxl, content), _answer(read_own, content)
    if isinstance(expected, Refusal):
        assert isinstance(own, Refusal)
        assert own.args == expected.args
        raise expected
    assert isinstance(own, Workbook)
    assert _without_outward(own) == shape_workbook(expected, own.container)
    return expected


def same_as_openpyxl(content: bytes) -> bool:
    """Tell whether openpyxl reads of a workbook what is read without it."""
    own = _without_outward(read_own(content))
    return own == shape_workbook(read_with_openpyxl(content), Container(own.container))


def _without_outward(workbook: Workbook) -> Workbook:
    """Leave out what is told by the names of the parts, before any of them is read."""
    return replace(workbook, outward=frozenset())


def _answer(read: Callable[..., Read], content: object) -> Read | Refusal:
    try:
        return read(content)
    except Refusal as refusal:
        return refusal
