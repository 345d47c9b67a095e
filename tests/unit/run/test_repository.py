"""Data sets of a repository: each file is held against those that belong to it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.config.load import load_settings
from statlint.finding import Report
from statlint.run import check_paths, prepare
from statlint.run.around import around_of
from statlint.run.datasets import files_of, place_of
from statlint.run.steps import named_beside, steps_of

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

[[dataset]]
name = "quarters"
files = "quarters/{year}/{quarter}/{county}.csv"
form = "own.toml"
"""
FORM = """
id = "own"
title = "Own"
source = "Own"
[[table]]
key = "t"
title = "T"
head = [{ key = "x", label = "Cases" }, { key = "y", label = "Persons" }]
line = [{ key = "carry", label = "Carried over" }, { key = "next", label = "Passed on" }]
edit = [
  { id = "C", rule = "carry = previous.next", per = "head" },
  { id = "P", rule = "next = sum(parts.next)", per = "head" },
  { id = "Q", rule = "carry = sum(quarterly.carry)", per = "head" },
]
"""


def grid(carry: int, following: int) -> str:
    return f"Item,Cases,Persons\nCarried over,{carry},{carry}\nPassed on,{following},{following}\n"


def repository(folder: Path, files: Mapping[str, tuple[int, int]]) -> Settings:
    (folder / "statlint.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "own.toml").write_text(FORM, encoding="utf-8")
    for name, figures in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(grid(*figures), encoding="utf-8")
    return load_settings(folder / "statlint.toml", Settings(select=("P201", "X201")))


FILES = {
    "data/2023/a.csv": (1, 5),
    "data/2023/a/s.csv": (1, 2),
    "data/2023/a/t.csv": (0, 3),
    "data/2024/a.csv": (5, 9),
    "data/2024/a/s.csv": (2, 4),
    "data/2024/a/t.csv": (3, 6),
    "data/2024/b.csv": (7, 7),
    "notes.csv": (1, 1),
}


def told(report: Report) -> list[tuple[str, str, str]]:
    return [(one.path, one.code, str(one.cell)) for one in report.findings]


def beside(report: Report) -> dict[str, list[str]]:
    return {
        file.path: [f"{one.role} {one.path}" for one in file.neighbours] for file in report.files
    }


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.chdir(tmp_path)
    return repository(tmp_path, FILES)


def test_files_find_their_neighbours(settings: Settings) -> None:
    files = [path for one in settings.datasets for path in files_of(one)]
    report = check_paths(files, settings)

    assert beside(report) == {
        "data/2023/a.csv": ["parts data/2023/a/s.csv", "parts data/2023/a/t.csv"],
        "data/2023/a/s.csv": ["part_of data/2023/a.csv"],
        "data/2023/a/t.csv": ["part_of data/2023/a.csv"],
        "data/2024/a.csv": [
            "previous data/2023/a.csv",
            "parts data/2024/a/s.csv",
            "parts data/2024/a/t.csv",
        ],
        "data/2024/a/s.csv": ["part_of data/2024/a.csv", "previous data/2023/a/s.csv"],
        "data/2024/a/t.csv": ["part_of data/2024/a.csv", "previous data/2023/a/t.csv"],
        "data/2024/b.csv": [],
    }
    # The parts pass on 10, their county 9.
    assert told(report) == [
        ("data/2024/a.csv", "X201", "B3"),
        ("data/2024/a.csv", "X201", "C3"),
    ]


def test_one_file_finds_its_own(settings: Settings) -> None:
    report = check_paths(["data/2024/a.csv"], settings)

    assert [file.path for file in report.files] == ["data/2024/a.csv"]
    assert [role.partition(" ")[0] for role in beside(report)["data/2024/a.csv"]] == [
        "previous",
        "parts",
        "parts",
    ]


def test_quarters_belong_to_the_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    quarters = {f"quarters/2024/Q{at}/a.csv": (at, 0) for at in (1, 2, 3, 4)}
    settings = repository(tmp_path, {"data/2024/a.csv": (11, 0), **quarters})
    report = check_paths(["data/2024/a.csv"], settings)

    assert beside(report)["data/2024/a.csv"] == [f"quarterly {path}" for path in quarters]


def test_each_file_comes_after_those_it_needs_and_is_let_go(settings: Settings) -> None:
    files = [path for one in settings.datasets for path in files_of(one)]
    work = prepare(settings)
    around = around_of(steps_of(files, settings), named_beside(settings, (), ()), work)
    root = Path.cwd()
    steps = [
        (
            Path(step.key).relative_to(root).as_posix(),
            sorted(Path(key).relative_to(root).as_posix() for key in step.released),
        )
        for step in around.steps
    ]

    assert steps == [
        ("data/2023/a/s.csv", []),
        ("data/2023/a/t.csv", []),
        ("data/2023/a.csv", []),
        ("data/2024/a/s.csv", []),
        ("data/2024/a/t.csv", []),
        (
            "data/2024/a.csv",
            [
                "data/2023/a.csv",
                "data/2023/a/s.csv",
                "data/2023/a/t.csv",
                "data/2024/a/s.csv",
                "data/2024/a/t.csv",
            ],
        ),
        ("data/2024/b.csv", []),
    ]


def test_nothing_is_kept_in_the_end(settings: Settings) -> None:
    work = prepare(settings)
    files = [path for one in settings.datasets for path in files_of(one)]
    around = around_of(steps_of(files, settings), named_beside(settings, (), ()), work)
    check_paths(files, settings)

    assert around.library is not None
    assert around.library.kept == {}


def test_a_file_of_no_data_set_stands_alone(settings: Settings) -> None:
    report = check_paths(["notes.csv"], settings)

    assert beside(report) == {"notes.csv": []}
    assert place_of("notes.csv", settings.datasets) is None


@pytest.mark.usefixtures("settings")
def test_a_path_that_says_another_year_than_the_file_is_told(tmp_path: Path) -> None:
    title = "2022年统计表\n"
    (tmp_path / "data/2024/b.csv").write_text(title + grid(7, 7), encoding="utf-8")
    report = check_paths(
        ["data/2024/b.csv"], load_settings(tmp_path / "statlint.toml", Settings(select=("S014",)))
    )

    assert [one.code for one in report.findings] == ["S014"]
    assert report.findings[0].message == (
        "The period is not the same everywhere: path in the data set “data/2024/b.csv” says 2024,"
        " title “2022年统计表” says 2022"
    )


def test_a_data_set_without_files_is_none(tmp_path: Path) -> None:
    settings = repository(tmp_path, {})

    assert [files_of(one) for one in settings.datasets] == [(), (), ()]
