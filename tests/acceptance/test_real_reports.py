"""Real reports in many layouts: what is wrong by hand is found, and nothing besides."""

from __future__ import annotations

import pytest

from statlint.config import Settings
from submissions.expected import Expected, differences, expected_findings
from submissions.judge import Case, Said, case, check, outcomes
from submissions.layout import Layout
from submissions.layouts import LAYOUTS
from submissions.model import APPLICATIONS, DISCLOSURE, MIXED, REVIEWS, Report
from submissions.official import all_slots
from submissions.real_reports import real_reports
from submissions.strange_layouts import STRANGE

TABLES = (DISCLOSURE, APPLICATIONS, REVIEWS)


def partly_known(report: Report) -> set[str]:
    """Tell of which tables only a part could be transcribed: their missing lines do not count."""
    whole = {(slot.table, slot.line) for slot in all_slots(report.form)}
    known = {(slot.table, slot.line) for slot in report.figures}
    return {table for table, _ in whole - known}


def counted(found: list[Said], report: Report, layout: Layout) -> list[Said]:
    """Leave out the missing lines of tables known in part, and what the layout itself breaks."""
    partly = partly_known(report)
    return [
        said
        for said in found
        if not (said.finding.code == "S001" and said.finding.table in partly)
        and said.finding.code not in layout.provokes
    ]


def wrong(
    cases: list[Case], wanted: dict[str, Expected], settings: Settings
) -> dict[str, list[str]]:
    """Compare what was found in each case with what was expected."""
    found = outcomes(cases, settings)
    told = {}
    for each in cases:
        outcome = found[each.path]
        told[each.report.id] = [
            *differences(
                wanted.get(each.report.id, Expected()).of(each.layout),
                counted(outcome.said, each.report, each.layout),
            ),
            *(f"not recognised: {table}" for table in set(each.report.tables) - outcome.tables),
        ]
    return {report_id: each for report_id, each in told.items() if each}


@pytest.mark.parametrize("layout", [*LAYOUTS, *STRANGE], ids=lambda layout: layout.name)
def test_what_is_wrong_by_hand_is_found_and_nothing_besides(layout: Layout) -> None:
    wanted = expected_findings()
    cases = [case(report, layout) for report in real_reports() if layout.suits(report)]
    kinds = {each.report.id: wanted.get(each.report.id, Expected()).kind_of_unit for each in cases}

    told: dict[str, list[str]] = {}
    for kind in sorted(set(kinds.values()), key=str):
        of_kind = [each for each in cases if kinds[each.report.id] == kind]
        told |= wrong(of_kind, wanted, Settings(kind_of_unit=kind))

    assert told == {}


@pytest.mark.parametrize(
    "layout",
    [layout for layout in (*LAYOUTS, *STRANGE) if layout.provokes],
    ids=lambda layout: layout.name,
)
def test_what_a_layout_breaks_by_itself_is_found(layout: Layout) -> None:
    cases = [case(report, layout) for report in real_reports() if layout.suits(report)]

    found = check(cases)

    silent = [
        each.report.id
        for each in cases
        if each.report.form != MIXED
        and not set(layout.provokes) <= {said.finding.code for said in found[each.path]}
    ]
    assert silent == []


def test_every_expectation_is_of_a_report() -> None:
    assert set(expected_findings()) <= {report.id for report in real_reports()}
