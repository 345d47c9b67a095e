"""How a cell of another file is named in the words of a cause."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statlint.run.cause_cells import name_of
from tables import facts_of, form_of, table_of

FORM = form_of(table_of(["a A"], ["n Number", "m Other"]))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param(None, "B2", id="its own"),
        pytest.param("2023.xlsx", "2023.xlsx!B2", id="a file beside"),
        pytest.param("data/2023/a.xlsx", "2023/a.xlsx!B2", id="a file in a folder of its year"),
    ],
)
def test_a_cell_elsewhere_is_named_with_its_file_and_folder(
    path: str | None, expected: str
) -> None:
    fact = facts_of(FORM, "Kind,Number,Other\nA,1,2").get("a", "n")

    assert fact is not None
    assert name_of(replace(fact, path=path), several=True) == expected
