"""Several files in one report: numbers go through, and one bad file does not take others along."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from statlint.config import Settings
from statlint.reporters import REPORTERS, Look
from statlint.run import check_paths
from statlint.table import FilledForm

if TYPE_CHECKING:
    import pytest

SUBMISSIONS = Path(__file__).parents[3] / "fixtures" / "submissions"
YAOHAI = (SUBMISSIONS / "瑶海区2019年政府信息公开年报.xlsx").read_bytes()
SUQIAN = (SUBMISSIONS / "suqian-2024-gbk.csv").read_bytes()


def test_groups_are_numbered_through_all_files() -> None:
    report = check_paths([("b/x.xlsx", YAOHAI), ("a/x.xlsx", YAOHAI)], Settings())

    assert [(one.id, one.path) for one in report.diagnoses] == [
        ("d1", "a/x.xlsx"),
        ("d2", "b/x.xlsx"),
    ]
    assert [
        [found.fingerprint for found in report.findings if found.diagnosis == one.id]
        for one in report.diagnoses
    ] == [list(one.findings) for one in report.diagnoses]


def test_fingerprints_are_those_of_the_name_and_told_apart_by_an_ordinal() -> None:
    alone = check_paths([("x.xlsx", YAOHAI)], Settings())
    twice = check_paths([("a/x.xlsx", YAOHAI), ("b/x.xlsx", YAOHAI)], Settings(language="zh"))

    marks = [found.fingerprint for found in alone.findings]
    assert [found.fingerprint for found in twice.findings] == [
        *marks,
        *(f"{mark}-2" for mark in marks),
    ]


def test_a_file_that_statlint_itself_fails_on_leaves_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(filled: FilledForm, *_: object, **__: object) -> None:
        raise ZeroDivisionError(filled.form.id)

    monkeypatch.setattr("statlint.run.forms.confront", fail)
    report = check_paths([("a.csv", SUQIAN), ("b.csv", b"Sex,2024\nMen,1\n")], Settings())

    assert [(crash.code, crash.path, crash.error) for crash in report.crashes] == [
        ("statlint", "a.csv", "ZeroDivisionError('cn-disclosure-annual-2021')")
    ]
    assert [file.path for file in report.files] == ["a.csv", "b.csv"]
    assert report.outcomes.crashed == 1


def test_a_run_in_which_no_table_was_found_does_not_read_as_a_clean_bill() -> None:
    report = check_paths([("b.csv", b"Sex,2024\nMen,1\n")], Settings())

    shown = REPORTERS["text"](report, Look())

    assert "all passed" not in shown
    assert "no statistics table found" in shown


def test_checks_that_a_text_keeps_open_name_its_diagnosis() -> None:
    text = SUQIAN.decode("gbk").replace("1408,21,0", "14O8,21,0")

    report = check_paths([("a.csv", text.encode())], Settings(language="zh"))

    (diagnosis,) = report.diagnoses
    assert diagnosis.message == (
        "D21 可能应为 1408（现为「14O8」，0 误写成字母 O）：改后未能核对的 3 处均相符，可能性 > 99%"
    )
    assert [(one.code, str(one.cell), one.diagnosis) for one in report.findings] == [
        ("D101", "D21", "d1")
    ]
    waiting = [one.edit for one in report.not_checked if one.diagnosis == "d1"]
    assert waiting == [one.edit for one in report.not_checked if one.reason == "unreadable-parts"]
    assert len(waiting) == len(("A2", "A3", "B1"))


def test_what_else_is_told_of_a_located_cell_has_the_same_cause() -> None:
    text = SUQIAN.decode("gbk").replace("1408,21,0", "-1408,21,0")

    report = check_paths([("a.csv", text.encode())], Settings(language="zh"))

    (diagnosis,) = report.diagnoses
    assert diagnosis.message.startswith("D21 可能应为 1408（现为 -1408，正负号有误）")
    assert [(one.code, str(one.cell)) for one in report.findings if one.diagnosis == "d1"] == [
        ("D103", "D21"),
        ("B101", "J21"),
        ("B101", "D42"),
    ]
