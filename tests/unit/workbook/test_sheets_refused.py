"""Hostile and broken workbooks of the xlsx family: each is refused, within its bounds."""

from __future__ import annotations

from contextlib import suppress
from random import Random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statlint.workbook import Fault
from statlint.workbook.engines import limits
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.sheets.read import open_sheets, read_sheets
from unit.workbook.packages import excel_parts, make_excel, make_zip, sheet_part

ROW = '<row r="1"><c r="A1"><v>12</v></c></row>'
GOOD = make_excel(ROW)
SHEET = "xl/worksheets/sheet1.xml"
BOOK = "xl/workbook.xml"


def refusal_of(content: bytes) -> tuple[Fault, str]:
    """Give the fault of a workbook and its words."""
    with pytest.raises(Refusal) as caught:
        read(content)
    detail = caught.value.detail
    return caught.value.fault, detail.en if detail else ""


def read(content: bytes) -> None:
    """Read a workbook, if it is one."""
    parts = open_sheets(content)
    if parts is not None:
        read_sheets(parts)


def with_part(name: str, part: str | bytes) -> bytes:
    """Make a workbook with one part of its own."""
    return make_zip({**excel_parts(sheet_part(ROW)), name: part})


def without_part(name: str) -> bytes:
    """Make a workbook that lacks a part."""
    parts = excel_parts(sheet_part(ROW))
    del parts[name]
    return make_zip(parts)


def of_rows(rows: str) -> bytes:
    """Make a workbook of rows."""
    return make_excel(rows)


def many_sheets() -> str | bytes:
    """Name more sheets than any workbook has."""
    part = excel_parts("")[BOOK]
    assert isinstance(part, str)
    sheet = part[part.index("<sheet ") : part.index("</sheets>")]
    return part.replace(sheet, sheet * (limits.SHEETS + 1))


DEEP = f"{'<row>' * 99}{'</row>' * 99}"
# Nothing that packs too well, which is another reason.
LONG = Random(9).randbytes((limits.LONGEST_TEXT + limits.MEBI) // 2).hex()  # noqa: S311 - no secret


@pytest.mark.parametrize(
    ("content", "fault", "words"),
    [
        pytest.param(GOOD[:-30], Fault.TRUNCATED, "list of contents", id="cut off"),
        pytest.param(b"PK\3\4", Fault.TRUNCATED, "list of contents", id="a beginning alone"),
        pytest.param(
            GOOD.replace(b"PK\1\2", b"PK\1\3", 1), Fault.DAMAGED, "contents", id="no member"
        ),
        pytest.param(
            GOOD.replace(b"PK\3\4", b"PK\3\5"), Fault.DAMAGED, "where the list", id="no beginning"
        ),
        pytest.param(
            with_part("xl/theme/theme1.xml", "<!DOCTYPE a><a/>"),
            *(Fault.DAMAGED, "theme1.xml: it holds a DOCTYPE"),
            id="a DOCTYPE in a part that nobody reads",
        ),
        pytest.param(
            with_part(SHEET, '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
            *(Fault.DAMAGED, "sheet1.xml: it holds a DOCTYPE"),
            id="an entity",
        ),
        pytest.param(of_rows(DEEP), Fault.DAMAGED, "nested too deeply", id="deep nesting"),
        pytest.param(
            of_rows(f'<row><c t="str"><v>{LONG}</v></c></row>'),
            *(Fault.TOO_LARGE, "a text in it is longer than 8 MB"),
            id="a long text",
        ),
        pytest.param(
            of_rows(f'<row spans="{LONG}"/>'),
            *(Fault.TOO_LARGE, "a text in it is longer than 8 MB"),
            id="a long attribute",
        ),
        pytest.param(with_part(BOOK, many_sheets()), Fault.TOO_LARGE, "1025 sheets", id="sheets"),
        pytest.param(
            without_part(SHEET), Fault.NO_SHEET, "sheet1.xml: the sheet is missing", id="no sheet"
        ),
        pytest.param(
            without_part("xl/_rels/workbook.xml.rels"),
            *(Fault.NO_SHEET, "the sheet is missing"),
            id="no relations",
        ),
        pytest.param(with_part(SHEET, "<a>"), Fault.DAMAGED, "the reader says", id="cut XML"),
        pytest.param(
            with_part(SHEET, '<?xml version="1.0" encoding="gbk"?><a/>'),
            *(Fault.DAMAGED, "multi-byte encodings"),
            id="an encoding of more than one byte",
        ),
        pytest.param(
            of_rows('<row r="1"><c r="A1" t="s"><v>3</v></c></row>'),
            *(Fault.DAMAGED, "a text that is not there"),
            id="a text that is not there",
        ),
        pytest.param(
            of_rows('<row r="1"><c r="ÄÖ1"><v>3</v></c></row>'),
            *(Fault.DAMAGED, "is no place of a cell"),
            id="no reference",
        ),
        pytest.param(
            of_rows('<row r="1"><c r="XFE1"><v>3</v></c></row>'),
            *(Fault.DAMAGED, "where no sheet has any"),
            id="beyond the last column",
        ),
    ],
)
def test_refuses(content: bytes, fault: Fault, words: str) -> None:
    found, said = refusal_of(content)

    assert found is fault
    assert words in said


def test_refuses_a_password() -> None:
    place = GOOD.index(b"PK\1\2") + 8
    content = GOOD[:place] + b"\1" + GOOD[place + 1 :]

    assert refusal_of(content) == (Fault.ENCRYPTED, "")


def test_refuses_what_does_not_match_its_checksum() -> None:
    place = GOOD.index(b"PK\1\2") + 16
    content = GOOD[:place] + b"\0\0\0\0" + GOOD[place + 4 :]

    assert refusal_of(content)[1].endswith("its size or checksum in the contents")


def test_refuses_what_unpacks_to_more_than_announced() -> None:
    place = GOOD.index(b"PK\1\2") + 24
    content = GOOD[:place] + b"\1\0\0\0" + GOOD[place + 4 :]

    assert refusal_of(content)[1].endswith("its size or checksum in the contents")


def test_counts_cells_and_merges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CELLS", 1)
    monkeypatch.setattr(limits, "MERGES", 1)
    cells = of_rows('<row><c t="b"><v>1</v></c><c><v>1</v></c></row><row/>')
    merges = make_excel(
        ROW, after='<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>'
    )

    assert [refusal_of(one)[0] for one in (cells, merges)] == [Fault.TOO_LARGE] * 2


def test_counts_shared_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "STRINGS", 1)
    strings = "<si><t>a</t></si><si><t>b</t></si>"
    content = make_zip(excel_parts(sheet_part(ROW), strings=strings))

    assert refusal_of(content) == (Fault.TOO_LARGE, "too many texts in the list that cells share")


def test_takes_no_longer_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", -process_time())
    content = with_part(SHEET, "<a>" + "<b>12</b>" * (limits.MEBI // 2) + "</a>")

    assert refusal_of(content)[1].startswith("reading took more than")


@settings(deadline=None, max_examples=200)
@given(at=st.integers(0, len(GOOD) - 1), put=st.binary(max_size=4), drop=st.integers(0, 9))
def test_refuses_or_reads_whatever_is_changed(at: int, put: bytes, drop: int) -> None:
    content = GOOD[:at] + put + GOOD[at + drop :]

    with suppress(Refusal):
        read(content)
