"""Workbooks that are put together otherwise than Excel does: marks reach them all the same."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest

from full_workbook import full_parts
from marked import a_cover, a_mark, changed, marked, packed, parts_of, told_of
from statlint.marking import Told, mark_nothing
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault
from unit.marking.odd_books import (
    ALL,
    MARKS,
    SHEET,
    STYLES,
    Parts,
    notes,
    opened,
    parts,
    tints,
)
from unit.workbook.packages import make_compound, make_zip


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


@pytest.mark.parametrize("made", [wide, latin], ids=lambda one: one.__name__)
def test_sheets_without_marks_are_the_same(made: Callable[[Parts], Parts]) -> None:
    content = make_zip(made(parts()))

    assert parts_of(marked(content))[SHEET] == parts_of(content)[SHEET]


@pytest.mark.parametrize(
    "part",
    [
        *(b"<!-- " * 300_000, b"<a " * 300_000, b'<a b="' * 300_000, b"<a>" * 300_000),
        *(b"<!DOCTYPE a><a/>", b"<![CDATA[" * 300_000, b"<?" * 300_000),
    ],
)
@pytest.mark.parametrize("name", ["xl/comments1.xml", "xl/styles.xml", "xl/chartsheets/sheet1.xml"])
def test_what_is_no_sound_markup_is_refused_or_left_alone_at_once(name: str, part: bytes) -> None:
    try:
        copy = marked(packed({**full_parts(), name: part}), *FULL)
    except Refusal:
        return

    assert parts_of(copy)[name] == part


@pytest.mark.parametrize(
    "part",
    [
        *(b"<idmap " * 200_000, b"<" * 1_000_000, b"</xml" * 200_000, b"<x:Anchor>" * 100_000),
        *(b'<x:ClientData ObjectType="Note">' * 30_000, b"</xml" + b" " * 1_000_000),
    ],
)
def test_drawings_that_are_made_to_take_long_do_not(part: bytes) -> None:
    whole = b"<xml>" + part + b"</xml>"

    copy = marked(packed({**full_parts(), "xl/drawings/vmlDrawing1.vml": whole}), *FULL)

    assert part in parts_of(copy)["xl/drawings/vmlDrawing1.vml"]


FULL = (a_mark("O26", "x", "年报"), a_mark("C90", "x", "年报"))


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
    book = opened(mark_nothing(a_cover(MARKS)))

    assert [sheet.name for sheet in book.sheets] == ["Review"]
    assert struct.unpack("<4s", mark_nothing(a_cover())[:4]) == (b"PK\3\4",)
