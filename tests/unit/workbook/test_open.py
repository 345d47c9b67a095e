"""Opening files of every kind: a bad one is an answer, never an exception."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statlint.values import CellRange, CellRef, Text
from statlint.values.limits import USUAL
from statlint.workbook import (
    Cell,
    CellKind,
    Container,
    Dialect,
    Fault,
    Opening,
    Sheet,
    Unseen,
    Workbook,
    open_workbook,
)
from statlint.workbook.engines.details import CONTENTS_MISSING, DOCTYPE, ONLY_SPACE, inside
from statlint.workbook.limits import beyond
from unit.workbook.packages import excel_parts, make_excel, make_zip, sheet_part

WORKBOOKS = Path(__file__).parents[3] / "fixtures" / "workbooks"
XML_SPREADSHEET = (
    b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
    b"<Worksheet><Table><Row><Cell><Data>1</Data></Cell></Row></Table></Worksheet></Workbook>"
)
ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'


def test_opens_an_excel_file(tmp_path: Path) -> None:
    path = tmp_path / "表三.XLSX"
    path.write_bytes(
        make_excel(
            '<row r="2" hidden="1"><c r="B2"><f>1/4</f><v>0.25</v></c></row>',
            before='<cols><col min="2" max="2" hidden="1" width="9"/></cols>',
            after='<mergeCells><mergeCell ref="B2:C2"/></mergeCells>',
        )
    )

    sheet = Sheet(
        "表三",
        (Cell(CellRef(2, 2), CellKind.NUMBER, "0.25", Decimal("0.25"), "General", "=1/4"),),
        (CellRange.parse("B2:C2"),),
        frozenset({2}),
        frozenset({2}),
    )
    assert open_workbook(str(path)) == Opening(
        str(path), "xlsx", Container.XLSX, Workbook((sheet,), Container.XLSX)
    )


def test_opens_a_text_file() -> None:
    sheet = Sheet(
        None,
        (
            Cell(CellRef(1, 1), CellKind.TEXT, "总计"),
            Cell(CellRef(1, 2), CellKind.TEXT, "5"),
        ),
    )

    assert open_workbook("-", "总计,5\n".encode("gbk")) == Opening(
        "-",
        "",
        Container.DELIMITED,
        Workbook((sheet,), Container.DELIMITED, Dialect("gb18030", ",")),
    )


OF_WORKBOOKS = set(Unseen) - {Unseen.EMBEDDED_TABLES, Unseen.PICTURES}


@pytest.mark.parametrize(
    ("name", "container", "unseen"),
    [
        ("statistics.xls", Container.XLS, {Unseen.FORMULAS}),
        ("statistics.xlsb", Container.XLSB, OF_WORKBOOKS),
        ("statistics.ods", Container.ODS, OF_WORKBOOKS),
    ],
)
def test_says_what_it_could_not_see(name: str, container: Container, unseen: set[Unseen]) -> None:
    opening = open_workbook(str(WORKBOOKS / name))

    assert opening.container is container
    assert opening.workbook is not None
    assert opening.workbook.unseen == unseen


@pytest.mark.parametrize(
    ("name", "content", "container"),
    [
        pytest.param("a.xls", make_excel(ONE_CELL), Container.XLSX, id="xlsx"),
        pytest.param("a.xls", b"a,b\n1,2\n", Container.DELIMITED, id="csv"),
        pytest.param("a.csv", make_excel(ONE_CELL), Container.XLSX, id="xlsx named csv"),
        pytest.param("a.xls", b"<table><tr><td>1</table>", Container.HTML, id="html"),
        pytest.param("a.xls", XML_SPREADSHEET, Container.XML_SPREADSHEET, id="xml spreadsheet"),
    ],
)
def test_reads_by_content_whatever_the_name(
    name: str, content: bytes, container: Container
) -> None:
    opening = open_workbook(name, content)

    assert (opening.announced, opening.container) == (name[2:], container)
    assert opening.fault is None


@pytest.mark.parametrize(
    ("content", "container", "fault", "detail"),
    [
        pytest.param(b"", Container.NOTHING, Fault.EMPTY, Text("0 字节", "0 bytes"), id="no byte"),
        pytest.param(b" \n", Container.NOTHING, Fault.EMPTY, ONLY_SPACE, id="white space"),
        pytest.param(
            b"\n" * 9000 + b"\0",
            Container.NOTHING,
            Fault.EMPTY,
            ONLY_SPACE,
            id="long white",
        ),
        pytest.param(
            make_excel(""),
            Container.XLSX,
            Fault.EMPTY,
            None,
            id="a workbook without a filled cell",
        ),
        pytest.param(
            make_zip({"word/document.xml": ""}),
            Container.WORD,
            Fault.DAMAGED,
            Text(
                "内部文件 word/document.xml：读取程序报告：no element found: line 1, column 0",
                "part word/document.xml: the reader says: no element found: line 1, column 0",
            ),
            id="docx of no text",
        ),
        pytest.param(
            make_zip({"a.txt": ""}),
            Container.ARCHIVE,
            Fault.UNSUPPORTED,
            Text("ZIP 压缩包", "a zip archive"),
            id="zip archive",
        ),
        pytest.param(
            make_excel(ONE_CELL)[:-40],
            Container.XLSX,
            Fault.TRUNCATED,
            CONTENTS_MISSING,
            id="an xlsx that ends early",
        ),
        pytest.param(
            (WORKBOOKS / "statistics.xls").read_bytes()[:3000],
            Container.OLE,
            Fault.TRUNCATED,
            CONTENTS_MISSING,
            id="an xls that ends early",
        ),
        pytest.param(
            make_zip(excel_parts('<?xml version="1.0"?><!DOCTYPE a><a/>')),
            Container.XLSX,
            Fault.UNSAFE,
            inside("xl/worksheets/sheet1.xml", DOCTYPE),
            id="a doctype",
        ),
        pytest.param(
            make_excel(f'<row r="1"><c r="A1" t="inlineStr"><is>{"<r>" * 90_000}'),
            *(Container.XLSX, Fault.TOO_LARGE, beyond(USUAL, "depth", 65).detail),
            id="elements without end",
        ),
    ],
)
def test_answers_for_a_bad_file(
    content: bytes, container: Container, fault: Fault, detail: Text | None
) -> None:
    opening = open_workbook("a.xlsx", content)

    assert opening == Opening("a.xlsx", "xlsx", container, None, fault, detail)


@pytest.mark.parametrize(
    ("content", "container"),
    [
        pytest.param(
            b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(900),
            Container.XLS,
            id="a bare xls of zeros",
        ),
        pytest.param(
            make_zip(excel_parts(sheet_part('<row r="1"><c r="A1"><v>1'))),
            Container.XLSX,
            id="broken xml",
        ),
    ],
)
def test_passes_on_what_an_engine_says(content: bytes, container: Container) -> None:
    opening = open_workbook("a.xlsx", content)

    assert (opening.container, opening.fault) == (container, Fault.DAMAGED)
    assert opening.detail is not None
    said = opening.detail.en.removeprefix("the reader says: ")
    assert opening.detail == Text(f"读取程序报告：{said}", f"the reader says: {said}")


def test_answers_for_a_file_that_is_not_there(tmp_path: Path) -> None:
    path = str(tmp_path / "a.csv")

    assert open_workbook(path) == Opening(
        path,
        "csv",
        Container.NOTHING,
        None,
        Fault.NO_ACCESS,
        Text("文件已不在原处", "it is no longer there"),
    )


def test_answers_for_a_folder(tmp_path: Path) -> None:
    assert open_workbook(str(tmp_path)).fault is Fault.NO_ACCESS


def test_answers_for_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.write(b"a,b\n")
        file.truncate((256 << 20) + 1)

    opening = open_workbook(str(path))

    assert (opening.fault, opening.detail) == (
        Fault.TOO_LARGE,
        Text(
            "文件有 268435457 B，上限 268435456 B，设置项 limits.file-size",
            "a file of 268,435,457 B, limit 268,435,456 B, setting limits.file-size",
        ),
    )


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_never_raises_for_a_damaged_workbook(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["statistics.xls", "statistics.xlsb", "statistics.ods"]))
    content = bytearray((WORKBOOKS / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(8, len(content) - 1))] = data.draw(st.integers(0, 255))

    opening = open_workbook(name, bytes(content[: data.draw(st.integers(8, len(content)))]))

    assert (opening.workbook is None) is (opening.fault is not None)


@given(st.binary(max_size=400))
def test_never_raises_for_any_bytes(content: bytes) -> None:
    opening = open_workbook("a", content)

    assert (opening.workbook is None) is (opening.fault is not None)


def test_a_text_file_imports_nothing_heavy(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("总计,5\n", encoding="gbk")
    code = (
        "import sys; from statlint.workbook import open_workbook; open_workbook(sys.argv[1]); "
        "print(sorted({'openpyxl', 'xlrd', 'python_calamine', 'zipfile', 'subprocess', "
        "'multiprocessing', 'threading', 'xml', 'json'} & {*sys.modules}))"
    )

    result = subprocess.run(  # noqa: S603 - this Python, our own words
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(Path(__file__).parents[3] / "lint")},
    )

    assert result.stdout == "[]\n"
