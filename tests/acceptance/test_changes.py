"""One figure changed in one cell: it is noticed, and nothing else is said."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from statlint.config import Settings
from statlint.finding import Report as Checked
from statlint.finding import Severity
from statlint.run import check_paths
from submissions import inks
from submissions.catalogue import ALL_LAYOUTS
from submissions.changes import Change
from submissions.damage import DAMAGES, Damage
from submissions.judge import TODAY, Case, check, said
from submissions.layout import Layout, laid_out
from submissions.layouts import LAYOUTS
from submissions.model import ANNUAL_2021, APPLICATIONS, STATISTICS, Figure, Report, Slot
from submissions.noticing import Slip, every_slip, judged, sampled_slips, slots_of_interest
from submissions.random_reports import SIZES, random_report
from submissions.shapes import both, plain
from submissions.writing import write_text

BLANK_RULES = {"M101", "M102"}
BARE = next(layout for layout in LAYOUTS if layout.name == "bare csv in gbk")


def silent(slips: list[Slip]) -> list[str]:
    """Give the slips of which nothing was said, or something that has nothing to do with them."""
    return [
        f"{noticed.slip}: {[str(each) for each in noticed.said]}"
        for noticed in judged(slips)
        if not noticed.exactly
    ]


@pytest.mark.parametrize(
    "layout",
    [layout for layout in ALL_LAYOUTS if layout.needs != STATISTICS],
    ids=lambda layout: layout.name,
)
def test_changes_are_noticed_in_each_layout(layout: Layout) -> None:
    report = random_report(ANNUAL_2021, SIZES[1], 5)
    rng = Random(layout.name)  # noqa: S311 - figures to change, not secrets

    kinds = list(Change) if layout in LAYOUTS else rng.sample(list(Change), 3)

    slips = list(sampled_slips(report, layout, rng, kinds))

    assert [slip.change for slip in slips] == kinds
    assert silent(slips) == []


def test_a_change_of_any_figure_is_noticed() -> None:
    report = random_report(ANNUAL_2021, SIZES[2], 9)
    rng = Random(9)  # noqa: S311 - figures to change, not secrets
    slips = [slip for slip in every_slip(report, BARE, rng) if slip.change is Change.REPLACED]

    assert len(slips) == len(slots_of_interest(report))
    assert silent(slips) == []


def test_a_figure_left_blank_is_told_of_and_its_sums_do_not_pass_in_silence() -> None:
    report = random_report(ANNUAL_2021, SIZES[1], 5)
    filled = [slot for slot in slots_of_interest(report) if report.figures[slot]]
    cases = {slot: numbered(report.with_figure(slot, None), BARE, slot) for slot in filled}
    sources = [(each.path, each.submission.data) for each in cases.values()]

    checked = check_paths(sources, Settings(), today=TODAY)

    unlisted = [slot for slot, each in cases.items() if not listed(checked, each, slot)]
    open_sums = {left.path for left in checked.not_checked}
    told = {found.path for found in checked.findings if found.severity is not Severity.INFORMATION}
    assert unlisted == []
    assert {each.path for each in cases.values()} - open_sums - told == set()


def numbered(report: Report, layout: Layout, name: object) -> Case:
    """Lay out a report under a path of its own."""
    made = layout.make(report)
    return Case(report, layout, f"{name}/{made.name}", made)


def listed(checked: Checked, of: Case, slot: Slot) -> bool:
    """Tell whether a blank cell is named among those that are missing."""
    blank = [
        found for found in checked.findings if found.path == of.path and found.code in BLANK_RULES
    ]
    return any(
        each.slot == slot or slot in each.related for each in said(blank, of.submission.places)
    )


@pytest.mark.parametrize("ink", [inks.blank_zero, inks.dash_zero], ids=lambda ink: ink.__name__)
def test_a_total_over_nothing_but_blanks_is_noticed(ink: Callable[[Figure], Figure]) -> None:
    report = random_report(ANNUAL_2021, SIZES[0], 1)
    slot = Slot(APPLICATIONS, "new", "nat")
    layout = Layout("zeros unwritten", laid_out(ink=ink))

    assert report.figures[slot] == report.figures[Slot(APPLICATIONS, "new", "tot")] == 3
    assert silent([Slip(report, layout, slot, Change.BLANKED, None)]) == []


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)
def test_damage_is_named_by_its_rule_alone(damage: Damage) -> None:
    report = random_report(ANNUAL_2021, SIZES[1], 5)
    cases = []
    for seed in range(12):
        rng = Random(seed)  # noqa: S311 - lines to lose, not secrets
        shape = damage.shape(rng)
        merged = Layout("official print", laid_out(shape))
        bare = Layout("merges lost", laid_out(both(shape, plain), write=write_text("gbk", ",")))
        cases += [numbered(report, layout, seed) for layout in (merged, bare)]

    found = check(cases)

    assert {path: [each.finding.code for each in told] for path, told in found.items()} == {
        each.path: [damage.code] for each in cases
    }
