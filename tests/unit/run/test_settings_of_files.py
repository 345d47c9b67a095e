"""Files of one run with settings of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import PurePath

import pytest

from statlint.config import Settings
from statlint.config.model import FilePattern, IgnoredIn
from statlint.errors import FormError
from statlint.finding import Finding, Report, Severity
from statlint.run import check_paths
from statlint.values import Thresholds

DAY = date(2026, 11, 22)
HEADS = "情况,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计"
WRONG = f"{HEADS}\n一、本年新收政府信息公开申请数量,1,0,0,0,0,0,2\n"
FILES = [(f"{folder}/{name}.csv", WRONG.encode()) for folder in ("a", "b") for name in ("x", "y")]
BASE = Settings(select=("B",))


def check(settings: Settings = BASE, **by_folder: Settings) -> Report:
    def settings_of(path: str) -> Settings:
        return by_folder.get(PurePath(path).parts[0], settings)

    return check_paths(FILES, settings, today=DAY, settings_of=settings_of)


def told(report: Report) -> list[tuple[str, str, Severity]]:
    return [(one.path, one.code, one.severity) for one in report.findings]


def test_the_same_settings_for_each_file_say_the_same_as_those_of_the_run() -> None:
    alone = check_paths(FILES, BASE, today=DAY)

    report = check()

    assert report == alone
    assert told(report) == [
        ("a/x.csv", "B101", Severity.ERROR),
        ("a/y.csv", "B101", Severity.ERROR),
        ("b/x.csv", "B101", Severity.ERROR),
        ("b/y.csv", "B101", Severity.ERROR),
    ]


def test_a_folder_may_ignore_a_rule() -> None:
    report = check(b=replace(BASE, ignore=("B101",)))

    assert told(report) == [
        ("a/x.csv", "B101", Severity.ERROR),
        ("a/y.csv", "B101", Severity.ERROR),
    ]
    assert report.rules == check().rules


def test_the_rules_of_a_run_are_those_that_looked_at_any_file() -> None:
    report = check(a=replace(BASE, select=("S010", "B102")), b=replace(BASE, select=("B101",)))

    assert report.rules == ("B101", "B102", "S010")
    assert [code for _, code, _ in told(report)] == ["S010", "S010", "B101", "B101"]


@pytest.mark.parametrize(
    ("pattern", "paths"),
    [
        pytest.param("x.csv", ["a/y.csv", "b/y.csv"], id="in files of a name"),
        pytest.param("a/", ["b/x.csv", "b/y.csv"], id="in a folder"),
        pytest.param("!a/", ["a/x.csv", "a/y.csv"], id="in all others"),
    ],
)
def test_rules_left_out_in_some_files(pattern: str, paths: list[str]) -> None:
    ignored = IgnoredIn(FilePattern(pattern, "."), ("B1",))

    report = check_paths(FILES, replace(BASE, ignored_in=(ignored,)), today=DAY)

    assert [one.path for one in report.findings] == paths


def test_severity_by_settings_leaves_what_a_form_asks_for() -> None:
    mild = replace(BASE, severities=(("B101", Severity.INFORMATION), ("B", Severity.WARNING)))

    report, usual = check(b=mild), check()

    assert [one.severity for one in report.findings] == [
        Severity.ERROR,
        Severity.ERROR,
        Severity.INFORMATION,
        Severity.INFORMATION,
    ]
    assert list(map(_without_severity, report.findings)) == list(
        map(_without_severity, usual.findings)
    )
    assert [report.count(one) for one in Severity] == [2, 0, 2]


def _without_severity(found: Finding) -> Finding:
    return replace(found, severity=Severity.WARNING)


def test_what_is_of_the_whole_run_is_not_taken_from_a_folder() -> None:
    strange = replace(BASE, language="zh", previous=("nowhere.csv",), fail_level=Severity.WARNING)

    report = check(b=strange)

    assert report == check()


COPIED = f"""{HEADS}
一、本年新收政府信息公开申请数量,1126,0,0,0,0,0,1126
二、上年结转政府信息公开申请数量,374,0,0,0,0,0,374
（一）予以公开,587,0,0,0,0,0,587
2.没有现成信息需要另行制作,165,0,0,0,0,0,165
四、结转下年度继续办理,43,0,0,0,0,0,43
"""


@pytest.mark.parametrize(
    ("names", "told_of"),
    [
        pytest.param(["a/教育局.csv", "a/民政局.csv"], ["a/教育局.csv", "a/民政局.csv"], id="both"),
        pytest.param(["a/教育局.csv", "b/民政局.csv"], ["a/教育局.csv"], id="one of two"),
        pytest.param(["b/教育局.csv", "b/民政局.csv"], [], id="neither"),
    ],
)
def test_what_files_are_to_one_another_is_told_by_the_rules_of_each(
    names: list[str], told_of: list[str]
) -> None:
    settings = {"a": replace(BASE, select=("X206",)), "b": BASE}
    files = [(name, COPIED.encode()) for name in names]

    report = check_paths(files, BASE, today=DAY, settings_of=lambda path: settings[path[0]])

    assert [one.path for one in report.findings if one.code == "X206"] == told_of


def test_faults_in_the_settings_of_a_folder_are_told_first() -> None:
    seen: list[int] = []
    progress: Callable[[int, int, str], None] = lambda done, *_: seen.append(done)  # noqa: E731
    settings = {"a": BASE, "b": replace(BASE, form="no-such-form")}

    with pytest.raises(FormError):
        check_paths(FILES, BASE, settings_of=lambda path: settings[path[0]], progress=progress)
    assert seen == []


def test_thresholds_of_files_that_differ_are_those_of_the_run() -> None:
    from statlint.run import prepare

    mild = replace(BASE, thresholds=Thresholds(units=50.0))
    work = prepare(BASE, today=DAY, settings_of=lambda path: mild if path < "b" else BASE)

    assert work.thresholds_of(["a/x.csv", "a/y.csv"]) == Thresholds(units=50.0)
    assert work.thresholds_of(["a/x.csv", "b/y.csv"]) == Thresholds()
    assert prepare(mild, today=DAY).thresholds_of(["a"]) == Thresholds(units=50.0)
