"""Last year's report beside this year's: what is carried over and in force, in every layout."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statlint.config import Settings
from statlint.run import check_paths
from submissions.judge import TODAY, case, said
from submissions.layout import Layout
from submissions.layouts import LAYOUTS
from submissions.model import (
    ANNUAL_2019,
    ANNUAL_2021,
    APPLICATIONS,
    DISCLOSURE,
    Report,
    Slot,
)
from submissions.official import all_slots
from submissions.real_reports import real_report

BY_NAME = {layout.name: layout for layout in LAYOUTS}
PRINT, TEXT = BY_NAME["official print"], BY_NAME["bare csv in gbk"]
SETTINGS = Settings()
APPLICANTS = ("nat", "biz", "sci", "soc", "law", "oth", "tot")
CARRIED = [Slot(APPLICATIONS, "carry", head) for head in APPLICANTS]
IN_FORCE = [Slot(DISCLOSURE, line, "inforce") for line in ("rules", "norms")]


def named(slot: Slot) -> str:
    return ".".join(slot)


def told(
    report: Report,
    layout: Layout,
    *,
    previous: Report | None = None,
    parts: tuple[Report, ...] = (),
    settings: Settings = SETTINGS,
) -> list[str]:
    """Say what is wrong or doubtful in a report beside others; theirs are printed otherwise."""
    own = case(report, layout)
    others = [case(one, TEXT if layout is PRINT else PRINT) for one in parts]
    before = [case(previous, PRINT if layout is TEXT else TEXT)] if previous else []
    result = check_paths(
        [(own.path, own.submission.data)],
        settings,
        previous=[(one.path, one.submission.data) for one in before],
        parts=[(one.path, one.submission.data) for one in others],
        today=TODAY,
    )
    assert result.crashes == ()
    serious = [found for found in result.findings if found.severity != "information"]
    return [str(one) for one in said(serious, own.submission.places)]


def more(report: Report, slot: Slot, by: int = 1) -> Report:
    figure = report.figures[slot]
    assert isinstance(figure, int)
    return report.with_figure(slot, figure + by)


@pytest.mark.parametrize(
    "layout",
    [layout for layout in LAYOUTS if not layout.provokes],
    ids=lambda layout: layout.name,
)
def test_what_a_city_carried_over_in_2024_is_clean_in_every_column(layout: Layout) -> None:
    then, now = real_report("suqian-2023"), real_report("suqian-2024")

    assert [now.figures[slot] for slot in CARRIED] == [118, 3, 0, 0, 0, 0, 121]
    assert [now.figures[slot] for slot in IN_FORCE] == [12, 420]
    assert told(now, layout, previous=then) == []


def test_what_can_be_seen_of_2025_follows_from_2024() -> None:
    then, now = real_report("suqian-2024"), real_report("suqian-2025")

    found = told(now, PRINT, previous=then)

    assert [now.figures[slot] for slot in IN_FORCE] == [15, 422]
    assert [one for one in found if one.startswith("P201")] == []


@pytest.mark.parametrize("slot", CARRIED, ids=named)
@pytest.mark.parametrize("by", [1, -1])
def test_a_figure_that_was_carried_over_wrongly_is_found(slot: Slot, by: int) -> None:
    then, now = real_report("suqian-2023"), more(real_report("suqian-2024"), slot, by)
    due = then.figures[Slot(APPLICATIONS, "next", slot.head)]

    found = [one for one in told(now, PRINT, previous=then) if one.startswith("P201")]

    stated = now.figures[slot]
    assert found == [f"P201 A6 error {named(slot)} {due} {stated} {-by}"]


DECIDED = [Slot(DISCLOSURE, line, "decided") for line in ("permit", "punish", "force")]


@pytest.mark.parametrize("slot", DECIDED, ids=named)
def test_a_figure_that_nothing_else_tells_is_asked_for_at_ten_times(slot: Slot) -> None:
    then, now = real_report("suqian-2023"), real_report("suqian-2024")
    figure = now.figures[slot]
    assert isinstance(figure, int)

    found = told(now.with_figure(slot, 10 * figure), TEXT, previous=then)

    assert [one.split()[0] for one in found] in (["P203"], ["P204"])


@pytest.mark.parametrize("slot", IN_FORCE, ids=named)
def test_documents_that_do_not_follow_from_last_year_are_asked_for(slot: Slot) -> None:
    then, now = real_report("suqian-2023"), more(real_report("suqian-2024"), slot)
    due = real_report("suqian-2024").figures[slot]

    found = told(now, TEXT, previous=then)

    assert found == [f"P201 D1b warning {named(slot)} {due} {now.figures[slot]} -1"]


def test_in_a_department_they_must_follow() -> None:
    then, now = real_report("suqian-2023"), more(real_report("suqian-2024"), IN_FORCE[1])

    found = told(now, TEXT, previous=then, settings=Settings(kind_of_unit="department"))

    assert [one for one in found if one.startswith("P201")] == [
        "P201 D1a error disclosure.norms.inforce 420 421 -1"
    ]


@pytest.mark.parametrize("head", APPLICANTS)
def test_a_figure_that_was_changed_in_last_years_report_is_found(head: str) -> None:
    then = more(real_report("suqian-2023"), Slot(APPLICATIONS, "next", head), 9)

    found = told(real_report("suqian-2024"), PRINT, previous=then)

    assert [one.split()[:4] for one in found] == [
        ["P201", "A6", "error", f"applications.carry.{head}"]
    ]


def test_more_documents_repealed_than_there_were() -> None:
    then, now = real_report("suqian-2023"), real_report("suqian-2024")
    slots = [Slot(DISCLOSURE, "rules", head) for head in ("made", "repealed", "inforce")]
    now = now.with_figures(dict(zip(slots, (2, 14, 0), strict=True)))

    found = [one for one in told(now, PRINT, previous=then) if one.startswith("P201")]

    assert found == ["P201 D3 error disclosure.rules.repealed 14 13 1"]


def test_the_form_of_2019_is_held_against_that_of_2021() -> None:
    old = Report("old", ANNUAL_2019, 2020, "甲县人民政府", dict.fromkeys(all_slots(ANNUAL_2019), 0))
    new = Report("new", ANNUAL_2021, 2021, "甲县人民政府", dict.fromkeys(all_slots(ANNUAL_2021), 0))
    balanced = {
        Slot(APPLICATIONS, line, head): 2 for line in ("new", "next") for head in ("nat", "tot")
    }

    found = told(new, PRINT, previous=old.with_figures(balanced))

    assert [one for one in found if one.startswith("P201")] == [
        "P201 A6 error applications.carry.nat 2 0 2",
        "P201 A6 error applications.carry.tot 2 0 2",
    ]


def whole_of(*reports: Report) -> Report:
    """Add up reports as a superior does."""
    figures = {
        slot: sum(one.figures[slot] or 0 for one in reports)  # type: ignore[misc]  # numbers only
        for slot in reports[0].figures
    }
    return Report("whole", ANNUAL_2021, 2024, "甲省人民政府", figures)


def test_a_total_over_parts_is_clean_and_one_figure_is_found() -> None:
    parts = tuple(
        replace(real_report("suqian-2024"), id=name, unit_name=f"{name}市人民政府")
        for name in ("乙", "丙")
    )
    whole = whole_of(*parts)
    slot = Slot(DISCLOSURE, "force", "decided")

    assert told(whole, PRINT, parts=parts) == []
    assert told(more(whole, slot), PRINT, parts=parts) == [
        f"X201 parts error {named(slot)} 58702 58703 -1"
    ]
