"""`statlint check` with a list of units, and on archives."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from unit.cli.commanding import CLEAN, outcome, run

TABLE = "Item,Men,Women,All\nA,1,2,3\nB,4,5,9\nC,6,7,13\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with an archive of two returns and a list of three units."""
    monkeypatch.chdir(tmp_path)
    with ZipFile("county.zip", "w") as archive:
        archive.writestr("瑶海区2024年报表.csv", CLEAN)
        archive.writestr("蜀山区2024年报表.csv", CLEAN.replace(b"3440", b"3441"))
    Path("units.csv").write_text("序号,单位\n1,瑶海区\n2,包河区\n3,蜀山区\n", encoding="gbk")
    return tmp_path


def test_a_missing_unit_makes_the_status_1() -> None:
    result = run("check", "county.zip", "--units", "units.csv", "--select", "X202", language="zh")

    assert result.exit_code == 1
    assert "应报 3、已报 2、缺报 1" in result.stdout
    assert "应报单位「包河区」缺报（2024）" in result.stdout


def test_the_overview_is_shown_alone() -> None:
    words = ("check", "county.zip", "--select", "X", "--output-format", "overview")

    assert run(*words).stdout == (
        "2024 Who reported  2 handed in, 0 with errors\n"
        "  unit      status        errors  warnings  information  file\n"
        "  瑶海区    handed in          0         2            0  county.zip/瑶海区2024年报表.csv\n"
        "  蜀山区    handed in          0         2            0  county.zip/蜀山区2024年报表.csv\n"
    )


def test_a_list_that_cannot_be_read_is_wrong_usage() -> None:
    assert outcome("check", "county.zip", "--units", "no.csv") == (
        2,
        "statlint: no.csv: the list of units cannot be read\n",
    )


@pytest.mark.parametrize(
    ("options", "file"),
    [
        pytest.param((), "county.zip", id="an archive"),
        pytest.param(("--units", "units.csv"), "units.csv", id="a list"),
        pytest.param(("--previous", "last"), "last/a.csv", id="last year's"),
        pytest.param(("--parts", "last/a.csv"), "last/a.csv", id="a part"),
    ],
)
def test_no_report_is_written_over_what_is_read(options: tuple[str, ...], file: str) -> None:
    Path("last").mkdir()
    Path("last/a.csv").write_text(TABLE, encoding="utf-8")
    before = Path(file).read_bytes()

    status, said = outcome("check", "county.zip", *options, "--output", file)

    assert (status, Path(file).read_bytes()) == (2, before)
    assert "no report is written over it" in said


def test_of_an_archive_one_file_is_inferred() -> None:
    with ZipFile("one.zip", "w") as archive:
        archive.writestr("a.csv", TABLE)

    assert run("infer", "one.zip").exit_code == 0
    assert run("infer", "county.zip/瑶海区2024年报表.csv").exit_code == 0
    said = "is a folder or an archive; name a file (see statlint infer --help)"
    assert outcome("infer", "county.zip") == (2, f"statlint: county.zip: {said}\n")
