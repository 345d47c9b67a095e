"""The schemas that editors use are those that statlint checks by."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import tomli
from jsonschema import Draft202012Validator

from statlint.schema.check import find_faults
from statlint.schema.json_schema import form_json_schema, schema_text, settings_json_schema
from statlint.schema.settings import SETTINGS_SCHEMA

ROOT = Path(__file__).parents[3]
FORMS = sorted((ROOT / "rules" / "statlint_rules" / "forms").glob("*.toml"))


def is_taken(schema: dict[str, Any], text: str) -> bool:
    """Tell whether an editor would take a text."""
    return bool(Draft202012Validator(schema).is_valid(tomli.loads(text)))


@pytest.mark.parametrize("name", ["form", "settings"])
def test_what_is_published_is_up_to_date(name: str) -> None:
    published = (ROOT / "docs" / "schema" / f"{name}.json").read_text(encoding="utf-8")

    assert published == schema_text(settings=name == "settings")
    Draft202012Validator.check_schema(json.loads(published))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_the_forms_that_come_along_are_taken(path: Path) -> None:
    assert is_taken(form_json_schema(), path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "is_good"),
    [
        pytest.param("", True, id="nothing"),
        pytest.param('extend = "../statlint.toml"', True, id="one text"),
        pytest.param('extend = ["a.toml", "b.toml"]', True, id="several texts"),
        pytest.param("extend = 3", False, id="no text"),
        pytest.param("period = 2024", True, id="a year"),
        pytest.param("period = 1024", False, id="a year long ago"),
        pytest.param('period = "2024-Q5"', False, id="no period"),
        pytest.param('ignor = ["B"]', False, id="no key"),
        pytest.param('select = [""]', False, id="an empty word"),
        pytest.param('severity = { B101 = "warning" }', True, id="a severity"),
        pytest.param('severity = { B101 = "warn" }', False, id="no severity"),
        pytest.param('per-file-ignores = { "a/*" = ["B"] }', True, id="rules for some files"),
        pytest.param('per-file-ignores = { "a/*" = "B" }', False, id="no list of rules"),
        pytest.param("thresholds.factor = 0.1", True, id="a number"),
        pytest.param("thresholds.factor = 0", False, id="a number too small"),
        pytest.param('documents.sign-by = "01-31"', True, id="a day"),
        pytest.param('documents.sign-by = "02-31"', False, id="no day"),
        pytest.param('pages = "example.org"', False, id="no address"),
        pytest.param("justify.longest-days = 0", False, id="no days"),
        pytest.param("justify.author = 1", False, id="no flag"),
        pytest.param('dataset = [{ name = "a" }]', False, id="a key that is missing"),
        pytest.param(
            'dataset = [{ name = "a", files = "*", units = ["x", { name = "y" }] }]',
            True,
            id="names and tables",
        ),
        pytest.param(
            'dataset = [{ name = "a", files = "*", units = [{ aliases = ["y"] }] }]',
            False,
            id="a name that is missing in a list",
        ),
        pytest.param("documents.at-least = [{ words = [], least = 1 }]", False, id="an empty list"),
    ],
)
def test_editors_take_what_statlint_takes(text: str, *, is_good: bool) -> None:
    found = find_faults(tomli.loads(text, parse_float=Decimal), SETTINGS_SCHEMA)

    assert (not found, is_taken(settings_json_schema(), text)) == (is_good, is_good)


def test_every_key_says_what_it_is_for() -> None:
    properties = settings_json_schema()["properties"]

    assert [key for key, value in properties.items() if not value.get("description")] == []
