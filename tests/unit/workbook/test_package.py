"""The front door for zip files: hostile packages, and telling one kind from another."""

from __future__ import annotations

import struct
from io import BytesIO
from zipfile import ZIP_LZMA, ZipFile

import pytest

from statlint.values import Text
from statlint.workbook import Fault
from statlint.workbook.engines.details import CONTENTS_MISSING, DOCTYPE, inside
from statlint.workbook.engines.package import (
    check_package,
    guess_container,
    open_package,
    tell_package,
)
from statlint.workbook.engines.stored import Refusal
from unit.workbook.packages import make_zip

TYPES = '<Types><Override ContentType="application/{kind}+xml"/></Types>'


def refusal_of(content: bytes) -> Refusal:
    """Give the refusal that the front door answers with."""
    with pytest.raises(Refusal) as caught:
        check_package(open_package(content))
    return caught.value


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(
            {"[Content_Types].xml": TYPES.format(kind="vnd...spreadsheetml.sheet.main")},
            ("xlsx", None),
            id="xlsx",
        ),
        pytest.param(
            {"[Content_Types].xml": TYPES.format(kind="vnd.ms-excel.sheet.macroEnabled.main")},
            ("xlsm", None),
            id="xlsm",
        ),
        pytest.param(
            {"[Content_Types].xml": TYPES.format(kind="vnd.ms-excel.sheet.binary.macroEnabled")},
            ("xlsb", None),
            id="xlsb",
        ),
        pytest.param(
            {"[Content_Types].xml": TYPES.format(kind="vnd...wordprocessingml.document.main")},
            ("word document", None),
            id="docx",
        ),
        pytest.param(
            {"[Content_Types].xml": TYPES.format(kind="vnd...presentationml.presentation.main")},
            ("archive", Text("PowerPoint 演示文稿", "a PowerPoint presentation")),
            id="pptx",
        ),
        pytest.param({"xl/workbook.xml": ""}, ("xlsx", None), id="xlsx without content types"),
        pytest.param(
            {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, ("ods", None), id="ods"
        ),
        pytest.param(
            {"META-INF/manifest.xml": "application/vnd.oasis.opendocument.text"},
            ("word document", Text("OpenDocument 文本文档", "an OpenDocument text")),
            id="odt",
        ),
        pytest.param(
            {"Index/Document.iwa": ""},
            ("archive", Text("苹果 iWork 文档", "an Apple iWork document")),
            id="numbers",
        ),
        pytest.param(
            {"a.csv": "1,2"},
            ("archive", Text("ZIP 压缩包", "a zip archive")),
            id="a table that was zipped",
        ),
    ],
)
def test_tells_what_a_package_is(
    parts: dict[str, str | bytes], expected: tuple[str, Text | None]
) -> None:
    with open_package(make_zip(parts)) as package:
        assert tell_package(package) == expected


def test_refuses_a_package_that_ends_early() -> None:
    refusal = refusal_of(make_zip({"xl/workbook.xml": "x" * 1000})[:-30])

    assert (refusal.fault, refusal.detail) == (Fault.TRUNCATED, CONTENTS_MISSING)


def test_refuses_a_member_that_grows_too_much() -> None:
    refusal = refusal_of(make_zip({"xl/worksheets/sheet1.xml": b" " * (9 << 20)}))

    assert (refusal.fault, refusal.detail) == (
        Fault.TOO_LARGE,
        Text(
            "内部文件 xl/worksheets/sheet1.xml：解压后是压缩大小的 1027.2 倍，上限 200，"
            "设置项 limits.ratio",
            "part xl/worksheets/sheet1.xml: 1027.2 times its packed size, limit 200, "
            "setting limits.ratio",
        ),
    )


def test_refuses_a_member_that_announces_too_much() -> None:
    content = bytearray(make_zip({"a.xml": "x"}))
    struct.pack_into("<I", content, content.index(b"PK\x01\x02") + 24, 600 << 20)

    refusal = refusal_of(bytes(content))

    assert (refusal.fault, refusal.detail) == (
        Fault.TOO_LARGE,
        Text(
            "内部文件 a.xml：解压后有 600 MiB，上限 512 MiB，设置项 limits.part-size",
            "part a.xml: 600 MiB unpacked, limit 512 MiB, setting limits.part-size",
        ),
    )


