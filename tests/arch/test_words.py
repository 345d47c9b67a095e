"""One word per thing: names that say nothing, or mean something else here, are not used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOT_FOR_MODULES = frozenset({"common"})
BANNED = frozenset(
    "header helper helpers issue issues manager problem problems record records util utils "
    "validate validator validators violation violations".split()
)

# What the outside world calls a thing is its name there.
THEIR_WORDS = {
    "lint/statlint/schema/check.py": "_validate_",  # Cerberus finds rules by this beginning
    "lint/statlint/workbook/engines/": "_HEADER",  # of a zip entry, of a compound file
}


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


def our_modules() -> Iterator[tuple[str, str]]:
    """Go through the modules of both packages: path and source."""
    for folder in ("lint", "rules"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param("class TableValidator: ...", {"validator"}, id="a class"),
        pytest.param("def read_header(): ...", {"header"}, id="a function"),
        pytest.param("def read(csv_utils): ...", {"utils"}, id="a parameter"),
        pytest.param("records = []", {"records"}, id="a variable"),
        pytest.param("cell.data_records = 1", {"records"}, id="an attribute"),
        pytest.param("workbook.load_records()", set(), id="a name that others gave"),
        pytest.param("def recorder(): ...", set(), id="another word"),
    ],
)
def test_a_banned_word_is_seen(source: str, found: set[str]) -> None:
    assert {word for name in names(source) for word in words(name)} & BANNED == found


def theirs(path: str, name: str) -> bool:
    """Tell whether a name is one that the outside world gave."""
    return any(path.startswith(place) and word in name for place, word in THEIR_WORDS.items())


def test_banned_words_are_not_used() -> None:
    used = [
        f"{path}: {name}"
        for path, source in our_modules()
        for name in names(source)
        if words(name) & BANNED and not theirs(path, name)
    ]

    assert used == []


def test_no_module_is_a_drawer_for_everything() -> None:
    stems = [(path, Path(path).stem) for path, _ in our_modules()]

    assert [path for path, stem in stems if words(stem) & (BANNED | NOT_FOR_MODULES)] == []


def test_words_of_the_outside_world_are_still_needed() -> None:
    needed = {
        place
        for path, source in our_modules()
        for place, word in THEIR_WORDS.items()
        if path.startswith(place) and any(word in name for name in names(source))
    }

    assert needed == set(THEIR_WORDS)
