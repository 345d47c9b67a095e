"""JSON of our own is read as the standard library reads it."""

from __future__ import annotations

import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.plain_json import read_json

THINGS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(thing=THINGS, indent=st.none() | st.integers(0, 2), plain=st.booleans())
def test_it_reads_what_was_written(thing: object, indent: int | None, *, plain: bool) -> None:
    text = json.dumps(thing, ensure_ascii=plain, indent=indent)

    assert read_json(f"{text}\n") == thing


@pytest.mark.parametrize("written_in_c", [True, False])
def test_objects_are_made_into_things(
    monkeypatch: pytest.MonkeyPatch, *, written_in_c: bool
) -> None:
    if not written_in_c:
        monkeypatch.setitem(sys.modules, "_json", None)

    assert read_json('[{"a": {"b": 1}}, 2]', sorted) == [["a"], 2]


@pytest.mark.parametrize("text", ["", "{", "[1,]", "nul", "[1] 2", '{"a" 1}'])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_json(text)
