"""Labels that are repeated with other numbers are the same name."""

from __future__ import annotations

import pytest

from statlint.inference.names import name_of
from statlint.table import Label, Strip
from statlint.values import CellRef


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Females", "females"),
        ("2. Females", "females"),
        ("二、女", "女"),
        ("（1）女", "女"),
        ("b) Females", "females"),
        ("合 计", "合计"),
        ("2021", "2021"),
        ("", ""),
    ],
    ids=["plain", "number", "numeral", "brackets", "letter", "spaced", "a year", "none"],
)
def test_a_name_has_no_number_and_no_blanks(text: str, name: str) -> None:
    assert name_of(Strip(1, (Label(text, None, CellRef(1, 1)),))) == name


def test_a_strip_without_labels_has_no_name() -> None:
    assert name_of(Strip(1)) == ""
