"""The report as a table: one finding a row, for spreadsheets and for programs that read CSV."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from io import StringIO

from statlint.finding import Finding, Report
from statlint.reporters.look import Look
from statlint.reporters.places import one_line, path_text

HEADS = (
    "path sheet cell place code name severity nature level table line head value left right"
    " difference message advice edit edit_text diagnosis justified reason by date until fingerprint"
).split()
"""The heads of the table, which are the words of the JSON report."""
_BOM = "\ufeff"
"""Without it Excel takes a text for one in the encoding of the country."""
_BEGINS_FORMULA = frozenset("=+-@＝＋－＠")


def write_csv(report: Report, _look: Look) -> Iterator[str]:
    """Write a row for each finding; cells that a spreadsheet would take for formulas are texts."""
    yield _BOM + _row(HEADS)
    for finding in report.findings:
        texts = map(one_line, _cells(finding))
        yield _row([harmless(text) for text in (path_text(finding.path), *texts)])


def _row(cells: list[str]) -> str:
    written = StringIO()
    csv.writer(written).writerow(cells)
    return written.getvalue()


def _cells(found: Finding) -> Iterator[str]:
    """Give the cells of a row behind the path."""
    justified, edit = found.justified, found.edit
    told = (
        *(found.sheet, found.cell, found.place),
        *(found.code, found.name, found.severity, found.nature, found.level),
        *(found.table, found.line, found.head, found.value),
        *(found.left, found.right, found.difference, found.message, found.advice),
        *((edit.id, edit.words or edit.text) if edit else ("", "")),
        found.diagnosis,
        *(
            (justified.grounds, justified.reason, justified.by, justified.date, justified.until)
            if justified
            else ("",) * 5
        ),
        found.fingerprint,
    )
    return ("" if one is None else str(one) for one in told)


def harmless(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would reckon; figures stay figures.

    Excel takes = + - @ for the beginning of a formula, in its full-width forms too, and blanks
    before it make no difference to some programs.
    """
    begins = text.lstrip()[:1] in _BEGINS_FORMULA and text.strip()
    return f"'{text}" if begins and not _figure().fullmatch(text) else text


@cache
def _figure() -> re.Pattern[str]:
    """Make what a signed figure looks like; a dash alone stands where there is none."""
    return re.compile(r"-+|[-+](\d{1,3}(,\d{3})+|\d+)(\.\d+)?%?")
