"""Sheets cast in a mould, beside the same sheets read one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statlint.dataclass import replace
from statlint.values.limits import USUAL, Limits
from statlint.workbook.cells import Cells
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Workbook
from statlint.workbook.sheets.known import KNOWN
from statlint.workbook.sheets.moulds import MOULDS
from statlint.workbook.sheets.read import open_sheets, read_sheets
from unit.workbook.packages import excel_parts, make_zip, sheet_part

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "<si><t>合计</t></si><si><t>其中</t></si><si><r><t>一</t></r></si><si><t/></si>"
STYLES = (
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="2"/>'
    '<xf numFmtId="9"><alignment indent="2"/></xf></cellXfs>'
)
ROWS = (
    '<row r="1" ht="20"><c r="A1" t="inlineStr"><is><t>安平县2024年统计表</t></is></c>'
    '<c r="B1" t="s"><v>0</v></c><c r="C1" t="s" s="3"><v>1</v></c></row>\n'
    '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>12</v></c><c r="C2" s="2"><v>3.50</v></c>'
    '<c r="D2" s="1"><v>45000</v></c><c r="E2" t="b"><v>1</v></c></row>'
    '<row r="3" hidden="1"><c r="A3" t="str"><v>小计</v></c><c r="B3" t="n"><v>7</v></c>'
    '<c r="C3"><f>B2+B3</f><v>19</v></c><c r="D3" t="str"><f>A3</f><v>小计</v></c>'
    '<c r="E3" t="e"><v>#REF!</v></c><c r="F3" s="3"><v>0</v></c></row>'
    '<row r="4"><c r="A4" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>'
    '<c r="B4"><v>0.30000000000000004</v></c><c r="C4"><f t="shared" ref="C4:C5" si="0">B4*2</f>'
    '<v>1</v></c></row><row r="5"><c r="B5"><v>-5</v></c><c r="C5"><f t="shared" si="0"/><v>2</v>'
    '</c><c r="D5" t="d"><v>2024-01-01</v></c></row>'
)
AFTER = (
    '<mergeCells count="1"><mergeCell ref="A1:A1"/></mergeCells>'
    '<ignoredErrors><ignoredError sqref="B2" numberStoredAsText="1"/></ignoredErrors>'
)
TEXTS = st.sampled_from(
    [
        *("0", "7", "12", "999999999999999", "1234567890123456", "007", "-0", "-3", " 5 ", "3.8"),
        *("0.1", "5.0", "1E3", "0.30000000000000004", "12345.678900000001", "NaN", "1,000", "壹"),
        *("小计", "安平县", " 甲 ", "%s", "50%", "a_x0041_b", "_x", "a&amp;b", "&#65;", "x" * 300),
        *(
            "2024-01-01",
            "1",
            "\n",
            "\t",
            "a\nb",
            "\x0b",
            "\ufffe",
            "染3",
            "900000000000003",
            "1\x1e2",
        ),
    ]
)
CHANGES = st.one_of(
    st.tuples(st.just("text"), st.integers(0, 40), TEXTS),
    st.tuples(
        st.just("attribute"), st.integers(0, 60), st.sampled_from(["0", "1", "s", "str", "n"])
    ),
    st.tuples(st.just("sign"), st.integers(0, 2_500), st.sampled_from("<>&/0a \"'")),
    st.tuples(st.just("cut"), st.integers(0, 2_500), st.just("")),
)
BOOKS = st.lists(
    st.tuples(
        st.lists(CHANGES, max_size=3),
        st.sampled_from(["", "styles", "strings", "few strings", "1904", "limits"]),
    ),
    min_size=1,
    max_size=6,
)


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    forget()
    yield
    forget()


def forget() -> None:
    """Begin as a process that has read nothing."""
    KNOWN.clear()
    MOULDS.clear()


def changed(sheet: str, changes: list[tuple[str, int, str]]) -> str:
    """Change one text, attribute or sign after the other."""
    for what, at, by in changes:
        pattern = {"text": r">[^<>]+(?=</)", "attribute": r'"[^"]*(?=")'}.get(what)
        if pattern is None:
            sheet = sheet[:at] + by + sheet[at + 1 :]
            continue
        found = list(re.finditer(pattern, sheet))
        one = found[at % len(found)] if found else None
        if one is not None:
            sheet = sheet[: one.start() + 1] + by + sheet[one.end() :]
    return sheet


def book(changes: list[tuple[str, int, str]] = [], what: str = "") -> bytes:  # noqa: B006
    """Make a workbook."""
    styles = STYLES.replace('numFmtId="2"', 'numFmtId="14"') if what == "styles" else STYLES
    strings = {"strings": STRINGS.replace("其中", ""), "few strings": "<si><t>一</t></si>"}
    parts = excel_parts(
        changed(sheet_part(ROWS, after=AFTER), changes),
        styles=styles,
        strings=strings.get(what, STRINGS),
    )
    if what == "1904":
        plain = str(parts["xl/workbook.xml"])
        parts["xl/workbook.xml"] = plain.replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    return make_zip(parts)


def read(content: bytes, limits: Limits = USUAL) -> Workbook | tuple[object, ...]:
    """Read a workbook; of one that is refused, say why."""
    try:
        parts = open_sheets(content, limits)
        assert parts is not None
        return read_sheets(parts)
    except Refusal as refusal:
        return refusal.args


def alone(content: bytes, limits: Limits = USUAL) -> Workbook | tuple[object, ...]:
    """Read a workbook as the first of all."""
    forget()
    return read(content, limits)


def cells_of(found: Workbook | tuple[object, ...]) -> Cells:
    """Give the cells of the first sheet."""
    assert isinstance(found, Workbook)
    cells = found.sheets[0].cells
    assert isinstance(cells, Cells)
    return cells


def test_the_fourth_copy_is_cast() -> None:
    other = book([("text", 0, "太平县2024年统计表"), ("text", 4, "13"), ("text", 5, "4")])
    expected = [alone(one) for one in (book(), other)]
    forget()
    found = [read(one) for one in (book(), book(), book(), book(), other)]
    assert found == [*[expected[0]] * 4, expected[1]]
    casts = [cells_of(one).of_mould for one in found]
    assert casts[:3] == [None, None, None]
    assert casts[3] is not None
    assert casts[4] is not None
    assert casts[3].mould is casts[4].mould
    assert casts[3].figures == ("12", "3.5", "7", "19", "0", "0.3", "1", "-5", "2")
    assert casts[3].words == ("安平县2024年统计表", "小计", "合计", "其中", "一")
    assert casts[4].words == ("太平县2024年统计表", "小计", "合计", "其中", "一")


def test_whole_figures_are_given_as_they_are_kept() -> None:
    plain = [("text", at, "12") for at in (5, 18, 21)]
    casts = [cells_of(read(book([*plain, ("text", 4, figure)]))).of_mould for figure in "1234"]
    assert casts[3] is not None
    assert casts[3].figures == ("4", "12", "7", "19", "0", "12", "1", "12", "2")
    huge = cells_of(read(book([*plain, ("text", 4, "1E30")]))).of_mould
    assert huge is not None
    assert huge.figures is None


@settings(max_examples=150)
@given(BOOKS)
def test_casts_say_what_their_sheets_do(
    books: list[tuple[list[tuple[str, int, str]], str]],
) -> None:
    made = [
        (book(changes, what), replace(USUAL, text_length=8) if what == "limits" else USUAL)
        for changes, what in books
    ]
    expected = [alone(*one) for one in made]
    forget()
    for _ in range(3):
        read(book())
    for _ in range(3):
        assert [read(*one) for one in made] == expected


def test_a_part_that_comes_again_is_refused_again() -> None:
    unsafe = excel_parts(sheet_part(ROWS))
    unsafe["xl/theme/theme1.xml"] = '<?xml version="1.0"?><!DOCTYPE a><a/>'
    broken = excel_parts(sheet_part(ROWS), styles="<a>")
    for parts in (unsafe, broken):
        refusals = [read(make_zip(parts)) for _ in range(3)]
        assert isinstance(refusals[0], tuple)
        assert refusals == [refusals[0]] * 3


def test_what_a_part_refers_to_goes_by_its_own_place() -> None:
    parts = excel_parts(sheet_part(ROWS), strings=STRINGS, styles=STYLES)
    moved = {name.replace("xl/", "yl/"): part for name, part in parts.items()}
    for name in ("[Content_Types].xml", "_rels/.rels"):
        moved[name] = str(parts[name]).replace("xl/workbook", "yl/workbook").replace("/xl/", "/yl/")
    expected = [alone(make_zip(one)) for one in (parts, moved)]
    forget()
    assert [read(make_zip(one)) for one in (parts, moved) * 3] == expected * 3


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1" t="s"><f>B1</f><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
        '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A1"><v>1000003</v></c><c r="B1" t="str"><v>1000003</v></c></row>',
        '<row r="1"><c r="A1" t="str"><f>B1</f><v>12</v></c><c r="B1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v><v>2</v></c><c r="B1"><v>3</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><!-- <c r="B1"><v>3</v></c> --></row>',
        '<row r="1"><c r="A1"><v><![CDATA[1]]></v></c><c r="B1"><v>3</v></c></row>',
    ],
)
def test_odd_sheets_say_the_same_each_time(rows: str) -> None:
    made = [
        make_zip(excel_parts(sheet_part(rows.replace(">1<", f">{one}<")), strings=STRINGS))
        for one in (0, 1, 2, 3, 1)
    ]
    expected = [alone(one) for one in made]
    forget()
    assert [read(one) for one in made * 2] == expected * 2


def test_other_encodings_and_long_sheets_are_read_one_by_one() -> None:
    for sheet in (
        sheet_part(ROWS).replace("UTF-8", "GBK").encode("gbk"),
        sheet_part(ROWS).replace("UTF-8", "UTF-16").encode("utf-16"),
        sheet_part(ROWS, after=" " * 300_000).encode(),
    ):
        parts = {**excel_parts("", strings=STRINGS, styles=STYLES), SHEET: sheet}
        found = [read(make_zip(parts)) for _ in range(4)]
        assert found == [found[0]] * 4
    assert not MOULDS


def test_little_is_kept() -> None:
    for number in range(100):
        rows = "".join(
            f'<row r="{at + 1}"><c r="A{at + 1}"><v>1</v></c></row>' for at in range(number)
        )
        for _ in range(3):
            read(make_zip(excel_parts(sheet_part(rows), styles=f"<!-- {number} -->")))
    assert len(MOULDS) == 16
    assert len(KNOWN) == 64
