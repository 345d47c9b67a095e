"""Tables of very many lines among the files of a run."""

from __future__ import annotations

from collections.abc import Sequence

from long_tables import rows_of, text_of
from statlint.config import Settings
from statlint.finding import FileStatus, Reason, Report
from statlint.run import check_paths

LINES = 26_000
"""So many lines take more than a mebibyte."""


def check(rows: Sequence[Sequence[str]]) -> Report:
    return check_paths([("long.csv", text_of(rows))], Settings(language="zh"))


def told(report: Report) -> list[str]:
    return [f"{found.cell} {found.code}" for found in report.findings]


def test_a_right_table_has_no_finding() -> None:
    report = check(rows_of(LINES, total=True))
    (file,) = report.files

    assert told(report) == []
    assert (file.status, [str(table.range) for table in file.tables]) == (
        FileStatus.CHECKED,
        [f"A1:I{LINES + 2}"],
    )
    assert file.outcomes.passed > 2 * LINES
    assert [(one.edit, one.reason) for one in report.not_checked] == [("lines", Reason.MANY_LINES)]


def test_tells_what_is_wrong_on_lines_anywhere() -> None:
    rows = rows_of(LINES)
    rows[20_000][2] = "7"
    rows[21_000][7] = "3O"
    rows[22_000][0] = rows[21_999][0]
    report = check(rows)

    assert told(report) == ["C20001 B101", "H21001 D113", "C22001 S101"]
    assert [(one.edit, one.reason) for one in report.not_checked] == [
        ("sum-col_f", Reason.BLANK_PARTS),
        ("lines", Reason.MANY_LINES),
    ]


def test_tells_a_total_that_is_not_the_sum() -> None:
    rows = rows_of(LINES, total=True)
    rows[-1][3] = str(int(rows[-1][3]) + 10)
    rows[-1][2] = str(int(rows[-1][2]) + 10)
    report = check(rows)

    assert told(report) == [f"C{LINES + 2} B101", f"D{LINES + 2} B101"]
    assert report.findings[0].message.startswith("合计 · 人口：填 ")
    assert "第0村 … 第25999村" in report.findings[0].message


def test_says_that_a_total_was_not_taken_for_a_sum() -> None:
    rows = rows_of(LINES, total=True)
    rows[-1][2:] = [str(number) for number in range(1, 8)]
    report = check(rows)

    assert ("total", Reason.MANY_LINES) in [(one.edit, one.reason) for one in report.not_checked]


def test_looks_at_the_first_of_very_many_wrong_lines() -> None:
    rows = rows_of(LINES)
    for row in rows[1::60]:
        row[2] = str(int(row[2]) + 1)
    report = check(rows)

    assert len(report.findings) == 200
    assert ("sum-col_c", Reason.TOO_MANY) in [(one.edit, one.reason) for one in report.not_checked]


def test_reads_a_text_that_is_no_such_table_as_cells() -> None:
    rows = [["第一章", "总则", "第一条"], *([f"第{at}条", "词" * 60, ""] for at in range(12_000))]

    (file,) = check(rows).files

    assert file.status is FileStatus.NO_TABLE


def test_goes_through_cells_where_a_quote_does_not_close() -> None:
    rows = rows_of(LINES)
    rows[20_000][2] = "7"
    content = text_of(rows).replace("第25000村".encode(), '"第25000村'.encode())
    report = check_paths([("long.csv", content)], Settings(language="zh"))

    assert told(report) == ["C20001 B101"]
    assert [str(table.range) for table in report.files[0].tables] == [f"A1:I{LINES + 1}"]


def test_goes_through_short_files_with_many_lines() -> None:
    people = ((at * 37 % 101, at * 53 % 97) for at in range(12_000))
    rows = [
        [f"村{at}", str(men), str(women), str(men + women)]
        for at, (men, women) in enumerate(people)
    ]
    rows[9_000][3] = "400"

    assert told(check([["名称", "男", "女", "合计"], *rows])) == ["D9002 B101"]
