"""The id of a written form: what the file is called, else what its first table is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from statlint.inference.key_words import KeyWords, read_key_words
from statlint.pattern import pattern_of
from statlint.run.inferred import Inferred

_NO_NAME = "new-form"
_MOST_WORDS = 5
_LITTLE = frozenset({"a", "and", "by", "for", "in", "of", "on", "s", "table", "the", "to"})
_LEADING_YEAR = pattern_of(r"^[ynm](?=\d)")


def id_of(files: Sequence[Path], inferred: Sequence[Inferred]) -> str:
    """Make an id of the letters of the first file's name, else of words that name or title say.

    A year or a number alone says nothing of a table: income-2023, but never 2023.
    """
    stem = files[0].stem if files else ""
    plain = _joined(re.findall(r"[a-z0-9]+", stem.lower()))
    if re.search(r"[a-z]", plain):
        return plain
    words = read_key_words()
    said = (_said(text, words) for text in (stem, *_titles(inferred)))
    found = next((one for one in said if one), "")
    if not found:
        return f"form-{plain}" if plain else _NO_NAME
    return found if plain in found else f"{plain}-{found}"


def _joined(words: Sequence[str]) -> str:
    return "-".join(words)


def _titles(inferred: Sequence[Inferred]) -> list[str]:
    tables = inferred[0].understood if inferred else ()
    return [one.layout.title.text for one in tables if one.layout.title]


def _said(text: str, words: KeyWords) -> str:
    """Say in an id what a name or title says; empty where that is no more than a number."""
    if text.isascii():
        words_said = re.findall(r"[a-z0-9]+", text.lower())
        found = [word for word in words_said if word not in _LITTLE][:_MOST_WORDS]
    else:
        found = _LEADING_YEAR.sub("", words.key_of(text, partly=True)).split("_")
    return _joined(found) if any(word.isalpha() for word in found) else ""
