"""One figure changed in one cell: it is noticed, and nothing else is said."""

from __future__ import annotations

from random import Random

import pytest

from statlint.config import Settings
from statlint.finding import Severity
from statlint.run import check_paths
from submissions.changes import Change
from submissions.damage import DAMAGES, Damage
from submissions.judge import TODAY, case, check, said
from submissions.layout import Layout, laid_out
from submissions.layouts import LAYOUTS
from submissions.model import ANNUAL_2019, ANNUAL_2021, Report, Slot
from submissions.noticing import Slip, every_slip, judged, sampled_slips, slots_of_interest
from submissions.random_reports import SIZES, random_report
from submissions.shapes import both, plain
from submissions.strange_layouts import STRANGE
from submissions.writing import write_text

WRITTEN = [change for change in Change if change is not Change.BLANKED]
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
    [layout for layout in (*LAYOUTS, *STRANGE) if not layout.hides_zeros],
    ids=lambda layout: layout.name,
)
def test_each_kind_of_change_is_noticed_in_each_layout(layout: Layout) -> None:
    report = random_report(ANNUAL_2021, SIZES[1], 5)
    rng = Random(layout.name)  # noqa: S311 - figures to change, not secrets

    slips = list(sampled_slips(report, layout, rng, WRITTEN))

    assert [slip.change for slip in slips] == WRITTEN
    assert silent(slips) == []


@pytest.mark.parametrize("form", [ANNUAL_2019, ANNUAL_2021])
def test_a_change_of_any_figure_is_noticed(form: str) -> None:
    report = random_report(form, SIZES[2], 9)
    rng = Random(form)  # noqa: S311 - figures to change, not secrets
    slips = [slip for slip in every_slip(report, BARE, rng) if slip.change is Change.REPLACED]

    assert len(slips) == len(slots_of_interest(report))
    assert silent(slips) == []


def test_a_figure_left_blank_is_told_of_and_its_sums_do_not_pass_in_silence() -> None:
    report = random_report(ANNUAL_2021, SIZES[1], 5)
    filled = [slot for slot in slots_of_interest(report) if report.figures[slot]]

    told = {slot: blanked(report, slot) for slot in filled}

    assert {slot for slot, (listed, _) in told.items() if not listed} == set()
    assert {slot for slot, (_, decided) in told.items() if not decided} == set()


def blanked(report: Report, slot: Slot) -> tuple[bool, bool]:
    """Tell whether a blank cell is listed, and whether its sums fail or are listed as open."""
    made = case(report.with_figure(slot, None), BARE)
    checked = check_paths([(made.path, made.submission.data)], Settings(), today=TODAY)
    blank = [each for each in checked.findings if each.code in {"M101", "M102"}]
    listed = any(
        each.slot == slot or slot in each.related for each in said(blank, made.submission.places)
    )
    return listed, bool(checked.not_checked) or checked.count(Severity.WARNING) > 0


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)
def test_damage_is_named_by_its_rule_alone(damage: Damage) -> None:
    report = random_report(ANNUAL_2021, SIZES[1], 5)
    told = []
    for seed in range(12):
        rng = Random(seed)  # noqa: S311 - lines to lose, not secrets
        shape = both(damage.shape(rng), plain)
        layouts = (
            Layout("official print", laid_out(damage.shape(rng))),
            Layout("merges lost", laid_out(shape, write=write_text("gbk", ","))),
        )
        for layout in layouts:
            made = case(report, layout)
            told += [[each.finding.code for each in check([made])[made.path]]]

    assert told == [[damage.code]] * 24
