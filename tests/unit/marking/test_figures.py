"""Figures of the first sheet: numbers that look as they are printed, wherever they are exact."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from marked import a_cover, a_mark, parts_of
from statlint.dataclass import replace
from statlint.marking import Cover, Told, mark
from statlint.marking.cover import number_code
from unit.marking.odd_books import STYLES, parts
from unit.workbook.packages import make_zip

MARK = a_mark("B2", sheet="表三")


def figures(*texts: str, styles: str = STYLES) -> list[tuple[object, str]]:
    """Give what stands in the cells of figures, and how it is shown."""

    def cover(told: Told) -> Cover:
        made = a_cover([MARK], told)
        rows = [replace(made.rows[0], left=one, right="", difference="") for one in texts]
        return replace(made, rows=rows)

    copy = mark(make_zip(parts(styles=styles)), [MARK], cover)
    sheet = load_workbook(BytesIO(copy)).worksheets[0]
    last = sheet.max_row - len(texts)
    cells = (sheet.cell(last + at, 5) for at in range(1, len(texts) + 1))
    return [(cell.value, cell.number_format) for cell in cells]


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("124", 124, "0"),
        ("-3", -3, "0"),
        ("0", 0, "0"),
        ("12.50", 12.5, "0.00"),
        ("-0.125", -0.125, "0.000"),
        ("1,234,567", 1234567, "#,##0"),
        ("1,234.5", 1234.5, "#,##0.0"),
        ("123456789012345", 123456789012345, "0"),
        ("1234567890123456", "1234567890123456", "@"),
        ("00", "00", "@"),
        ("-0", "-0", "@"),
        ("-0.0", "-0.0", "@"),
        ("12.5%", "12.5%", "@"),
        ("1,23", "1,23", "@"),
        ("1e3", "1e3", "@"),
        ("=1+1", "=1+1", "@"),
        ("１２", "１２", "@"),
        ("约12", "约12", "@"),
    ],
)
def test_a_figure_is_a_number_where_a_number_shows_it(text: str, value: object, shown: str) -> None:
    assert figures(text) == [(value, shown)]


def test_each_format_comes_once_beside_those_of_the_workbook() -> None:
    own = '<numFmts count="1"><numFmt numFmtId="170" formatCode="0&quot;件&quot;"/></numFmts>'
    with_own = re.sub("(<styleSheet[^>]*>|^)", rf"\1{own}", STYLES, count=1)

    found = figures("1.5", "2.5", "1.125", "7", styles=with_own)

    assert found == [(1.5, "0.0"), (2.5, "0.0"), (1.125, "0.000"), (7, "0")]


@given(figure=st.decimals(allow_nan=False, allow_infinity=False, places=3), grouped=st.booleans())
def test_what_is_a_number_is_printed_as_it_was(figure: object, *, grouped: bool) -> None:
    text = f"{figure:,f}" if grouped else f"{figure:f}"
    code = number_code(text)

    if code is not None:
        value = float(text.replace(",", ""))
        decimals = len(code.partition(".")[2])
        comma = "," if "," in code else ""
        assert f"{value:{comma}.{decimals}f}" == text


def test_a_workbook_without_room_for_more_formats_keeps_texts() -> None:
    many = f'<cellXfs count="65476">{"<xf/>" * 65476}</cellXfs>'
    styles = re.sub("<cellXfs.*</cellXfs>", many, STYLES)

    def cover(told: Told) -> Cover:
        return a_cover([MARK], told)

    copy = mark(make_zip(parts(styles=styles)), [MARK], cover)

    assert b"<v>" not in parts_of(copy)["xl/worksheets/statlint_review.xml"]
