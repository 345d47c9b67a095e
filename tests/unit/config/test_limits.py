"""Limits as settings write them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.config.limits import read_limits, write_limits
from statlint.config.load import load_settings
from statlint.errors import SettingsError
from statlint.values.limits import USUAL, Limits

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("written", "size"),
    [
        ("256 MiB", 256 << 20),
        ("256 MB", 256 << 20),
        ("256MiB", 256 << 20),
        ("1.5 GiB", 3 << 29),
        ("2 TiB", 2 << 40),
        ("0.5 KiB", 512),
        ("700 B", 700),
        ("700", 700),
        (700, 700),
    ],
)
def test_reads_sizes_with_their_units(written: str | int, size: int) -> None:
    assert read_limits({"file-size": written}, USUAL) == replace(USUAL, file_size=size)


def test_lays_limits_over_others() -> None:
    base = Limits(cells=9, sheets=3)

    assert read_limits({"cells": 7, "seconds": 1}, base) == Limits(cells=7, sheets=3, seconds=1.0)


@pytest.mark.parametrize(
    ("size", "written"),
    [
        (256 << 20, "256 MiB"),
        (3 << 29, "1536 MiB"),
        (1 << 10, "1 KiB"),
        (5 << 40, "5 TiB"),
        (1 << 50, "1024 TiB"),
        (1000, 1000),
        (1, 1),
    ],
)
def test_writes_sizes_in_the_largest_unit_that_is_whole(size: int, written: str | int) -> None:
    stated = write_limits(Limits(file_size=size))

    assert stated["limits.file-size"] == written


def faults(folder: Path, text: str) -> str:
    path = folder / "statlint.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(path, Settings())
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("file-size = '256 pounds'", "a size, such as 256 MiB"),
        ("file-size = '0.5'", "a size, such as 256 MiB"),
        ("file-size = '0 MiB'", "a size, such as 256 MiB"),
        ("file-size = 0", "limits.file-size"),
        ("cells = '7'", "limits.cells"),
        ("cells = true", "limits.cells"),
        ("cells = -1", "limits.cells"),
        ("seconds = 0", "limits.seconds"),
        ("seconds = inf", "limits.seconds"),
        ("file-sice = 1", "file-size"),
    ],
    ids=[
        *(
            "no unit of size",
            "half a byte",
            "none of a unit",
            "no size at all",
            "a text for a count",
            "true for a count",
        ),
        *("less than nothing", "no time at all", "time without end", "a slip of the pen"),
    ],
)
def test_says_what_is_no_limit(tmp_path: Path, text: str, said: str) -> None:
    assert said in faults(tmp_path, f"[limits]\n{text}\n")


@pytest.mark.parametrize("name", ["docs/settings.md", "docs/zh/settings.md"])
def test_the_documentation_names_every_limit_with_what_is_built_in(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    rows = [f"| `{key}` | `{shown(value)}` |" for key, value in plain(write_limits(USUAL)).items()]

    assert [row for row in rows if row not in text] == []


def plain(stated: dict[str, str | int | float]) -> dict[str, str | int | float]:
    return {key.removeprefix("limits."): value for key, value in stated.items()}


def shown(value: str | float) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).removesuffix(".0")
