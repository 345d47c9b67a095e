"""`statlint check -`: what comes on standard input is checked as the file that it is named."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from statlint.cli import main
from unit.cli.commanding import CLEAN, WRONG, run

ALLOWED = ("--config", 'justify.allow = ["B101"]')


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand above a folder that has a file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.csv").write_bytes(WRONG)
    return tmp_path / "in"


def status(*words: str) -> int:
    """Check the content of the wrong file as in/a.csv."""
    return run("check", "-", "--stdin-filename", "in/a.csv", *words, data=WRONG).exit_code


@pytest.mark.parametrize(
    ("name", "settings", "expected"),
    [
        pytest.param("in/statlint.toml", 'ignore = ["B101"]', 0, id="settings beside it"),
        pytest.param("statlint.toml", 'severity.B101 = "warning"', 0, id="settings above it"),
        pytest.param(
            "statlint.toml", 'per-file-ignores."in/*.csv" = ["B"]', 0, id="rules left out in it"
        ),
        pytest.param("in/statlint.toml", 'ignore = ["B1O1"]', 2, id="a slip in its settings"),
        pytest.param("other.toml", 'ignore = ["B101"]', 1, id="no settings of it"),
    ],
)
def test_the_settings_are_those_nearest_to_its_name(
    name: str, settings: str, expected: int
) -> None:
    Path(name).write_text(settings + "\n", encoding="utf-8")

    assert status() == expected


def test_reasons_beside_its_name_count() -> None:
    run("justify", "in/a.csv", *ALLOWED, "--reason", "as printed", "--by", "W")

    assert (status(*ALLOWED), status(*ALLOWED, "--isolated")) == (0, 0)


def test_a_baseline_counts(folder: Path) -> None:
    known = str(folder / "known.json")
    run("check", "in/a.csv", "--baseline", known, "--write-baseline")

    assert status("--baseline", known) == 0


def test_it_stands_beside_files() -> None:
    result = run(
        *("check", "-", "in/a.csv", "--stdin-filename", "in/b.csv", "--output-format=json"),
        data=CLEAN,
    )

    assert [file["path"] for file in json.loads(result.stdout)["files"]] == ["in/a.csv", "in/b.csv"]


def test_nothing_at_all_is_an_empty_file() -> None:
    result = run("check", "-", "--output-format=concise", data=b"")

    assert (result.exit_code, result.stdout.partition(" The")[0]) == (1, "stdin: F003")


def test_who_types_it_is_told_how_it_ends(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Keyboard(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Keyboard(io.BytesIO(CLEAN)))
    monkeypatch.setenv("STATLINT_LANG", "en")

    with pytest.raises(SystemExit) as end:
        main(["check", "-", "--quiet"])

    assert end.value.code == 0
    assert capsys.readouterr().err.startswith("statlint: reading standard input; Ctrl-D ends it")
