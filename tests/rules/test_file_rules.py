"""Rules on the file itself: each fault has its rule, files as offices send them are told apart."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook as Book

from rules.confronting import TODAY, shipped_rules
from statlint.config import Settings
from statlint.finding import Finding
from statlint.rule import Context
from statlint.rule.clock import Clock
from statlint.run import check_paths
from statlint.values import Language
from statlint.workbook import Container, Fault, Opening, Workbook

ROWS = (("指标", "件数"), ("甲", 1), ("乙", 2))


def findings(opening: Opening, language: Language = "zh") -> list[Finding]:
    return [
        finding
        for rule in shipped_rules().values()
        if rule.on is Opening
        for finding in rule.check(opening, Context(rule, opening.path, language, Clock(TODAY)))
    ]


def closed(fault: Fault, container: Container = Container.XLSX) -> Opening:
    return Opening("a", "", container, fault=fault)


def test_each_fault_has_one_rule() -> None:
    codes = {fault: [finding.code for finding in findings(closed(fault))] for fault in Fault}

    assert codes == {
        Fault.NO_ACCESS: ["F001"],
        Fault.EMPTY: ["F003"],
        Fault.TRUNCATED: ["F004"],
        Fault.ENCRYPTED: ["F002"],
        Fault.UNSUPPORTED: ["F006"],
        Fault.DAMAGED: ["F001"],
        Fault.UNSAFE: ["F011"],
        Fault.TOO_LARGE: ["F007"],
        Fault.NO_SHEET: ["F008"],
        Fault.TEXT_DAMAGED: ["F001"],
        Fault.OWN_OUTPUT: ["F014"],
    }


def test_a_finding_on_a_file_has_no_cell() -> None:
    places = {
        (finding.sheet, finding.cell, finding.frame)
        for fault in Fault
        for finding in findings(closed(fault))
    }

    assert places == {(None, None, None)}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_container_has_a_name_of_its_own(language: Language) -> None:
    messages = {
        finding.message
        for container in Container
        for finding in findings(closed(Fault.UNSUPPORTED, container), language)
    }

    assert len(messages) == len(Container)


@pytest.mark.parametrize(
    ("announced", "container", "expected"),
    [
        pytest.param("xls", Container.XLS, [], id="xls as announced"),
        pytest.param("et", Container.XLS, [], id="a WPS spreadsheet, which is xls inside"),
        pytest.param("xltm", Container.XLSM, [], id="a template with macros"),
        pytest.param(
            "xlsx",
            Container.XLSM,
            ["文件名后缀为「.xlsx」，内容实为 xlsm 工作簿"],
            id="macros under an ending that excludes them",
        ),
        pytest.param(
            "csv",
            Container.XLS,
            ["文件名后缀为「.csv」，内容实为 xls（Excel 97—2003）工作簿"],
            id="a workbook under a text's ending",
        ),
        pytest.param("txt", Container.DELIMITED, [], id="a table in plain text"),
        pytest.param("txt", Container.PLAIN_TEXT, [], id="sentences in plain text"),
        pytest.param("mht", Container.MHTML, [], id="a web page in one file"),
        pytest.param(
            "docx",
            Container.PLAIN_TEXT,
            ["文件名后缀为「.docx」，内容实为纯文本"],
            id="a text under the ending of a document",
        ),
    ],
)
def test_an_ending_is_held_against_the_content(
    announced: str, container: Container, expected: list[str]
) -> None:
    opening = Opening(f"a.{announced}", announced, container, Workbook((), container))

    assert [finding.message for finding in findings(opening)] == expected


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = Book()
    for row in rows:
        book.worksheets[0].append(row)
    return saved(book)


def chart_only() -> bytes:
    book = Book()
    book.create_chartsheet("图")
    book.remove(book.worksheets[0])
    return saved(book)


def saved(book: Book) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def damaged() -> bytes:
    """Change one byte inside the packed sheet."""
    content = bytearray(workbook(*ROWS))
    content[content.index(b"xl/worksheets/sheet1.xml") + 60] ^= 0xFF
    return bytes(content)


def locked() -> bytes:
    """Say of every member that it is under a password."""
    content = bytearray(workbook(*ROWS))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(sign)
        while start >= 0:
            content[start + offset] |= 1
            start = content.find(sign, start + 1)
    return bytes(content)


DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>工作总结</w:t></w:r></w:p></w:body></w:document>"
)


def archive(name: str, part: str = "<a/>") -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as package:
        package.writestr(name, part)
    return content.getvalue()


UNKNOWN = "F010 没有找到任何已知报表：既无表式中的行名，也无栏名"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        pytest.param("a.xlsx", workbook(*ROWS), [UNKNOWN], id="a sound workbook"),
        pytest.param(
            "a.xls",
            workbook(*ROWS),
            ["F005 文件名后缀为「.xls」，内容实为 xlsx 工作簿", UNKNOWN],
            id="a new workbook under the old ending",
        ),
        pytest.param(
            "a.xlsx",
            workbook(),
            ["F003 工作簿是空的，各工作表都没有填内容"],
            id="a workbook without a filled cell",
        ),
        pytest.param(
            "a.xlsx",
            workbook(*ROWS)[:-100],
            ["F004 文件不完整，后半部分缺失（找不到文件的内容目录）"],
            id="a workbook cut short",
        ),
        pytest.param(
            "a.xlsx",
            chart_only(),
            ["F008 工作簿中没有能读取的工作表（没有一张由单元格组成的工作表）"],
            id="a chart sheet alone",
        ),
        pytest.param("a.xlsx", locked(), ["F002 文件设有打开密码，无法读取"], id="a password"),
        pytest.param(
            "a.xlsx",
            archive("a/b.xml"),
            [
                (
                    "F006 文件实际是 ZIP 压缩包（其中没有可检查的文件），"
                    "只是后缀写成了「.xlsx」，不能直接读取"
                )
            ],
            id="an archive under a workbook's ending",
        ),
        pytest.param(
            "a.xlsx",
            archive("[Content_Types].xml", "<a>application/vnd...presentationml.slide</a>"),
            ["F006 文件实际是 PowerPoint 演示文稿，只是后缀写成了「.xlsx」，不能直接读取"],
            id="a presentation under a workbook's ending",
        ),
        pytest.param(
            "a.docx",
            archive("word/document.xml"),
            ["F003 文档是空的，既没有文字，也没有表格"],
            id="a Word document with nothing in it",
        ),
        pytest.param(
            "a.doc",
            archive("word/document.xml", DOCUMENT),
            ["F005 文件名后缀为「.doc」，内容实为 Word 文档（.docx）"],
            id="a new Word document under the old ending",
        ),
    ],
)
def test_a_file_as_sent_is_told(name: str, content: bytes, expected: list[str]) -> None:
    report = check_paths([(name, content)], Settings(language="zh"), today=TODAY)

    assert [f"{found.code} {found.message}" for found in report.findings] == expected


def test_a_damaged_workbook_is_told() -> None:
    report = check_paths([("a.xlsx", damaged())], Settings(language="zh"), today=TODAY)

    assert [found.code for found in report.findings] == ["F001"]
