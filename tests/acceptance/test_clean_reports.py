"""Consistent reports of three sizes of authority: no error and no warning in any layout."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from submissions.catalogue import ALL_LAYOUTS
from submissions.judge import Outcome, case, check, outcomes, without
from submissions.layout import Layout
from submissions.layouts import LAYOUTS
from submissions.model import ANNUAL_2019, ANNUAL_2021, STATISTICS_2014
from submissions.random_reports import SIZES, random_report

REPORTS = (
    random_report(ANNUAL_2019, SIZES[0], 41),
    random_report(ANNUAL_2019, SIZES[2], 41),
    random_report(ANNUAL_2021, SIZES[1], 41),
    random_report(ANNUAL_2021, SIZES[2], 41),
    random_report(STATISTICS_2014, SIZES[1], 41),
)


@pytest.mark.parametrize("layout", ALL_LAYOUTS, ids=lambda layout: layout.name)
def test_a_consistent_report_is_clean(layout: Layout) -> None:
    cases = [case(report, layout) for report in REPORTS if layout.suits(report)]

    found = outcomes(cases)

    assert cases
    assert {path: each for path, each in told(found, layout).items() if each} == {}
    assert [
        each.path
        for each in cases
        if found[each.path].tables != {*each.report.tables, *layout.brings}
    ] == []


def told(found: Mapping[str, Outcome], layout: Layout) -> dict[str, list[str]]:
    """Give the errors and warnings by path, without what the layout breaks by itself."""
    return {
        path: [str(each) for each in without(outcome.said, layout.provokes)]
        for path, outcome in found.items()
    }


def test_many_consistent_reports_are_clean() -> None:
    reports = [
        random_report(form, size, seed)
        for form in (ANNUAL_2019, ANNUAL_2021, STATISTICS_2014)
        for size in SIZES
        for seed in range(4)
    ]
    cases = [case(report, LAYOUTS[4]) for report in reports]

    found = check(cases)

    assert {path: [str(each) for each in said] for path, said in found.items() if said} == {}
