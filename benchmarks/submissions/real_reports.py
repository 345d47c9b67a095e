"""The real reports: their figures from the fixture, as reports to lay out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TypedDict

from submissions.model import (
    ANNUAL_2019,
    ANNUAL_2021,
    APPLICATIONS,
    DISCLOSURE,
    MIXED,
    REVIEWS,
    Figure,
    Report,
    Slot,
)
from submissions.official import all_slots

FIXTURES = Path(__file__).parents[2] / "fixtures" / "submissions"

_FORMS = {"2019": ANNUAL_2019, "2021": ANNUAL_2021, "mixed": MIXED}


class _Stored(TypedDict, total=False):
    id: str
    source: str
    year: int | None
    form: str
    unit_name: str
    complete: bool
    heads: list[str]
    labels: dict[str, str]
    kind_of_unit: str
    disclosure: dict[str, list[Figure]]
    applications: dict[str, list[Figure]]
    reviews: dict[str, list[Figure]]


def real_reports() -> tuple[Report, ...]:
    """Read all real reports."""
    text = (FIXTURES / "real_reports.json").read_text(encoding="utf-8")
    stored: list[_Stored] = json.loads(text, parse_float=Decimal)
    return tuple(_report(each) for each in stored)


def real_report(report_id: str) -> Report:
    """Read one real report by its id; raises KeyError where there is none."""
    for report in real_reports():
        if report.id == report_id:
            return report
    raise KeyError(report_id)


def _report(stored: _Stored) -> Report:
    form = _FORMS[stored["form"]]
    figures: dict[Slot, Figure] = {}
    slots = all_slots(form)
    tables: Mapping[str, Mapping[str, Sequence[Figure]]] = {
        DISCLOSURE: stored.get("disclosure", {}),
        APPLICATIONS: stored.get("applications", {}),
        REVIEWS: stored.get("reviews", {}),
    }
    for table, lines in tables.items():
        for line, row in lines.items():
            due = [slot for slot in slots if slot.table == table and slot.line == line]
            figures |= dict(zip(due, row, strict=True))
    return Report(
        id=stored["id"],
        form=form,
        year=stored["year"],
        unit_name=stored["unit_name"],
        figures=figures,
        complete=stored["complete"],
        heads=tuple(stored.get("heads", ())),
        labels=stored.get("labels", {}),
        kind_of_unit=stored.get("kind_of_unit"),
    )
