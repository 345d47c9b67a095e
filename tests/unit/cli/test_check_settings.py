"""Files of one run checked by the settings that are nearest to each of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from unit.cli.commanding import CLEAN, run

NEGATIVE = CLEAN.replace(b",462,9,0,0,0,0,471,", b",462,9,0,0,0,-1,471,")
"""With a figure below 0 (D103), and the sums it breaks (B101)."""
BOTH = {("B101", "error"), ("D103", "error")}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a wrong table, and with another one in each of two folders."""
    for name in ("", "old", "new"):
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "wrong.csv").write_bytes(NEGATIVE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def found(*words: str) -> tuple[int, dict[str, set[tuple[str, str]]]]:
    """Check all files; give the status, and the codes and severities found in each."""
    result = run("check", ".", "--output-format", "json", *words)
    report = json.loads(result.stdout)
    told: dict[str, set[tuple[str, str]]] = {one["path"]: set() for one in report["files"]}
    for one in report["findings"]:
        told[one["path"]].add((one["code"], one["severity"]))
    return result.exit_code, told


def test_without_settings_all_are_checked_alike(folder: Path) -> None:
    assert folder.is_dir()
    assert found() == (
        1,
        {"new/wrong.csv": BOTH, "old/wrong.csv": BOTH, "wrong.csv": BOTH},
    )


def test_a_folder_has_its_own(folder: Path) -> None:
    write(folder / "statlint.toml", 'select = ["B101"]')
    write(folder / "old" / "statlint.toml", 'ignore = ["B", "D103"]')
    write(
        folder / "new" / "statlint.toml",
        'extend = "../statlint.toml"\nextend-select = ["D103"]\nseverity.D103 = "warning"',
    )

    assert found() == (
        1,
        {
            "new/wrong.csv": {("B101", "error"), ("D103", "warning")},
            "old/wrong.csv": set(),
            "wrong.csv": {("B101", "error")},
        },
    )


def test_rules_are_left_out_in_some_files(folder: Path) -> None:
    write(
        folder / "statlint.toml",
        '[per-file-ignores]\n"old/" = ["B", "D"]\n"new/*.csv" = ["D103"]\n"!*.csv" = ["B101"]\n',
    )

    assert found() == (
        1,
        {
            "new/wrong.csv": {("B101", "error")},
            "old/wrong.csv": set(),
            "wrong.csv": BOTH,
        },
    )


def test_the_command_line_is_laid_over_all(folder: Path) -> None:
    write(folder / "old" / "statlint.toml", 'severity.B101 = "information"')
    words = ("--config", 'severity = { B = "warning" }', "--config", "fail-level = 'warning'")

    status, told = found(*words, "--ignore", "D103")

    assert (status, told) == (
        1,
        {
            "new/wrong.csv": {("B101", "warning")},
            "old/wrong.csv": {("B101", "information")},
            "wrong.csv": {("B101", "warning")},
        },
    )


def test_one_settings_file_for_all(folder: Path) -> None:
    write(folder / "old" / "statlint.toml", 'ignore = ["B", "D103"]')
    write(folder / "mine.toml", 'select = ["D103"]\nfail-level = "error"')

    assert found("--config", "mine.toml")[1] == {
        "new/wrong.csv": {("D103", "error")},
        "old/wrong.csv": {("D103", "error")},
        "wrong.csv": {("D103", "error")},
    }


def test_the_fail_level_is_that_of_the_run(folder: Path) -> None:
    write(folder / "statlint.toml", 'select = ["B101"]\nseverity.B101 = "warning"')
    near = 'select = ["B101"]\nseverity.B101 = "warning"\nfail-level = "information"'
    write(folder / "old" / "statlint.toml", near)

    assert found()[0] == 0
