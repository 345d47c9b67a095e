"""Workbooks that are put together otherwise than Excel does: marks reach them all the same."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from openpyxl import load_workbook

from marked import OURS, a_mark, changed, marked, packed, parts_of, told_of
from statlint.finding import Severity
from statlint.marking import Told, mark_nothing
from statlint.values import CellRange
from statlint.workbook import Workbook, open_workbook
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault
from unit.workbook.packages import excel_parts, make_compound, make_zip, sheet_part

SHEET = "xl/worksheets/sheet1.xml"
ROWS = (
    '<row r="2"><c r="B2"><v>1</v></c><c r="D2" t="inlineStr"><is><t>甲</t></is></c></row>'
    '<row r="4"><c r="A4"><v>2</v></c></row>'
)
STYLES = (
    '<fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    '<cellStyleXfs><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/>'
    '<xf numFmtId="10" fillId="0" applyFill="0"><alignment horizontal="right"/></xf></cellXfs>'
    '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
)
MARKS = tuple(a_mark(cell, f"of {cell}", "表三") for cell in ("B2", "C2", "A3", "A4", "F9"))
Parts = dict[str, str | bytes]


def parts(rows: str = ROWS, *, before: str = "", after: str = "", styles: str = STYLES) -> Parts:
    """Give the parts of a workbook with one sheet."""
    return excel_parts(sheet_part(rows, before=before, after=after), styles=styles)


def opened(content: bytes) -> Workbook:
    """Read a workbook with the reader that checks."""
    opening = open_workbook("a.xlsx", content)
    assert opening.workbook is not None, opening.detail
    return opening.workbook


def tints(content: bytes, sheet: int = 1) -> dict[str, str]:
    """Give the colours of the cells that openpyxl sees filled."""
    book = load_workbook(BytesIO(content))
    return {
        cell.coordinate: cell.fill.fgColor.rgb
        for row in book.worksheets[sheet].iter_rows()
        for cell in row
        if cell.fill.patternType == "solid"
    }


def notes(content: bytes, sheet: int = 1) -> dict[str, str]:
    """Give the notes that openpyxl sees."""
    book = load_workbook(BytesIO(content))
    return {
        cell.coordinate: cell.comment.text
        for row in book.worksheets[sheet].iter_rows()
        for cell in row
        if cell.comment
    }


RED = "FFFFC7CE"
ALL = {str(one.cell): RED for one in MARKS}


def prefixed(made: Parts) -> Parts:
    """Write all elements of spreadsheets with a prefix."""
    found: Parts = {}
    for name, part in made.items():
        text = part if isinstance(part, str) else part.decode()
        if name.startswith("xl/") and not name.endswith(".rels"):
            text = re.sub(r"<(/?)(?=[A-Za-z])", r"<\1x:", text).replace("xmlns=", "xmlns:x=")
        found[name] = text
    return found


def wide(made: Parts) -> Parts:
    """Write all parts in UTF-16."""
    return {
        name: str(part).replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
        for name, part in made.items()
    }


def latin(made: Parts) -> Parts:
    """Write the sheet in an encoding that lacks most signs."""
    sheet = str(made[SHEET]).replace("UTF-8", "ISO-8859-1").replace("甲", "&#30002;")
    return {**made, SHEET: sheet.encode("latin-1")}


def strict(made: Parts) -> Parts:
    """Write a workbook in Strict OOXML."""
    spaces = (
        (
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        (
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    )
    found: Parts = {}
    for name, part in made.items():
        text = str(part)
        for one, other in spaces:
            text = text.replace(one, other)
        found[name] = text
    return found


def plain(made: Parts) -> Parts:
    """Leave a workbook as it is."""
    return made


def placeless(made: Parts) -> Parts:
    """Leave out where rows and cells stand; the rows are 1 and 2, the cells the first in them."""
    return {**made, SHEET: re.sub(r' r="\w+"', "", str(made[SHEET]))}


def asides(made: Parts) -> Parts:
    """Put in comments and bare texts that look like rows and cells."""
    sheet = str(made[SHEET])
    sheet = sheet.replace("<sheetData>", '<!-- <sheetData><row r="9"> --><sheetData>')
    sheet = sheet.replace('<row r="4">', '<!--</row><row r="3"><c r="A3"/>--><row r="4">')
    sheet = sheet.replace("<t>甲</t>", '<t><![CDATA[甲</row><row r="4"><c r="A4" s="9">]]></t>')
    return {**made, SHEET: sheet.replace("</sheetData>", "<!--</sheetData>--><?a b?></sheetData>")}


def moved(made: Parts) -> Parts:
    """Put the workbook's part at the top, and name other parts from there."""
    return {
        name.replace("xl/workbook.xml", "wb.xml")
        .replace("xl/_rels/workbook", "_rels/wb")
        .replace("xl/worksheets", "表"): str(part)
        .replace("xl/workbook.xml", "wb.xml")
        .replace("xl/worksheets", "表")
        .replace('Target="worksheets', 'Target="/表')
        for name, part in made.items()
    }


def unstyled(made: Parts) -> Parts:
    """Take the formats of cells away."""
    types = re.sub(
        r'<Override PartName="/xl/styles.xml"[^>]*>', "", str(made["[Content_Types].xml"])
    )
    left = {name: part for name, part in made.items() if name != "xl/styles.xml"}
    return {**left, "[Content_Types].xml": types}


