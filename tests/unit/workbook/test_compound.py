"""The front door for OLE compound files."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from statlint.values import Text
from statlint.workbook import Fault
from statlint.workbook.engines.compound import is_cut, stream_names, tell_compound
from statlint.workbook.engines.stored import Refusal
from unit.workbook.packages import make_compound

PRESENTATION = Text("旧版 PowerPoint 演示文稿", "an old PowerPoint presentation")
FIXTURES = Path(__file__).parents[3] / "fixtures"
XLS = (FIXTURES / "workbooks" / "statistics.xls").read_bytes()
DOC = (FIXTURES / "documents" / "瑶海区2019年政府信息公开年报-LibreOffice.doc").read_bytes()


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["Workbook"], ("xls", None), id="xls"),
        pytest.param(["Book"], ("xls", None), id="xls of 1995"),
        pytest.param(["1Table", "WordDocument"], ("old word document", None), id="doc or wps"),
        pytest.param(["PowerPoint Document"], ("ole container", PRESENTATION), id="ppt"),
        pytest.param(["Contents"], ("ole container", None), id="others"),
    ],
)
def test_tells_what_a_compound_file_is(names: list[str], expected: tuple[str, Text | None]) -> None:
    assert tell_compound(make_compound(*names)) == expected


def test_refuses_a_workbook_under_a_password() -> None:
    with pytest.raises(Refusal) as caught:
        tell_compound(make_compound("EncryptionInfo", "EncryptedPackage"))

    assert caught.value.fault is Fault.ENCRYPTED


def locked(stream: str) -> bytes:
    """Set the bit that says "under a password" at the beginning of a stream."""
    content = bytearray(DOC)
    sector = struct.unpack_from("<I", content, content.index(stream.encode("utf-16-le")) + 116)[0]
    content[(sector + 1) * 512 + 11] |= 1
    return bytes(content)


def test_refuses_an_old_document_under_a_password() -> None:
    with pytest.raises(Refusal) as caught:
        tell_compound(locked("WordDocument"))

    assert caught.value.fault is Fault.ENCRYPTED


def test_the_same_bit_elsewhere_says_nothing() -> None:
    assert tell_compound(locked("1Table")) == ("old word document", None)


def test_lists_the_streams_of_a_real_workbook() -> None:
    assert "Workbook" in set(stream_names(XLS))
    assert not is_cut(XLS)


@pytest.mark.parametrize("length", [100, 600, 1024])
def test_refuses_a_compound_file_without_its_list(length: int) -> None:
    content = make_compound("Workbook")[:length]

    with pytest.raises(Refusal) as caught:
        tell_compound(content)

    assert caught.value.fault is Fault.TRUNCATED


def test_knows_a_compound_file_that_ends_early() -> None:
    assert is_cut(XLS[: len(XLS) // 2])


def test_leaves_a_list_that_runs_in_a_circle() -> None:
    content = bytearray(make_compound("Workbook"))
    struct.pack_into("<I", content, 512 + 4, 1)

    assert list(stream_names(bytes(content))) == ["Root Entry", "Workbook"]


def test_refuses_a_sector_size_that_does_not_exist() -> None:
    content = bytearray(make_compound("Workbook"))
    struct.pack_into("<H", content, 30, 31)

    with pytest.raises(Refusal, match="impossible layout"):
        tell_compound(bytes(content))
