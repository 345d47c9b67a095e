"""Settings written as a settings file would state them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.config.as_stated import as_stated
from statlint.config.load import load_settings
from statlint.schema.settings import SETTINGS_SCHEMA

MORE = """\
lang = "zh"
period = "2024-Q3"
select = ["B"]
extend-select = ["T"]
ignore = ["U102"]
per-file-ignores = { "old/**" = ["P"] }
severity = { S009 = "error" }
fail-level = "warning"
unit-kind = "county"
units = ["城关镇"]
exclude = ["old/"]
pages = "https://example.org/"
cache = false
jobs = "auto"
thresholds = { factor = 0.2, fewest-units = 3 }
documents = { sign-by = "01-31", at-least = [{ words = ["解读"], least = 2, units = ["次"] }] }
limits = { file-size = "1.5 GiB", memory = 1000, cells = 7, seconds = 0.5 }
justify = { allow = ["B"], author = true, longest-days = 90 }

[[dataset]]
name = "counties"
files = "{year}/{county}.xlsx"
units = [{ name = "瑶海区", aliases = ["瑶海"] }]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "statlint.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("text", ["", MORE], ids=["nothing", "much"])
def test_what_is_written_gives_the_same_settings(tmp_path: Path, text: str) -> None:
    settings = load_settings(written(tmp_path, text), Settings())
    stated = as_stated(settings)
    again = "".join(
        f"{key} = {toml(value)}\n" for key, value in stated.items() if value is not None
    )

    assert load_settings(written(tmp_path, again), Settings()) == settings


def toml(value: object) -> str:
    """Write a value as TOML, which has other tables than JSON."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{json.dumps(key)} = {toml(one)}' for key, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return json.dumps(value)


def test_every_key_is_there() -> None:
    keys = {key.partition(".")[0] for key in as_stated(Settings())}

    assert set(SETTINGS_SCHEMA) - keys == {"extend", "extend-ignore", "extend-exclude"}
    assert keys <= set(SETTINGS_SCHEMA)


def test_every_key_of_a_table_is_there() -> None:
    tables = ("thresholds", "documents", "justify", "limits")
    inside = {key for key in as_stated(Settings()) if "." in key}

    assert inside == {
        f"{table}.{key}" for table in tables for key in SETTINGS_SCHEMA[table]["schema"]
    }
