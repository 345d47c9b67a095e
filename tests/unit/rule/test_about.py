"""What a message says, in no language and without the places that move."""

from __future__ import annotations

from decimal import Decimal

import pytest

from statlint.rule.about import about
from statlint.values import CellRef, Text
from statlint.values.place import Place


@pytest.mark.parametrize(
    ("values", "said"),
    [
        pytest.param({}, "missing", id="nothing"),
        pytest.param({"line": Text("合计", "Total")}, "missing; line=Total", id="one language"),
        pytest.param(
            {"b": 3, "a": Decimal("2.50")}, "missing; a=2.5; b=3", id="numbers, by their names"
        ),
        pytest.param({"a": None, "b": "", "c": []}, "missing", id="nothing in them"),
        pytest.param(
            {"lines": ["Women", Text("男", "Men")]}, "missing; lines=Men; Women", id="a list"
        ),
        pytest.param({"first": CellRef(12, 4)}, "missing; first=#", id="a cell"),
        pytest.param({"f": "=SUM($B$4:B11)"}, "missing; f==SUM(#:#)", id="a formula"),
        pytest.param(
            {"first": Place("paragraph 12").words, "more": "text box 3"},
            "missing; first=#; more=#",
            id="places in a document",
        ),
        pytest.param({"detail": Text("", "line 3: a sign")}, "missing; detail=#: a sign", id="row"),
        pytest.param(
            {"paths": ["2023/town a.csv", r"C:\data\b.csv"], "unit": "km / h"},
            "missing; paths=b.csv; town a.csv; unit=km / h",
            id="names of paths",
        ),
    ],
)
def test_what_is_said_is_what_stays(values: dict[str, object], said: str) -> None:
    assert about("missing", values) == said
