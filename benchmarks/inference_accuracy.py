"""How well the relations of annotated tables are found: precision, recall and F1.

    PYTHONPATH=lint:rules python benchmarks/inference_accuracy.py aggregations.jl.gz

The file holds one table a line, as JSON: `file_name`, `table_array` (rows of texts),
`aggregation_annotations` (`aggregator_index`, `aggregatee_indices`, `operator`). A relation is
found where operator, aggregate cell and the set of part cells agree (`strict`), or operator and
aggregate cell (`cell`). A third of the tables, chosen by a hash of the name, is held out: it is
left out unless --part says otherwise, so that it can be measured once and not steered by.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from statlint.grid import Grid, spread
from statlint.inference import cell_relations, understand
from statlint.table import layouts_of
from statlint.values import CellRef
from statlint.workbook import Cell, CellKind, Sheet

_OPERATORS = {
    "Sum": "sum",
    "Average": "average",
    "Division": "division",
    "RelativeChange": "relative-change",
}
_WORKBOOKS = (".xls", ".xlsx", ".xlsm", ".csv")
_ORDERED = frozenset({"division", "relative-change"})

Key = tuple[str, tuple[int, int], tuple[tuple[int, int], ...]]


@dataclass
class Tally:
    """Relations annotated, found, and found rightly."""

    due: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, due: set[Any], found: set[Any]) -> None:
        """Count one table; the first member of each relation is its operator."""
        self.due.update(one[0] for one in due)
        self.found.update(one[0] for one in found)
        self.right.update(one[0] for one in due & found)

    def rows(self) -> Iterator[str]:
        """Write one line an operator, and one for all."""
        for operator in (*_OPERATORS.values(), "all"):
            counts = [
                sum(one.values()) if operator == "all" else one[operator]
                for one in (self.due, self.found, self.right)
            ]
            due, found, right = counts
            precision, recall = right / max(found, 1), right / max(due, 1)
            f1 = 2 * right / max(due + found, 1)
            yield (
                f"  {operator:16} due {due:6} found {found:6}"
                f"  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"
            )


def is_held_out(name: str) -> bool:
    """Tell whether a table is of the third that is not steered by."""
    return int(hashlib.sha1(name.encode()).hexdigest(), 16) % 3 == 0  # noqa: S324


def kind_of(name: str) -> str:
    """Tell tables that a statistical office published from sheets of an office's workbook."""
    return "office" if name.lower().endswith(_WORKBOOKS) else "official"


def grid_of(rows: list[list[str]]) -> Grid:
    """Make a grid of an array of texts."""
    cells = tuple(
        Cell(CellRef(row, column), CellKind.TEXT, text)
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text and text.strip()
    )
    return spread(Sheet(None, cells), text_file=True)


def annotated(table: dict[str, Any]) -> set[Key]:
    """Give the annotated relations; a change is (new, old), as statlint says it."""
    keys: set[Key] = set()
    for one in table["aggregation_annotations"]:
        operator = _OPERATORS[one["operator"]]
        parts = [(row + 1, column + 1) for row, column in one["aggregatee_indices"]]
        if operator == "relative-change":
            parts.reverse()
        row, column = one["aggregator_index"]
        ordered = parts if operator in _ORDERED else sorted(set(parts))
        keys.add((operator, (row + 1, column + 1), tuple(ordered)))
    return keys


def found_in(table: dict[str, Any]) -> set[Key]:
    """Give the relations that statlint finds."""
    keys: set[Key] = set()
    for understood in understand(layouts_of(grid_of(table["table_array"]))):
        for one in cell_relations(understood):
            parts = [(ref.row, ref.column) for ref in one.parts]
            if one.operator.value not in _OPERATORS.values():
                continue
            ordered = parts if one.operator.value in _ORDERED else sorted(set(parts))
            aggregate = (one.aggregate.row, one.aggregate.column)
            keys.add((one.operator.value, aggregate, tuple(ordered)))
    return keys


def show(name: str, due: set[Key], found: set[Key]) -> None:
    """Print what was missed and what is wrong in one table, as statlint writes cells."""
    for sign, keys in (("-", due - found), ("+", found - due)):
        grouped: dict[str, list[str]] = defaultdict(list)
        for operator, cell, parts in sorted(keys):
            written = " ".join(str(CellRef(*part)) for part in parts)
            grouped[operator].append(f"{CellRef(*cell)} = {written}")
        for operator, lines in grouped.items():
            print(f"{name} {sign} {operator} {len(lines)}")
            print("\n".join(f"    {line[:150]}" for line in lines))


def main() -> None:
    """Score the tables of a file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--part", choices=("seen", "held-out", "all"), default="seen")
    parser.add_argument("--names", default="", help="only tables whose name holds this")
    parser.add_argument("--show", action="store_true", help="list what differs, table by table")
    parser.add_argument("--tables", action="store_true", help="one line a table")
    options = parser.parse_args()
    sets: dict[str, tuple[Tally, Tally]] = {}
    slowest = (0.0, "")
    began = time.process_time()
    with gzip.open(options.path, "rt", encoding="utf-8") as lines:
        tables = [json.loads(line) for line in lines]
    for table in tables:
        name = table["file_name"]
        part = "held-out" if is_held_out(name) else "seen"
        if options.part not in {"all", part} or options.names not in name:
            continue
        due = annotated(table)
        start = time.process_time()
        found = found_in(table)
        slowest = max(slowest, (time.process_time() - start, name))
        strict, cell = sets.setdefault(kind_of(name), (Tally(), Tally()))
        strict.add(due, found)
        cell.add({key[:2] for key in due}, {key[:2] for key in found})
        if options.tables:
            right = len(due & found)
            print(f"{name:32} due {len(due):5} found {len(found):5} right {right:5}")
        if options.show:
            show(name, due, found)
    for kind, (strict, cell) in sorted(sets.items()):
        print(f"{kind}, strict")
        print("\n".join(strict.rows()))
        print(f"{kind}, cell")
        print("\n".join(cell.rows()))
    print(f"slowest {slowest[1]} {slowest[0]:.2f} s, all {time.process_time() - began:.1f} s CPU")


if __name__ == "__main__":
    main()
