"""`statlint check` with last year's files, parts and the data sets of a repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from statlint.cli import main

SETTINGS = '[[dataset]]\nname = "all"\nfiles = "data/{year}/{unit}.csv"\n'
TABLE = "Item,Men,Women,All\nA,1,2,3\nB,4,5,9\nC,6,7,13\n"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["check", "--output-format", "json", "--lang", "en", *arguments])
    shown = capsys.readouterr()
    status = ended.value.code
    return status if isinstance(status, int) else -1, shown.out, shown.err


def beside(out: str) -> dict[str, list[str]]:
    return {
        file["path"]: [one["path"] for one in file["neighbours"]]
        for file in json.loads(out)["files"]
    }


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "statlint.toml").write_text(SETTINGS, encoding="utf-8")
    for year in (2023, 2024):
        folder = tmp_path / "data" / str(year)
        folder.mkdir(parents=True)
        (folder / "a.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def test_without_paths_the_data_sets_are_checked(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository)
    _, out, _ = run(capsys)

    assert beside(out) == {"data/2023/a.csv": [], "data/2024/a.csv": ["data/2023/a.csv"]}


def test_settings_are_found_from_the_file_upwards(
    repository: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    _, out, _ = run(capsys, str(repository / "data/2024/a.csv"))

    assert list(beside(out).values()) == [[str(repository / "data/2023/a.csv")]]


def test_without_paths_and_data_sets_paths_are_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    status, _, said = run(capsys)

    assert (status, "PATHS is missing" in said) == (2, True)


@pytest.mark.parametrize("option", ["--previous", "--parts"])
def test_a_path_that_is_not_there_is_wrong_usage(
    repository: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    status, _, said = run(capsys, str(repository / "data/2024/a.csv"), option, "nowhere.csv")

    assert (status, said) == (2, "statlint: nowhere.csv: no such file or folder\n")


def test_earlier_tables_are_named(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    now, then = (str(repository / f"data/{year}/a.csv") for year in (2024, 2023))
    _, out, _ = run(capsys, "--isolated", now, "--previous", str(repository / "data/2023"))

    assert beside(out) == {now: [then]}
