"""Files held against others that the user names: earlier ones, and parts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import statlint
from statlint.config import Settings
from statlint.errors import MissingPathError
from statlint.finding import Report
from statlint.run import check_paths
from statlint.run.sources import open_source
from statlint.values import Period
from statlint.workbook import Opening

FORM = """
id = "own"
title = "Own"
source = "Own"
[[table]]
key = "t"
title = "T"
head = [{ key = "x", label = "Cases" }]
line = [{ key = "carry", label = "Carried over" }, { key = "next", label = "Passed on" }]
edit = [
  { id = "C", rule = "carry = previous.next", per = "head" },
  { id = "P", rule = "next = sum(parts.next)", per = "head" },
]
"""


def grid(carry: int, following: int) -> bytes:
    return f"Item,Cases\nCarried over,{carry}\nPassed on,{following}\n".encode()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    path = tmp_path / "own.toml"
    path.write_text(FORM, encoding="utf-8")
    return Settings(form=str(path), select=("P201", "X201", "X205"))


def told(report: Report) -> list[tuple[str, str, str]]:
    return [(one.path, one.code, str(one.cell)) for one in report.findings]


def open_ones(report: Report) -> list[tuple[str, str, str | None]]:
    return [(one.edit, one.reason.value, one.other) for one in report.not_checked]


def test_last_years_figure_must_be_carried_over(settings: Settings) -> None:
    right = check_paths([("a2024.csv", grid(5, 9))], settings, previous=[("a2023.csv", grid(1, 5))])
    wrong = check_paths([("a2024.csv", grid(6, 9))], settings, previous=[("a2023.csv", grid(1, 5))])

    assert told(right) == []
    assert told(wrong) == [("a2024.csv", "P201", "B2")]
    assert [
        (one.path, str(one.cell), one.value)
        for one in wrong.findings[0].related
        if one.path is not None
    ] == [("a2023.csv", "B3", "5")]


def test_the_period_asked_for_is_that_of_the_file_that_is_checked(settings: Settings) -> None:
    settings = replace(settings, period=Period(2024))

    report = check_paths([("a.csv", grid(6, 9))], settings, previous=[("a2023.csv", grid(1, 5))])

    assert told(report) == [("a.csv", "P201", "B2")]


def test_parts_must_add_up(settings: Settings) -> None:
    parts = [("town one.csv", grid(0, 4)), ("town two.csv", grid(0, 6))]
    report = check_paths([("county.csv", grid(0, 11))], settings, parts=parts)

    assert told(report) == [("county.csv", "X201", "B3")]
    assert [note.role for note in report.files[0].neighbours] == ["parts", "parts"]


def test_paths_of_settings_are_expanded(settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "a2023.csv").write_bytes(grid(1, 5))
    (folder / "b2023.csv").write_bytes(grid(1, 7))
    report = check_paths(
        [("a2024.csv", grid(6, 9)), ("b2024.csv", grid(7, 9))],
        replace(settings, previous=(str(folder),)),
    )

    assert told(report) == [("a2024.csv", "P201", "B2")]


def test_a_path_that_is_not_there_is_refused(settings: Settings) -> None:
    with pytest.raises(MissingPathError):
        check_paths([("a.csv", grid(1, 1))], replace(settings, parts=("nowhere",)))


@pytest.mark.parametrize(
    ("previous", "reason"),
    [
        pytest.param(("a2023.xlsx", b"PK\x03\x04"), "not-read-elsewhere", id="cannot be read"),
        pytest.param(("a2023.csv", b"a,b"), "no-table-elsewhere", id="no table"),
    ],
)
def test_what_cannot_be_used_is_told(
    settings: Settings, previous: tuple[str, bytes], reason: str
) -> None:
    report = check_paths([("a2024.csv", grid(6, 9))], settings, previous=[previous])

    assert open_ones(report) == [("previous", reason, previous[0])]


def test_another_period_is_a_finding(settings: Settings) -> None:
    report = check_paths(
        [("a2024.csv", grid(6, 9))], settings, previous=[("a2021.csv", grid(1, 6))]
    )

    assert open_ones(report) == []
    assert [(note.path, note.role) for note in report.files[0].neighbours] == [
        ("a2021.csv", "earlier")
    ]


def test_a_quarter_that_is_missing_is_named_once(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(FORM.replace("previous.next", "sum(quarterly.carry)"), encoding="utf-8")
    settings = Settings(form=str(path), select=("X205",), language="zh")
    quarters = [(f"a2024Q{number}.csv", grid(2, 1)) for number in (1, 3, 4)]

    report = check_paths([("a2024.csv", grid(8, 1))], settings, previous=quarters)

    assert [one.message for one in report.findings] == [
        "2024年的各季报表中缺2024年第二季度的，各期之和未能核对"
    ]
    assert open_ones(report) == []


def test_a_file_is_previous_and_checked(settings: Settings) -> None:
    files = [("a2023.csv", grid(1, 5)), ("a2024.csv", grid(6, 9))]
    report = check_paths(files, settings, previous=files[:1])

    assert [file.path for file in report.files] == ["a2023.csv", "a2024.csv"]
    assert told(report) == [("a2024.csv", "P201", "B2")]


def test_tables_without_a_form_are_matched_by_their_labels() -> None:
    now = b"Item,2023,2024\nMen,120,130\nWomen,130,140\nAll,250,270\n"
    then = b"Item,2022,2023\nMen,110,120\nLadies,120,130\nAll,230,250\n"
    report = check_paths([("a2024.csv", now)], Settings(), previous=[("a2023.csv", then)])

    assert [(note.path, note.role) for note in report.files[0].neighbours] == [
        ("a2023.csv", "previous")
    ]
    assert [(one.edit, one.reason.value, one.line) for one in report.not_checked if one.other] == [
        ("previous", "absent-elsewhere", "Women")
    ]


def test_the_same_from_python(tmp_path: Path) -> None:
    form = tmp_path / "own.toml"
    form.write_text(FORM, encoding="utf-8")
    before = tmp_path / "a2023.csv"
    before.write_bytes(grid(1, 5))
    parts = [("town one.csv", grid(0, 4)), ("town two.csv", grid(0, 6))]
    report = statlint.lint(("a2024.csv", grid(6, 9)), form=str(form), previous=before, parts=parts)

    assert {one.code for one in report.findings} >= {"P201", "X201"}


def test_a_head_that_is_a_part_of_a_year_has_figures() -> None:
    table = (
        "行业,一季度,二季度,合计\n农业,{a},20,{b}\n工业,50,60,110\n商业,7,8,15\n合计,{c},88,{d}\n"
    )
    now = table.format(a=10, b=30, c=67, d=155).encode()
    then = table.format(a=11, b=31, c=68, d=156).encode()
    report = check_paths([("用电2024.csv", now)], Settings(), previous=[("用电2023.csv", then)])

    assert [(note.path, note.role) for note in report.files[0].neighbours] == [
        ("用电2023.csv", "previous")
    ]


def test_a_file_that_statlint_itself_fails_on_ends_no_run(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("statlint.run.library.read", fail)
    report = check_paths(
        [("a2024.csv", grid(6, 9))], settings, previous=[("a2023.csv", grid(1, 5))]
    )

    assert [(one.path, one.error) for one in report.crashes] == [
        ("a2023.csv", "ZeroDivisionError()")
    ]
    assert open_ones(report) == [("previous", "not-read-elsewhere", "a2023.csv")]


def test_a_file_that_is_checked_as_well_is_not_read_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [("a2023.csv", grid(1, 5)), ("a2024.csv", grid(6, 9))]
    opened: list[str] = []

    def look(source: tuple[str, bytes], settings: Settings) -> Opening:
        opened.append(source[0])
        return open_source(source, settings)

    monkeypatch.setattr("statlint.run.library.open_source", look)
    monkeypatch.setattr("statlint.run.each.open_source", look)
    check_paths(files, settings, previous=files)

    assert opened == ["a2023.csv", "a2024.csv"]
