"""Sums over the parts of a unit where the list of units says that a part is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.config.load import load_settings
from statlint.run import check_paths

SETTINGS = """
[[dataset]]
name = "counties"
files = "data/{year}/{county}.csv"
parts = ["towns"]
form = "own.toml"

[[dataset]]
name = "towns"
files = "data/{year}/{county}/{town}.csv"
form = "own.toml"
units = ["舒城县城关镇", "舒城县晓天镇", "舒城县桃溪镇", "霍山县衡山镇"]
"""
FORM = """
id = "own"
title = "Own"
source = "Own"
[[table]]
key = "t"
title = "T"
head = [{ key = "x", label = "Cases" }, { key = "y", label = "Persons" }]
line = [{ key = "new", label = "New" }]
"""
TWO, THREE = ("城关镇", "晓天镇"), ("城关镇", "晓天镇", "桃溪镇")


def told(folder: Path, county: str, towns: tuple[str, ...]) -> list[str]:
    """Check a county whose towns have 3 cases and 4 persons each."""
    files = {
        "statlint.toml": SETTINGS,
        "own.toml": FORM,
        "data/2024/舒城县.csv": f"Item,Cases,Persons\nNew,{county}\n",
        **{f"data/2024/舒城县/{town}.csv": "Item,Cases,Persons\nNew,3,4\n" for town in towns},
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    settings = load_settings(folder / "statlint.toml", Settings(select=("X201", "X207")))
    report = check_paths([folder / "data/2024/舒城县.csv"], settings)
    return [f"{one.code} {one.severity} {one.cell or ''}".strip() for one in report.findings]


@pytest.mark.parametrize(
    ("county", "towns", "expected"),
    [
        pytest.param("9,12", THREE, [], id="all there"),
        pytest.param("8,12", THREE, ["X201 error B2"], id="all there and a sum is wrong"),
        pytest.param("9,12", TWO, ["X207 warning"], id="more than those that are there"),
        pytest.param("6,8", TWO, ["X207 warning"], id="as much as those that are there"),
        pytest.param("5,12", TWO, ["X207 warning", "X201 warning B2"], id="less"),
    ],
)
def test_a_missing_part(
    county: str, towns: tuple[str, ...], expected: list[str], tmp_path: Path
) -> None:
    assert told(tmp_path, county, towns) == expected


def test_the_missing_unit_is_named_with_what_it_would_have(tmp_path: Path) -> None:
    told(tmp_path, "9,12", TWO)

    settings = load_settings(tmp_path / "statlint.toml", Settings(select=("X207",), language="en"))
    report = check_paths([tmp_path / "data/2024/舒城县.csv"], settings)

    assert [one.message for one in report.findings] == [
        (
            "“舒城县桃溪镇” has handed in nothing: only the other 2 units could be added up; "
            "if nothing else is missing, it must have the rest of this table: "
            "New · Cases 3, New · Persons 4"
        )
    ]


def test_units_named_beside_a_list_on_the_command_line(tmp_path: Path) -> None:
    told(tmp_path, "9,12", TWO)
    (tmp_path / "units.csv").write_text("单位\n城关镇\n晓天镇\n桃溪镇\n", encoding="utf-8")
    settings = Settings(
        form=str(tmp_path / "own.toml"),
        parts=(str(tmp_path / "data/2024/舒城县"),),
        due_file=str(tmp_path / "units.csv"),
        select=("X201", "X207"),
    )

    report = check_paths([tmp_path / "data/2024/舒城县.csv"], settings)

    assert [one.code for one in report.findings] == ["X207"]
