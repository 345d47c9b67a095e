"""The folder in which something is kept for the next run."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.config.cache_folder import cache_folder, private_folder, write_whole

HOME = {"HOME": "/home/li"}


@pytest.mark.parametrize(
    ("stated", "environment", "platform", "folder"),
    [
        pytest.param(None, HOME, "linux", "/home/li/.cache/statlint", id="usual"),
        pytest.param(
            None, HOME | {"XDG_CACHE_HOME": "/var/li"}, "linux", "/var/li/statlint", id="XDG"
        ),
        pytest.param(
            None,
            HOME | {"XDG_CACHE_HOME": "cache"},
            "linux",
            "/home/li/.cache/statlint",
            id="a relative one of XDG counts for nothing",
        ),
        pytest.param(None, HOME, "darwin", "/home/li/Library/Caches/statlint", id="macOS"),
        pytest.param(None, {"LOCALAPPDATA": "/c/li"}, "win32", "/c/li/statlint", id="Windows"),
        pytest.param(None, {}, "win32", None, id="Windows without a user"),
        pytest.param(None, {}, "linux", None, id="no home"),
        pytest.param("/kept", HOME, "linux", "/kept", id="stated"),
        pytest.param(
            "/kept", {"STATLINT_CACHE_DIR": "/mine"}, "linux", "/mine", id="the environment first"
        ),
    ],
)
def test_the_folder(
    stated: str | None, environment: dict[str, str], platform: str, folder: str | None
) -> None:
    expected = Path(folder) if folder else None

    assert cache_folder(stated, environment, platform) == expected


def test_a_new_folder_is_private_and_no_file_of_a_repository(tmp_path: Path) -> None:
    folder = private_folder(tmp_path / "a" / "kept", "settings")

    assert folder == tmp_path / "a" / "kept" / "settings"
    assert [path.stat().st_mode & 0o777 for path in (folder, folder.parent)] == [0o700, 0o700]
    assert (folder.parent / ".gitignore").read_text(encoding="utf-8").splitlines()[-1] == "*"


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()

    assert private_folder(tmp_path / "kept", "settings") == tmp_path / "kept" / "settings"
    assert [one.name for one in (tmp_path / "kept").iterdir()] == ["settings"]


def test_nothing_is_kept_where_anybody_may_write(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    folder.chmod(0o777)

    assert private_folder(folder) is None


def test_nothing_is_kept_where_a_file_stands(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("", encoding="utf-8")

    assert private_folder(tmp_path / "kept", "settings") is None


def test_a_file_is_written_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"before")

    assert write_whole(path, b"after")
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"a.json": b"after"}


def test_a_file_that_cannot_be_written_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()

    assert not write_whole(tmp_path / "a.json", b"after")
    assert not write_whole(tmp_path / "none" / "b.json", b"after")
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]
