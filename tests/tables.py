"""Small tables for tests: a grid written as CSV, a form stated in a few words.

A grid's cells are texts, as in a text file; `merges` are ranges such as "A1:C1 A2:A5". Lines and
heads of a form are stated as "key label" or as an entry of the form language.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Mapping, Sequence
from io import StringIO
from textwrap import dedent
from typing import TypeAlias

from statlint.confront import Confrontation, ReadyTables, confront
from statlint.facts import Facts, read_facts
from statlint.form import Form, build_form
from statlint.grid import Grid, spread
from statlint.table import (
    FilledForm,
    FormPlan,
    FoundHead,
    FoundLine,
    Hints,
    Label,
    Search,
    search,
)
from statlint.values import CellRange, CellRef
from statlint.workbook import Cell, CellKind, Sheet

Entry: TypeAlias = Mapping[str, object]


def sheet_of(text: str, *, name: str | None = None, merges: str = "") -> Sheet:
    """Make a sheet of a text written as CSV."""
    rows = csv.reader(StringIO(dedent(text).strip("\n")), skipinitialspace=True)
    cells = tuple(
        Cell(CellRef(row, column), CellKind.TEXT, written)
        for row, written_row in enumerate(rows, 1)
        for column, written in enumerate(written_row, 1)
        if written
    )
    return Sheet(name, cells, tuple(map(CellRange.parse, merges.split())))


def grid_of(text: str, *, name: str | None = None, merges: str = "", index: int = 0) -> Grid:
    """Make a grid of a text written as CSV."""
    return spread(sheet_of(text, name=name, merges=merges), index=index, text_file=True)


def entries_of(stated: Sequence[str | Entry]) -> list[Entry]:
    """Make entries of the form language of "key label", or take them as they are."""
    return [
        dict(zip(("key", "label"), one.split(" ", 1), strict=True)) if isinstance(one, str) else one
        for one in stated
    ]


def table_of(
    lines: Sequence[str | Entry],
    heads: Sequence[str | Entry],
    *edits: Entry,
    key: str = "table",
    **more: object,
) -> Entry:
    """State a table of a form; its edits are E1, E2 and so on unless they say otherwise."""
    stated = [{"id": f"E{number}", **edit} for number, edit in enumerate(edits, 1)]
    return {
        "key": key,
        "title": key,
        "line": entries_of(lines),
        "head": entries_of(heads),
        "edit": stated,
        **more,
    }


def form_of(*tables: Entry, **more: object) -> Form:
    """Build a form of its tables."""
    given = {"id": "example", "title": "Example", "source": "Example", "table": list(tables)}
    return build_form({**given, **more}, "example")


def search_in(
    *grids: Grid | str,
    forms: Sequence[Form],
    hints: Hints | None = None,
    wanted: Form | None = None,
) -> Search:
    """Search for forms in some sheets."""
    sheets = [
        grid if isinstance(grid, Grid) else grid_of(grid, index=index)
        for index, grid in enumerate(grids)
    ]
    return search(
        sheets,
        [FormPlan(form) for form in forms],
        hints or Hints(),
        wanted=FormPlan(wanted) if wanted else None,
    )


def filled_of(form: Form, *grids: Grid | str, hints: Hints | None = None) -> FilledForm:
    """Find the one form that is filled in on some sheets."""
    (filled,) = search_in(*grids, forms=[form], hints=hints).filled
    return filled


def facts_of(form: Form, *grids: Grid | str) -> Facts:
    """Read the facts of a form's one table."""
    (table,) = filled_of(form, *grids).tables
    return read_facts(table)


def confrontation_of(
    form: Form,
    *grids: Grid | str,
    hints: Hints | None = None,
    on: Collection[str] = (),
    off: Collection[str] = (),
) -> Confrontation:
    """Confront a filled form with its edits."""
    filled = filled_of(form, *grids, hints=hints)
    facts = [read_facts(table) for table in filled.tables]
    return confront(filled, facts, on=on, off=off, ready=ReadyTables())


def told(found: Iterable[FoundLine | FoundHead]) -> list[str]:
    """Tell where lines and heads were found: key, label and its cell."""
    return [
        f"{one.line.key if isinstance(one, FoundLine) else one.head.key}"
        f" {one.label.text} {one.label.cell}"
        for one in found
    ]


def labels(found: Iterable[Label]) -> list[str]:
    """Tell labels with their cells."""
    return [f"{label.text} {label.cell}" for label in found]
