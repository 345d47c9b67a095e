"""The dates of a table: the cells under its heads with dates, each with the dates it states."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.facts.model import Fact, Facts
from statlint.form import Format
from statlint.values.dates import StatedDate, read_dates
from statlint.workbook import CellKind


def dates_of(facts: Facts) -> Iterator[tuple[Fact, tuple[StatedDate, ...]]]:
    """Go through the cells where a date is due and one can be read; a merged cell comes once."""
    for fact in facts.formatted(Format.DATE):
        cell = fact.part.grid.cell(fact.cell.row, fact.cell.column)
        stored = cell is not None and cell.kind is CellKind.NUMBER
        dates = read_dates(fact.text, stored_number=stored)
        if dates:
            yield fact, dates
