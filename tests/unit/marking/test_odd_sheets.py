"""Sheets that lack what is marked in them, or have more than one would think."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from marked import GROWN, OURS, a_mark, changed, marked, parts_of, told_of
from statlint.finding import Severity
from statlint.marking import Told
from statlint.values import CellRange
from unit.marking.odd_books import (
    ALL,
    MARKS,
    RED,
    ROWS,
    SHEET,
    Parts,
    notes,
    opened,
    parts,
    tints,
)
from unit.workbook.packages import make_zip


def placeless(made: Parts) -> Parts:
    """Leave out where rows and cells stand; the rows are 1 and 2, the cells the first in them."""
    return {**made, SHEET: re.sub(r' r="\w+"', "", str(made[SHEET]))}


def test_cells_without_places_are_counted() -> None:
    content = make_zip(placeless(parts()))

    copy = marked(content, a_mark("A1", "x", "表三"), a_mark("B1", "y", "表三"), MARKS[1])

    sheet = parts_of(copy)[SHEET].decode()
    assert re.findall("<row>.*?</row>", sheet) == [
        '<row><c s="2"><v>1</v></c><c s="2" t="inlineStr"><is><t>甲</t></is></c></row>',
        '<row><c><v>2</v></c><c r="C2" s="2"/></row>',
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            '<row r="2" spans="2:3" s="1" customFormat="1"/>',
            '<row r="2" spans="1:3" s="1" customFormat="1"><c r="A2" s="2"/></row>',
        ),
        (
            '<row r="2" spans="1:3" s="1"></row>',
            '<row r="2" spans="1:3" s="1"><c r="A2" s="3"/></row>',
        ),
        (
            "<row r='2'><c r='A2' s='1'><f>B2</f></c></row>",
            "<row r='2'><c r='A2' s='2'><f>B2</f></c></row>",
        ),
        ('<row r="3"/>', '<row r="2"><c r="A2" s="3"/></row><row r="3"/>'),
        ("", '<row r="2"><c r="A2" s="3"/></row>'),
        (
            '<row r="2"><c r="A2" s="77"/></row>',
            '<row r="2"><c r="A2" s="4"/></row>',
        ),
    ],
)
def test_cells_that_are_not_there_look_as_their_row_or_column_does(
    rows: str, expected: str
) -> None:
    columns = '<cols><col min="1" max="1" width="9" style="0"/></cols>'

    copy = marked(make_zip(parts(rows, before=columns)), a_mark("A2", "x", "表三"))

    sheet = parts_of(copy)[SHEET].decode()
    written = sheet.partition("<sheetData>")[2].partition("</sheetData>")[0]
    assert re.sub(r's="\d+"', "s", written) == re.sub(r's="\d+"', "s", expected)
    formats = [
        (one.number_format, one.fill.fgColor.rgb)
        for one in [load_workbook(BytesIO(copy)).worksheets[1]["A2"]]
    ]
    percent = "customFormat" in rows or "s='1'" in rows
    assert formats == [("0.00%" if percent else "General", RED)]


def test_a_column_gives_its_format() -> None:
    columns = '<cols><col min="2" max="5" style="1" hidden="1"/></cols>'

    copy = marked(make_zip(parts(before=columns)), a_mark("C9", "x", "表三"))

    assert load_workbook(BytesIO(copy)).worksheets[1]["C9"].number_format == "0.00%"


def test_a_sheet_without_rows_gets_them() -> None:
    made = parts()
    made[SHEET] = str(made[SHEET]).replace(f"<sheetData>{ROWS}</sheetData>", "<sheetData />")

    assert tints(marked(make_zip(made), *MARKS)) == ALL


def test_a_sheet_that_has_no_place_for_rows_stays_as_it_is() -> None:
    made = parts()
    made[SHEET] = str(made[SHEET]).replace(f"<sheetData>{ROWS}</sheetData>", "")

    content = make_zip(made)

    assert changed(content, marked(content, *MARKS))[1] == OURS


def test_marks_of_merged_cells_stand_where_they_are_seen() -> None:
    after = '<mergeCells><mergeCell ref="B2:D4"/><mergeCell ref="F9:G9"/></mergeCells>'
    marks = (
        a_mark("C3", "first", "表三", Severity.WARNING),
        a_mark("D4", "second", "表三"),
        a_mark("E4", "beside", "表三"),
        a_mark("F9", "single", "表三"),
    )

    copy = marked(make_zip(parts(after=after)), *marks)

    assert tints(copy) == {"B2": RED, "E4": RED, "F9": RED}
    assert notes(copy) == {"B2": "first\n\nsecond", "E4": "beside", "F9": "single"}
    assert opened(copy).sheets[1].merges == (
        CellRange.parse("B2:D4"),
        CellRange.parse("F9:G9"),
    )


def test_beyond_500_notes_cells_have_a_tint_alone() -> None:
    marks = [a_mark(f"A{row}", "x", "表三") for row in range(1, 602)]
    content = make_zip(parts())

    assert told_of(content, *marks) == Told(unnoted=101)
    copy = marked(content, *marks)
    assert (len(tints(copy)), len(notes(copy))) == (601, 500)


def test_a_second_mark_of_a_cell_is_told_in_the_same_note() -> None:
    content = make_zip(parts())

    copy = marked(content, a_mark("A1", "x", "表三"), a_mark("A1", "y", "表三"))

    assert notes(copy) == {"A1": "x\n\ny"}


def test_a_sheet_of_our_name_that_is_there_already_keeps_it() -> None:
    made = parts()
    made["xl/workbook.xml"] = str(made["xl/workbook.xml"]).replace("表三", "REVIEW")
    made["xl/worksheets/statlint_review.xml"] = "<x/>"

    copy = marked(make_zip(made), a_mark("A1", "x", "REVIEW"))

    assert [sheet.name for sheet in opened(copy).sheets] == ["Review1", "REVIEW"]
    assert parts_of(copy)["xl/worksheets/statlint_review.xml"] == b"<x/>"


def test_names_of_sheets_are_quoted_in_links() -> None:
    made = parts()
    made["xl/workbook.xml"] = str(made["xl/workbook.xml"]).replace("表三", "a'b &lt;c&gt; &quot;!")

    copy = marked(make_zip(made), a_mark("B2", "x", "a'b <c> \"!"))

    link = load_workbook(BytesIO(copy)).worksheets[0]["D6"].hyperlink
    assert link.location == "'a''b <c> \"!'!B2"
    assert tints(copy) == {"B2": RED}


def test_texts_never_become_formulas_or_markup() -> None:
    note = "=1+1 <b>&amp;</b> ]]> \x00\x0b\ud800\r\n_x0041_"

    copy = marked(make_zip(parts()), a_mark("B2", note, "表三"))

    shown = note.replace("\x00", "\ufffd").replace("\x0b", "\ufffd").replace("\ud800", "\ufffd")
    texts = {cell.text for cell in opened(copy).sheets[0].cells}
    assert shown in texts
    assert [cell.formula for cell in opened(copy).sheets[0].cells if cell.formula] == []


def test_windows_and_names_that_are_there_are_kept() -> None:
    made = parts()
    made["xl/workbook.xml"] = (
        str(made["xl/workbook.xml"])
        .replace(
            "<sheets>",
            '<bookViews><workbookView activeTab="3"/><workbookView/></bookViews><sheets>',
        )
        .replace("</sheets>", "</sheets><calcPr/>")
    )

    book = parts_of(marked(make_zip(made)))["xl/workbook.xml"].decode()

    assert '<workbookView activeTab="0"/><workbookView/>' in book
    assert re.search("</sheets><definedNames>.*</definedNames><calcPr/>", book)
    sheet = parts_of(marked(make_zip(made)))["xl/worksheets/statlint_review.xml"].decode()
    assert re.findall(r'workbookViewId="(\d)"', sheet) == ["0", "1"]


def test_a_marked_copy_that_is_marked_again_has_one_name_for_its_first_table() -> None:
    again = marked(marked(make_zip(parts()), *MARKS), *MARKS)

    names = [one.text for one in opened(again).names if one.name == "statlint_review"]
    assert names == ["'Review'!$A$5:$J$10"]


def test_drawings_of_notes_stand_before_what_follows_them() -> None:
    after = '<pageMargins left="1"/><drawing r:id="rId9"/><mc:AlternateContent><a><tableParts/></a>'
    after += "</mc:AlternateContent><extLst/>"
    made = parts(after=after)
    spaces = 'xmlns:r="urn:r" xmlns:mc="urn:mc" xmlns='
    made[SHEET] = str(made[SHEET]).replace("xmlns=", spaces, 1)

    sheet = parts_of(marked(make_zip(made), *MARKS))[SHEET].decode()

    found = re.search(r'<drawing r:id="rId9"/><legacyDrawing [^>]*/><mc:AlternateContent>', sheet)
    assert found is not None


def test_a_sheet_that_says_that_it_is_not_selected_stays_byte_for_byte() -> None:
    content = make_zip(parts(before='<sheetViews><sheetView tabSelected="false"/></sheetViews>'))

    assert changed(content, marked(content))[2] == GROWN
