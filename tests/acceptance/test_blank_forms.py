"""A form in which nothing was filled in: every table is recognised, and blanks are no errors."""

from __future__ import annotations

from dataclasses import replace

import pytest

from submissions.catalogue import ALL_LAYOUTS
from submissions.judge import case, outcomes, without
from submissions.layout import Layout
from submissions.model import (
    ANNUAL_2021,
    REVIEWS,
    STATISTICS_2014,
    Report,
    Slot,
)
from submissions.random_reports import SIZES, random_report


def blank(report: Report, wanted: tuple[str, ...] = ()) -> Report:
    """Blank all figures of some tables, or of all."""
    lost: dict[Slot, None] = {
        slot: None for slot in report.figures if not wanted or slot.table in wanted
    }
    return report.with_figures(lost)


def differences(layout: Layout, reports: list[Report]) -> dict[str, list[str]]:
    cases = [case(report, layout) for report in reports if layout.suits(report)]
    told = {}
    for path, outcome in outcomes(cases).items():
        lost = next(each for each in cases if each.path == path).report.tables
        told[path] = [
            *(str(said) for said in without(outcome.said, layout.provokes)),
            *(f"not recognised: {table}" for table in lost if table not in outcome.tables),
        ]
    return {path: each for path, each in told.items() if each}


@pytest.mark.parametrize("layout", ALL_LAYOUTS, ids=lambda layout: layout.name)
def test_a_blank_form_is_recognised_and_has_no_errors(layout: Layout) -> None:
    filled = random_report(ANNUAL_2021, SIZES[1], 2)
    reports = [
        blank(random_report(ANNUAL_2021, SIZES[0], 2)),
        blank(random_report(STATISTICS_2014, SIZES[0], 2)),
        replace(blank(filled, (REVIEWS,)), id="table four blank"),
    ]

    assert differences(layout, reports) == {}
