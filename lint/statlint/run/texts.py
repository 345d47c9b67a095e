"""A file searched for its forms; in a document also those whose tables the text has torn."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.dataclass import replace
from statlint.grid import Grid
from statlint.run.grids import grids_of
from statlint.table import FilledForm, FormPlan, Hints, Search, search
from statlint.typed import TYPE_CHECKING
from statlint.workbook import Opening

if TYPE_CHECKING:
    from statlint.table.memory import Memory
    from statlint.table.model import TornTable
    from statlint.table.torn_sheet import Mended


def search_file(
    opening: Opening,
    grids: list[Grid],
    plans: Sequence[FormPlan],
    hints: Hints,
    wanted: FormPlan | None,
    *,
    memory: Memory,
) -> tuple[Opening, list[Grid], Search]:
    """Find the forms of a file; where tables were put back, it and its sheets have them."""
    text = opening.workbook.document if opening.workbook else None
    found = search(grids, plans, hints, wanted=wanted, document=text, memory=memory)
    mended = _mended(opening, found, [wanted] if wanted else plans)
    if mended is None or opening.workbook is None:
        return opening, grids, found
    if len(mended.sheets) > len(grids):
        book = replace(opening.workbook, sheets=mended.sheets, document=mended.document)
        opening, grids = replace(opening, workbook=book), grids_of(book)
        found = search(grids, plans, hints, wanted=wanted, document=mended.document)
    filled = tuple(_without(one, mended.torn) for one in found.filled)
    only = not grids and not mended.torn
    return opening, grids, replace(found, filled=filled, torn=mended.torn, text_only=only)


def _mended(opening: Opening, found: Search, plans: Sequence[FormPlan]) -> Mended | None:
    if opening.workbook is None or opening.workbook.document is None:
        return None
    # Most files are no documents, and all pay for the start.
    from statlint.table.torn import put_back

    known = [table.plan.key for one in found.filled for table in one.tables]
    return put_back(opening.workbook.document, opening.workbook.sheets, plans, known)


def _without(filled: FilledForm, torn: Sequence[TornTable]) -> FilledForm:
    """Leave out of the missing tables those that are there, though they cannot be read."""
    there = {one.table.key for one in torn if one.form.family == filled.form.family}
    missing = tuple(table for table in filled.missing_tables if table.key not in there)
    return replace(filled, missing_tables=missing)
