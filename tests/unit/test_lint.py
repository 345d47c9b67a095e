"""The Python interface: one call, one report, nothing printed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

import statlint
from statlint.errors import MissingPathError

SUBMISSIONS = Path(__file__).parents[2] / "fixtures" / "submissions"
YAOHAI = SUBMISSIONS / "瑶海区2019年政府信息公开年报.xlsx"
SUQIAN = SUBMISSIONS / "suqian-2024-gbk.csv"


def _errors(report: statlint.Report) -> list[tuple[str, str]]:
    return [
        (str(found.cell), found.code)
        for found in report.findings
        if found.severity is statlint.Severity.ERROR
    ]


def test_one_path_several_paths_a_pair_and_an_open_file_are_read_alike() -> None:
    with YAOHAI.open("rb") as opened:
        reports = [
            statlint.lint(YAOHAI),
            statlint.lint([str(YAOHAI)]),
            statlint.lint((YAOHAI.name, YAOHAI.read_bytes())),
            statlint.lint([opened]),
        ]

    errors = [_errors(report) for report in reports]
    assert errors == [errors[0]] * 4
    assert [code for _, code in errors[0]] == ["B101", "B101"]


def test_processes_and_threads_say_the_same() -> None:
    alone = statlint.lint([YAOHAI, SUQIAN])

    with ThreadPoolExecutor(2) as executor:
        assert statlint.lint([YAOHAI, SUQIAN], executor=executor) == alone
    assert statlint.lint([YAOHAI, SUQIAN], jobs=2) == alone


def test_a_folder_is_walked() -> None:
    report = statlint.lint(SUBMISSIONS)

    names = [Path(file.path).name for file in report.files]
    assert YAOHAI.name in names
    assert SUQIAN.name in names


def test_nothing_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    statlint.lint(YAOHAI)

    assert capsys.readouterr() == ("", "")


def test_the_language_is_the_one_asked_for() -> None:
    said = [statlint.lint(YAOHAI, language=language).findings[0] for language in ("zh", "en")]

    assert said[0].message != said[1].message
    assert said[0].fingerprint == said[1].fingerprint


def test_rules_can_be_chosen() -> None:
    report = statlint.lint(YAOHAI, select=["B"], ignore=["unbalanced-total"])

    assert report.findings == ()


def test_the_period_comes_before_what_the_file_says() -> None:
    report = statlint.lint(SUQIAN, period="2020")

    assert [(found.code, str(found.severity)) for found in report.findings] == [("S007", "error")]


def test_a_path_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(MissingPathError, match="nowhere"):
        statlint.lint("nowhere.csv")


def test_an_archive_in_memory_is_read_as_a_folder_and_held_against_a_list() -> None:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.write(SUQIAN, "宿迁市2024年报表.csv")

    report = statlint.lint(("city.zip", packed.getvalue()), units=iter(["宿迁市", "淮安市"]))

    assert [file.path for file in report.files] == ["city.zip/宿迁市2024年报表.csv"]
    assert [(found.path, found.code, found.line) for found in report.findings] == [
        ("city.zip", "X202", "淮安市")
    ]


def test_a_list_of_units_may_be_a_file(tmp_path: Path) -> None:
    listed = tmp_path / "units.txt"
    listed.write_text("宿迁市\n淮安市\n", encoding="utf-8")

    report = statlint.lint([SUQIAN], units=listed, period="2024")

    assert [(found.path, found.line) for found in report.findings if found.code == "X202"] == [
        (str(listed), "宿迁市"),
        (str(listed), "淮安市"),
    ]
