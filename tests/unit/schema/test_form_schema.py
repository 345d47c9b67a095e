"""The schema of forms allows the very words that the model knows."""

from __future__ import annotations

from enum import StrEnum

import pytest

from statlint.form import Arrangement, BlankMeans, EditKind, Format, Scope, SignKind, ValueKind
from statlint.form.build_measures import MEASURE_KEYS
from statlint.schema.form import FORM_SCHEMA
from statlint.values import Period

TABLE = FORM_SCHEMA["table"]["schema"]["schema"]
HEAD = TABLE["head"]["schema"]["schema"]
EDIT = FORM_SCHEMA["edit"]["schema"]["schema"]
SIGN = FORM_SCHEMA["sign-off"]["schema"]["schema"]


@pytest.mark.parametrize(
    ("allowed", "words"),
    [
        (FORM_SCHEMA["blank"]["allowed"], BlankMeans),
        (TABLE["arrangement"]["allowed"], Arrangement),
        (TABLE["kind"]["allowed"], ValueKind),
        (HEAD["format"]["allowed"], Format),
        (EDIT["kind"]["allowed"], EditKind),
        (EDIT["per"]["allowed"], Scope),
        (SIGN["kind"]["allowed"], SignKind),
    ],
    ids=["blank", "arrangement", "kind of value", "format", "kind of edit", "per", "kind of field"],
)
def test_words(allowed: list[str], words: type[StrEnum]) -> None:
    assert allowed == [word.value for word in words]


def test_what_a_cell_holds_is_said_of_tables_heads_and_lines() -> None:
    places = [TABLE, HEAD, TABLE["line"]["schema"]["schema"]]

    assert [set(MEASURE_KEYS) <= place.keys() for place in places] == [True, True, True]


def test_an_edit_is_for_kinds_of_figures() -> None:
    kinds = [kind.value for kind in ValueKind if kind is not ValueKind.TEXT]

    assert EDIT["kinds"]["schema"]["allowed"] == kinds


def test_an_edit_is_for_parts_of_the_year() -> None:
    parts = EDIT["periods"]["schema"]["allowed"]
    periods = [Period.parse(f"2024-{part}") for part in parts]

    assert len(periods) == 12 + 4 + 2
    assert [str(period) for period in periods] == [f"2024-{part}" for part in parts]
