"""The settings of each file are those of the settings file nearest to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.config.nearest import SettingsTree
from statlint.errors import SettingsError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with settings, and with others in a folder below."""
    (tmp_path / "data" / "2024").mkdir(parents=True)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_has_the_settings_nearest_to_it(folder: Path) -> None:
    write(folder / "statlint.toml", 'select = ["B"]')
    write(folder / "data" / "statlint.toml", 'select = ["S"]')
    tree = SettingsTree(Settings())

    assert [tree.run.select, tree.of("../data/2024/a.csv").select] == [("B",), ("S",)]
    assert tree.of("a.csv") is tree.run
    assert tree.of("../data/2024/b.csv") is tree.of(str(folder / "data" / "c.csv"))


def test_a_file_with_none_above_it_has_those_of_the_run(folder: Path) -> None:
    write(folder / "here" / "statlint.toml", 'select = ["B"]')
    tree = SettingsTree(Settings())

    assert tree.of("../data/a.csv") is tree.run


@pytest.mark.parametrize(
    ("near", "select"),
    [
        pytest.param([], (), id="no path"),
        pytest.param(["../data/a.csv"], ("S",), id="a file"),
        pytest.param(["../data"], ("S",), id="a folder"),
        pytest.param(["../here", "../data"], (), id="only the first path counts"),
    ],
)
def test_the_settings_of_a_run_are_near_the_first_path(
    folder: Path, near: list[str], select: tuple[str, ...]
) -> None:
    write(folder / "data" / "statlint.toml", 'select = ["S"]')

    assert SettingsTree(Settings(), near).run.select == select


def test_what_is_one_for_all_files_is_that_of_the_run(folder: Path) -> None:
    write(folder / "statlint.toml", 'lang = "zh"\nfail-level = "warning"\nprevious = ["2023"]')
    near = 'lang = "en"\nfail-level = "error"\nblank = "zero"\ndocuments.convert = true'
    write(folder / "data" / "statlint.toml", near)
    tree = SettingsTree(Settings())

    assert tree.of("../data/a.csv") == replace(tree.run, blank="zero")


def test_one_file_named_for_all(folder: Path) -> None:
    named = write(folder / "here" / "mine.toml", 'select = ["P"]')
    write(folder / "data" / "statlint.toml", 'select = ["S"]')
    tree = SettingsTree(Settings(), named=named)

    assert tree.of("../data/a.csv") is tree.run
    assert tree.run.select == ("P",)


def test_without_settings_files(folder: Path) -> None:
    write(folder / "data" / "statlint.toml", 'select = ["S"]')
    tree = SettingsTree(Settings(), ["../data/a.csv"], isolated=True, words=["preview = true"])

    assert tree.run == Settings(preview=True)
    assert tree.of("../data/a.csv") is tree.run


def test_the_command_line_is_laid_over_all(folder: Path) -> None:
    write(folder / "statlint.toml", 'select = ["B"]\nblank = "zero"')
    write(folder / "data" / "statlint.toml", 'select = ["S"]')
    tree = SettingsTree(
        Settings(),
        words=['select = ["P"]', 'forms = ["own"]', "thresholds.factor = 0.2"],
        last=lambda settings: replace(settings, preview=True),
    )
    found = [tree.run, tree.of("../data/a.csv")]

    assert [one.select for one in found] == [("P",), ("P",)]
    assert [one.preview for one in found] == [True, True]
    assert [one.blank for one in found] == ["zero", None]
    assert [one.forms for one in found] == [(str(folder / "here" / "own"),)] * 2
    assert [one.thresholds.factor for one in found] == [0.2, 0.2]


def test_the_command_line_may_extend(folder: Path) -> None:
    write(folder / "here" / "team.toml", 'select = ["P"]')
    tree = SettingsTree(Settings(), words=['extend = "team.toml"'])

    assert tree.run.select == ("P",)
    assert [one.place for one in tree.layers_of()] == ["team.toml", "--config"]


def test_texts_that_nobody_named_are_known_everywhere(folder: Path) -> None:
    write(folder / "data" / "statlint.toml", 'select = ["S"]')
    tree = SettingsTree(Settings())
    before = tree.of("../data/a.csv")
    run = tree.settle(frozenset({"x.txt"}))

    assert run is tree.run
    assert tree.of("../data/a.csv") == replace(before, found_texts=frozenset({"x.txt"}))
    assert tree.used() == (run, tree.of("../data/a.csv"))
    assert tree.each() == (
        (run, ()),
        (tree.of("../data/a.csv"), tree.layers_of("../data/a.csv")),
    )


def test_what_is_laid_over_what(folder: Path) -> None:
    write(folder / "statlint.toml", "")
    write(folder / "data" / "statlint.toml", 'extend = "../statlint.toml"')
    tree = SettingsTree(Settings(), words=["preview = true"])

    assert [one.place for one in tree.layers_of("../data/a.csv")] == [
        str(folder / "statlint.toml"),
        str(folder / "data" / "statlint.toml"),
        "--config",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(
            "ignor = []", "--config: ignor: is not a known key; did you mean ignore?", id="key"
        ),
        pytest.param("select=B", "--config: TOML, column 8: Invalid value", id="no TOML"),
    ],
)
def test_a_slip_on_the_command_line(words: str, said: str) -> None:
    with pytest.raises(SettingsError, match=f"^{said.replace('?', '[?]')}$"):
        SettingsTree(Settings(), words=[words], isolated=True)


def test_folders_are_looked_at_once(folder: Path) -> None:
    near = folder / "data" / "statlint.toml"
    write(near, 'select = ["S"]')
    tree = SettingsTree(Settings())
    first = tree.of("../data/2024/a.csv")
    near.unlink()

    assert tree.of("../data/2024/b.csv") is first


def test_a_path_may_be_as_deep_as_any(folder: Path) -> None:
    write(folder / "here" / "statlint.toml", 'select = ["B"]')
    tree = SettingsTree(Settings())

    assert tree.of("x/" * 3000 + "a.csv") is tree.run
    assert SettingsTree(Settings(), ["x/" * 3000 + "a.csv"]).run == tree.run


def test_a_name_may_be_as_long_as_any(folder: Path) -> None:
    write(folder / "statlint.toml", 'select = ["B"]')

    assert SettingsTree(Settings(), ["../data/" + "x" * 5000]).run.select == ("B",)
