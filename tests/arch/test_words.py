"""One word per thing: names that say nothing, or mean something else here, are not used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BANNED = frozenset(
    "common header helper helpers issue issues manager problem problems record records util utils "
    "validate validator validators violation violations".split()
)


def words(name: str) -> set[str]:
    """Take a name apart: its words, in lower case."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def names(source: str) -> Iterator[str]:
    """Go through the names that a module gives to something."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param("class TableValidator: ...", {"validator"}, id="a class"),
        pytest.param("def read_header(): ...", {"header"}, id="a function"),
        pytest.param("def read(csv_utils): ...", {"utils"}, id="a parameter"),
        pytest.param("records = []", {"records"}, id="a variable"),
        pytest.param("cell.data_records = 1", {"records"}, id="an attribute"),
        pytest.param("workbook.load_common()", set(), id="a name that others gave"),
        pytest.param("def recorder(): ...", set(), id="another word"),
    ],
)
def test_a_banned_word_is_seen(source: str, found: set[str]) -> None:
    assert {word for name in names(source) for word in words(name)} & BANNED == found


def test_banned_words_are_not_used() -> None:
    used = [
        f"{path.relative_to(ROOT)}: {name}"
        for folder in ("lint", "rules")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for name in (path.stem, *names(path.read_text(encoding="utf-8")))
        if words(name) & BANNED
    ]

    assert used == []
