"""Rules on the file itself: each fault has its rule, and each wording names what was found."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from datetime import date

import pytest

from statlint.finding import Finding
from statlint.rule import Context, Rule
from statlint.values import Language
from statlint.workbook import Container, Dialect, Fault, Opening, Workbook
from statlint_rules import RULES


def rules() -> Iterator[Rule[Opening]]:
    for code, module in RULES.items():
        if code.startswith("F"):
            found = getattr(importlib.import_module(module), module.rpartition(".")[2])
            if found.on is Opening:
                yield found


def findings(opening: Opening, language: Language = "zh") -> list[Finding]:
    return [
        finding
        for rule in rules()
        for finding in rule.check(
            opening, Context(rule, opening.path, language, today=date(2026, 11, 21))
        )
    ]


def said(opening: Opening, language: Language) -> list[str]:
    return [f"{finding.code} {finding.message}" for finding in findings(opening, language)]


def closed(
    fault: Fault,
    container: Container = Container.XLSX,
    *,
    announced: str = "xlsx",
    detail: str | None = None,
) -> Opening:
    return Opening(f"a.{announced}", announced, container, fault=fault, detail=detail)


def opened(container: Container, announced: str, dialect: Dialect | None = None) -> Opening:
    return Opening(f"a.{announced}", announced, container, Workbook((), container, dialect))


def test_each_fault_has_one_rule() -> None:
    codes = {fault: [finding.code for finding in findings(closed(fault))] for fault in Fault}

    assert codes == {
        Fault.NO_ACCESS: ["F001"],
        Fault.EMPTY: ["F003"],
        Fault.TRUNCATED: ["F004"],
        Fault.ENCRYPTED: ["F002"],
        Fault.UNSUPPORTED: ["F006"],
        Fault.DAMAGED: ["F001"],
        Fault.TOO_LARGE: ["F007"],
        Fault.NO_SHEET: ["F008"],
        Fault.TEXT_DAMAGED: ["F001"],
    }


def test_a_finding_on_a_file_has_no_cell() -> None:
    places = {
        (finding.sheet, finding.cell, finding.frame)
        for fault in Fault
        for finding in findings(closed(fault))
    }

    assert places == {(None, None, None)}


@pytest.mark.parametrize(
    ("detail", "zh", "en"),
    [
        pytest.param(
            "CRC-32",
            "F001 文件已损坏，无法打开（CRC-32）",
            "F001 The file is damaged and cannot be opened (CRC-32)",
            id="with the engine's word",
        ),
        pytest.param(
            None,
            "F001 文件已损坏，无法打开",
            "F001 The file is damaged and cannot be opened",
            id="without a word",
        ),
    ],
)
def test_detail_stands_in_brackets(detail: str | None, zh: str, en: str) -> None:
    opening = closed(Fault.DAMAGED, detail=detail)

    assert [said(opening, "zh"), said(opening, "en")] == [[zh], [en]]


@pytest.mark.parametrize(
    ("announced", "container", "zh", "en"),
    [
        pytest.param(
            "xls",
            Container.HTML,
            "文件实际是网页（HTML）文件，只是后缀写成了「.xls」，不能直接读取",
            "The file is really a web page (HTML) named “.xls”, which cannot be read directly",
            id="a web page named xls",
        ),
        pytest.param(
            "pdf",
            Container.PDF,
            "文件是 PDF 文档，不能直接读取",
            "The file is a PDF document, which cannot be read directly",
            id="a PDF that says so",
        ),
        pytest.param(
            "xls",
            Container.BINARY,
            "文件是认不出格式的二进制文件，不能直接读取",
            "The file is a binary file of no known format, which cannot be read directly",
            id="bytes of no known format",
        ),
        pytest.param(
            "xlsx",
            Container.XLSX,
            "文件是写法特殊的 xlsx 文件，不能直接读取",
            "The file is an uncommon kind of xlsx file, which cannot be read directly",
            id="a workbook in a dialect that no engine reads",
        ),
    ],
)
def test_an_unsupported_file_is_named(
    announced: str, container: Container, zh: str, en: str
) -> None:
    opening = closed(Fault.UNSUPPORTED, container, announced=announced)

    assert [said(opening, "zh"), said(opening, "en")] == [[f"F006 {zh}"], [f"F006 {en}"]]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_container_has_a_name_of_its_own(language: Language) -> None:
    messages = {
        message
        for container in Container
        for message in said(closed(Fault.UNSUPPORTED, container, announced=""), language)
    }

    assert len(messages) == len(Container)


@pytest.mark.parametrize(
    ("announced", "container", "expected"),
    [
        pytest.param("xls", Container.XLS, [], id="xls as announced"),
        pytest.param("et", Container.XLS, [], id="WPS spreadsheet, which is xls inside"),
        pytest.param("txt", Container.DELIMITED, [], id="text under one of its names"),
        pytest.param("", Container.XLSX, [], id="no ending"),
        pytest.param("bak", Container.XLSX, [], id="an ending that promises nothing"),
        pytest.param(
            "xls",
            Container.XLSX,
            ["F005 文件名后缀为「.xls」，内容实为 xlsx 工作簿"],
            id="new workbook under the old ending",
        ),
        pytest.param(
            "xls",
            Container.DELIMITED,
            ["F005 文件名后缀为「.xls」，内容实为分隔符文本（CSV 之类）"],
            id="text under a workbook's ending",
        ),
        pytest.param(
            "csv",
            Container.XLS,
            ["F005 文件名后缀为「.csv」，内容实为 xls（Excel 97—2003）工作簿"],
            id="workbook under a text's ending",
        ),
        pytest.param(
            "xlsx",
            Container.XLSM,
            ["F005 文件名后缀为「.xlsx」，内容实为 xlsm 工作簿"],
            id="macros under an ending that excludes them",
        ),
    ],
)
def test_a_wrong_extension_is_told(
    announced: str, container: Container, expected: list[str]
) -> None:
    assert said(opened(container, announced), "zh") == expected


@pytest.mark.parametrize(
    ("doubtful", "expected"),
    [
        pytest.param(True, ["F009 文件编码不能确定，暂按「big5」读取"], id="in doubt"),
        pytest.param(False, [], id="sure"),
    ],
)
def test_a_doubtful_encoding_is_told(doubtful: bool, expected: list[str]) -> None:  # noqa: FBT001
    dialect = Dialect("big5", ",", doubtful=doubtful)

    assert said(opened(Container.DELIMITED, "csv", dialect), "zh") == expected
