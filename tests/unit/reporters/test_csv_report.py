"""The report as a table that no spreadsheet takes for a program."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.reporters import REPORTERS, Look
from statlint.reporters.csv import HEADS, harmless
from unit.reporters.program_samples import for_programs


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("=1+1", "'=1+1", id="a formula"),
        pytest.param("+办结", "'+办结", id="a plus"),
        pytest.param("-办结", "'-办结", id="a minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="an at"),
        pytest.param("＝1+1", "'＝1+1", id="full-width signs"),
        pytest.param("  =1", "'  =1", id="blanks before it"),
        pytest.param("-3+cmd|' /C calc'!A0", "'-3+cmd|' /C calc'!A0", id="a figure and more"),
        pytest.param("-3", "-3", id="a negative figure"),
        pytest.param("+1,200.50", "+1,200.50", id="a signed figure"),
        pytest.param("-4.5%", "-4.5%", id="a rate"),
        pytest.param("--", "--", id="dashes"),
        pytest.param("-1,2", "'-1,2", id="no figure"),
        pytest.param("甲=乙", "甲=乙", id="a sign further on"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_what_begins_a_formula_is_made_harmless(text: str, written: str) -> None:
    assert harmless(text) == written


@given(st.text())
def test_nothing_that_begins_a_formula_is_left_but_figures(text: str) -> None:
    written = harmless(text)
    begins = written.lstrip()[:1] in {*"=@＝＋－＠"}

    assert not (begins and written.strip())
    assert written.removeprefix("'") == text.removeprefix("'")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_finding_is_a_row_under_the_heads(language: str) -> None:
    report = for_programs("en" if language == "en" else "zh")
    written = REPORTERS["csv"](report, Look())
    rows = list(csv.reader(StringIO(written.removeprefix("\ufeff"), newline="")))

    assert written.startswith("\ufeff")
    assert rows[0] == HEADS
    assert [row[HEADS.index("code")] for row in rows[1:]] == [one.code for one in report.findings]
    assert {len(row) for row in rows} == {len(HEADS)}
