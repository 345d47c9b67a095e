"""The page on settings: its examples are good, and there is one for every key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import tomli

from statlint.config import Settings
from statlint.config.as_stated import as_stated
from statlint.config.named import rules_named_in
from statlint.rule.registry import load_rules
from statlint.rule.select import selected
from statlint.schema.check import find_faults
from statlint.schema.settings import SETTINGS_SCHEMA

DOCS = Path(__file__).parents[3] / "docs"
BOTH = pytest.mark.parametrize("name", ["settings.md", "zh/settings.md"], ids=["en", "zh"])


def examples(name: str) -> list[Mapping[str, Any]]:
    """Give what the examples of a page state."""
    text = (DOCS / name).read_text(encoding="utf-8")
    blocks = re.findall(r"^```toml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [tomli.loads(block, parse_float=Decimal) for block in blocks]


def keys_in(schema: Mapping[str, Any], stated: list[Mapping[str, Any]]) -> Iterator[str]:
    """Go through the keys of a schema that nothing states, tables within tables too."""
    for key, rules in schema.items():
        found = [one[key] for one in stated if key in one]
        if not found:
            yield key
        inner = rules.get("schema", {})
        if rules["type"] == "list" and inner.get("type") == "table":
            rows = [row for one in found for row in one]
            yield from (f"{key}.{one}" for one in keys_in(inner["schema"], rows))
        elif rules["type"] == "table" and inner:
            yield from (f"{key}.{one}" for one in keys_in(inner, found))


@BOTH
def test_every_example_is_good(name: str) -> None:
    assert [find_faults(example, SETTINGS_SCHEMA) for example in examples(name)] == [()] * len(
        examples(name)
    )


@BOTH
def test_every_key_has_an_example(name: str) -> None:
    assert list(keys_in(SETTINGS_SCHEMA, examples(name))) == []


@BOTH
def test_every_key_has_a_line(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")

    assert [key for key in SETTINGS_SCHEMA if f"`{key}`" not in text] == []


@BOTH
def test_every_rule_of_an_example_is_there(name: str) -> None:
    rules = load_rules()
    named = {word for example in examples(name) for _, word in rules_named_in(example)}

    assert {word for word in named if not selected(rules, select=[word], preview=True)} == set()


@BOTH
def test_the_thresholds_shown_are_those_that_are_built_in(name: str) -> None:
    (shown,) = [example["thresholds"] for example in examples(name) if "thresholds" in example]
    built_in = as_stated(Settings())

    assert {f"thresholds.{key}": float(value) for key, value in shown.items()} == {
        key: value for key, value in built_in.items() if key.startswith("thresholds.")
    }
