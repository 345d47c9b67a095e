"""Documents from their file to their findings: the same as those of a workbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.finding import Finding
from statlint.run import check_paths

FIXTURES = Path(__file__).parents[3] / "fixtures"
BOOK = FIXTURES / "submissions" / "瑶海区2019年政府信息公开年报.xlsx"
REPORT = FIXTURES / "documents" / "瑶海区2019年政府信息公开年报"
TORN = FIXTURES / "documents" / "瑶海区2019年年报（文字）.txt"
OF_TABLES = ("B", "D", "U", "M", "S")


def findings(*sources: Path | tuple[str, bytes]) -> list[Finding]:
    """Check files as an office would."""
    return list(check_paths(sources, Settings(language="en")).findings)


def of_tables(source: Path) -> list[tuple[str, str]]:
    """Give code and message of each finding on tables, in order."""
    return sorted(
        (one.code, one.message) for one in findings(source) if one.code.startswith(OF_TABLES)
    )


@pytest.mark.parametrize("ending", [".html", ".txt"])
def test_the_tables_of_a_document_say_what_those_of_its_workbook_say(ending: str) -> None:
    assert of_tables(REPORT.with_name(REPORT.name + ending)) == of_tables(BOOK)


def test_a_torn_table_is_checked_and_the_others_are_told_of() -> None:
    found = [(one.code, one.place, one.cell and str(one.cell)) for one in findings(TORN)]

    assert sorted(one for one in found if one[0] != "T107") == [
        ("B101", "table 1", "D23"),
        ("B101", "table 1", "J23"),
        ("D105", "table 1", "F10"),
        ("D105", "table 1", "F14"),
        ("S019", "paragraph 19", None),
        ("S019", "paragraph 25", None),
    ]


def test_title_period_and_name_of_a_document_are_held_against_each_other() -> None:
    page = REPORT.with_name(f"{REPORT.name}.html").read_bytes().decode("gb18030")
    changed = page.replace("瑶海区人民政府2019年政府", "瑶海区人民政府2018年政府")

    found = findings(("瑶海区2020年年报.html", changed.encode("gb18030")))

    assert [one.place for one in found if one.code == "S014"] == ["paragraph 7"]


def test_nothing_is_said_of_a_document_without_tables() -> None:
    text = "某区人民政府2019年政府信息公开工作年度报告\n\n一、总体情况\n" + (
        "区政府办公室及时公开了各类信息，方便了群众查阅。\n" * 5
    )

    report = check_paths([("a.txt", text.encode())], Settings())

    assert [one.code for one in report.findings if not one.code.startswith("T")] == []
