"""Old documents are read by way of LibreOffice where that is allowed, and only there."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from statlint.workbook import Container, Fault, open_workbook
from statlint.workbook.convert_find import PLACE, find_libreoffice
from unit.workbook.packages import make_compound, make_zip
from unit.workbook.word_files import make_word, paragraph, word_parts

DOCUMENTS = Path(__file__).parents[3] / "fixtures" / "documents"
YAOHAI = "瑶海区2019年政府信息公开年报-LibreOffice"
RICH = rb"{\rtf1\ansicpg936 Report\par\trowd\cellx999\cellx1999 a\cell 1\cell\row\pard end\par}"
OLD = make_compound("WordDocument")

needs_libreoffice = pytest.mark.skipif(
    find_libreoffice() is None, reason="LibreOffice is not installed"
)
needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="a shell script")


def stand_in(folder: Path, made: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a program that writes the same document whatever it is given."""
    (folder / "made.docx").write_bytes(made)
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\nmkdir made; cp '{folder}/made.docx' made/document.docx\n")
    path.chmod(0o755)
    monkeypatch.setenv(PLACE, str(path))


@needs_libreoffice
def test_an_old_document_says_what_the_new_one_says() -> None:
    new = open_workbook(str(DOCUMENTS / f"{YAOHAI}.docx")).workbook

    opening = open_workbook(str(DOCUMENTS / f"{YAOHAI}.doc"), convert=True)

    old = opening.workbook
    assert new is not None
    assert old is not None
    assert (opening.container, opening.fault) == (Container.OLD_WORD, None)
    assert old.container is Container.OLD_WORD
    assert (old.converted_by or "").startswith("LibreOffice ")
    assert old.sheets == new.sheets
    assert old.document == new.document


@needs_libreoffice
def test_rich_text_is_read() -> None:
    workbook = open_workbook("a.rtf", RICH, convert=True).workbook

    assert workbook is not None
    assert workbook.document is not None
    assert [one.text for one in workbook.document.paragraphs] == ["Report", "end"]
    assert [[cell.text for cell in sheet.cells] for sheet in workbook.sheets] == [["a", "1"]]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.doc", OLD, id="an old document"),
        pytest.param("a.wps", OLD, id="a document by WPS"),
        pytest.param("a.rtf", RICH, id="rich text"),
    ],
)
def test_nothing_is_converted_where_nobody_allows_it(
    name: str, content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, make_word(paragraph("a")), monkeypatch)

    opening = open_workbook(name, content)

    assert (opening.workbook, opening.fault) == (None, Fault.UNSUPPORTED)


@needs_shell
def test_a_program_that_says_nothing_of_itself_is_named_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, make_word(paragraph("a")), monkeypatch)

    workbook = open_workbook("a.wps", OLD, convert=True).workbook

    assert workbook is not None
    assert workbook.converted_by == "LibreOffice"


@needs_shell
@pytest.mark.parametrize(
    ("made", "fault"),
    [
        pytest.param(make_word(""), Fault.EMPTY, id="nothing in it"),
        pytest.param(b"PK\x03\x04", Fault.TRUNCATED, id="not whole"),
    ],
)
def test_what_is_wrong_with_the_new_document_is_told_of_the_old(
    made: bytes, fault: Fault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, made, monkeypatch)

    opening = open_workbook("a.doc", OLD, convert=True)

    assert (opening.container, opening.fault) == (Container.OLD_WORD, fault)


def test_a_program_that_is_not_there_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PLACE, "")

    opening = open_workbook("a.doc", OLD, convert=True)

    assert opening.fault is Fault.UNSUPPORTED
    assert opening.detail is not None
    assert opening.detail.zh == (
        "旧版 Word 或 WPS 文档（设置允许由 LibreOffice 转换，但本机没有找到 LibreOffice）"
    )


def open_document(kind: str) -> bytes:
    """Write the beginning of an OpenDocument file."""
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
    return stream.getvalue()


@needs_shell
@pytest.mark.parametrize(
    ("content", "container", "expected"),
    [
        pytest.param(open_document("text"), Container.WORD, None, id="an OpenDocument text"),
        pytest.param(
            open_document("graphics"), Container.ARCHIVE, Fault.UNSUPPORTED, id="a drawing"
        ),
        pytest.param(RICH, Container.WORD, None, id="rich text"),
        pytest.param(
            b'<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
            Container.WORD,
            None,
            id="Word 2003 XML",
        ),
        pytest.param(b"\x89PNG", Container.IMAGE, Fault.UNSUPPORTED, id="a picture"),
        pytest.param(
            make_zip(word_parts('<w:altChunk r:id="r0"/>')),
            Container.WORD,
            Fault.UNSUPPORTED,
            id="a new document around a file that is not there",
        ),
    ],
)
def test_texts_of_other_programs_are_converted(
    content: bytes,
    container: Container,
    expected: Fault | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stand_in(tmp_path, make_word(paragraph("a")), monkeypatch)

    opening = open_workbook("a", content, convert=True)

    assert (opening.container, opening.fault) == (container, expected)
