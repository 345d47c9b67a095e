"""Which engine reads a workbook, and what becomes of one that breaks."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import NoReturn

import pytest

from statlint.values import Text
from statlint.workbook import Fault
from statlint.workbook.engines.read import Told, _guarded, read
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.limits import USUAL, Limits, overspent
from unit.workbook.packages import (
    excel_parts,
    make_compound,
    make_excel,
    make_zip,
    sheet_part,
)

WORKBOOKS = Path(__file__).parents[3] / "fixtures" / "workbooks"
CUT = ("按文件自己的目录，后面还应有内容", "by its own list of contents, more of it should follow")
NO_END = ("找不到文件的内容目录", "no list of contents was found")
ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
VALUES_ONLY = ["error-values", "number-formats", "formulas", "hidden-parts"]


def unseen_of(told: list[Told]) -> list[str]:
    """Give what the engine that read a workbook could not see."""
    last = told[-1]
    assert last[0] == "book"
    assert any(sheet["cells"] for sheet in last[1]["sheets"])
    return last[1]["unseen"]


def cut() -> bytes:
    """Give an .xls whose list of streams is there and whose workbook is not."""
    whole = bytearray(make_compound("Workbook"))
    # The table speaks of one more sector than the file has.
    struct.pack_into("<I", whole, 512 + 8, 0xFFFF_FFFE)
    return bytes(whole)


def strict() -> bytes:
    """Make a workbook in the strict form of the standard, of which openpyxl reads no sheet."""
    names = (
        ("schemas.openxmlformats.org/spreadsheetml/2006", "purl.oclc.org/ooxml/spreadsheetml"),
        ("schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument"),
    )
    parts = excel_parts(sheet_part(ONE_CELL))
    for name, part in parts.items():
        for loose, exact in names:
            part = str(part).replace(loose, exact)  # noqa: PLW2901 - the part as written so far
        parts[name] = part
    return make_zip(parts)


@pytest.mark.parametrize(
    ("content", "container", "unseen"),
    [
        pytest.param(make_excel(ONE_CELL), "xlsx", [], id="xlsx"),
        pytest.param(strict(), "xlsx", VALUES_ONLY, id="strict xlsx"),
        pytest.param((WORKBOOKS / "statistics.xls").read_bytes(), "xls", ["formulas"], id="xls"),
        pytest.param(
            (WORKBOOKS / "statistics.xlsb").read_bytes(),
            "xlsb",
            [*VALUES_ONLY, "merges"],
            id="xlsb",
        ),
        pytest.param(
            (WORKBOOKS / "statistics.ods").read_bytes(), "ods", [*VALUES_ONLY, "merges"], id="ods"
        ),
    ],
)
def test_reads_each_container(content: bytes, container: str, unseen: list[str]) -> None:
    told = list(read(content))

    assert told[-2] == ("container", container)
    assert unseen_of(told) == unseen


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(
            b"<table><tr><td>1</table>",
            ("container", "html"),
            id="web page",
        ),
        pytest.param(
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
            b"<Worksheet/></Workbook>",
            ("container", "xml spreadsheet 2003"),
            id="xml spreadsheet",
        ),
    ],
)
def test_reads_markup(content: bytes, told: Told) -> None:
    container, book = read(content)

    assert (container, book[0]) == (told, "book")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(
            make_zip({"mimetype": "application/vnd.oasis.opendocument.text"}),
            [
                ("container", "word document"),
                ("fault", "unsupported", ("OpenDocument 文本文档", "an OpenDocument text")),
            ],
            id="odt",
        ),
        pytest.param(
            make_compound("WordDocument"),
            [("container", "old word document"), ("fault", "unsupported", None)],
            id="doc",
        ),
        pytest.param(
            make_compound("EncryptedPackage"),
            [
                ("container", "ole container"),
                ("fault", "encrypted", None),
            ],
            id="a workbook under a password",
        ),
        pytest.param(
            cut(),
            [("container", "xls"), ("fault", "truncated", CUT)],
            id="an xls that ends early",
        ),
        pytest.param(
            make_zip({**excel_parts(sheet_part(ONE_CELL)), "mimetype": "opendocument"})[:-40],
            [("container", "xlsx"), ("fault", "truncated", NO_END)],
            id="an xlsx that ends early",
        ),
        pytest.param(
            make_zip({"mimetype": "application/vnd.oasis.opendocument.spreadsheet" * 9})[:-40],
            [("container", "archive"), ("fault", "truncated", NO_END)],
            id="an ods that ends early, its kind packed",
        ),
    ],
)
def test_says_what_a_file_is_that_it_does_not_read(content: bytes, told: list[Told]) -> None:
    assert list(read(content))[-2:] == told


def test_the_directory_of_a_whole_xls_that_cannot_be_read_is_damaged() -> None:
    assert list(read(make_compound("Workbook")))[-1][:2] == ("fault", "damaged")


class PanicError(BaseException):
    """Stand in for a Rust panic, which is no Exception."""


@pytest.mark.parametrize(
    ("error", "fault", "detail"),
    [
        (
            MemoryError(),
            Fault.TOO_LARGE,
            overspent(USUAL, "memory"),
        ),
        (RecursionError(), Fault.DAMAGED, Text("内部结构嵌套过深", "nested too deeply")),
        (
            PanicError("index\nbacktrace"),
            Fault.DAMAGED,
            Text("读取程序报告：PanicError: index", "the reader says: PanicError: index"),
        ),
        (KeyError(), Fault.DAMAGED, Text("读取程序报告：KeyError", "the reader says: KeyError")),
    ],
)
def test_an_engine_that_breaks_is_a_refusal(
    error: BaseException, fault: Fault, detail: Text
) -> None:
    def engine(_: bytes, __: Limits) -> NoReturn:
        raise error

    with pytest.raises(Refusal) as caught:
        _guarded(engine, b"", USUAL)

    assert (caught.value.fault, caught.value.detail) == (fault, detail)


def test_an_engine_that_is_interrupted_stays_interrupted() -> None:
    def engine(_: bytes, __: Limits) -> NoReturn:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _guarded(engine, b"", USUAL)


def test_gives_a_workbook_that_one_engine_refuses_to_the_other() -> None:
    parts = excel_parts(sheet_part(ONE_CELL))
    del parts["xl/sharedStrings.xml"]

    assert unseen_of(list(read(make_zip(parts)))) == VALUES_ONLY


def test_a_workbook_whose_sheets_are_all_lost_is_no_empty_workbook() -> None:
    parts = excel_parts(sheet_part(ONE_CELL))
    del parts["xl/worksheets/sheet1.xml"]

    assert list(read(make_zip(parts)))[-1] == (
        "fault",
        "no-sheet",
        (
            "内部文件 xl/worksheets/sheet1.xml：工作表内容缺失",
            "part xl/worksheets/sheet1.xml: the sheet is missing",
        ),
    )


def test_an_ods_that_repeats_cells_without_end_is_refused() -> None:
    office = "urn:oasis:names:tc:opendocument:xmlns"
    content = make_zip(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f'<?xml version="1.0"?><office:document-content '
            f'xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0" '
            f'xmlns:text="{office}:text:1.0"><office:body><office:spreadsheet>'
            '<table:table table:name="a"><table:table-row table:number-rows-repeated="1048576">'
            '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" '
            'office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        }
    )

    assert list(read(content))[-1][:2] in {("fault", "damaged"), ("fault", "too-large")}
