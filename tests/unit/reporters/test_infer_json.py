"""The JSON of `infer`, as the contract has it."""

from __future__ import annotations

import json
from dataclasses import replace

from layouts import layout_of
from statlint.inference import Axis, Operator, Relation, Understood
from statlint.reporters.infer_json import write_inferred_json
from statlint.values import CellRange, Period
from tables import grid_of
from unit.reporters.inferring import regions


def test_tables_and_relations() -> None:
    one = regions()
    noted = replace(
        one.layout,
        notes=(CellRange.parse("A1:A1"), CellRange.parse("A5:B5")),
        period=Period(2023),
    )

    written = json.loads(write_inferred_json("a.csv", [replace(one, layout=noted)]))

    assert list(written) == ["version", "path", "tables", "relations"]
    assert written["tables"] == [
        {
            "sheet": None,
            "range": "A1:E4",
            "boxhead": "A1:E1",
            "stub": "A2:A4",
            "stubs": ["A2:A4"],
            "body": "B2:E4",
            "notes": ["A1", "A5:B5"],
            "title": "2023年人口",
            "unit": "人",
            "period": "2023",
        }
    ]
    assert [
        [entry["aggregate"], entry["operator"], *entry["parts"], entry["holds"]]
        for entry in written["relations"]
    ] == [
        ["B2", "sum", "C2", "D2", True],
        ["B2", "sum", "B3", "B4", True],
        ["C2", "sum", "C3", "C4", True],
        ["D2", "sum", "D3", "D4", False],
        ["E2", "division", "C2", "B2", True],
        ["B3", "sum", "C3", "D3", False],
        ["E3", "division", "C3", "B3", True],
        ["B4", "sum", "C4", "D4", True],
        ["E4", "division", "C4", "B4", True],
    ]


def test_a_part_on_another_sheet_is_written_with_it() -> None:
    one = layout_of(grid_of("x,a\n全国,1", name="表一"))
    other = layout_of(grid_of("x,a\n全国,1", name="it's", index=1))
    equal = Relation(Operator.EQUAL, Axis.HEADS, 0, (0,), (0,), 9.0, others=(1,))
    here = replace(equal, others=(0,))

    written = json.loads(
        write_inferred_json("a.xlsx", [Understood(one, (equal, here)), Understood(other, ())])
    )

    assert [entry["parts"] for entry in written["relations"]] == [["'it''s'!B2"], ["B2"]]


def test_a_file_without_a_table() -> None:
    assert json.loads(write_inferred_json("a.csv", [])) == {
        "version": 1,
        "path": "a.csv",
        "tables": [],
        "relations": [],
    }
