"""Places of documents as they are written: paragraphs, tables, and cells of these."""

from __future__ import annotations

import pytest

from statlint.reporters.places import on_sheet
from statlint.values import CellRef, Language
from statlint.values.place import Place


@pytest.mark.parametrize(
    ("sheet", "language", "expected"),
    [
        pytest.param(Place.of("table", 3), "zh", "第 3 个表格 C7", id="a cell of a table"),
        pytest.param(Place.of("table", 3), "en", "table 3 C7", id="in English"),
        pytest.param(Place.of("paragraph", 12), "zh", "第 12 段", id="a sentence has no cells"),
        pytest.param("表三", "zh", "表三!C7", id="a sheet"),
        pytest.param(None, "zh", "C7", id="a text file"),
    ],
)
def test_a_cell_is_written_with_its_place(
    sheet: str | None, language: Language, expected: str
) -> None:
    assert on_sheet(sheet, CellRef(7, 3), language) == expected
