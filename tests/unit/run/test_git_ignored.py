"""What git ignores: the same files as git itself says, in whatever repository."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statlint.run.git_ignored import GitIgnored
from statlint.run.passed_by import PassedBy
from statlint.run.paths import expand_paths

GIT = shutil.which("git") or ""
pytestmark = pytest.mark.skipif(not GIT, reason="there is no git")

FOLDERS = ("a", "a/b", "a/b/build", "build", "年报", "年报/x y")
NAMES = ("k.csv", "l.csv", "o.tmp.csv")
PARTS = st.sampled_from(
    ["*", "**", "a", "b", "build", "年报", "*.csv", "k.csv", "?.csv", "[kl].csv", "x y", "b*"]
)
LINES = st.builds(
    lambda negated, top, parts, folder: (
        ("!" if negated else "") + ("/" if top else "") + "/".join(parts) + ("/" if folder else "")
    ),
    st.booleans(),
    st.booleans(),
    st.lists(PARTS, min_size=1, max_size=3),
    st.booleans(),
)


def git(folder: Path, *words: str) -> str:
    """Run git without the settings of whoever runs the tests."""
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return subprocess.run(  # noqa: S603 - with words of our own
        [GIT, "-C", folder, *words],
        env={key: value for key, value in os.environ.items() if not key.startswith("GIT_")} | own,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout


def write(folder: Path, ignored: Mapping[str, list[str]]) -> None:
    for place in ("", *FOLDERS):
        (folder / place).mkdir(exist_ok=True)
        for name in NAMES:
            (folder / place / name).write_bytes(b"1,2\n")
    for place, lines in ignored.items():
        (folder / place / ".gitignore").write_text("\n".join(lines), encoding="utf-8")


def seen_by_git(folder: Path) -> list[str]:
    listed = git(folder, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    return sorted(path for path in listed if path.endswith(".csv"))


def walked(folder: Path) -> list[str]:
    """Walk through a folder as a run does."""
    found = expand_paths([folder], passed_by=PassedBy(lambda _: ()))
    return sorted(path.relative_to(folder).as_posix() for path in found)


@settings(max_examples=25)
@given(st.dictionaries(st.sampled_from(["", *FOLDERS]), st.lists(LINES, max_size=4)))
def test_any_repository_is_seen_as_git_sees_it(ignored: dict[str, list[str]]) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place).resolve()
        git(folder, "init", "--quiet")
        write(folder, ignored)

        assert walked(folder) == seen_by_git(folder)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a repository with files in all its folders."""
    git(tmp_path, "init", "--quiet")
    write(tmp_path, {})
    return tmp_path


def test_outside_a_repository_nothing_is_ignored(tmp_path: Path) -> None:
    write(tmp_path, {"": ["*.csv"]})

    assert len(walked(tmp_path)) == len(NAMES) * (1 + len(FOLDERS))


def test_the_list_of_the_repository_itself_counts(repository: Path) -> None:
    (repository / ".git/info").mkdir(exist_ok=True)
    (repository / ".git/info/exclude").write_text("*.csv\n!/k.csv\n", encoding="utf-8")

    assert walked(repository) == seen_by_git(repository) == ["k.csv"]


def test_a_folder_that_is_named_is_walked_though_it_is_ignored(repository: Path) -> None:
    (repository / ".gitignore").write_text("build/\no.tmp.csv\n", encoding="utf-8")

    assert walked(repository / "build") == ["k.csv", "l.csv"]
    assert "build/k.csv" not in walked(repository)


def test_a_repository_within_has_rules_of_its_own(repository: Path) -> None:
    git(repository / "a", "init", "--quiet")
    (repository / ".gitignore").write_text("k.csv\n", encoding="utf-8")

    names = [path for path in walked(repository) if path.endswith("k.csv")]

    assert names == ["a/b/build/k.csv", "a/b/k.csv", "a/k.csv"]


def test_a_second_working_tree_knows_its_repository(repository: Path, tmp_path: Path) -> None:
    about = ("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "--allow-empty")
    git(repository, *about, "--message", "Begin")
    git(repository, "worktree", "add", "--quiet", "--detach", str(tmp_path / ".second"))
    (repository / ".git/info").mkdir(exist_ok=True)
    (repository / ".git/info/exclude").write_text("*.tmp.csv\n", encoding="utf-8")
    second = tmp_path / ".second"
    write(second, {})

    assert walked(second) == seen_by_git(second)
    assert "o.tmp.csv" not in walked(second)


def test_lines_may_end_as_on_windows_and_begin_with_a_mark(repository: Path) -> None:
    (repository / ".gitignore").write_bytes("\ufeffk.csv\r\nl.csv\r\n".encode())

    assert {Path(path).name for path in walked(repository)} == {"o.tmp.csv"}
    assert walked(repository) == seen_by_git(repository)


def test_what_cannot_be_read_says_nothing(repository: Path) -> None:
    (repository / ".gitignore").mkdir()

    assert GitIgnored().within(str(repository)) == ()
