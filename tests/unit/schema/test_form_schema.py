"""The schema of forms allows the very words that the model knows."""

from __future__ import annotations

from enum import StrEnum

import pytest

from statlint.form import Arrangement, BlankMeans, EditKind, Scope, SignKind, ValueKind
from statlint.form.build_measures import MEASURE_KEYS
from statlint.schema import FORM_SCHEMA

TABLE = FORM_SCHEMA["table"]["schema"]["schema"]
EDIT = FORM_SCHEMA["edit"]["schema"]["schema"]
SIGN = FORM_SCHEMA["sign-off"]["schema"]["schema"]


@pytest.mark.parametrize(
    ("allowed", "words"),
    [
        (FORM_SCHEMA["blank"]["allowed"], BlankMeans),
        (TABLE["arrangement"]["allowed"], Arrangement),
        (TABLE["kind"]["allowed"], ValueKind),
        (EDIT["kind"]["allowed"], EditKind),
        (EDIT["per"]["allowed"], Scope),
        (SIGN["kind"]["allowed"], SignKind),
    ],
    ids=["blank", "arrangement", "kind of value", "kind of edit", "per", "kind of field"],
)
def test_words(allowed: list[str], words: type[StrEnum]) -> None:
    assert allowed == [word.value for word in words]


def test_what_a_cell_holds_is_said_of_tables_heads_and_lines() -> None:
    places = [TABLE, TABLE["head"]["schema"]["schema"], TABLE["line"]["schema"]["schema"]]

    assert [set(MEASURE_KEYS) <= place.keys() for place in places] == [True, True, True]
