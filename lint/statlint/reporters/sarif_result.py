"""One finding as SARIF wants it: where it is, what it says, what it is known by."""

from __future__ import annotations

from collections.abc import Mapping

from statlint.dataclass import dataclass
from statlint.finding import Finding, Related, Report
from statlint.reporters.addresses import uri_of
from statlint.reporters.by_path import Causes
from statlint.reporters.cause_part import cause_words
from statlint.reporters.json_pieces import Json
from statlint.reporters.lines import Page
from statlint.reporters.look import Look
from statlint.reporters.places import on_sheet, one_line
from statlint.reporters.ruler import Ruler
from statlint.reporters.sarif_rules import LEVEL
from statlint.reporters.words import WHY_ACCEPTED
from statlint.values import CellRef, Language
from statlint.values.place import Place
from statlint.values.region import Region

BASE = "%SRCROOT%"
"""What relative addresses begin with: the root of the repository, wherever it was checked out."""
_MOST_RELATED = 100
"""Places beside a finding that code scanning shows."""
_FIRST_LINE: Json = {"startLine": 1}
"""Where a workbook is pointed at: it has no lines, and code scanning shows nothing without one."""


@dataclass(frozen=True, slots=True)
class Places:
    """What the places of a report need: its files by number, its causes, how it is to look."""

    report: Report
    look: Look
    numbers: Mapping[str, int]
    causes: Causes

    def file(self, path: str) -> dict[str, Json]:
        """Point at a file."""
        address = uri_of(path, self.look)
        pointed: dict[str, Json] = {"uri": address}
        if "://" not in address:
            pointed["uriBaseId"] = BASE
        if path in self.numbers:
            pointed["index"] = self.numbers[path]
        return pointed

    def region_beside(self, found: Finding, other: Related) -> Region | None:
        """Find another cell of a text file; in another file it is enough to know the line."""
        regions = self.report.regions
        if regions is None or other.sheet is not None:
            return None
        if other.path is None:
            return regions.at(found.path, other.cell)
        return regions.line_of(other.path, other.cell)


def result(found: Finding, mark: str, rules: Mapping[str, int], places: Places) -> Json:
    """Write a finding; what somebody accepted is suppressed, with the reason."""
    written: dict[str, Json] = {"ruleId": found.code}
    if found.code in rules:
        written["ruleIndex"] = rules[found.code]
    written |= {
        "level": LEVEL[found.severity],
        "message": {"text": _message(found, places)},
        "locations": [_location(found, places)],
        "partialFingerprints": {
            # Code scanning looks at this one alone; what stands behind the colon is its habit.
            "primaryLocationLineHash": f"{mark}:1",
            "statlint/v1": found.fingerprint,
        },
        "suppressions": _suppressions(found, places.report.language),
        "properties": _properties(found),
    }
    if found.related:
        shown = enumerate(found.related[:_MOST_RELATED], 1)
        written["relatedLocations"] = [_beside(one, id_, found, places) for id_, one in shown]
    return written


def _message(found: Finding, places: Places) -> str:
    """Say what is wrong, what may be the cause and what to do, each on a line."""
    page = Page(places.report.language, places.look, Ruler())
    cause = places.causes.of(found)
    said = (found.message, cause_words(cause, page) if cause else "", found.advice)
    # A label of the table in square brackets must not become a link.
    return "\n".join(one_line(text).replace("](", "] (") for text in said if text)


def _location(found: Finding, places: Places) -> Json:
    region = places.report.regions.of(found) if places.report.regions else None
    return {
        "physicalLocation": {
            "artifactLocation": places.file(found.path),
            "region": _region(region) if region else _FIRST_LINE,
        },
        "logicalLocations": _logical(found.place or found.sheet, found.cell, found.table),
    }


def _region(region: Region) -> Json:
    lines: dict[str, Json] = {"startLine": region.line, "endLine": region.end_line}
    if region.column is not None and region.end_column is not None:
        lines |= {"startColumn": region.column, "endColumn": region.end_column}
    return lines


def _logical(sheet: str | None, cell: CellRef | None, table: str | None = None) -> list[Json]:
    """Name a cell with its sheet, and the table."""
    where = on_sheet(sheet, cell)
    told: list[Json] = []
    if where:
        kind = "cell" if cell else sheet.kind if isinstance(sheet, Place) else "sheet"
        told.append({"name": str(cell or where), "fullyQualifiedName": where, "kind": kind})
    if table:
        told.append({"name": table, "fullyQualifiedName": table, "kind": "table"})
    return told


def _beside(other: Related, number: int, found: Finding, places: Places) -> Json:
    path = other.path or found.path
    prose = isinstance(other.sheet, Place) and not other.sheet.is_table
    cell = None if prose else other.cell
    region = places.region_beside(found, other)
    said = (one_line(other.label), one_line(other.value))
    return {
        "id": number,
        "physicalLocation": {
            "artifactLocation": places.file(path),
            "region": _region(region) if region else _FIRST_LINE,
        },
        "logicalLocations": _logical(other.sheet, cell),
        "message": {"text": " ".join(filter(None, said)) or on_sheet(other.sheet, cell) or path},
    }


def _suppressions(found: Finding, language: Language) -> list[Json]:
    """Say why a finding is accepted; an empty list says that it is not."""
    justified = found.justified
    if justified is None:
        return []
    told = {"grounds": str(justified.grounds), "by": justified.by, "date": justified.date}
    told["until"] = justified.until
    return [
        {
            "kind": "external",
            "status": "accepted",
            "justification": justified.reason or WHY_ACCEPTED[justified.grounds].of(language),
            "properties": {name: text for name, text in told.items() if text},
        }
    ]


def _properties(found: Finding) -> Json:
    told: dict[str, Json] = {
        "name": found.name,
        "nature": str(found.nature),
        "level": found.level,
        "table": found.table,
        "line": found.line,
        "head": found.head,
        "value": found.value,
        "left": found.left,
        "right": found.right,
        "difference": found.difference,
        "edit": found.edit.id if found.edit else None,
        "diagnosis": found.diagnosis,
    }
    return {name: value for name, value in told.items() if value is not None}
