"""Old workbooks, documents, web pages and other files that are broken or made to do harm."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import xlwt

from hostile_files.books import GOOD
from hostile_files.kind import Kind
from hostile_files.texts import TABLE
from unit.workbook.packages import make_compound, make_zip
from unit.workbook.word_files import make_word

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_CELL = '<table:table-cell office:value-type="float" office:value="1"/>'
_MIME = "application/vnd.oasis.opendocument.spreadsheet"


def _old(rows: int = 4) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    for row in range(rows):
        sheet.write(row, 0, "abc")
        sheet.write(row, 1, row)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _poked(content: bytes, at: int, value: int) -> bytes:
    return content[:at] + struct.pack("<L", value) + content[at + 4 :]


def _open(content: str, *, prolog: str = "", manifest: str = "") -> bytes:
    """Make an OpenDocument spreadsheet of table rows."""
    inner = (
        f'<?xml version="1.0"?>{prolog}<office:document-content xmlns:office="{_OFFICE}" '
        f'xmlns:table="{_TABLE}" xmlns:text="{_TEXT}"><office:body><office:spreadsheet>'
        f'<table:table table:name="a">{content}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    listed = f'<manifest>{manifest}<file-entry media-type="{_MIME}"/></manifest>'
    return make_zip({"mimetype": _MIME, "META-INF/manifest.xml": listed, "content.xml": inner})


def _repeated(rows: int, columns: int) -> bytes:
    cell = _CELL.replace("cell ", f'cell table:number-columns-repeated="{columns}" ')
    row = f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'
    return _open(row)


def _spreadsheet(row: str, prolog: str = "") -> bytes:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?>{prolog}<Workbook xmlns="{space}" xmlns:ss="{space}">'
        f'<Worksheet ss:Name="a"><Table>{row}</Table></Worksheet></Workbook>'
    ).encode()


def of_old() -> Iterator[Kind]:
    """Give workbooks of other families."""
    old = _old()
    yield Kind("old workbook cut in half", "half.xls", lambda: old[: len(old) // 2], "F004")
    yield Kind("old workbook of 2^31 sectors", "fat.xls", lambda: _poked(old, 44, 1 << 31), None)
    yield Kind("old workbook whose parts run in a ring", "ring.xls", lambda: _ring(old), "F007")
    yield Kind("old workbook without streams", "bare.xls", make_compound, "F006")
    yield Kind("compound file of 8 bytes", "head.xls", lambda: old[:8], "F004")
    yield Kind("records that never end", "records.xls", _records, "F001")
    yield Kind(
        "xlsb without sheets", "a.xlsb", lambda: make_zip({"xl/workbook.bin": b"\x83\1\0"}), "F001"
    )
    yield Kind(
        "ods that repeats 98 million cells", "98m.ods", lambda: _repeated(9_800, 10_000), "F007"
    )
    yield Kind(
        "ods that repeats 17 billion cells", "17g.ods", lambda: _repeated(1 << 20, 1 << 14), "F001"
    )
    yield Kind(
        "ods under a password",
        "locked.ods",
        lambda: _open("", manifest="<encryption-data/>"),
        "F002",
    )
    yield Kind(
        "ods with an entity",
        "xxe.ods",
        lambda: _open("", prolog='<!DOCTYPE x [<!ENTITY a "b">]>'),
        "F011",
    )
    yield Kind("ods that does not close", "broken.ods", lambda: _open("<table:table-row>"), "F001")
    yield Kind(
        "XML workbook with a cell in column 2^31",
        "index.xls",
        lambda: _spreadsheet('<Row><Cell ss:Index="2147483647"><Data>1</Data></Cell></Row>'),
        "F001",
    )
    yield Kind(
        "XML workbook with an entity",
        "entity.xls",
        lambda: _spreadsheet("<Row/>", "<!DOCTYPE x>"),
        "F011",
    )
    yield Kind(
        "XML workbook nested deep", "deep.xls", lambda: _spreadsheet("<Row>" * 100_000), "F001"
    )


def _ring(old: bytes) -> bytes:
    """Let the first sector of the table of sectors follow itself."""
    at = 512 * (struct.unpack_from("<L", old, 76)[0] + 1)
    return old[:at] + struct.pack("<128L", *range(128)) + old[at + 512 :]


def _records() -> bytes:
    return b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12) + b"\x3c\x00\xff\xff" * 20_000


def of_documents() -> Iterator[Kind]:
    """Give documents and web pages."""
    yield Kind("document with an entity", "xxe.docx", _declared_word, "F011")
    yield Kind(
        "document nested deep",
        "deep.docx",
        lambda: make_word("<w:tbl><w:tr><w:tc>" * 30_000),
        "F001",
    )
    yield Kind(
        "document with a cell over 2^31 columns",
        "span.docx",
        lambda: make_word(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr>'
            "<w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        ),
        None,
    )
    table = "".join(
        f"<tr>{''.join(f'<td>{c}</td>' for c in row.split(','))}</tr>" for row in TABLE.split()
    )
    yield Kind(
        "web page with a cell over 10^9 columns",
        "span.html",
        f'<html><table><tr><td colspan="1000000000">x</td></tr>{table}</table>'.encode,
        None,
    )
    yield Kind(
        "web page with 50,000 nested tables",
        "nested.html",
        lambda: b"<html>" + b"<table><tr><td>" * 50_000,
        "F007",
    )
    yield Kind(
        "web page of 300,000 open tags",
        "tags.html",
        lambda: b"<html>" + b"<b><i>" * 150_000,
        "F003",
    )
    yield Kind(
        "web archive that is none",
        "broken.mht",
        lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n",
        "F006",
    )
    yield Kind("PDF of ten bytes", "a.pdf", lambda: b"%PDF-1.7\n%", "F001")
    yield Kind(
        "picture named as a workbook",
        "picture.xlsx",
        lambda: b"\x89PNG\r\n\x1a\n" + bytes(99),
        "F006",
    )
    yield Kind(
        "program named as a table",
        "program.csv",
        lambda: b"\x7fELF\2\1\1" + bytes(range(256)) * 40,
        "F006",
    )
    yield Kind("workbook named as a table", "book.csv", lambda: GOOD, "F005")
    yield Kind("table named as a workbook", "table.xlsx", TABLE.encode, "F005")
    yield Kind("RAR archive", "a.rar", lambda: b"Rar!\x1a\x07\1\0" + bytes(99), "F006")


def _declared_word() -> bytes:
    source = BytesIO(make_word("<w:p/>"))
    with ZipFile(source) as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    main = parts["word/document.xml"]
    assert isinstance(main, bytes)
    return make_zip({**parts, "word/document.xml": main.replace(b"?>", b"?><!DOCTYPE x>", 1)})
