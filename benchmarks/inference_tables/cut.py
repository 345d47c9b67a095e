"""Annotated tables cut down to a few lines or heads, with what is left of their relations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random

from inference_tables.annotated import Annotated
from inference_tables.keys import Key, Place, key_of

_WIDTHS = (1, 2, 3)


def cuts(table: Annotated, rng: Random, each: int) -> Iterator[Annotated]:
    """Keep one, two and three heads of a table, then lines; `each` times, wherever sums are."""
    cells = {cell for key in table.due for cell in (key.aggregate, *key.parts)}
    for down in (True, False):
        keys = {key for key in table.due if key.operator == "sum" and key.down is down}
        places = sorted({key.position for key in keys})
        figured = {cell[1 if down else 0] for cell in cells}
        for width in _WIDTHS:
            for _ in range(each if len(places) > width else 0):
                start = rng.randrange(len(places) - width + 1)
                kept = set(places[start : start + width])
                yield _cut(table, figured - kept, down=down)


def _cut(table: Annotated, gone: set[int], *, down: bool) -> Annotated:
    """Leave out some columns (`down`) or rows."""
    rows = range(1, len(table.rows) + 1)
    columns = range(1, max(map(len, table.rows), default=0) + 1)
    kept_rows = _numbers(rows, set() if down else gone)
    kept_columns = _numbers(columns, gone if down else set())

    def moved(cell: Place) -> Place | None:
        row, column = kept_rows.get(cell[0]), kept_columns.get(cell[1])
        return None if row is None or column is None else (row, column)

    texts = [
        [text for at, text in enumerate(row, 1) if at in kept_columns]
        for number, row in enumerate(table.rows, 1)
        if number in kept_rows
    ]
    due = set(_moved(table.due, moved))
    axis = "heads" if down else "lines"
    name = f"{table.name}, {axis} {','.join(map(str, sorted(_left(table, gone, down=down))))}"
    return replace(table, name=name, rows=texts, due=due)


def _numbers(places: Sequence[int], gone: set[int]) -> dict[int, int]:
    return {old: new for new, old in enumerate((p for p in places if p not in gone), 1)}


def _left(table: Annotated, gone: set[int], *, down: bool) -> set[int]:
    keys = (key for key in table.due if key.operator == "sum" and key.down is down)
    return {key.position for key in keys} - gone


def _moved(due: set[Key], moved: Callable[[Place], Place | None]) -> Iterator[Key]:
    """Give the relations all figures of which are still there."""
    for key in due:
        aggregate, *parts = map(moved, (key.aggregate, *key.parts))
        there = [part for part in parts if part is not None]
        if aggregate is not None and len(there) == len(key.parts):
            yield key_of(key.operator, aggregate, there)
