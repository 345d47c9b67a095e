"""A run: what is gathered for it, its order, and who is told how far it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.errors import FormError
from statlint.run import check_paths, prepare
from statlint.run.sources import openings
from statlint.values import Period

HEADS = "情况,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计"
TEXT = f"{HEADS}\n一、本年新收政府信息公开申请数量,1,0,0,0,0,0,2\n".encode()
OWN_FORM = """
id = "own"
title = "Own"
source = "Own"
[[table]]
key = "t"
title = "T"
head = [{ key = "x", label = "X" }, { key = "y", label = "Y" }]
line = [{ key = "a", label = "A" }, { key = "b", label = "B" }]
edit = [{ id = "E", rule = "x <= y", per = "line" }]
"""


def test_files_come_by_their_paths() -> None:
    report = check_paths([("b.csv", b"a,b"), ("c.csv", TEXT), ("a.csv", TEXT)], Settings())

    assert [file.path for file in report.files] == ["a.csv", "b.csv", "c.csv"]
    assert [(found.path, found.code) for found in report.findings if found.code == "B101"] == [
        ("a.csv", "B101"),
        ("c.csv", "B101"),
    ]


def test_progress_is_told_before_each_file(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_bytes(b"a,b")
    told: list[tuple[int, int, str]] = []
    check_paths(
        [("b.csv", b"a,b"), path, str(path)],
        Settings(),
        progress=lambda done, every, name: told.append((done, every, name)),
    )

    assert told == [(0, 3, "b.csv"), (1, 3, str(path)), (2, 3, str(path))]


def test_rules_are_chosen_by_settings() -> None:
    report = check_paths([("a.csv", TEXT)], Settings(select=("B101",)))

    assert report.rules == ("B101",)
    assert {found.code for found in report.findings} == {"B101"}


def test_a_form_of_ones_own_is_the_only_one_looked_for(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN_FORM, encoding="utf-8")
    settings = Settings(form=str(path), select=("B103",))
    report = check_paths([("a.csv", b",X,Y\nA,3,2\nB,1,2"), ("b.csv", TEXT)], settings)

    assert [[table.form for table in file.tables] for file in report.files] == [["own"], []]
    assert [(found.code, str(found.cell)) for found in report.findings] == [("B103", "B2")]


def test_a_form_that_cannot_be_used_stops_the_run() -> None:
    with pytest.raises(FormError):
        check_paths([("a.csv", TEXT)], Settings(form="no-such-form"))


def test_the_period_asked_for_goes_before_what_the_file_says() -> None:
    text = "2023年政府信息公开工作年度报告\n".encode() + TEXT
    reports = [
        check_paths([("a.csv", text)], Settings(period=period)) for period in (None, Period(2024))
    ]

    assert [str(report.files[0].period) for report in reports] == ["2023", "2024"]


def test_a_day_is_taken_from_the_clock_unless_given() -> None:
    day = date(2026, 11, 21)

    assert prepare(Settings(), today=day).today == day
    assert prepare(Settings()).today >= day


def test_shipped_forms_are_left_out_where_one_is_asked_for() -> None:
    work = prepare(Settings(form="cn-disclosure-annual-2021"))

    assert work.plans == ()
    assert work.wanted is not None
    assert work.wanted.form.id == "cn-disclosure-annual-2021"


def test_the_encoding_asked_for_is_taken() -> None:
    text = TEXT.decode().encode("gb18030")
    (opened,) = openings([("a.csv", text)], Settings(encoding="gb18030"))

    assert opened.workbook is not None
    assert opened.workbook.dialect is not None
    assert opened.workbook.dialect.encoding == "gb18030"
