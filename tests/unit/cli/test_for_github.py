"""A step of GitHub Actions: paths from the root of the repository, and the summary of the step."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from unit.cli.commanding import WRONG, run


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in the folder `data` of a repository."""
    for variable in ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(variable, raising=False)
    here = tmp_path / "repository" / "data"
    here.mkdir(parents=True)
    (here / "a.csv").write_bytes(WRONG)
    (tmp_path / "repository" / ".git").mkdir()
    monkeypatch.chdir(here)
    return tmp_path


def files_told() -> set[str]:
    """Give the paths that annotations name."""
    lines = run("check", "a.csv", "--output-format", "github").stdout.splitlines()
    return {line.partition("file=")[2].partition(",")[0] for line in lines if "file=" in line}


def test_paths_are_told_from_the_root_of_the_repository() -> None:
    assert files_told() == {"data/a.csv"}


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_the_service_knows_where_the_root_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, str(folder))

    assert files_told() == {"repository/data/a.csv"}


def test_the_root_of_another_repository_is_of_no_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "other"))

    assert files_told() == {"data/a.csv"}


def test_without_a_repository_paths_are_as_seen_from_here(folder: Path) -> None:
    (folder / "repository" / ".git").rmdir()

    assert files_told() == {"a.csv"}


def test_a_real_run_points_at_the_line_and_the_column() -> None:
    log = json.loads(run("check", "a.csv", "--output-format", "code-scanning").stdout)
    (run_,) = log["runs"]
    regions = [one["locations"][0]["physicalLocation"]["region"] for one in run_["results"]]

    assert run_["invocations"][0]["exitCode"] == 1
    assert [sorted(region) for region in regions] == [
        ["endColumn", "endLine", "startColumn", "startLine"]
    ] * len(regions)


def test_the_summary_comes_behind_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "summary.md"
    path.write_text("# before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    run("check", "a.csv", "--output-format", "github")
    lines = path.read_text(encoding="utf-8").splitlines()

    assert lines[:4] == ["# before", "## statlint", "", "1 file, error 2, warning 0, information 0"]


@pytest.mark.parametrize("words", ["--output-format json", "--output sarif=a.sarif"])
def test_other_formats_write_no_summary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    run("check", "a.csv", *words.split())

    assert not (tmp_path / "summary.md").exists()


def test_a_summary_that_cannot_be_written_is_told_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "none/summary.md")
    result = run("check", "a.csv", "--output-format", "github")

    assert (result.exit_code, "::error file=data/a.csv" in result.stdout) == (1, True)
    assert result.stderr == (
        "statlint: GITHUB_STEP_SUMMARY: none/summary.md: "
        "cannot be written (No such file or directory)\n"
    )
