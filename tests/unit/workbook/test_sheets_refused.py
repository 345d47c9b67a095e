"""Hostile and broken workbooks of the xlsx family: each is refused, within its bounds."""

from __future__ import annotations

from contextlib import suppress
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statlint.values.limits import USUAL, Limits
from statlint.workbook import Fault
from statlint.workbook.engines.limits import MEBI
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.sheets.read import open_sheets, read_sheets
from unit.workbook.packages import excel_parts, make_excel, make_zip, sheet_part

ROW = '<row r="1"><c r="A1"><v>12</v></c></row>'
GOOD = make_excel(ROW)
SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BOOK = "xl/workbook.xml"


def refusal_of(content: bytes, limits: Limits = USUAL) -> tuple[Fault, str]:
    """Give the fault of a workbook and its words."""
    with pytest.raises(Refusal) as caught:
        read(content, limits)
    detail = caught.value.detail
    return caught.value.fault, detail.en if detail else ""


def read(content: bytes, limits: Limits = USUAL) -> None:
    """Read a workbook, if it is one."""
    parts = open_sheets(content, limits)
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
    return part.replace(sheet, sheet * (USUAL.sheets + 1))


DEEP = f"{'<row>' * 99}{'</row>' * 99}"
# Nothing that packs too well, which is another reason.
LONG = Random(9).randbytes((USUAL.text_length + MEBI) // 2).hex()  # noqa: S311 - no secret


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
            *(Fault.UNSAFE, "theme1.xml: it holds a DOCTYPE"),
            id="a DOCTYPE in a part that nobody reads",
        ),
        pytest.param(
            with_part(SHEET, '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
            *(Fault.UNSAFE, "sheet1.xml: it holds a DOCTYPE"),
            id="an entity",
        ),
        pytest.param(of_rows(DEEP), Fault.TOO_LARGE, "nested 65 deep", id="deep nesting"),
        pytest.param(
            of_rows(f'<row><c t="str"><v>{LONG}</v></c></row>'),
            *(Fault.TOO_LARGE, "characters, limit 8,388,608, setting limits.text-length"),
            id="a long text",
        ),
        pytest.param(
            of_rows(f'<row spans="{LONG}"/>'),
            *(Fault.TOO_LARGE, "characters, limit 8,388,608, setting limits.text-length"),
            id="a long attribute",
        ),
        pytest.param(with_part(BOOK, many_sheets()), Fault.TOO_LARGE, "1,025 sheets", id="sheets"),
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


def test_counts_cells_and_merges() -> None:
    cells = of_rows('<row><c t="b"><v>1</v></c><c><v>1</v></c></row><row/>')
    merges = make_excel(
        ROW, after='<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>'
    )

    assert [refusal_of(one, Limits(cells=1, merges=1)) for one in (cells, merges)] == [
        (Fault.TOO_LARGE, "2 cells in one sheet, limit 1, setting limits.cells"),
        (Fault.TOO_LARGE, "2 merged ranges in one sheet, limit 1, setting limits.merges"),
    ]


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(texts=1), "2 texts that cells share, limit 1, setting limits.texts"),
        (Limits(texts_length=3), "shared texts of 4 characters, limit 3"),
        (Limits(styles=2), "3 formats of cells, limit 2, setting limits.styles"),
    ],
    ids=["texts", "signs of texts", "styles"],
)
def test_counts_texts_and_styles(limits: Limits, words: str) -> None:
    strings = "<si><t>ab</t></si><si><t>cd</t></si>"
    styles = f"<cellXfs>{'<xf/>' * 3}</cellXfs>"
    content = make_zip(excel_parts(sheet_part(ROW), strings=strings, styles=styles))

    fault, said = refusal_of(content, limits)

    assert fault is Fault.TOO_LARGE
    assert said.startswith(words)


def test_counts_what_cells_share() -> None:
    formula = "+".join(["A1"] * 50)
    first = f'<row r="1"><c r="B1"><f t="shared" si="0" ref="B1:B9">{formula}</f></c></row>'
    others = '<row r="{}"><c r="B{}"><f t="shared" si="0"/></c></row>'
    rows = first + "".join(others.format(row, row) for row in range(2, 10))

    assert refusal_of(of_rows(rows), Limits(texts_length=500)) == (
        Fault.TOO_LARGE,
        "shared texts of 600 characters, limit 500, setting limits.texts-length",
    )


@pytest.mark.parametrize(
    "row",
    [
        pytest.param('<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row>', id="as ever"),
        pytest.param("<row><c><v>1</v></c><c/><c><v>2</v></c></row>", id="without places"),
    ],
)
def test_counts_columns(row: str) -> None:
    refused = refusal_of(of_rows(row), Limits(columns=2))
    read(of_rows(row), Limits(columns=3))

    assert refused == (Fault.TOO_LARGE, "3 columns, limit 2, setting limits.columns")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            of_rows('<row r="1"><c r="A1" t="str"><v>合计数</v></c></row>'), id="in the cell"
        ),
        pytest.param(
            with_part("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}"><si><t>合计数</t></si></sst>'),
            id="shared",
        ),
    ],
)
def test_measures_texts_however_short_the_file(content: bytes) -> None:
    refused = refusal_of(content, Limits(text_length=2))
    read(content, Limits(text_length=3))

    assert refused[0] is Fault.TOO_LARGE
    assert "a text of 3 characters, limit 2, setting limits.text-length" in refused[1]


def test_takes_no_longer_than_allowed() -> None:
    content = with_part(SHEET, "<a>" + "<b>12</b>" * (MEBI // 2) + "</a>")

    assert "s of processor time" in refusal_of(content, Limits(seconds=0))[1]


@settings(deadline=None, max_examples=200)
@given(at=st.integers(0, len(GOOD) - 1), put=st.binary(max_size=4), drop=st.integers(0, 9))
def test_refuses_or_reads_whatever_is_changed(at: int, put: bytes, drop: int) -> None:
    content = GOOD[:at] + put + GOOD[at + drop :]

    with suppress(Refusal):
        read(content)
