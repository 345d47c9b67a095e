"""Where the justifications of a file are kept."""

from __future__ import annotations

from pathlib import Path

from statlint.justification.home import Home, home_of


def test_a_file_has_them_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    path.touch()

    assert home_of(str(path)) == Home(str(tmp_path / "表.xlsx.statlint.toml"))


def test_a_file_that_is_not_there_would_have_them_beside_it() -> None:
    assert home_of("no/a.csv") == Home("no/a.csv.statlint.toml")


def test_a_file_in_an_archive_has_them_beside_the_archive(tmp_path: Path) -> None:
    archive = tmp_path / "county.zip"
    archive.touch()

    home = Home(str(tmp_path / "county.zip.statlint.toml"), "towns/a.csv")
    assert home_of(f"{archive}/towns/a.csv") == home


def test_a_name_that_is_too_long_has_none() -> None:
    assert not home_of("长" * 100).is_there


def test_one_that_is_there_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a.csv.statlint.toml").touch()

    assert home_of(str(tmp_path / "a.csv")).is_there
