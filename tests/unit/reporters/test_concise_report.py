"""One finding a line."""

from __future__ import annotations

from dataclasses import replace

from statlint.reporters import REPORTERS, Look
from unit.reporters import samples

concise = REPORTERS["concise"]


def test_a_workbook_has_sheets_a_text_file_has_none_a_whole_file_no_cell() -> None:
    lines = concise(samples.whole_run("en"), Look()).splitlines()

    assert [line.partition(" ")[0] for line in lines] == [
        "2016年统计表.csv:C21:",
        "2016年统计表.csv:C30:",
        "加密.xlsx:",
        "通讯录.ods:",
        "瑶海区2019.xlsx:表三!F12:",
        "瑶海区2019.xlsx:表三!F16:",
        "瑶海区2019.xlsx:表三!D27:",
        "瑶海区2019.xlsx:表三!J27:",
    ]


def test_every_finding_takes_one_line() -> None:
    report = samples.yaohai("zh")
    broken = replace(report.findings[0], message="合\n计 \x1b[1m00", sheet="表\n三")

    assert concise(replace(report, findings=(broken,)), Look()) == (
        "瑶海区2019.xlsx:表 三!F12: D105 合 计 [1m00\n"
    )


def test_a_place_in_a_document_comes_before_its_cell() -> None:
    report = samples.yaohai("zh")
    placed = replace(report.findings[0], place="表格 3", sheet=None)

    assert concise(replace(report, findings=(placed,)), Look()) == (
        "瑶海区2019.xlsx:表格 3 F12: D105 写作「00」，按 0 读取\n"
    )


def test_statistics_follow() -> None:
    lines = concise(samples.yaohai("zh"), Look(statistics=True)).splitlines()

    assert lines[4:] == ["2 B101 unbalanced-total", "2 D105 leading-zero"]


def test_a_clean_report_is_empty() -> None:
    assert concise(samples.clean("zh"), Look(statistics=True)) == ""
