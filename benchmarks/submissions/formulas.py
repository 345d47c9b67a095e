"""Totals as formulas, with the results that Excel keeps beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import load_workbook

from statlint.values import CellRef
from submissions.model import APPLICATIONS, REVIEWS, Figure, Slot, Submission
from submissions.writing import Sheet, write_xlsx

_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)><f>([^<]*)</f><v ?/?>(?:</v>)?</c>')
_PARTS = {
    APPLICATIONS: ("nat", "biz", "sci", "soc", "law", "oth"),
    REVIEWS: ("up", "fix", "oth", "pend"),
}


def write_with_formulas(name: str, sheets: Sequence[Sheet]) -> Submission:
    """Write an Excel workbook whose totals across are formulas with stored results."""
    plain = write_xlsx(name, sheets)
    book = load_workbook(BytesIO(plain.data))
    stored: list[dict[str, Figure]] = []
    for at, sheet in enumerate(sheets):
        refs = sheet.slots()
        results: dict[str, Figure] = {}
        for slot, ref in refs.items():
            formula = _formula(slot, refs)
            if formula is not None and isinstance(sheet.figures.get(slot), int):
                book.worksheets[at][str(ref)].value = formula
                results[str(ref)] = sheet.figures[slot]
        stored.append(results)
    stream = BytesIO()
    book.save(stream)
    return Submission(plain.name, _with_results(stream.getvalue(), stored), plain.places)


def _formula(slot: Slot, refs: Mapping[Slot, CellRef]) -> str | None:
    if slot.head != "tot" or slot.table not in _PARTS:
        return None
    parts = [refs[Slot(slot.table, slot.line, head)] for head in _PARTS[slot.table]]
    return f"=SUM({parts[0]}:{parts[-1]})"


def _with_results(data: bytes, stored: Sequence[Mapping[str, Figure]]) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            number = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", part.filename)
            if number is not None:
                content = _completed(content, stored[int(number[1]) - 1])
            new.writestr(part.filename, content)
    return stream.getvalue()


def _completed(content: bytes, results: Mapping[str, Figure]) -> bytes:
    def cell(found: re.Match[str]) -> str:
        ref, attributes, formula = found.groups()
        return f'<c r="{ref}"{attributes}><f>{formula}</f><v>{results[ref]}</v></c>'

    return _FORMULA.sub(cell, content.decode("utf-8")).encode("utf-8")
