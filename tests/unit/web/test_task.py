"""What processes do for pages, done in this one: all that they may meet is told in words."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from statlint.web import task
from statlint.web.bounds import DeskBounds
from statlint.web.case import Case, Choices, Role
from statlint.web.labour import Labour
from statlint.web.plan import Given, Plan
from statlint.web.results import RESULTS
from unit.web.desks import CLEAN, FAULTY, FAULTY_NAME
from unit.web.test_given import filled

LABOUR = Labour(DeskBounds())
LATER = "2999-12-31"


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Stand afterwards where this process stood, with its own temporary folder."""
    here = Path.cwd()
    monkeypatch.setattr(tempfile, "tempdir", tempfile.gettempdir())
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, tempfile.gettempdir())
    yield
    os.chdir(here)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """Give a case with a faulty report."""
    case = Case("name", tmp_path / "case", Choices("zh"))
    put(case, FAULTY_NAME, FAULTY)
    return case


def put(case: Case, name: str, content: bytes) -> None:
    part = case.parts / "part"
    part.write_bytes(content)
    case.add(part, name, Role.CHECKED)


def checked(case: Case) -> dict[str, Any]:
    """Check a case; give what a page is told."""
    assert task.check(str(case.folder), LABOUR.plan_of(case).written()) == ""
    return told_in(case.runs / "1")