@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
@pytest.mark.parametrize(
    "made", [plain, prefixed, wide, latin, strict, asides, unstyled], ids=lambda one: one.__name__
)
def test_all_marks_are_there_and_the_values_are_as_they_were(
    made: Callable[[Parts], Parts],
) -> None:
    content = make_zip(made(parts()))

    copy = marked(content, *MARKS)

    assert opened(copy).sheets[1] == opened(content).sheets[0]
    if made in {prefixed, strict}:
        # openpyxl reads neither.
        assert styled(copy) == set(ALL)
    else:
        assert tints(copy) == ALL
        assert notes(copy) == {str(one.cell): one.note for one in MARKS}


def styled(content: bytes, part: str = SHEET) -> set[str]:
    """Give the cells that have a format of their own."""
    text = parts_of(content)[part].decode()
    found = re.findall(r"<(?:x:)?c (?=[^>]*\bs=)[^>]*\br=\"(\w+)\"", text)
    return set(found)


def test_a_workbook_elsewhere_in_the_package_is_marked() -> None:
    content = make_zip(moved(parts()))

    copy = marked(content, *MARKS)

    assert opened(copy).sheets[1] == opened(content).sheets[0]
    assert changed(content, copy)[1] == {
        *("worksheets/statlint_review.xml", "comments_statlint.xml"),
        *("drawings/vmlDrawing_statlint.vml", "表/_rels/sheet1.xml.rels"),
    }


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


def test_without_room_for_formats_nothing_is_tinted_and_that_is_told() -> None:
    many = '<cellXfs count="65480">' + '<xf numFmtId="0"/>' * 65_480 + "</cellXfs>"
    styles = re.sub("<cellXfs.*</cellXfs>", many, STYLES)
    content = make_zip(parts(styles=styles))

    assert told_of(content, *MARKS) == Told(untinted=True)
    copy = marked(content, *MARKS)
    assert ' s="' not in parts_of(copy)[SHEET].decode()
    assert notes(copy) == {str(one.cell): one.note for one in MARKS}


def test_lists_of_formats_that_are_not_there_are_made() -> None:
    content = make_zip(parts(styles='<dxfs count="0"/>'))

    copy = marked(content, *MARKS)

    styles = parts_of(copy)["xl/styles.xml"].decode()
    names = re.findall(r"<(\w+) count", styles)
    assert names == ["fonts", "fills", "borders", "cellXfs", "dxfs"]
    assert styled(copy) == set(ALL)


def test_a_signature_is_kept_and_told_to_hold_no_more() -> None:
    content = make_zip({**parts(), "_xmlsignatures/sig1.xml": "<Signature/>"})

    assert told_of(content) == Told(signed=True)
    assert parts_of(marked(content))["_xmlsignatures/sig1.xml"] == b"<Signature/>"


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


@pytest.mark.parametrize("stored", [True, False], ids=["stored", "streamed"])
def test_packages_that_are_packed_otherwise(*, stored: bool) -> None:
    plain_one = make_zip(parts())
    target = BytesIO() if stored else _Unseekable()
    with ZipFile(target, "w", ZIP_STORED if stored else 8) as package:
        for name, text in parts_of(plain_one).items():
            package.writestr(name, text)
    content = b"in front" + target.getvalue()

    copy = marked(content, *MARKS)

    assert parts_of(copy) == parts_of(marked(plain_one, *MARKS))
    assert opened(copy).sheets[1] == opened(plain_one).sheets[0]


class _Unseekable(BytesIO):
    """A stream that cannot be gone back in: sizes come behind the parts."""

    def seekable(self) -> bool:
        """Say so."""
        return False

    def seek(self, *_: int) -> int:
        """Refuse."""
        raise OSError

    def tell(self) -> int:
        """Refuse."""
        raise OSError


def test_names_that_are_not_ascii_are_kept() -> None:
    content = packed({**_texts(parts()), "xl/附件/图é.bin": b"\0\1"})

    assert parts_of(marked(content))["xl/附件/图é.bin"] == b"\0\1"


def _texts(made: Mapping[str, str | bytes]) -> dict[str, bytes | str]:
    return dict(made)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (make_zip({"word/document.xml": "<a/>"}), Fault.UNSUPPORTED),
        (b"PK\3\4 no zip", Fault.TRUNCATED),
        (make_compound("EncryptionInfo"), Fault.TRUNCATED),
        (make_zip(parts())[:-30], Fault.TRUNCATED),
        (make_zip({**parts(), "xl/styles.xml": "<styleSheet><fonts></styleSheet>"}), Fault.DAMAGED),
        (make_zip({**parts(), "xl/styles.xml": "<a/><b/>"}), Fault.DAMAGED),
    ],
)
def test_what_cannot_be_marked_is_refused(content: bytes, fault: Fault) -> None:
    with pytest.raises(Refusal) as refused:
        marked(content, *MARKS)

    assert refused.value.fault is fault


def test_our_sheet_alone_is_a_workbook() -> None:
    from marked import a_cover

    book = opened(mark_nothing(a_cover(MARKS)))

    assert [sheet.name for sheet in book.sheets] == ["Review"]
    assert struct.unpack("<4s", mark_nothing(a_cover())[:4]) == (b"PK\3\4",)
