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
        set(_relations(table["aggregation_annotations"], table["table_array"])),
        _SIGNS.get(signs[0], ","),
        _SIGNS.get(signs[-1], "."),
    )


def _relations(stated: Sequence[dict[str, Any]], rows: Sequence[Sequence[str]]) -> Iterator[Key]:
    """Read annotations: of sums the parts with figures; a change is (new, old), as we say it."""
    for one in stated:
        operator = OPERATORS[one["operator"]]
        aggregate, *parts = [
            (row + 1, column + 1)
            for row, column in (one["aggregator_index"], *one["aggregatee_indices"])
            if any(sign.isdecimal() for sign in rows[row][column])
        ] or [(0, 0)]
        row, column = one["aggregator_index"]
        least = 2 if operator in {"division", "relative-change"} else 1
        if aggregate == (row + 1, column + 1) and len(parts) >= least:
            ordered = parts[::-1] if operator == "relative-change" else parts
            yield key_of(operator, aggregate, ordered)


def comparable(found: set[Key]) -> set[Key]:
    """Say relations as annotators do.

    What follows from another line and another head at once they leave out. Quantity times price is
    annotated as the quantity, which is the amount by the price.
    """
    said = set()
    for key in found:
        row, column = key.aggregate
        if key.operator == "product":
            first, other = sorted(key.parts)
            said.add(key_of("division", first, (key.aggregate, other)))
        elif all(part[1] == column for part in key.parts) or all(
            part[0] == row for part in key.parts
        ):
            said.add(key)
    return {key for key in said if key.operator in OPERATORS.values()}


def grid_of(rows: Sequence[Sequence[str]]) -> Grid:
    """Make a grid of rows of texts."""
    cells = tuple(
        Cell(CellRef(row, column), CellKind.TEXT, text)
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text and text.strip()
    )
    return spread(Sheet(None, cells), text_file=True)