def told_in(run: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((run / RESULTS).read_text(encoding="utf-8"))
    return told


def explained(case: Case, *reasons: tuple[str, str], until: str = "") -> str:
    """Give reasons for findings of the faulty report; give the fault, if there is one."""
    given = Given("张三", until, tuple((FAULTY_NAME, mark, text) for mark, text in reasons))
    plan = LABOUR.plan_of(case).written()
    told = task.take_reasons(str(case.folder), plan, given.written())
    code: str = json.loads(told)["code"] if told else ""
    return code


def made(case: Case, wanted: str, only: str = "") -> tuple[str, Path]:
    """Make something to be taken away; give its name, or the fault, and its place."""
    told = task.make(str(case.folder), LABOUR.plan_of(case).written(), wanted, "1", only)
    said = json.loads(told)
    return said["code"] if isinstance(said, dict) else said[0], case.made / "1"


def test_what_processes_load_is_loaded() -> None:
    task.warm()


def test_findings_are_told_and_drawn(case: Case) -> None:
    told = checked(case)
    (file,) = told["files"]

    assert [one["code"] for one in file["findings"]] == ["U102", "D105", "D105", "B101", "B101"]
    assert (file["file"], file["drawn"], file["returned"]) == ("f1", 0, None)
    assert FAULTY_NAME in json.dumps(told, ensure_ascii=False)
    assert (case.runs / "1/drawn-0.html").stat().st_size > 1_000
    assert json.loads((case.folder / task.PROGRESS).read_text())[1] == 1
    assert Path.cwd() == case.folder.parent


def test_a_file_by_itself_is_told_in_a_folder_of_its_own(case: Case) -> None:
    plan = LABOUR.plan_of(case).written()

    assert task.check_alone(str(case.folder), plan, "4") == ""
    assert len(told_in(case.runs / "1/part-4")["files"]) == 1


def test_what_cannot_be_drawn_is_told_in_words(case: Case) -> None:
    (case.runs / "1").mkdir()
    (case.runs / "1/drawn-0.html").mkdir()
    told = task.check(str(case.folder), LABOUR.plan_of(case).written())

    assert json.loads(told)["code"] == "no-write"


def test_reasons_are_written_replaced_and_taken_back(case: Case) -> None:
    first, second, *_, error = (one["id"] for one in checked(case)["files"][0]["findings"])
    sidecar = case.reasons_of(case.file("f1"))

    assert explained(case, (first, "单位为元"), (second, "系统导出"), until=LATER) == ""
    both = sidecar.read_text()
    assert explained(case, (first, "改过"), (second, "")) == ""
    after = sidecar.read_text()
    assert explained(case, (error, "确实如此")) == "not-explainable"
    assert explained(case, ("none", "确实如此")) == "stale"
    assert sidecar.read_text() == after
    assert explained(case, (error, "")) == ""
    assert explained(case, (first, "")) == ""

    assert (both.count("[[justified]]"), after.count("[[justified]]")) == (2, 1)
    assert ("单位为元" in both, "改过" in after, LATER in both) == (True, True, True)
    assert not sidecar.exists()


def test_reasons_that_cannot_be_kept_are_told(case: Case) -> None:
    (mark, *_) = (one["id"] for one in checked(case)["files"][0]["findings"])
    case.reasons_of(case.file("f1")).mkdir()

    assert explained(case, (mark, "单位为元")) == "not-kept"


def test_all_is_taken_away_or_what_is_of_one_file(case: Case) -> None:
    put(case, "clean.csv", CLEAN)
    (mark, *_) = (one["id"] for file in checked(case)["files"] for one in file["findings"])
    explained(case, (mark, "单位为元"))
    stem = FAULTY_NAME.removesuffix(".xlsx")
    name, place = made(case, "all")
    with ZipFile(place) as packed:
        names = sorted(packed.namelist())
    one = made(case, "all", "clean.csv")[0]
    report, place = made(case, "report")
    text = place.read_text(encoding="utf-8")

    assert name == one == "审核结果.zip"
    assert names == sorted(
        [
            "clean_审核结果.xlsx",
            f"{stem}_审核结果.xlsx",
            f"{FAULTY_NAME}.statlint.toml",
            "审核报告.html",
        ]
    )
    assert report == "审核报告.html"
    assert ("差额" in text, "difference" in text) == (True, True)
    assert made(case, "marked", "clean.csv")[0] == "clean_审核结果.xlsx"
    assert made(case, "reasons")[0] == f"{FAULTY_NAME}.statlint.toml"
    assert made(case, "reasons", "clean.csv")[0] == "no-reasons"


def test_a_copy_that_comes_back_is_taken_once(case: Case, tmp_path: Path) -> None:
    checked(case)
    _, place = made(case, "marked")
    put(case, "copy.xlsx", filled(place.read_bytes(), tmp_path, {1: "不成立", 3: "系统导出"}))
    first = checked(case)
    explained(case, (_mark_of(first, "系统导出"), ""))
    second = checked(case)

    returned = [[file["returned"] for file in told["files"]] for told in (first, second)]
    assert returned[0] == returned[1]
    (told,) = [one for one in returned[0] if one is not None]
    assert (told["original"], told["taken"], len(told["untaken"])) == (FAULTY_NAME, 1, 1)
    assert [file["counts"]["justified"] for file in second["files"]] == [0, 0]


def test_a_copy_whose_reasons_cannot_be_kept_is_told(case: Case, tmp_path: Path) -> None:
    checked(case)
    _, place = made(case, "marked")
    put(case, "copy.xlsx", filled(place.read_bytes(), tmp_path, {3: "系统导出"}))
    case.reasons_of(case.file("f1")).mkdir()
    told = task.check(str(case.folder), LABOUR.plan_of(case).written())

    assert json.loads(told)["code"] == "not-kept"


def test_a_report_that_comes_back_is_no_copy(case: Case) -> None:
    _, place = made(case, "report")
    put(case, "report.html", place.read_bytes())
    told = checked(case)

    assert [file["returned"] for file in told["files"]] == [None, None]


def test_of_a_case_that_is_gone_nothing_more_is_done(case: Case) -> None:
    tell = task.Progress(case.folder / "gone").tell

    with pytest.raises(task.CaseGoneError):
        tell(0, 1, "a.csv")


def test_a_form_that_cannot_be_used_is_told(case: Case) -> None:
    plan = Plan(run=1, checked=((FAULTY_NAME, "f1"),), form="no-such-form")

    assert json.loads(task.check(str(case.folder), plan.written()))["code"] == "defect"


def _mark_of(told: dict[str, Any], reason: str) -> str:
    (mark,) = [
        one["id"] for file in told["files"] for one in file["findings"] if one["reason"] == reason
    ]
    return str(mark)
