"""What the user excludes: left out of folders, and of what is named where that is asked for."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from statlint.config.model import FilePattern
from statlint.errors import SettingsError
from statlint.run.passed_by import PassedBy
from statlint.run.paths import expand_paths
from statlint.values import Language


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with some files."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.csv", "old/a.csv", "old/keep.csv", "new/a.bak.csv", "new/b.csv", "年报/旧.csv"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(b"1,2\n")
    return tmp_path


def passed_by(folder: Path, *written: str, forced: bool = False) -> PassedBy:
    patterns = tuple(FilePattern(one, str(folder)) for one in written)
    return PassedBy(lambda _: patterns, git=False, forced=forced)


def found(by: PassedBy, *paths: str) -> list[str]:
    return [path.as_posix() for path in expand_paths(paths, passed_by=by)]


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        pytest.param(["old/"], ["a.csv", "new/a.bak.csv", "new/b.csv", "年报/旧.csv"], id="folder"),
        pytest.param(
            ["*.bak.csv"],
            ["a.csv", "new/b.csv", "old/a.csv", "old/keep.csv", "年报/旧.csv"],
            id="names",
        ),
        pytest.param(
            ["old/*", "!keep.csv"],
            ["a.csv", "new/a.bak.csv", "new/b.csv", "old/keep.csv", "年报/旧.csv"],
            id="all but one",
        ),
        pytest.param(
            ["old/", "!old/keep.csv"],
            ["a.csv", "new/a.bak.csv", "new/b.csv", "年报/旧.csv"],
            id="what lies in a folder that is left out stays out",
        ),
        pytest.param(["/年报/", "old", "new"], ["a.csv"], id="several, in Chinese"),
        pytest.param(["*"], [], id="everything"),
    ],
)
def test_folders_are_walked_without_what_is_excluded(
    folder: Path, patterns: list[str], left: list[str]
) -> None:
    assert found(passed_by(folder, *patterns), ".") == left


def test_what_is_named_is_taken(folder: Path) -> None:
    by = passed_by(folder, "old/", "a.csv", "*.bak.csv")

    assert found(by, "a.csv", "old", "new") == ["a.csv", "old/keep.csv", "new/b.csv"]


def test_what_is_named_may_be_refused(folder: Path) -> None:
    by = passed_by(folder, "old/", "*.bak.csv", forced=True)

    named = ("a.csv", "old", "old/a.csv", "new/a.bak.csv", "new/b.csv")
    assert found(by, *named) == ["a.csv", "new/b.csv"]
    assert (by.files, by.folders) == (2, 1)


def test_a_later_pattern_takes_in_again_what_is_named(folder: Path) -> None:
    by = passed_by(folder, "*.csv", "!b.csv", forced=True)

    assert found(by, "a.csv", "new/b.csv") == ["new/b.csv"]


def test_patterns_are_seen_from_their_folders(folder: Path) -> None:
    patterns = (
        FilePattern("/a.csv", str(folder / "old")),
        FilePattern("/*.csv", str(folder)),
        FilePattern("/b.csv", "new"),
    )

    by = PassedBy(lambda _: patterns, git=False)

    assert found(by, ".") == ["new/a.bak.csv", "old/keep.csv", "年报/旧.csv"]
    assert (by.files, by.folders) == (3, 0)


def test_patterns_may_hold_for_some_paths_only(folder: Path) -> None:
    everything = (FilePattern("*.csv", str(folder)),)

    by = PassedBy(lambda path: everything if "new" in path.split("/") else (), git=False)

    assert found(by, ".") == ["a.csv", "old/a.csv", "old/keep.csv", "年报/旧.csv"]


def test_an_archive_is_a_folder(folder: Path) -> None:
    with ZipFile("county.zip", "w") as archive:
        for name in ("2023/a.csv", "2024/a.csv", "2024/a.bak.csv"):
            archive.writestr(name, b"1,2\n")

    inside = found(passed_by(folder, "2023/", "*.bak.csv", "*.zip"), "county.zip")
    walked = found(passed_by(folder, "county.zip/2023", "/a.csv", "old", "new", "年报"), ".")
    left = found(passed_by(folder, "*.zip", "*.csv"), ".")

    assert inside == ["county.zip/2024/a.csv"]
    assert walked == ["county.zip/2024/a.bak.csv", "county.zip/2024/a.csv"]
    assert left == []


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh", "exclude: 「[a」不是有效的模式"), ("en", 'exclude: "[a" is no pattern of files')],
)
def test_what_is_no_pattern_is_refused(folder: Path, language: Language, said: str) -> None:
    patterns = (FilePattern("[a", str(folder)),)

    with pytest.raises(SettingsError) as refusal:
        found(PassedBy(lambda _: patterns, language=language), ".")

    assert str(refusal.value) == said
