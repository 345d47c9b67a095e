"""Tables that people annotated with the relations of their figures."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inference_tables.keys import Key, key_of
from statlint.grid import Grid, spread
from statlint.values import CellRef
from statlint.workbook import Cell, CellKind, Sheet

OPERATORS = {
    "Sum": "sum",
    "Average": "average",
    "Division": "division",
    "RelativeChange": "relative-change",
}
_WORKBOOKS = (".xls", ".xlsx", ".xlsm", ".csv")
_SIGNS = {"Comma": ",", "Point": ".", "Space": " ", "None": "", "Apostrophe": "'"}


@dataclass(frozen=True, slots=True)
class Annotated:
    """One table: its cells as written, its relations, and the signs that its numbers have."""

    name: str
    kind: str
    rows: list[list[str]]
    due: set[Key]
    group: str
    point: str


def is_held_out(name: str) -> bool:
    """Tell whether a table is of the third that is not steered by."""
    return int(hashlib.sha1(name.encode()).hexdigest(), 16) % 3 == 0  # noqa: S324


def kind_of(name: str) -> str:
    """Tell tables that a statistical office published from sheets of an office's workbook."""
    return "office" if name.lower().endswith(_WORKBOOKS) else "official"


def annotated_tables(path: Path, part: str = "seen", names: str = "") -> Iterator[Annotated]:
    """Read the tables of a file, of the part asked for and with a text in their name."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            table = json.loads(line)
            name = table["file_name"]
            own = "held-out" if is_held_out(name) else "seen"
            if part in {"all", own} and names in name:
                yield _table(name, table)


def _table(name: str, table: dict[str, Any]) -> Annotated:
    signs = str(table.get("number_format") or "Comma Point").split()
    return Annotated(
        name,
        kind_of(name),
        table["table_array"],
        {_relation(one, table["table_array"]) for one in table["aggregation_annotations"]},
        _SIGNS.get(signs[0], ","),
        _SIGNS.get(signs[-1], "."),
    )


def _relation(stated: dict[str, Any], rows: Sequence[Sequence[str]]) -> Key:
    """Read one annotation: its parts with figures; a change is (new, old), as statlint says it."""
    operator = OPERATORS[stated["operator"]]
    parts = [
        (row + 1, column + 1)
        for row, column in stated["aggregatee_indices"]
        if any(sign.isdecimal() for sign in rows[row][column])
    ]
    if operator == "relative-change":
        parts.reverse()
    row, column = stated["aggregator_index"]
    return key_of(operator, (row + 1, column + 1), parts)


def grid_of(rows: Sequence[Sequence[str]]) -> Grid:
    """Make a grid of rows of texts."""
    cells = tuple(
        Cell(CellRef(row, column), CellKind.TEXT, text)
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text and text.strip()
    )
    return spread(Sheet(None, cells), text_file=True)
