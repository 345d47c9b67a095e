"""The report for programs: the JSON of version 1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from statlint import __version__
from statlint.finding import (
    Alternative,
    BaselineNote,
    Crash,
    Diagnosis,
    EditNote,
    FileReport,
    Finding,
    Justification,
    NotChecked,
    Proposal,
    Quote,
    Related,
    Report,
    Severity,
)
from statlint.reporters.json_pieces import Fields, Json, pieces_of
from statlint.reporters.look import Look
from statlint.reporters.statistics import count_rules
from statlint.values.overview import Overview, ReturnStatus
from statlint.values.place import Place

_VERSION = 1
_JUSTIFIED = "justified"
"""The count of the findings that somebody accepted; they are in no other."""


def write_json(report: Report, look: Look) -> Iterator[str]:
    """Write the report as JSON; every field is there, also where it is empty.

    Lists come one by one, so that no report is ever in memory as a whole.
    """
    yield from pieces_of(Fields(fields_of(report, look)))
    yield "\n"


def fields_of(report: Report, look: Look) -> Iterator[tuple[str, Json | Iterator[Json]]]:
    """Give the fields of the report, those that are lists as iterators."""
    outcomes = report.outcomes
    yield "version", _VERSION
    yield "statlint", __version__
    yield "files", _files(report)
    yield "findings", map(_finding, report.findings)
    yield "diagnoses", map(_diagnosis, report.diagnoses)
    yield "not_checked", map(_not_checked, report.not_checked)
    yield "crashes", map(_crash, report.crashes)
    yield (
        "outcomes",
        {
            "passed": outcomes.passed,
            "failed": outcomes.failed,
            "not_checked": outcomes.not_checked,
            "crashed": outcomes.crashed,
        },
    )
    if report.baseline:
        yield "baseline", _baseline(report.baseline)
    if report.overview:
        yield "overview", map(_overview, report.overview)
    if look.statistics:
        yield (
            "statistics",
            [
                {"code": rule.code, "name": rule.name, "count": rule.times}
                for rule in count_rules(report)
            ],
        )


def _files(report: Report) -> Iterator[Json]:
    counts = Counter(
        (found.path, str(found.severity) if found.justified is None else _JUSTIFIED)
        for found in report.findings
    )
    return (_file(file, counts) for file in report.files)


def _baseline(note: BaselineNote) -> Json:
    return {"path": note.path, "known": note.known, "new": note.new, "gone": note.gone}


def _overview(overview: Overview) -> Json:
    return {
        "dataset": overview.dataset,
        "period": _text(overview.period),
        "due": overview.due,
        "complete": overview.complete,
        "handed_in": overview.handed_in,
        "missing": overview.count(ReturnStatus.MISSING),
        "units": [
            {
                "unit": line.unit,
                "status": str(line.status),
                "path": line.path,
                "period": _text(line.period),
                "counts": {
                    "error": line.errors,
                    "warning": line.warnings,
                    "information": line.information,
                    _JUSTIFIED: line.justified,
                },
            }
            for line in overview.lines
        ],
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _file(file: FileReport, counts: Mapping[tuple[str, str], int]) -> Json:
    return {
        "path": file.path,
        "status": str(file.status),
        "period": _text(file.period),
        "unit_name": file.unit_name,
        "tables": [
            {
                "id": table.id,
                **sheet_json(table.sheet),
                "range": str(table.range),
                "form": table.form,
                "inferred": table.inferred,
            }
            for table in file.tables
        ],
        "counts": {
            each: counts.get((file.path, each), 0) for each in (*map(str, Severity), _JUSTIFIED)
        },
        "container": file.container,
        "encoding": file.encoding,
        "separator": file.separator,
        "unseen": list(file.unseen),
        "neighbours": [{"path": one.path, "role": one.role} for one in file.neighbours],
        **({} if file.paragraphs is None else {"paragraphs": file.paragraphs}),
        **({} if file.converted_by is None else {"converted_by": file.converted_by}),
    }


def _finding(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "nature": str(finding.nature),
        "level": finding.level,
        "path": finding.path,
        "sheet": finding.sheet,
        "cell": _text(finding.cell),
        "place": _text(finding.place),
        "table": finding.table,
        "line": finding.line,
        "head": finding.head,
        "message": finding.message,
        "advice": finding.advice,
        "left": finding.left,
        "right": finding.right,
        "difference": finding.difference,
        "edit": _edit(finding.edit),
        "related": [_related(other) for other in finding.related],
        "diagnosis": finding.diagnosis,
        "justified": _justified(finding.justified),
        "fingerprint": finding.fingerprint,
        **_quote(finding.quote),
    }


def _justified(justified: Justification | None) -> Json:
    """Say why a finding is accepted; empty texts are null."""
    if justified is None:
        return None
    return {
        "grounds": str(justified.grounds),
        "reason": justified.reason or None,
        "by": justified.by or None,
        "date": justified.date or None,
        "until": justified.until or None,
    }


def _quote(quote: Quote | None) -> dict[str, Json]:
    """Quote the sentence of a finding about a text; the marks count its signs from 0."""
    if quote is None:
        return {}
    marks: list[Json] = [[start, end] for start, end in quote.marks]
    return {"quote": {"text": quote.text, "marks": marks}}


def sheet_json(sheet: str | None) -> dict[str, Json]:
    """Name a sheet, or the place in a document, which has no sheets."""
    if isinstance(sheet, Place):
        return {"sheet": None, "place": str(sheet)}
    return {"sheet": sheet}


def _cell(sheet: str | None, cell: object) -> dict[str, Json]:
    """Name a sheet and a cell of it; a text has no cells."""
    prose = isinstance(sheet, Place) and not sheet.is_table
    return {**sheet_json(sheet), "cell": None if prose else _text(cell)}


def _related(other: Related) -> Json:
    cell = {**_cell(other.sheet, other.cell), "value": other.value}
    if other.label:
        cell["label"] = other.label
    # Only a cell of another file names its file.
    return {**cell, "path": other.path} if other.path else cell


def _edit(edit: EditNote | None) -> Json:
    if edit is None:
        return None
    return {
        "id": edit.id,
        "text": edit.text,
        "origin": str(edit.origin),
        "name": edit.name,
        "words": edit.words,
    }


def _diagnosis(diagnosis: Diagnosis) -> Json:
    return {
        "id": diagnosis.id,
        "path": diagnosis.path,
        **sheet_json(diagnosis.sheet),
        "findings": list(diagnosis.findings),
        "certainty": diagnosis.certainty,
        "message": diagnosis.message,
        "alternatives": [_alternative(one) for one in diagnosis.alternatives],
    }


def _alternative(alternative: Alternative) -> Json:
    return {
        "cells": [_proposal(one) for one in alternative.cells],
        "reason": alternative.reason,
        "probability": alternative.probability,
        "message": alternative.message,
    }


def _proposal(one: Proposal) -> Json:
    written = {**_cell(one.sheet, one.cell), "value": one.value, "proposed": one.proposed}
    return written | {"path": one.path} if one.path else written


def _not_checked(check: NotChecked) -> Json:
    written: dict[str, Json] = {
        "path": check.path,
        **_cell(check.sheet, check.cell),
        "edit": check.edit,
        "reason": str(check.reason),
        "line": check.line,
        "head": check.head,
        "diagnosis": check.diagnosis,
    }
    # Only a check that needs another file names it.
    return written | {"other": check.other} if check.other else written


def _crash(crash: Crash) -> Json:
    return {"code": crash.code, "path": crash.path, "error": crash.error}
