"""Rows that are taken as text, beside the same rows read by expat."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.workbook.engines.stored import Refusal
from unit.workbook.packages import excel_parts, make_zip, sheet_part
from unit.workbook.two_readers import read_own

SUBMISSIONS = Path(__file__).parents[3] / "fixtures" / "submissions"
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = (
    "<si><t>合计</t></si><si><t/></si><si><r><t>一</t></r></si><si><t>&#21512;_x0041_</t></si>"
)
STYLES = (
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"><alignment indent="2"/></xf>'
    '<xf numFmtId="2"/></cellXfs>'
)
CELLS = st.sampled_from(
    [
        *("<c r='A{n}'/>", '<c r="A{n}"/>', '<c r="A{n}" s="1"/>', '<c r="B{n}"><v>12</v></c>'),
        *('<c r="B{n}" s="2"><v>{n}.50</v></c>', '<c r="C{n}" s="1"><v>4{n}</v></c>'),
        *('<c r="C{n}" s="1"><v>-1</v></c>', '<c r="C{n}" s="1"><v>NaN</v></c>', "<c><v>7</v></c>"),
        *('<c r="D{n}" t="s"><v>0</v></c>', '<c r="D{n}" t="s" s="1"><v>3</v></c>'),
        *('<c r="D{n}" t="s"><v>1</v></c>', '<c r="D{n}" t="s"><v>9</v></c>', '<c r="b{n}"/>'),
        *('<c r="E{n}" t="b"><v>1</v></c>', '<c r="E{n}" t="e"><v>#REF!</v></c>', "\n  "),
        '<c r="E{n}" t="d"><v>2024-01-0{n}T00:00:00</v></c>',
        '<c r="F{n}" t="inlineStr"><is><t xml:space="preserve"> 镇{n} &amp; </t></is></c>',
        '<c r="F{n}" t="inlineStr" s="1"><is><t>&#x5408;_x000D_</t></is></c>',
        *(
            '<c r="F{n}" t="inlineStr"><is><t>a]]></t></is></c>',
            '<c r="F{n}"><is><t>b</t></is></c>',
        ),
        *('<c r="G{n}"><f>SUM(B{n}:C{n})</f><v>5</v></c>', '<c r="G{n}"><f>A{n}</f><v></v></c>'),
        *('<c r="G{n}"><f>A{n}</f></c>', '<c r="G{n}" t="str"><f>A{n}&amp;"x"</f><v/></c>'),
        *('<c r="G{n}" t="str"><v></v></c>', '<c r="G{n}" t="str"><f>A{n}</f><v>x</v></c>'),
        '<c r="H{n}"><f t="shared" ref="H1:H9" si="0">B{n}*2</f><v>2</v></c>',
        *('<c r="H{n}"><f t="shared" si="0"/><v>3</v></c>', '<c r="H{n}" q="1"><v>1</v></c>'),
        '<c r="I{n}"><f t="array" ref="I{n}:J9">A1:B2</f><v>3</v></c>',
        *('<c r="J{n}"><v>1</v></c>', '<c r="J1"><v>{n}</v></c>', '<c r="J{n}"><v>&bad;</v></c>'),
        *(
            '<c r="F{n}" t="str"><v>&#x1{n}1111111111;</v></c>',
            '<c r="F{n}" t="str"><v>&#0;</v></c>',
        ),
        *('<c r="K{n}"><v>1</v><extLst/></c>', "<!-- <c/> -->", '<c r="K{n}" s="1" s="1"/>', "odd"),
    ]
)
SAYS = st.sampled_from(
    ["", ' spans="1:9"', ' hidden="1"', ' ht="0"', ' ht="x"', ' odd="1"', ' x:y="1"', ' r="2"']
)
ROWS = st.lists(
    st.tuples(SAYS, st.lists(CELLS, max_size=5), st.sampled_from([1, 2, 70]), st.booleans()),
    max_size=4,
)


def written(rows: list[tuple[str, list[str], int, bool]]) -> str:
    """Write rows, each as often as it says."""
    parts, number = [], 0
    for says, cells, times, numbered in rows:
        for _ in range(times):
            number += 1
            place = f' r="{number}"' if numbered else ""
            inside = "".join(cells).replace("{n}", str(number))
            parts.append(f"<row{place}{says}>{inside}</row>")
    return "".join(parts)


def book_of(sheet: str | bytes) -> bytes:
    """Make a workbook of the part of a sheet."""
    parts = excel_parts("", styles=STYLES, strings=STRINGS)
    return make_zip({**parts, SHEET: sheet})


@given(rows=ROWS)
def test_agrees_with_expat_on_rows(rows: list[tuple[str, list[str], int, bool]]) -> None:
    with suppress(Refusal):
        read_own(book_of(sheet_part(written(rows))))


@given(
    at=st.integers(0, 10**6),
    put=st.sampled_from(
        [
            *("<", ">", "/", '"', "&", "]]>", "<!--", "-->", "<![CDATA[", "]]>", "<?a?>", "\r\n"),
            *("</row>", "<row>", "<c>", "</c>", "<v>", "</v>", "<f>", "</sheetData>", "\0", "\x1f"),
            *("&#10;", "&#0;", "&lt;", "\ud7ff", "\uffff", " ", 'r="', "<is>", "</t>", "é", "x:"),
        ]
    ),
    drop=st.integers(0, 30),
)
def test_agrees_with_expat_on_damage(at: int, put: str, drop: int) -> None:
    path = SUBMISSIONS / "suqian-2024.xlsx"
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = min(one for one in parts if one.startswith("xl/worksheets/sheet"))
    sheet = parts[name].decode()
    at %= len(sheet)
    changed = sheet[:at] + put + sheet[at + drop :]

    with suppress(Refusal):
        read_own(make_zip({**parts, name: changed.encode()}))


@pytest.mark.parametrize(
    "sheet",
    [
        sheet_part('<row r="1"><c r="A1"><v>1</v></c></row>', before="<!-- <row> -->"),
        sheet_part('<row r="1"><c r="A1"><v>1</v></c></row><!-- <row r="2"></row> -->'),
        sheet_part('<row r="1"><c r="A1"><v>1</v></c></row ><row r="2"><c r="A2"/></row>'),
        sheet_part('<row r="1"><c r="A1"><v>1</v></c></row>').replace("UTF-8", "ISO-8859-1"),
        sheet_part('<row r="1"><c r="A1" t="str"><v>\u00fc</v></c></row>').encode("utf-8-sig"),
        sheet_part('<row r="1"><c r="A1"><v>1</v></c></row>').replace(
            "<sheetData", "<sheetData a=''"
        ),
        sheet_part(
            '<row r="9"><c r="B9"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>'
        ),
    ],
    ids=["comment before", "comment", "blank in a tag", "encoding", "mark", "says", "order"],
)
def test_agrees_with_expat_on_odd_parts(sheet: str | bytes) -> None:
    assert len(read_own(book_of(sheet)).sheets[0].cells) > 0
