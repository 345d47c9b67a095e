"""From what an engine hands over to the model."""

from __future__ import annotations

from statlint.values import CellRange
from statlint.workbook import Container
from statlint.workbook.model import DefinedName, Sheet, Silenced, Workbook
from statlint.workbook.shape import shape_workbook


def test_shapes_what_a_workbook_says_beside_its_cells() -> None:
    book = shape_workbook(
        {
            "sheets": [
                {
                    "name": "表三",
                    "state": "visible",
                    "cells": [],
                    "merges": [(1, 1, 1, 3)],
                    "hidden_rows": [],
                    "hidden_columns": [],
                    "silenced": [((4, 2, 9, 2), ["formula", "evalError"])],
                    "empty_texts": [(5, 2)],
                    "indents": [(1, 1, 2)],
                }
            ],
            "unseen": [],
            "date_1904": False,
            "names": [("全年", "表三!$A$1", None), ("合计", "表三!$B$9", "表三")],
            "links": ["2023.xlsx"],
            "as_displayed": True,
        },
        Container.XLSX,
    )

    silenced = Silenced(CellRange.parse("B4:B9"), frozenset({"formula", "evalError"}))
    sheet = Sheet(
        "表三",
        (),
        (CellRange.parse("A1:C1"),),
        silenced=(silenced,),
        empty_texts=frozenset({(5, 2)}),
        indents=((1, 1, 2),),
    )
    assert book == Workbook(
        (sheet,),
        Container.XLSX,
        names=(DefinedName("全年", "表三!$A$1"), DefinedName("合计", "表三!$B$9", "表三")),
        links=("2023.xlsx",),
        as_displayed=True,
    )
