"""A marked copy beside its original: what is new, what grew, and that all else is as it was."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell
from python_calamine import load_workbook as load_calamine

from full_workbook import full_workbook
from marked import GROWN, OURS, a_mark, changed, marked, parts_of, told_of
from statlint.finding import Severity
from statlint.marking import Mark, Told, is_review, read_review
from statlint.workbook import Workbook, open_workbook

SOFFICE = shutil.which("soffice")
SHEET = "年报"
MARKS = (
    a_mark("O26", "合计不符\n左值 471   右值 472", SHEET),
    a_mark("F6", "有别人的批注", SHEET),
    a_mark("I23", "有会话批注", SHEET),
    a_mark("I27", "文本", SHEET, Severity.WARNING),
    a_mark("L31", "没有这个单元格", SHEET, Severity.INFORMATION),
    a_mark("C90", "没有这一行", SHEET),
    a_mark("D10", "#N/A", "汇总 & 明细", Severity.WARNING),
)
ABSENT = {"L31", "C90"}
"""What is not in the file looks as its row or column does, which openpyxl does not see."""
BOTH = pytest.mark.parametrize("macros", [pytest.param(False, id="x"), pytest.param(True, id="m")])
QUIET = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")


def copy(*, macros: bool = False) -> bytes:
    """Make the marked copy."""
    return marked(full_workbook(macros=macros), *MARKS)


def opened(content: bytes) -> Workbook:
    """Read a workbook with the reader that checks."""
    workbook = open_workbook("a.xlsx", content).workbook
    assert workbook is not None
    return workbook


@BOTH
def test_every_part_but_those_that_must_grow_is_the_same_byte_for_byte(*, macros: bool) -> None:
    before = full_workbook(macros=macros)
    lost, new, grown = changed(before, copy(macros=macros))

    assert lost == set()
    assert new == OURS | {
        "xl/comments_statlint.xml",
        "xl/drawings/vmlDrawing_statlint.vml",
    }
    assert grown == GROWN | {
        *("xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"),
        *("xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"),
        "xl/worksheets/_rels/sheet3.xml.rels",
    }


def test_parts_that_are_the_same_are_so_as_they_are_packed() -> None:
    before, after = full_workbook(), copy()
    grown = changed(before, after)[2]

    assert [name for name in grown if "chart" in name or "media" in name] == []
    assert before[before.index(b"xl/theme") :][:600] in after


@pytest.mark.parametrize("part", sorted(changed(full_workbook(), copy())[2]))
def test_what_grows_has_all_that_was_in_it_in_its_order(part: str) -> None:
    old, new = (tags(parts_of(one)[part]) for one in (full_workbook(), copy()))

    left = iter(new)
    assert [tag for tag in old if tag not in left] == []
    assert len(old) < len(new)


def tags(text: bytes) -> list[str]:
    """Cut a part before each tag; left out are which sheet is shown, and numbers that move."""
    plain = text.decode().replace(' tabSelected="1"', "")
    plain = re.sub(r' (count|localSheetId|activeTab|firstSheet|s|data)="[^"]*"', "", plain)
    plain = re.sub(r"(<x:Anchor>)[^<]*", r"\1", plain)
    return re.split(r"(?=<)", plain)


@BOTH
def test_the_reader_that_checks_reads_the_same_sheets(*, macros: bool) -> None:
    before, after = opened(full_workbook(macros=macros)), opened(copy(macros=macros))

    assert [sheet.name for sheet in after.sheets] == ["Review", *(s.name for s in before.sheets)]
    assert list(after.sheets[1:]) == list(before.sheets)
    assert after.outward == before.outward
    assert [one for one in after.names if one in before.names] == list(before.names)
    assert (is_review(after), is_review(before)) == (True, False)


def test_calamine_reads_the_same_values() -> None:
    before, after = (load_calamine(BytesIO(one)) for one in (full_workbook(), copy()))

    for name in before.sheet_names:
        old, new = (one.get_sheet_by_name(name).to_python() for one in (before, after))
        # A cell without a value below all others makes the sheet longer for some readers.
        assert [row for row in new if any(row)] == [row for row in old if any(row)]


def looks(cell: Cell) -> tuple[object, ...]:
    """Give what is in a cell, and all that it looks like but for its fill."""
    value = getattr(cell.value, "text", cell.value)
    shown = (cell.font, cell.border, cell.alignment, cell.protection)
    return (value, cell.number_format, *map(repr, shown))


@QUIET
def test_openpyxl_sees_tints_at_the_marks_alone_and_all_else_of_a_cell_as_it_was() -> None:
    before, after = (load_workbook(BytesIO(one)) for one in (full_workbook(), copy()))
    places = {(one.sheet, str(one.cell)): one.severity for one in MARKS}
    colours = {"error": "FFFFC7CE", "warning": "FFFFEB9C", "information": "FFDDEBF7"}

    for old in before.worksheets:
        new = after[old.title]
        for row in new.iter_rows():
            for cell in row:
                was = old[cell.coordinate]
                # A cell merged into another has no look of its own.
                if not isinstance(cell, Cell) or not isinstance(was, Cell):
                    continue
                severity = places.get((old.title, cell.coordinate))
                if cell.coordinate not in ABSENT:
                    assert looks(cell) == looks(was)
                if severity is None:
                    assert repr(cell.fill) == repr(was.fill)
                else:
                    assert cell.fill.fgColor.rgb == colours[severity]


@QUIET
def test_notes_of_others_are_kept_and_ours_are_below_them() -> None:
    before, after = (load_workbook(BytesIO(one)) for one in (full_workbook(), copy()))

    notes = {
        (sheet.title, cell.coordinate): cell.comment.text
        for sheet in after.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }
    theirs = {key: before[key[0]][key[1]].comment for key in notes}
    below = "\n――――――――\n"
    assert notes == {
        (one.sheet, str(one.cell)): (
            f"{there.text}{below}{one.note}"
            if (there := theirs[one.sheet, str(one.cell)])
            else one.note
        )
        for one in MARKS
    }
    assert [cell for (_, cell), there in theirs.items() if there] == ["F6", "I23", "O26"]


def test_threads_are_told_and_stay_as_they_are() -> None:
    assert told_of(full_workbook(), *MARKS) == Told(threads=1)


def test_shapes_have_numbers_that_no_other_has() -> None:
    parts = parts_of(copy())
    numbers = [
        number
        for name, text in parts.items()
        if name.endswith(".vml")
        for number in re.findall(rb'"_x0000_s(\d+)"', text)
    ]

    assert len(numbers) == len(set(numbers))
    boxes = parts["xl/drawings/vmlDrawing_statlint.vml"]
    assert re.findall(rb"<x:(?:Row|Column)>\d+", boxes) == [b"<x:Row>9", b"<x:Column>3"]
    for text in (boxes, parts["xl/drawings/vmlDrawing1.vml"]):
        ET.fromstring(text)  # noqa: S314 - our own


def test_the_first_sheet_is_shown_and_no_other_is_selected_with_it() -> None:
    parts = parts_of(copy())
    selected = [name for name, text in parts.items() if b'tabSelected="1"' in text]

    assert selected == ["xl/worksheets/statlint_review.xml"]
    view = re.search(rb"<workbookView [^>]*>", parts["xl/workbook.xml"])
    assert view is not None
    assert (b'activeTab="0"' in view[0], b'firstSheet="0"' in view[0]) == (True, True)


def test_names_for_a_sheet_stay_with_it() -> None:
    names = opened(copy()).names

    assert [(one.sheet, one.text) for one in names if one.name == "_xlnm.Print_Area"] == [
        (SHEET, f"{SHEET}!$A$1:$O$53")
    ]
    assert [(one.name, one.text) for one in names if one.sheet == "Review"] == [
        ("_xlnm._FilterDatabase", f"'Review'!$A$5:$I${5 + len(MARKS)}"),
        ("_xlnm.Print_Titles", "'Review'!$5:$5"),
    ]


def test_links_lead_to_the_cells() -> None:
    sheet = parts_of(copy())["xl/worksheets/statlint_review.xml"].decode()

    assert re.findall(r'<hyperlink ref="(\w+)" location="([^"]+)"', sheet) == [
        (f"D{row}", f"&#x27;{one.sheet.replace('&', '&amp;')}&#x27;!{one.cell}")
        for row, one in enumerate(MARKS, 6)
    ]


def test_the_rows_are_read_back() -> None:
    review = read_review(opened(copy()))

    assert review is not None
    assert (review.sheet, review.original) == ("Review", "a.xlsx")
    assert [(row.place, row.finding) for row in review.rows] == [
        (f"{one.sheet}!{one.cell}", one.note) for one in MARKS
    ]


def test_marking_is_the_same_each_time() -> None:
    assert copy() == copy()


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_sees_all_shapes_notes_and_links(tmp_path: Path) -> None:
    assert SOFFICE is not None
    trees = []
    for name, content in (("before", full_workbook()), ("after", copy())):
        (tmp_path / f"{name}.xlsx").write_bytes(content)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        subprocess.run(  # noqa: S603 - of this machine
            [SOFFICE, profile, "--headless", "--convert-to", "fods", f"{name}.xlsx"],
            cwd=tmp_path,
            check=True,
            capture_output=True,
            timeout=300,
        )
        trees.append(ET.parse(tmp_path / f"{name}.fods").getroot())  # noqa: S314 - our own
    before, after = trees

    kept = "frame custom-shape control line g caption".split()
    shapes = {kind: (count(before, kind), count(after, kind)) for kind in kept}
    assert [kind for kind, (old, new) in shapes.items() if new < old] == []
    assert count(after, "annotation") == count(before, "annotation") + len(MARKS) - 3
    links = [value for one in after.iter() for key, value in one.attrib.items() if "href" in key]
    # It takes C90 for a column, as a formula in its other notation.
    ours = [f"#'{one.sheet}'.{one.cell}" for one in MARKS if str(one.cell) != "C90"]
    assert [link for link in ours if link not in links] == []
    assert table_names(after) == ["Review", *table_names(before)]


def count(tree: ET.Element, kind: str) -> int:
    """Count the elements of a name."""
    return sum(one.tag.rpartition("}")[2] == kind for one in tree.iter())


def table_names(tree: ET.Element) -> list[str]:
    """List the sheets of a document."""
    found = []
    for one in tree.iter():
        if one.tag.endswith("}table"):
            found += [value for key, value in one.attrib.items() if key.endswith("}name")]
    # What is kept of other files has their places in its name.
    return [name for name in found if "file:" not in name]


def test_marks_on_sheets_that_are_not_there_change_nothing() -> None:
    strange = Mark("nowhere", MARKS[0].cell, Severity.ERROR, "x")

    lost, new, grown = changed(full_workbook(), marked(full_workbook(), strange))

    assert (lost, new) == (set(), OURS)
    assert grown == {*GROWN, "xl/worksheets/sheet2.xml"}
