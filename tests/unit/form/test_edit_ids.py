"""The ids that an edit goes by in settings."""

from __future__ import annotations

import pytest

from tables import form_of, table_of


@pytest.mark.parametrize(
    ("id_", "ids"),
    [
        pytest.param("A10", ("A10",), id="a whole"),
        pytest.param("Y5a", ("Y5a", "Y5"), id="a part"),
        pytest.param("D-5b", ("D-5b", "D-5"), id="a part of a longer id"),
        pytest.param("Y5A", ("Y5A",), id="a capital letter"),
        pytest.param("Y5ab", ("Y5ab",), id="two letters"),
        pytest.param("ratios", ("ratios",), id="a word"),
    ],
)
def test_an_edit_goes_by_its_id_and_by_that_of_the_whole(id_: str, ids: tuple[str, ...]) -> None:
    form = form_of(table_of(["a A", "b B"], ["n N"], {"id": id_, "rule": "a.n <= b.n"}))
    (edit,) = form.tables[0].edits

    assert edit.ids == ids


@pytest.mark.parametrize(
    ("words", "named"),
    [
        pytest.param(["A1", "Y5"], True, id="the whole"),
        pytest.param(["Y5a"], True, id="itself"),
        pytest.param(["Y5b", "Y", "5a"], False, id="others"),
        pytest.param([], False, id="none"),
    ],
)
def test_an_edit_is_named_by_any_of_its_ids(words: list[str], *, named: bool) -> None:
    form = form_of(table_of(["a A", "b B"], ["n N"], {"id": "Y5a", "rule": "a.n <= b.n"}))
    (edit,) = form.tables[0].edits

    assert edit.is_among(words) is named
