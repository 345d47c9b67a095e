"""What statlint itself wrote is no table: passed over in folders, told where it is named."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook as Book
from openpyxl.workbook.defined_name import DefinedName

from filled_copies import Filled, filled_copy
from statlint.config import Settings
from statlint.finding import FileStatus, Report
from statlint.reporters import REPORTERS, Look
from statlint.run import check_paths
from statlint.run.paths import expand_paths
from unit.cli.commanding import CLEAN, WRONG
from unit.run.test_beside_files import FORM, grid

COPY = filled_copy("a.csv", [Filled("0" * 20, "B101", "J22", "as printed")])
PAGE = (
    '<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8">\n'
    '<meta name="generator" content="statlint 0.1.0 report">\n<title>审核结果</title></head>'
    "<body><table><tr><td>总计</td><td>1</td></tr></table></body></html>"
).encode()
SAVED_PAGE = (
    b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;"
    b' boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    b'<!DOCTYPE html><html lang=3D"zh-CN"><head><meta name=3D"gener=\r\nator"'
    b' content=3D"statlint 0.1.0 report"></head><body></body></html>\r\n--b--\r\n'
)
FOREIGN_PAGE = PAGE.replace(b"statlint 0.1.0 report", b"WPS Office")
SOFFICE = shutil.which("soffice")


def report_as(name: str) -> bytes:
    """Write what is wrong with a table in some format."""
    report = check_paths([("a.csv", WRONG)], Settings(language="zh"))
    return "".join(REPORTERS[name](report, Look())).encode()


def table(*rows: tuple[object, ...]) -> bytes:
    """Make a workbook of one sheet."""
    book, packed = Book(), BytesIO()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(row)
    book.save(packed)
    return packed.getvalue()


def named_copy() -> bytes:
    """Make a copy of which only the name of its table is left."""
    book, packed = Book(), BytesIO()
    book.worksheets[0].append(("级别", "规则"))
    book.defined_names["statlint_review"] = DefinedName(
        "statlint_review", attr_text="Sheet!$A$1:$J$9", hidden=True
    )
    book.save(packed)
    return packed.getvalue()


def checked(*sources: tuple[str, bytes] | Path) -> Report:
    """Check files."""
    return check_paths(sources, Settings(language="zh"))


def told(report: Report) -> Iterator[tuple[str, str, list[str]]]:
    """Say of each file what became of it, and what was found."""
    for file in report.files:
        codes = [one.code for one in report.findings if one.path == file.path]
        yield file.path, file.status.value, codes


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        pytest.param("a_审核结果.xlsx", COPY, "审核结果（标了问题的副本）", id="a copy"),
        pytest.param("final.xlsx", COPY, "审核结果（标了问题的副本）", id="another name"),
        pytest.param("a.xlsx", named_copy(), "审核结果（标了问题的副本）", id="by its name alone"),
        pytest.param("x.html", PAGE, "审核报告", id="a page"),
        pytest.param("x.HTM", PAGE, "审核报告", id="a page in capitals"),
        pytest.param("x.mhtml", SAVED_PAGE, "审核报告", id="a page that a browser saved"),
        pytest.param("x.csv", report_as("csv"), "审核报告", id="a report in CSV"),
        pytest.param("x.txt", report_as("text"), "审核报告", id="a report in text"),
        pytest.param("x.txt", report_as("concise"), "审核报告", id="a finding a line"),
    ],
)
def test_what_is_named_is_told_and_not_checked(name: str, content: bytes, what: str) -> None:
    report = checked((name, content))

    assert [*told(report)] == [(name, "no-table", ["F014"])]
    assert [one.message for one in report.findings] == [
        f"这是 statlint 写出的{what}，不是报表，没有审核"
    ]
    assert not any(one.severity.value != "information" for one in report.findings)
    # Nothing can be filled in in a page, so nothing is to be taken back from it.
    taken_back = ["statlint justify --from" in one.advice for one in report.findings]
    assert taken_back == [what.startswith("审核结果")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("x.html", FOREIGN_PAGE, id="another's page"),
        pytest.param("a_审核结果.csv", CLEAN, id="a table with such a name"),
        pytest.param("x.csv", b"path,cases\na,1\nb,2\n", id="a table whose first head is path"),
        pytest.param(
            "x.xlsx", table(("statlint:review 1", 1), ("b", 2)), id="a table with our sign alone"
        ),
    ],
)
def test_other_files_are_checked(name: str, content: bytes) -> None:
    report = checked((name, content))

    assert [one.code for one in report.findings if one.code == "F014"] == []
    assert [file.path for file in report.files] == [name]


def test_a_walk_passes_over_what_is_called_as_it_was_written(tmp_path: Path) -> None:
    files = {
        "a.csv": CLEAN,
        "a_审核结果.xlsx": COPY,
        "a_审核结果 (1).xlsx": COPY,
        "审核结果.xlsx": table(("指标", "件数"), ("甲", 1)),
        "坏_审核结果.xlsx": b"PK\x03\x04",
        "other.html": FOREIGN_PAGE,
        "page.html": PAGE,
        "page.mht": SAVED_PAGE,
        "report.csv": report_as("csv"),
        "report.txt": report_as("text"),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)

    assert [path.name for path in expand_paths([tmp_path])] == [
        "a.csv",
        "other.html",
        "坏_审核结果.xlsx",
        "审核结果.xlsx",
    ]
    assert [path.name for path in expand_paths([tmp_path / "page.html"])] == ["page.html"]


def test_a_copy_with_another_name_is_told_on_a_walk(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(CLEAN)
    (tmp_path / "b.xlsx").write_bytes(COPY)

    report = checked(*expand_paths([tmp_path]))

    assert [(Path(path).name, *rest) for path, *rest in told(report)] == [
        ("a.csv", "checked", []),
        ("b.xlsx", "no-table", ["F014"]),
    ]


@pytest.mark.parametrize("name", ["a_审核结果.xlsx", "x.html"])
def test_what_is_in_an_archive_is_known(tmp_path: Path, name: str) -> None:
    with ZipFile(tmp_path / "county.zip", "w") as archive:
        archive.writestr(name, COPY if name.endswith("xlsx") else PAGE)

    on_disk = checked(*expand_paths([tmp_path / "county.zip"]))
    given = checked(("county.zip", (tmp_path / "county.zip").read_bytes()))

    for report in (on_disk, given):
        assert [rest for _, *rest in told(report)] == [["no-table", ["F014"]]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Ask that a figure is carried over, and that parts add up."""
    path = tmp_path / "own.toml"
    path.write_text(FORM, encoding="utf-8")
    return Settings(form=str(path), select=("P201", "X201", "X207"))


