"""An annual report whose totals are formulas, and one of them against its form."""

from __future__ import annotations

from collections.abc import Mapping

from formula_books.model import Book, Content, Page
from statlint.values import CellRange, CellRef
from submissions.fitted import fitted_page
from submissions.model import APPLICATIONS, Slot
from submissions.real_reports import real_report
from submissions.writing import Sheet

_SHEET = "年报"


def annual_report() -> Book:
    """Make a report whose totals across are formulas."""
    report = real_report("suqian-2024")
    sheet = Sheet(_SHEET, fitted_page(report), report.figures)
    cells: dict[str, Content] = {
        str(CellRef(row + 1, column + 1)): content
        if isinstance(content, int | str)
        else float(content)
        for (row, column), content in sheet.written().items()
        if content is not None
    }
    slots = sheet.slots()
    for slot, ref in slots.items():
        if slot.table == APPLICATIONS and slot.head == "tot":
            cells[str(ref)] = _total(slots, slot, "oth")
    spans = (
        CellRange(CellRef(span.top + 1, span.left + 1), CellRef(span.bottom + 1, span.right + 1))
        for span in sheet.rectangle.spans
    )
    return Book((Page(_SHEET, cells, merges=tuple(map(str, spans))),))


def _total(slots: Mapping[Slot, CellRef], of: Slot, last: str) -> str:
    """Write the formula of a total across, from the first kind of applicant to the last."""
    first, end = (slots[of._replace(head=head)] for head in ("nat", last))
    return f"=SUM({first}:{end})"


def short_total() -> tuple[Book, str]:
    """Make the report with a total that leaves out a kind of which there is none; say where."""
    report = real_report("suqian-2024")
    slots = Sheet(_SHEET, fitted_page(report), report.figures).slots()
    totals = (
        slot
        for slot in slots
        if slot.table == APPLICATIONS
        and slot.head == "tot"
        and report.figures[slot]
        and not report.figures[slot._replace(head="oth")]
    )
    slot = next(totals)
    ref = str(slots[slot])
    return annual_report().changed(**{ref: _total(slots, slot, "law")}), ref
