"""Long lists among the files of a run: what is told of them, and which files are none."""

from __future__ import annotations

from pathlib import Path

import pytest

import statlint
from long_lists import crossed
from statlint.config import Settings
from statlint.finding import FileStatus, Report
from statlint.run import check_paths
from statlint.run.lists import open_list
from statlint.run.sources import openings

TOWNS = ("甲镇", "乙镇", "丙镇", "合计")
YEARS = ("2019", "2020", "2021", "2022")


def figure(town: str, year: str) -> int:
    """Give figures that add up to the total."""
    if town == "合计":
        return sum(figure(one, year) for one in TOWNS[:-1])
    return TOWNS.index(town) * 37 + int(year) % 11


def small() -> list[str]:
    """Give a short list in which each year has a total."""
    return crossed("地区,年份,数值", (TOWNS, YEARS), figure)


def long() -> list[str]:
    """Give a list of more than a mebibyte: its names are long, so that the rows are few."""
    codes = [f"单位{at:03d}{'号' * 200}" for at in range(500)]
    return crossed(
        "单位名称,年份,数值", (codes, YEARS), lambda code, year: int(code[2:5]) + int(year)
    )


def told(report: Report) -> list[str]:
    """Write findings as places and codes."""
    return [f"{found.cell} {found.code}" for found in report.findings]


def check(lines: list[str], *, infer: bool = True) -> Report:
    """Check lines of CSV."""
    content = "".join(f"{line}\n" for line in lines).encode()
    return check_paths([("list.csv", content)], Settings(language="zh", infer=infer))


def test_a_clean_list_is_checked() -> None:
    report = check(small())

    (file,) = report.files
    assert (told(report), file.status) == ([], FileStatus.CHECKED)
    assert [(note.title, str(note.range)) for note in file.tables] == [
        ("长表（一行一个数）", "A1:C17")
    ]
    assert file.outcomes.failed == 0


def test_a_wrong_total_is_told_as_any_other() -> None:
    lines = [line.replace("合计,2021,", "合计,2021,9") for line in small()]

    report = check(lines)

    (found,) = report.findings
    assert (str(found.cell), found.code, found.left, found.right) == ("C16", "B101", "135", "9135")
    assert found.message == (
        "合计 · 2021：填 9135，按「甲镇 … 丙镇 各行之和」应为 135，差额 -9000（在其余 3 处均成立）"
    )


def test_a_long_text_is_read_in_blocks(tmp_path: Path) -> None:
    lines = long()
    lines[1500] = lines[1500].rpartition(",")[0] + ",12o"
    path = tmp_path / "long.csv"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    report = statlint.lint([path], language="zh")

    (file,) = report.files
    assert told(report) == ["C1501 D113"]
    assert (file.status, file.encoding, file.separator) == (FileStatus.CHECKED, "utf-8", ",")
    assert [str(note.range) for note in file.tables] == ["A1:C2001"]
    frame = report.findings[0].frame
    assert frame is not None
    assert [row.number for row in frame.rows] == [1499, 1500, 1501, 1502, 1503]


def test_a_long_text_that_is_no_list_after_all_is_read_as_cells() -> None:
    lines = long()
    halfway = len(lines) // 3
    report = check([*lines, *lines[1:halfway]])

    (file,) = report.files
    assert [note.title for note in file.tables] == []
    assert [found.code for found in report.findings] == ["F010"]


@pytest.mark.parametrize(
    ("content", "settings"),
    [
        pytest.param(b"x" * (2 << 20), Settings(), id="one long line"),
        pytest.param(b"year,a,b\n" + b"2020,1,2\n2020\n" * 90_000, Settings(), id="uneven rows"),
        pytest.param(b"a,year,value\nx,2020,1\n", Settings(), id="a short list"),
        pytest.param("\n".join(long()).encode(), Settings(infer=False), id="nothing is inferred"),
    ],
)
def test_another_text_is_no_long_list(content: bytes, settings: Settings) -> None:
    assert open_list("other.csv", content, settings) is None


def test_lists_are_left_alone_where_nothing_is_to_be_inferred() -> None:
    lines = [line.replace("合计,2021,", "合计,2021,9") for line in small()]

    assert [found.code for found in check(lines, infer=False).findings] == ["F010"]


def test_blanks_are_listed_as_not_checked() -> None:
    lines = [line if not line.startswith("甲镇,2020") else "甲镇,2020," for line in small()]

    report = check(lines)

    assert [(one.edit, str(one.reason)) for one in report.not_checked] == [("sum", "blank-parts")]
    assert report.outcomes.not_checked == 1


def test_a_list_with_two_figures_a_row_is_an_ordinary_table_as_well() -> None:
    lines = [f"{line},{'人口' if at == 0 else at % 5 + 3}" for at, line in enumerate(small())]
    lines.append(lines[3])

    assert "C18 S101" in told(check(lines))


def test_a_file_that_is_not_there_is_no_list() -> None:
    assert open_list("missing.csv", None, Settings()) is None


def test_what_infers_alone_reads_long_texts_as_cells(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("".join(f"{line}\n" for line in long()), encoding="utf-8")

    (opening,) = openings([path], Settings())

    assert opening.workbook is not None
    assert len(opening.workbook.sheets[0].cells) == 6003
