"""Layouts mixed at random: what is wrong in a real report is found, a consistent one is clean."""

from __future__ import annotations

import pytest

from submissions.expected import wrong
from submissions.judge import case, outcomes
from submissions.layout import Layout
from submissions.mixed_layouts import mixed_layout
from submissions.model import ANNUAL_2019, ANNUAL_2021
from submissions.random_reports import SIZES, random_report
from submissions.real_reports import real_report

LAYOUTS = [mixed_layout(seed) for seed in range(40)]
REPORTS = [random_report(ANNUAL_2019, SIZES[0], 6), random_report(ANNUAL_2021, SIZES[2], 6)]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_reports_come_out_as_they_are_in_a_mixed_layout(layout: Layout) -> None:
    cases = [case(report, layout) for report in REPORTS]

    found = outcomes(cases)

    assert wrong(layout, [real_report("yaohai-2019")]) == {}
    assert {path: [str(each) for each in outcome.said] for path, outcome in found.items()} == {
        each.path: [] for each in cases
    }
    assert [each.path for each in cases if found[each.path].tables != set(each.report.tables)] == []
