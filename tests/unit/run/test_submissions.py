"""Files that refer to one another: which are held against which, and what is not checked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from textwrap import dedent

import pytest

from statlint.config import Settings
from statlint.facts import Filing, Referral, find_referrals
from statlint.finding import Report
from statlint.form import Form, build_form
from statlint.run import check_paths
from statlint.table import FormPlan
from tables import entries_of

SCORES = """\
    {title}
    考核内容,自评得分,佐证材料
    主动公开,5,{first}
    依申请公开,5,{second}
    """
EVIDENCE = """\
    {title}
    序号,材料名称,份数
    1,工作要点,1
    2,公开指南,1
    3,公开目录,1
    """
TODAY = date(2026, 11, 22)


def scores(title: str = "", first: str = "1、2", second: str = "3") -> str:
    return SCORES.format(title=title, first=first, second=second)


def evidence(title: str = "") -> str:
    return EVIDENCE.format(title=title)


def form() -> Form:
    proof = {"key": "proof", "label": "佐证材料", "refers": "evidence.document", "covers": True}
    number = {"key": "no", "label": "序号", "format": "ordinal", "optional": True}
    item = {"key": "item", "label": "考核内容", "repeat": True}
    document = {"key": "document", "label": "材料", "repeat": True}
    tables = [
        {
            "key": "scores",
            "title": "自查评分表",
            "head": entries_of(
                [
                    {"key": "item", "label": "考核内容", "names": "item"},
                    {"key": "score", "label": "自评得分", "kind": "score"},
                    proof,
                ]
            ),
            "line": [item],
        },
        {
            "key": "evidence",
            "title": "佐证材料清单",
            "head": entries_of(
                [
                    number,
                    {"key": "document", "label": "材料名称", "names": "document"},
                    {"key": "copies", "label": "份数"},
                ]
            ),
            "line": [document],
        },
    ]
    given = {"id": "example", "title": "Example", "source": "Example", "table": tables}
    return build_form({**given, "titles": ["自查评分表", "佐证材料清单"]}, "example")


@pytest.fixture(autouse=True)
def form_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("statlint.run.pack.plans_of", lambda _: (FormPlan(form()),))


def checked(**files: str) -> Report:
    """Check files by their names; _ stands for the slash of a folder."""
    sources = [
        (f"{name.replace('_', '/')}.csv", dedent(text).encode()) for name, text in files.items()
    ]
    return check_paths(sources, Settings(language="zh"), today=TODAY)


def told(report: Report) -> list[str]:
    """Tell what X rules found, and what was not checked."""
    assert report.crashes == ()
    return [
        *(f"{one.path} {one.cell} {one.code}" for one in report.findings if one.code[0] == "X"),
        *(f"{one.path} {one.cell} {one.edit} {one.reason}" for one in report.not_checked),
    ]


def test_two_files_are_held_against_one_another() -> None:
    report = checked(a=scores(second="9"), b=evidence())

    assert told(report) == ["a.csv C4 X101", "b.csv A5 X102"]
    assert [one.message for one in report.findings if one.code == "X101"] == [
        "佐证材料「9」：佐证材料清单中没有第 9 号（b.csv）"
    ]


def test_the_order_of_the_files_makes_no_difference() -> None:
    one = checked(a=scores(second="9"), b=evidence())
    other = checked(b=evidence(), a=scores(second="9"))

    assert one == other


def test_files_that_agree_have_no_finding() -> None:
    assert told(checked(a=scores(), b=evidence())) == []


def test_one_file_alone_is_listed_as_not_checked() -> None:
    assert told(checked(a=scores())) == ["a.csv C3 X101 no-counterpart"]


def test_a_list_alone_needs_nothing() -> None:
    assert told(checked(b=evidence())) == []


def test_a_sheet_that_refers_to_nothing_needs_no_list() -> None:
    assert told(checked(a=scores(first="", second="见附件"))) == []


def test_other_folders_are_other_submissions() -> None:
    report = checked(东_a=scores(second="9"), 西_b=evidence())

    assert told(report) == ["东/a.csv C3 X101 no-counterpart"]


def test_each_folder_is_a_submission() -> None:
    report = checked(
        东_a=scores(second="9"), 东_b=evidence(), 西_a=scores(second="8"), 西_b=evidence()
    )

    assert told(report) == [
        "东/a.csv C4 X101",
        "东/b.csv A5 X102",
        "西/a.csv C4 X101",
        "西/b.csv A5 X102",
    ]


def test_two_lists_leave_open_which_is_meant() -> None:
    report = checked(a=scores(second="9"), b=evidence(), c=evidence())

    assert told(report) == ["a.csv C3 X101 several-counterparts"]


def test_a_list_that_two_sheets_may_refer_to_is_neither_s() -> None:
    report = checked(a=scores(second="9"), b=scores(second="8"), c=evidence())

    assert told(report) == [
        "a.csv C3 X101 several-counterparts",
        "b.csv C3 X101 several-counterparts",
    ]


def test_the_same_unit_goes_together() -> None:
    report = checked(
        a=scores("城关镇人民政府2017年自查评分表", second="9"),
        b=evidence("城关镇人民政府2017年佐证材料清单"),
        c=scores("晓天镇人民政府2017年自查评分表", second="8"),
        d=evidence("晓天镇人民政府2017年佐证材料清单"),
    )

    assert told(report) == ["a.csv C4 X101", "b.csv A5 X102", "c.csv C4 X101", "d.csv A5 X102"]


def test_another_unit_s_list_is_not_taken() -> None:
    report = checked(
        a=scores("城关镇人民政府2017年自查评分表", second="9"),
        b=evidence("晓天镇人民政府2017年佐证材料清单"),
    )

    assert told(report) == ["a.csv C3 X101 no-counterpart"]


def test_the_list_of_the_same_year_is_taken() -> None:
    report = checked(
        a=scores("2017年自查评分表", second="9"),
        b=evidence("2017年佐证材料清单"),
        c=scores("2016年自查评分表", second="8"),
        d=evidence("2016年佐证材料清单"),
    )

    assert told(report) == ["a.csv C4 X101", "b.csv A5 X102", "c.csv C4 X101", "d.csv A5 X102"]


def test_a_file_with_both_tables_needs_no_other() -> None:
    both = dedent(scores(second="9")) + "\n" + dedent(evidence())
    report = checked(a=both, b=scores(second="8"))

    assert told(report) == ["a.csv C4 X101", "a.csv A10 X102", "b.csv C3 X101 no-counterpart"]


def test_a_list_without_numbers_is_said_to_have_none() -> None:
    report = checked(a=scores(), b="材料名称,份数\n工作要点,1\n公开指南,1\n")

    assert told(report) == ["a.csv C3 X101 no-numbers"]


def test_checks_between_files_are_counted_once_a_file() -> None:
    alone = [checked(a=scores()), checked(b=evidence())]
    together = checked(a=scores(), b=evidence())

    assert [file.outcomes.not_checked for one in alone for file in one.files] == [1, 0]
    assert [file.outcomes.not_checked for file in together.files] == [0, 0]
    assert [file.outcomes.passed for file in together.files] == [
        one.files[0].outcomes.passed + more for one, more in zip(alone, (0, 2), strict=True)
    ]


def test_progress_goes_file_by_file() -> None:
    seen: list[tuple[int, int, str]] = []
    sources = [("a.csv", dedent(scores()).encode()), ("b.csv", dedent(evidence()).encode())]

    check_paths(sources, Settings(), progress=lambda *step: seen.append(step), today=TODAY)

    assert seen == [(0, 2, "a.csv"), (1, 2, "b.csv")]


def test_without_the_rules_nothing_is_listed() -> None:
    report = check_paths(
        [("a.csv", dedent(scores()).encode())], Settings(ignore=("X",)), today=TODAY
    )

    assert told(report) == []


def test_a_defect_in_one_folder_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(filings: Sequence[Filing]) -> tuple[Referral, ...]:
        if filings[0].path.startswith("东"):
            raise ZeroDivisionError
        return find_referrals(filings)

    monkeypatch.setattr("statlint.run.together.find_referrals", fail)
    report = checked(东_a=scores(), 东_b=evidence(), 西_a=scores(second="9"), 西_b=evidence())

    assert [crash.path for crash in report.crashes] == ["东/a.csv", "东/b.csv"]
    assert {one.path for one in report.findings} == {"西/a.csv", "西/b.csv"}
