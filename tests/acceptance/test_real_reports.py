"""Real reports in many layouts: what is wrong by hand is found, and nothing besides."""

from __future__ import annotations

import pytest

from submissions.expected import expected_findings, wrong
from submissions.judge import case, check
from submissions.layout import Layout
from submissions.layouts import LAYOUTS
from submissions.more_layouts import MORE
from submissions.real_reports import real_reports
from submissions.strange_layouts import STRANGE

ALL = (*LAYOUTS, *STRANGE, *MORE)
TELLING = {
    "yaohai-2019",
    "suqian-2024",
    "fgj-2020",
    "edu-hybrid-2021",
    "hezhang-jtj-2021",
    "zhenyuan-lyj-2021",
    "nanhu-tyjr-2022",
}
"""The reports to lay out strangely too; benchmarks/accuracy.py does it with all of them."""


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_what_is_wrong_by_hand_is_found_and_nothing_besides(layout: Layout) -> None:
    assert wrong(layout, real_reports()) == {}


@pytest.mark.parametrize("layout", [*STRANGE, *MORE], ids=lambda layout: layout.name)
def test_it_is_found_in_strange_layouts_too(layout: Layout) -> None:
    reports = [report for report in real_reports() if report.id in TELLING]

    assert len(reports) == len(TELLING)
    assert wrong(layout, reports) == {}


@pytest.mark.parametrize(
    "layout", [layout for layout in ALL if layout.provokes], ids=lambda layout: layout.name
)
def test_what_a_layout_breaks_by_itself_is_found(layout: Layout) -> None:
    complete = [report for report in real_reports() if report.complete]
    cases = [case(report, layout) for report in complete if layout.suits(report)]

    found = check(cases)

    codes = {path: {said.finding.code for said in told} for path, told in found.items()}
    assert cases
    assert [path for path, each in codes.items() if not set(layout.provokes) <= each] == []


def test_every_expectation_is_of_a_report() -> None:
    assert set(expected_findings()) <= {report.id for report in real_reports()}