def told_beside(report: Report) -> tuple[list[str], set[tuple[str, str, str | None]]]:
    """Give what is found, and what was left open for which file."""
    left = {(one.edit, one.reason.value, one.other) for one in report.not_checked}
    return [one.code for one in report.findings], left


def test_a_copy_is_neither_last_years_table_nor_a_part(settings: Settings) -> None:
    own = ("a2024.csv", grid(5, 9))
    report = check_paths([own], settings, previous=[("c.xlsx", COPY)], parts=[("p.html", PAGE)])

    assert told_beside(report) == (
        [],
        {("previous", "own-output", "c.xlsx"), ("parts", "own-output", "p.html")},
    )


def test_folders_beside_are_walked_without_copies(settings: Settings, tmp_path: Path) -> None:
    for name, content in (("x.csv", grid(1, 4)), ("x_审核结果.xlsx", COPY), ("y.csv", grid(1, 5))):
        (tmp_path / "parts").mkdir(exist_ok=True)
        (tmp_path / "parts" / name).write_bytes(content)

    parts = expand_paths([tmp_path / "parts"])
    report = check_paths([("a2024.csv", grid(5, 9))], settings, parts=parts)

    assert [path.name for path in parts] == ["x.csv", "y.csv"]
    assert [one.code for one in report.findings] == []
    assert [one.reason.value for one in report.not_checked if one.edit == "P"] == []


def test_it_is_no_missing_part_of_a_sum(settings: Settings) -> None:
    parts = [("x.csv", grid(1, 4)), ("renamed.xlsx", COPY)]

    report = check_paths([("a2024.csv", grid(5, 9))], settings, parts=parts)

    assert [one.code for one in report.findings] == ["X201"]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["ods", "xls", "xlsx"])
def test_a_copy_that_libreoffice_saved_is_known(tmp_path: Path, ending: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "copy.xlsx").write_bytes(COPY)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    words = [str(SOFFICE), home, "--headless", "--convert-to", ending, "--outdir", str(tmp_path)]
    subprocess.run(  # noqa: S603 - on a file of our own
        [*words, str(tmp_path / "in" / "copy.xlsx")], check=True, capture_output=True
    )

    report = checked(tmp_path / f"copy.{ending}")

    assert [rest for _, *rest in told(report)] == [[FileStatus.NO_TABLE.value, ["F014"]]]
