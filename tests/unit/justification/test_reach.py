"""What files are called as seen from a baseline, and which are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.justification.reach import Reach


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "home" / "2024").mkdir(parents=True)
    (tmp_path / "home" / "2024" / "a.csv").touch()
    (tmp_path / "home" / "county.zip").touch()
    return tmp_path / "home"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        pytest.param("2024/a.csv", "2024/a.csv", id="below"),
        pytest.param("./2024/../2024/a.csv", "2024/a.csv", id="on a detour"),
        pytest.param("../b.csv", "../b.csv", id="above"),
        pytest.param("county.zip/x/a.csv", "county.zip/x/a.csv", id="in an archive"),
        pytest.param(".", ".", id="the folder itself"),
        pytest.param("cafe\u0301.csv", "caf\u00e9.csv", id="an accent by itself"),
    ],
)
def test_names_are_seen_from_the_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch, path: str, name: str
) -> None:
    monkeypatch.chdir(folder)

    assert (Reach(folder).name(path), Reach(folder).name(str(folder / path))) == (name, name)


def test_names_are_the_same_through_a_link(folder: Path) -> None:
    link = folder.parent / "link"
    link.symlink_to(folder, target_is_directory=True)

    assert Reach(link).name(str(folder / "2024" / "a.csv")) == "2024/a.csv"
    assert Reach(folder).name(str(link / "2024" / "a.csv")) == "2024/a.csv"


@pytest.mark.parametrize(
    ("name", "met", "there"),
    [
        pytest.param("2024/a.csv", (), True, id="on disk"),
        pytest.param("2024/b.csv", ("2024/a.csv",), False, id="not on disk"),
        pytest.param("county.zip/a.csv", (), True, id="in an archive nobody looked into"),
        pytest.param("county.zip/a.csv", ("county.zip/b.csv",), False, id="no longer in it"),
        pytest.param("other.zip/a.csv", (), False, id="no such archive"),
    ],
)
def test_tells_whether_a_file_is_there(
    folder: Path, name: str, met: tuple[str, ...], *, there: bool
) -> None:
    assert Reach(folder).is_there(name, met) is there


@pytest.mark.parametrize(
    ("walked", "is_walked"),
    [
        pytest.param((), False, id="nothing"),
        pytest.param((".",), True, id="all of it"),
        pytest.param(("..",), True, id="the folder above"),
        pytest.param(("2024",), True, id="its folder"),
        pytest.param(("2024/b.csv",), True, id="itself"),
        pytest.param(("2024/a.csv", "2023"), False, id="others"),
        pytest.param(("202",), False, id="a folder whose name begins alike"),
    ],
)
def test_tells_whether_the_run_came_by(
    folder: Path, monkeypatch: pytest.MonkeyPatch, walked: tuple[str, ...], *, is_walked: bool
) -> None:
    monkeypatch.chdir(folder)

    assert Reach(folder, walked).is_walked("2024/b.csv") is is_walked
