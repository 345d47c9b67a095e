"""Data sets: read from settings, and what a file is in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.config.datasets import Dataset
from statlint.config.load import load_settings
from statlint.errors import SettingsError
from statlint.values.due_units import DueUnit

TWO = """
[[dataset]]
name = "counties"
files = "data/{year}/{county}.csv"
parts = ["towns"]
form = "own.toml"
units = "units.csv"

[[dataset]]
name = "towns"
files = "data/{year}/{county}/{unit}-{kind}.csv"
form = "cn-breakdown"
units = ["城关镇", { name = "晓天镇", aliases = ["晓天"] }]
"""


def datasets(folder: Path, text: str) -> tuple[Dataset, ...]:
    path = folder / "statlint.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path, Settings()).datasets


def test_what_is_stated_is_read(tmp_path: Path) -> None:
    counties, towns = datasets(tmp_path, TWO)

    assert (counties.name, counties.unit, counties.parts) == ("counties", "county", ("towns",))
    assert (counties.form, counties.units_file) == (
        str(tmp_path / "own.toml"),
        str(tmp_path / "units.csv"),
    )
    assert counties.home == str(tmp_path / "data")
    assert (towns.unit, towns.form, towns.units_file) == ("unit", "cn-breakdown", None)
    assert towns.units == (DueUnit("城关镇"), DueUnit("晓天镇", ("晓天",)))


def test_a_file_has_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counties, towns = datasets(tmp_path, TWO)
    monkeypatch.chdir(tmp_path)
    place = towns.place_of("data/2024/舒城县/../舒城县/城关镇-年报.csv")

    assert place is not None
    assert (place.dataset, place.unit, str(place.period)) == ("towns", "城关镇", "2024")
    assert place.series == (("county", "舒城县"), ("kind", "年报"), ("unit", "城关镇"))
    assert counties.place_of("data/2024/舒城县/城关镇-年报.csv") is None
    assert counties.place_of("/data/2024/舒城县.csv") is None


@pytest.mark.parametrize(
    ("entry", "faults"),
    [
        pytest.param(
            'files = "{a}{b}"',
            ["dataset[0].files: has nothing between {a} and {b}"],
            id="a pattern",
        ),
        pytest.param(
            'files = "{year}/{county}.csv"\nunit = "count"',
            ["dataset[0].unit: files has no {count}; did you mean county?"],
            id="a unit",
        ),
        pytest.param(
            'files = "{a}.csv"\nunits = [1, ""]',
            [
                "dataset[0].units[0]: must be a text in quotes or a table ({ … })",
                "dataset[0].units[1]: must not be empty",
            ],
            id="units",
        ),
        pytest.param(
            'files = "{a}.csv"\nparts = ["town", "x"]',
            [
                'dataset[0].parts[0]: no data set "town"; did you mean towns?',
                "dataset[0].parts[1]: a data set cannot be a part of itself",
            ],
            id="parts",
        ),
        pytest.param('file = "{a}.csv"', ["dataset[0].files: ", "dataset[0].file: "], id="a key"),
    ],
)
def test_faults_are_told(tmp_path: Path, entry: str, faults: list[str]) -> None:
    more = '[[dataset]]\nname = "towns"\nfiles = "{b}.csv"\n'
    with pytest.raises(SettingsError) as caught:
        datasets(tmp_path, f'[[dataset]]\nname = "x"\n{entry}\n{more}')

    assert [one.startswith(two) for one, two in zip(caught.value.faults, faults, strict=True)] == [
        True
    ] * len(faults)


def test_a_name_comes_once_and_nothing_is_below_itself(tmp_path: Path) -> None:
    text = "".join(
        f'[[dataset]]\nname = "{name}"\nfiles = "{{b}}.csv"\nparts = {parts}\n'
        for name, parts in (("a", '["b"]'), ("b", '["a"]'), ("a", "[]"))
    )
    with pytest.raises(SettingsError) as caught:
        datasets(tmp_path, text)

    assert 'dataset[2].name: "a" is there twice' in caught.value.faults


def test_aliases_are_names(tmp_path: Path) -> None:
    text = TWO.replace('aliases = ["晓天"]', "aliases = [3]")
    with pytest.raises(SettingsError) as caught:
        datasets(tmp_path, text)

    assert caught.value.faults == ("dataset[1].units[1].aliases[0]: must be a text in quotes",)


def test_a_unit_need_not_be_in_a_path(tmp_path: Path) -> None:
    (one,) = datasets(tmp_path, '[[dataset]]\nname = "a"\nfiles = "{year}.csv"')

    assert one.unit is None
    assert one.place_of(str(tmp_path / "2024.csv")) is not None
