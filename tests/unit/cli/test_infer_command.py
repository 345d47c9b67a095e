"""`statlint infer`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from unit.cli.commanding import SUBMISSIONS, outcome, run

POPULATION = """\
2023年人口统计表,,,
单位：人,,,
地区,合计,男,女
全国,4055,2101,1954
东部,1412,716,696
中部,1205,633,572
西部,1438,752,686
"""


@pytest.fixture
def population(tmp_path: Path) -> Path:
    """Give a file with a small table."""
    path = tmp_path / "population.csv"
    path.write_text(POPULATION, encoding="utf-8")
    return path


def test_the_page_shows_the_table(population: Path) -> None:
    result = run("infer", str(population))

    lines = result.stdout.splitlines()
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Table 1  2023年人口统计表" in lines
    assert [line.split("│")[1].split()[:4] for line in lines if "部" in line and "│" in line] == [
        ["东部", "1412", "716", "696"],
        ["中部", "1205", "633", "572"],
        ["西部", "1438", "752", "686"],
    ]


def test_json_names_the_sums(population: Path) -> None:
    written = json.loads(run("infer", str(population), "--output-format", "json").stdout)

    sums = {
        (entry["aggregate"], *entry["parts"])
        for entry in written["relations"]
        if entry["operator"] == "sum"
    }
    assert {("B4", "B5", "B6", "B7"), ("B4", "C4", "D4"), ("B7", "C7", "D7")} <= sums
    assert all(entry["holds"] for entry in written["relations"])


@pytest.mark.parametrize("output_format", ["text", "json"])
def test_output_goes_to_a_file(population: Path, tmp_path: Path, output_format: str) -> None:
    path = tmp_path / "out"

    result = run("infer", str(population), "--output-format", output_format, "--output", str(path))

    assert (result.exit_code, result.stdout) == (0, "")
    assert "2023年人口统计表" in path.read_text(encoding="utf-8")


def test_a_file_without_a_table_says_so(tmp_path: Path) -> None:
    path = tmp_path / "letter.csv"
    path.write_text("各位同事：\n请于周五前报送。\n", encoding="utf-8")

    result = run("infer", str(path), language="zh")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1].startswith("  没有找到统计表")


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")

    status, said = outcome("infer", str(path))

    assert status == 1
    assert said.startswith(f"statlint: {path}: F0")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    said = "is a folder or an archive; name a file (see statlint infer --help)"
    assert outcome("infer", str(tmp_path)) == (2, f"statlint: {tmp_path}: {said}\n")


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    path = tmp_path / "none.csv"

    assert outcome("infer", str(path)) == (2, f"statlint: {path}: no such file or folder\n")


def test_a_table_that_a_shipped_form_explains() -> None:
    result = run("infer", str(SUBMISSIONS / "suqian-2024-gbk.csv"))

    assert result.exit_code == 0
    assert "has a table of the form cn-disclosure-annual-2021 " in result.stderr


@pytest.mark.parametrize("command", [["infer"], ["form", "new"]], ids=" ".join)
def test_a_submitted_file_is_never_written_over(population: Path, command: list[str]) -> None:
    status, said = outcome(*command, str(population), "--output", str(population))

    assert status == 2
    assert "is a file to check; no report is written over it" in said
    assert population.read_text(encoding="utf-8") == POPULATION


def test_an_output_in_a_folder_that_is_not_there(population: Path) -> None:
    status, said = outcome("infer", str(population), "--output", str(population / "x" / "y"))

    assert (status, "its folder does not exist" in said) == (2, True)
