"""What a run depends on, and what of it counts as changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from statlint.cli.watched import Picture, Watched, watched_of
from statlint.config import Settings
from statlint.config.nearest import SettingsTree


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a folder of tables."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in" / "deep").mkdir(parents=True)
    for name in ("a.csv", "in/b.csv", "in/deep/c.csv"):
        (tmp_path / name).write_text("1\n", encoding="utf-8")
    return tmp_path


def changed(before: Picture, after: Picture) -> list[str]:
    """Name the files that look other than before."""
    paths = {*before, *after}
    return sorted(os.path.relpath(path) for path in paths if before.get(path) != after.get(path))


def write(name: str) -> Callable[[], object]:
    return lambda: Path(name).write_text("22\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("named", "act", "seen"),
    [
        pytest.param("a.csv", write("a.csv"), ["a.csv"], id="a file is saved"),
        pytest.param("a.csv", Path("a.csv").unlink, ["a.csv"], id="a file is deleted"),
        pytest.param("z.csv", write("z.csv"), ["z.csv"], id="a file comes into being"),
        pytest.param("a.csv", write("in/b.csv"), [], id="another file"),
        pytest.param("a.csv", lambda: None, [], id="nothing"),
        pytest.param(
            "a.csv", write("a.csv.statlint.toml"), ["a.csv.statlint.toml"], id="its sidecar"
        ),
        pytest.param("in/deep", write("in/deep/d.csv"), ["in/deep/d.csv"], id="a new file"),
        pytest.param("in", write("in/deep/c.csv"), ["in/deep/c.csv"], id="a file far below"),
        pytest.param("in", write("in/~$b.xlsx"), [], id="a lock file of Excel"),
        pytest.param("in", write("in/.~lock.b.ods#"), [], id="a lock file of LibreOffice"),
        pytest.param("in", write("in/b.csv~"), [], id="the copy of an editor"),
        pytest.param("in", write("in/notes.py"), [], id="a file that is never checked"),
        pytest.param("in", write("in/report.txt"), [], id="our own report"),
        pytest.param(
            "in", write("in/b.csv.statlint.toml"), ["in/b.csv.statlint.toml"], id="a sidecar"
        ),
        pytest.param("in", write("statlint.toml"), ["statlint.toml"], id="settings above"),
        pytest.param("in", write("in/deep/statlint.toml"), ["in/deep/statlint.toml"], id="below"),
        pytest.param("in", write("pyproject.toml"), ["pyproject.toml"], id="a project file"),
        pytest.param(
            "in",
            lambda: Path("in/b.csv").rename("in/d.csv"),
            ["in/b.csv", "in/d.csv"],
            id="a file gets another name",
        ),
    ],
)
def test_a_change_is_seen(named: str, act: Callable[[], object], seen: list[str]) -> None:
    watched = Watched((named,), outputs=frozenset({str(Path("in/report.txt").resolve())}))
    before = watched.picture()

    act()

    assert changed(before, watched.picture()) == seen


def test_what_a_walk_passes_by_is_not_watched(folder: Path) -> None:
    (folder / "statlint.toml").write_text('exclude = ["old/", "*.bak.csv"]\n', encoding="utf-8")
    (folder / "in" / "old").mkdir()
    watched = watched_of(["in"], SettingsTree(Settings()), [])
    before = watched.picture()

    for name in ("in/old/a.csv", "in/deep/b.bak.csv", "in/.gitignore", "in/deep/c.csv"):
        write(name)()

    assert changed(before, watched.picture()) == ["in/.gitignore", "in/deep/c.csv"]


def test_a_file_that_is_named_by_its_sidecar_is_watched() -> None:
    watched = Watched(("a.csv.statlint.toml",))
    before = watched.picture()

    write("a.csv")()

    assert changed(before, watched.picture()) == ["a.csv"]


def test_a_file_in_an_archive_changes_with_it(folder: Path) -> None:
    with ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("b.csv", "1\n")
    watched = Watched(("a.zip/b.csv",))
    before = watched.picture()

    with ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("b.csv", "22\n")

    assert changed(before, watched.picture()) == ["a.zip"]


def test_everything_that_settings_name_is_watched(folder: Path) -> None:
    (folder / "forms").mkdir()
    (folder / "base.toml").write_text('lang = "en"\n', encoding="utf-8")
    (folder / "statlint.toml").write_text(
        'extend = "base.toml"\nprevious = ["2023"]\nparts = ["parts.csv"]\nform = "own.toml"\n'
        'forms = ["forms"]\nunit-list = "units.txt"\nbaseline = "known.json"\n'
        '[[dataset]]\nname = "x"\nfiles = "data/{year}/{unit}.csv"\nform = "of-x.toml"\n'
        'units = "due.csv"\n',
        encoding="utf-8",
    )
    tree = SettingsTree(Settings())

    watched = watched_of(["a.csv"], tree, [Path("report.txt")])

    assert watched.checked == ("a.csv",)
    assert [*map(os.path.relpath, watched.beside)] == ["data", "2023", "parts.csv"]
    assert {*map(os.path.relpath, watched.others)} == {
        *("statlint.toml", "base.toml", "own.toml", "forms", "units.txt", "known.json"),
        *("of-x.toml", "due.csv"),
    }
    assert watched.outputs == {str(folder / "report.txt")}


def test_a_form_that_is_named_by_its_id_is_no_file() -> None:
    tree = SettingsTree(Settings(form="cn-disclosure-annual-2021"), isolated=True)

    assert watched_of(["a.csv"], tree, []).others == ("statlint-baseline.json",)
