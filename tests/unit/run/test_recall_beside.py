"""What is known of files that are held against others goes when one of these changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from remembered import CACHE, DAY, FILES, known, run, said, strange, write
from statlint.config import Settings
from statlint.config.load import load_settings
from statlint.run import check_paths
from statlint.run.contents import Contents
from statlint.run.sources import open_source

SETTINGS = """
[[dataset]]
name = "counties"
files = "data/{year}/{county}.csv"
parts = ["towns"]

[[dataset]]
name = "towns"
files = "data/{year}/{county}/{town}.csv"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with files; what statlint itself is stays the same."""
    monkeypatch.setattr("statlint.run.remembered.edition", lambda: b"1")
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        write(name, text)
    CACHE.mkdir()
    return tmp_path


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note which files are opened."""
    opened: list[str] = []

    def look(source: str, settings: Settings) -> object:
        opened.append(Path(source).as_posix())
        return open_source(source, settings)

    monkeypatch.setattr("statlint.run.each.open_source", look)
    return opened


@pytest.fixture
def counties(folder: Path) -> Settings:
    """Make a repository: two years of a county, with two towns."""
    for at, year in enumerate((2023, 2024)):
        write(f"data/{year}/安平县.csv", known(10 + at))
        write(f"data/{year}/安平县/东镇.csv", known(4 + at))
        write(f"data/{year}/安平县/西镇.csv", known(6))
    write("data/2024/长乐县.csv", known(8))
    write("data/2024/长乐县/北镇.csv", known(8))
    write("statlint.toml", SETTINGS)
    return load_settings(folder / "statlint.toml", Settings())


def test_a_repository_is_known_whole(counties: Settings, looked_at: list[str]) -> None:
    first = said(run("data", settings=counties))
    looked_at.clear()

    assert said(run("data", settings=counties)) == first
    assert looked_at == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("data/2024/安平县/东镇.csv", known(7), id="a part"),
        pytest.param("data/2023/安平县/西镇.csv", known(60), id="last year's part"),
        pytest.param("data/2023/安平县.csv", known(1), id="last year's whole"),
        pytest.param("data/2024/安平县/南镇.csv", known(1), id="a new part"),
        pytest.param("data/2024/长乐县/北镇.csv", strange(5), id="a part of another kind"),
        pytest.param("statlint.toml", SETTINGS.replace('parts = ["towns"]', ""), id="the sets"),
    ],
)
@pytest.mark.usefixtures("counties")
def test_what_is_held_against_a_change_is_checked_again(name: str, text: str) -> None:
    def settings() -> Settings:
        return load_settings(Path("statlint.toml").absolute(), Settings())

    run("data", settings=settings())
    write(name, text)

    for paths in (["data"], ["data/2024/安平县.csv"], ["data"]):
        report = said(run(*paths, settings=settings()))
        assert report == said(run(*paths, settings=settings(), cache=False))
        assert report == said(run(*paths, settings=settings()))


def test_another_county_is_left_alone(counties: Settings, looked_at: list[str]) -> None:
    run("data", settings=counties)
    write("data/2024/安平县/东镇.csv", known(7))
    looked_at.clear()

    run("data", settings=counties)

    assert "data/2024/安平县.csv" in looked_at
    assert [path for path in looked_at if "长乐" in path] == []


def test_a_file_named_as_last_years_counts_with_its_content(looked_at: list[str]) -> None:
    write("now/2024.csv", known(6))
    write("then/2023.csv", known(5))
    settings = Settings(previous=("then/2023.csv",))
    run("now", settings=settings)
    looked_at.clear()
    assert said(run("now", settings=settings)) == said(run("now", settings=settings, cache=False))
    looked_at.clear()
    write("then/2023.csv", known(9))

    report = said(run("now", settings=settings))

    assert looked_at == ["now/2024.csv"]
    assert report == said(run("now", settings=settings, cache=False))
    other = replace(settings, previous=())
    assert said(run("now", settings=other)) == said(run("now", settings=other, cache=False))


def test_parts_that_were_named_count_with_their_content(looked_at: list[str]) -> None:
    write("whole/安平县.csv", known(10))
    write("parts/东镇.csv", known(4))
    write("parts/西镇.csv", known(6))
    settings = Settings(parts=("parts",))
    first = said(run("whole", settings=settings))
    looked_at.clear()
    assert said(run("whole", settings=settings)) == first
    assert looked_at == []
    write("parts/西镇.csv", known(7))

    report = said(run("whole", settings=settings))

    assert looked_at == ["whole/安平县.csv"]
    assert report == said(run("whole", settings=settings, cache=False)) != first


@pytest.mark.parametrize("role", ["previous", "parts"])
def test_beside_files_without_a_path_nothing_is_kept(role: str, looked_at: list[str]) -> None:
    for figure in (3, 4):
        looked_at.clear()
        given = [("then.csv", known(figure).encode())]
        previous, parts = (given, ()) if role == "previous" else ((), given)
        report, alone = (
            check_paths(
                ["a/known.csv"],
                Settings(),
                today=DAY,
                previous=previous,
                parts=parts,
                cache=cache,
            )
            for cache in (CACHE, None)
        )
        assert said(report) == said(alone)
        assert looked_at == ["a/known.csv"] * 2


def test_beside_a_file_that_is_not_there_nothing_is_kept(
    counties: Settings, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = Contents.of
    monkeypatch.setattr(
        Contents, "of", lambda self, path: None if "东镇" in path else usual(self, path)
    )
    run("data", settings=counties)
    looked_at.clear()
    run("data", settings=counties)

    assert "data/2024/安平县.csv" in looked_at
    assert "data/2024/长乐县.csv" not in looked_at