def test_refuses_a_package_that_announces_too_much() -> None:
    content = bytearray(make_zip({"a.xml": "x", "b.xml": "x", "c.xml": "x"}))
    place = content.index(b"PK\x01\x02")
    while place >= 0:
        struct.pack_into("<I", content, place + 24, 500 << 20)
        place = content.find(b"PK\x01\x02", place + 1)

    refusal = refusal_of(bytes(content))

    assert (refusal.fault, refusal.detail) == (
        Fault.TOO_LARGE,
        Text(
            "解压后有 1.4 GiB，上限 1 GiB，设置项 limits.unpacked",
            "1.4 GiB unpacked, limit 1 GiB, setting limits.unpacked",
        ),
    )


def test_refuses_too_many_members() -> None:
    refusal = refusal_of(make_zip({f"{number}.xml": "" for number in range(10_001)}))

    assert (refusal.fault, refusal.detail) == (
        Fault.TOO_LARGE,
        Text(
            "内部有 10001 个文件，上限 10000，设置项 limits.parts",
            "10,001 parts inside, limit 10,000, setting limits.parts",
        ),
    )


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_refuses_two_members_of_one_name() -> None:
    target = BytesIO()
    with ZipFile(target, "w") as package:
        package.writestr("xl/workbook.xml", "1")
        package.writestr("xl/workbook.xml", "2")

    refusal = refusal_of(target.getvalue())

    assert (refusal.fault, refusal.detail) == (
        Fault.UNSAFE,
        Text("内部文件 xl/workbook.xml：出现了两次", "part xl/workbook.xml: it is there twice"),
    )


def test_refuses_members_that_share_bytes() -> None:
    content = bytearray(make_zip({"a.xml": "x", "b.xml": "x"}))
    second = content.rindex(b"PK\x01\x02")
    struct.pack_into("<I", content, second + 42, 1)

    refusal = refusal_of(bytes(content))

    assert (refusal.fault, refusal.detail) == (
        Fault.UNSAFE,
        Text("内部文件 b.xml：与另一个内部文件重叠", "part b.xml: it overlaps another part"),
    )


@pytest.mark.parametrize("name", ["../a.xml", "/a.xml", "xl/../../a.xml", "C:/a.xml"])
def test_refuses_a_name_that_leads_out(name: str) -> None:
    refusal = refusal_of(make_zip({name: "x"}))

    assert (refusal.fault, refusal.detail) == (
        Fault.UNSAFE,
        inside(name, Text("文件名指向工作簿之外", "its name leads out of the workbook")),
    )


def test_refuses_another_way_of_packing() -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_LZMA) as package:
        package.writestr("a.xml", "x")

    refusal = refusal_of(target.getvalue())

    assert (refusal.fault, refusal.detail) == (
        Fault.DAMAGED,
        Text(
            "内部文件 a.xml：压缩方式不是办公软件所用的",
            "part a.xml: packed in a way that no office program uses",
        ),
    )


def test_refuses_members_under_a_password() -> None:
    content = bytearray(make_zip({"a.xml": "x"}))
    content[content.index(b"PK\x01\x02") + 8] |= 1

    assert refusal_of(bytes(content)).fault is Fault.ENCRYPTED


def test_refuses_an_open_document_under_a_password() -> None:
    manifest = '<manifest:file-entry><manifest:encryption-data manifest:checksum=""/>'

    assert refusal_of(make_zip({"META-INF/manifest.xml": manifest})).fault is Fault.ENCRYPTED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_refuses_a_doctype(encoding: str) -> None:
    part = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode(encoding)

    refusal = refusal_of(make_zip({"xl/workbook.xml": part}))

    assert (refusal.fault, refusal.detail) == (
        Fault.UNSAFE,
        inside("xl/workbook.xml", DOCTYPE),
    )


def test_refuses_a_part_whose_bytes_are_wrong() -> None:
    content = bytearray(make_zip({"a.xml": "abcdefgh" * 100}))
    content[40] ^= 0xFF

    assert refusal_of(bytes(content)).fault is Fault.DAMAGED


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"PK\x03\x04xl/workbook.xml", "xlsx"),
        (b"PK\x03\x04word/document.xml", "word document"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "ods"),
        (b"PK\x03\x04a.txt", "archive"),
    ],
)
def test_guesses_what_a_cut_package_was(content: bytes, expected: str) -> None:
    assert guess_container(content) == expected


def test_lets_an_honest_package_in() -> None:
    content = make_zip({"xl/workbook.xml": "<workbook/>", "xl/media/1.png": b"<!DOCTYPE" * 10})

    with open_package(content) as package:
        check_package(package)
