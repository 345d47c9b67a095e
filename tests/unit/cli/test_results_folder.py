"""Where results are kept for the next run, and where none are."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from statlint.cli import main
from statlint.cli.results_folder import results_folder
from statlint.config import Settings

TABLE = "项目,男,女,合计\n甲,1,2,3\n乙,2,3,5\n丙,3,4,7\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a file, and keep nothing elsewhere."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STATLINT_CACHE_DIR", str(tmp_path / "kept"))
    Path("a.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def check(*words: str) -> None:
    with pytest.raises(SystemExit):
        main(["check", "a.csv", "--quiet", *words])


def test_results_are_kept_where_the_environment_says(folder: Path) -> None:
    check()

    results = folder / "kept/results"
    assert [path.name for path in results.iterdir()] == ["results.sqlite"]
    assert stat.S_IMODE(results.stat().st_mode) == 0o700


def test_results_are_kept_where_settings_say(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STATLINT_CACHE_DIR")
    monkeypatch.setenv("HOME", str(folder / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    Path("statlint.toml").write_text('cache-folder = ".kept"\n', encoding="utf-8")
    check()

    assert (folder / ".kept/results/results.sqlite").is_file()


@pytest.mark.parametrize(
    ("words", "text"),
    [
        pytest.param(["--no-cache"], "", id="asked for"),
        pytest.param(["--config", "cache = false"], "", id="a setting on the command line"),
        pytest.param([], "cache = false\n", id="a setting"),
    ],
)
def test_nothing_is_kept_where_nobody_wants_it(folder: Path, words: list[str], text: str) -> None:
    Path("statlint.toml").write_text(text, encoding="utf-8")
    check(*words)

    assert not (folder / "kept/results").exists()


def make_nothing(folder: Path) -> None:
    (folder / "kept").write_text("a file", encoding="utf-8")


def make_public(folder: Path) -> None:
    (folder / "kept/results").mkdir(parents=True)
    os.chmod(folder / "kept/results", 0o777)  # noqa: PTH101, S103 - what is to be refused


@pytest.mark.parametrize("made", [make_nothing, make_public], ids=["a file", "open to anybody"])
def test_a_folder_that_cannot_be_trusted_is_none(
    folder: Path, made: Callable[[Path], None]
) -> None:
    made(folder)

    assert results_folder(Settings()) is None
    check()


def test_without_a_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("STATLINT_CACHE_DIR", "HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)

    assert results_folder(Settings()) is None


def test_a_python_without_the_database_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)

    assert results_folder(Settings()) is None
