"""Where the findings of a run stand in text files."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from statlint.config import Settings
from statlint.finding import FileReport, FileStatus, Finding, Quote, Report
from statlint.run import check_paths
from statlint.run.regions import Regions, regions_of
from statlint.values import CellRef
from statlint.values.place import Place
from statlint.values.region import Region

TABLE = """\
各地区户数,,,
地区,"计
（户）",男,女
甲,3,1,2
乙,7,3,4
丙,11,5,6
丁,9,5,4
戊,19,8,11
合计,49,22,-3
"""
WHERE = Region(9, 9, 10, 12)
"""Of the total -3: the row of heads takes two lines."""
TEXT = "全年新收行政复议申请 20 件，\n其中受理 12 件，不予受理 9 件。\n"


def total(report: Report) -> Finding:
    """Give the finding on the total of a column that does not add up."""
    (found,) = (one for one in report.findings if one.code == "B101")
    return found


def region_of_total(report: Report) -> Region | None:
    """Ask a report where that finding is."""
    assert report.regions is not None
    return report.regions.of(total(report))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_finding_in_a_text_file_has_its_line_and_column(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(TABLE.encode(encoding))
    report = check_paths([str(path)], Settings())

    assert (str(total(report).cell), region_of_total(report)) == ("D9", WHERE)


def test_a_file_that_is_given_as_bytes_has_them() -> None:
    report = check_paths([("a.csv", TABLE.encode())], Settings())

    assert region_of_total(report) == WHERE


@pytest.mark.parametrize("as_bytes", [True, False])
def test_a_file_in_an_archive_has_them(tmp_path: Path, *, as_bytes: bool) -> None:
    path = tmp_path / "county.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("a.csv", TABLE)
    given = ("county.zip", path.read_bytes()) if as_bytes else str(path / "a.csv")

    assert region_of_total(check_paths([given], Settings())) == WHERE


def test_a_file_that_is_another_now_has_none(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLE, encoding="utf-8")
    report = check_paths([str(path)], Settings())
    path.write_bytes("各地区户数\n".encode("gb18030") * 9)

    assert region_of_total(report) is None


def test_of_a_file_that_is_gone_the_line_is_known(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLE, encoding="utf-8")
    report = check_paths([str(path)], Settings())
    path.unlink()

    assert region_of_total(report) == Region(9, 9)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_not_read_again(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    file = replace(TEXT_FILE, path=str(pipe), container="delimited text", separator=",")

    assert Regions((file,)).at(str(pipe), CellRef(3, 1)) == Region(3, 3)


def test_of_a_very_large_file_the_line_is_told() -> None:
    file = replace(TEXT_FILE, path="a.csv", container="delimited text", separator=",")
    content = b"a,1\n" * (3 << 20)
    regions = regions_of((file,), ["b.csv", ("a.csv", content)])

    assert regions.at("a.csv", CellRef(7, 2)) == Region(7, 7)


TEXT_FILE = FileReport("a.txt", FileStatus.CHECKED, "plain text", encoding="utf-8", separator="")


def said(quote: Quote | None, *, path: str = "a.txt") -> Finding:
    """Make a finding of a sentence, which has no cell."""
    found = total(check_paths([("a.csv", TABLE.encode())], Settings()))
    place = Place.of("paragraph", 1)
    return replace(found, path=path, place=place, sheet=None, cell=None, quote=quote)


@pytest.mark.parametrize(
    ("finding", "container", "region"),
    [
        pytest.param(said(Quote("其中受理 12 件")), "plain text", Region(2, 2, 1, 10), id="a text"),
        pytest.param(said(Quote("20件，其中")), "markdown", Region(1, 2, 12, 3), id="over lines"),
        pytest.param(said(Quote("其中受理")), "html", None, id="a page, which has more than words"),
        pytest.param(said(Quote("受理 13 件")), "plain text", None, id="words that are not there"),
        pytest.param(said(None), "plain text", None, id="nothing quoted"),
        pytest.param(said(Quote("受理"), path="b.txt"), "plain text", None, id="an unknown file"),
    ],
)
def test_a_sentence_is_found_in_a_plain_text(
    finding: Finding, container: str, region: Region | None
) -> None:
    files = (replace(TEXT_FILE, container=container),)

    assert regions_of(files, [("a.txt", TEXT.encode())]).of(finding) == region


def test_a_cell_of_a_table_in_a_text_has_no_region() -> None:
    regions = regions_of((TEXT_FILE,), [("a.txt", TEXT.encode())])

    assert regions.at("a.txt", CellRef(1, 1)) is None


def test_the_line_of_a_cell_is_known_without_the_file() -> None:
    file = replace(TEXT_FILE, path="gone.csv", container="delimited text", separator=",")
    regions = Regions((file, TEXT_FILE))

    assert regions.line_of("gone.csv", CellRef(3, 1)) == Region(3, 3)
    assert regions.line_of("a.txt", CellRef(3, 1)) is None
