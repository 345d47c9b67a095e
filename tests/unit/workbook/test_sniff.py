"""What a file is by its first bytes."""

from __future__ import annotations

import codecs

import pytest

from statlint.values import Text
from statlint.workbook import Container
from statlint.workbook.sniff import Look, sniff

_HTML = "<table><tr><td>总计</td></tr></table>"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(b"PK\x03\x04", Look(Container.ARCHIVE, packed=True), id="zip"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            Look(Container.OLE, packed=True),
            id="compound file",
        ),
        pytest.param(
            b"\x09\x08\x10\x00\x00\x06\x05\x00", Look(Container.XLS, packed=True), id="bare xls"
        ),
        pytest.param(b"%PDF-1.7\n", Look(Container.PDF), id="pdf"),
        pytest.param(
            b"\x89PNG\r\n\x1a\n", Look(Container.IMAGE, Text("PNG 图片", "a PNG picture")), id="png"
        ),
        pytest.param(
            b"\xff\xd8\xff\xe0",
            Look(Container.IMAGE, Text("JPEG 图片", "a JPEG picture")),
            id="jpeg",
        ),
        pytest.param(
            b"Rar!\x1a\x07\x01\x00",
            Look(Container.ARCHIVE, Text("RAR 压缩包", "a RAR archive")),
            id="rar",
        ),
        pytest.param(
            b"7z\xbc\xaf\x27\x1c",
            Look(Container.ARCHIVE, Text("7-Zip 压缩包", "a 7-Zip archive")),
            id="7-zip",
        ),
        pytest.param(
            b"\x1f\x8b\x08\x00",
            Look(Container.ARCHIVE, Text("gzip 压缩包", "a gzip archive")),
            id="gzip",
        ),
        pytest.param(
            b"{\\rtf1\\ansi",
            Look(Container.WORD, Text("RTF 文档", "a rich text document")),
            id="rich text",
        ),
        pytest.param(b"ID;PWXL;N;E\r\n", Look(Container.SYLK), id="sylk"),
        pytest.param(b"ID;Name\r\n1;a\r\n", Look(Container.DELIMITED), id="a head named ID"),
        pytest.param(
            b"BM,1\r\n", Look(Container.DELIMITED), id="a label that begins like a bitmap"
        ),
        pytest.param(_HTML.encode(), Look(Container.HTML, packed=True), id="html"),
        pytest.param(
            _HTML.encode("utf-16"), Look(Container.HTML, packed=True), id="html in UTF-16"
        ),
        pytest.param(
            codecs.BOM_UTF8 + b'<?xml version="1.0"?>\n<!-- a --><!DOCTYPE html><html>',
            Look(Container.HTML, packed=True),
            id="html after a declaration and a comment",
        ),
        pytest.param(
            b'<html xmlns:x="urn:schemas-microsoft-com:office:excel">',
            Look(Container.HTML, packed=True),
            id="html from Excel",
        ),
        pytest.param(
            b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
            b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            Look(Container.XML_SPREADSHEET, packed=True),
            id="xml spreadsheet 2003",
        ),
        pytest.param(
            b'<?xml version="1.0"?><office:document '
            b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">',
            Look(
                Container.BINARY,
                Text("以单个 XML 文件保存的 OpenDocument 文档", "a flat OpenDocument file"),
            ),
            id="flat OpenDocument",
        ),
        pytest.param(
            b'<?xml version="1.0"?><a/>',
            Look(
                Container.BINARY,
                Text("不是表格的 XML 文档", "an XML document that is no spreadsheet"),
            ),
            id="other xml",
        ),
        pytest.param(b"<1,2\n", Look(Container.DELIMITED), id="a figure after a sign"),
        pytest.param(
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n",
            Look(Container.MHTML, packed=True),
            id="mhtml",
        ),
        pytest.param("总计,5\n".encode(), Look(Container.DELIMITED), id="text in UTF-8"),
        pytest.param("总计,5\n".encode("gbk"), Look(Container.DELIMITED), id="text in GBK"),
        pytest.param("总计,5\n".encode("utf-16"), Look(Container.DELIMITED), id="text in UTF-16"),
        pytest.param(
            "总计,5\n".encode("utf-16-be"), Look(Container.DELIMITED), id="text in unmarked UTF-16"
        ),
        pytest.param(bytes(range(256)) * 4, Look(Container.BINARY), id="bytes of all kinds"),
        pytest.param(
            b"\x01\x00\x02\x00\x03\x00" * 99,
            Look(Container.BINARY),
            id="numbers of two bytes",
        ),
        pytest.param(b" \r\n\t", Look(Container.NOTHING), id="white space"),
        pytest.param(codecs.BOM_UTF8, Look(Container.NOTHING), id="a mark alone"),
        pytest.param(b"", Look(Container.NOTHING), id="nothing"),
    ],
)
def test_sniff(head: bytes, expected: Look) -> None:
    assert sniff(head) == expected
