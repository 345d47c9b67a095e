"""Each relation of the official forms: broken in a consistent report, it is named, and no other."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

import pytest

from statlint.config import Settings
from statlint.run import check_paths
from submissions.judge import TODAY, case
from submissions.layouts import LAYOUTS
from submissions.model import (
    ANNUAL_2019,
    ANNUAL_2021,
    APPLICATIONS,
    DISCLOSURE,
    REVIEWS,
    STATISTICS,
    STATISTICS_2014,
    Figure,
    Report,
    Slot,
)
from submissions.official import all_slots
from submissions.random_reports import SIZES, random_report

TABLES = MappingProxyType({"二": DISCLOSURE, "三": APPLICATIONS, "四": REVIEWS, "表": STATISTICS})
Broken = tuple[str, str, str]


def filled(form: str, figures: str, unit_name: str = "临江市人民政府") -> Report:
    """Fill a form with 0, and some slots with what is written: `三 new.nat 5; 四 rec.tot 1`."""
    if form == STATISTICS_2014:
        base = random_report(form, SIZES[1], 3)
        return base.with_figures({**dict.fromkeys(base.figures, 0), **slots(figures)})
    zero: Mapping[Slot, Figure] = dict.fromkeys(all_slots(form), 0)
    year = 2020 if form == ANNUAL_2019 else 2024
    return Report("filled", form, year, unit_name, {**zero, **slots(figures)})


def slots(figures: str) -> dict[Slot, Figure]:
    """Read slots and their figures."""
    found: dict[Slot, Figure] = {}
    for entry in filter(None, (part.strip() for part in figures.split(";"))):
        table, place, figure = entry.split()
        line, _, head = place.partition(".")
        number = Decimal(figure)
        value = int(number) if number == int(number) and "." not in figure else number
        found[Slot(TABLES[table], line, head or "value")] = value
    return found


def broken(report: Report, settings: Settings | None = None) -> set[Broken]:
    """Give edit, rule and severity of each finding that an edit is behind."""
    made = case(report, LAYOUTS[0])
    sources = [(made.path, made.submission.data)]
    checked = check_paths(sources, settings or Settings(), today=TODAY)
    return {
        (found.edit.id, found.code, found.severity.value)
        for found in checked.findings
        if found.edit is not None
    }


APPLICANT = "三 {0}.nat {1}; 三 {0}.tot {1};"
ERROR, WARNING, INFORMATION = "error", "warning", "information"
CITY, TOWN = "临江市人民政府", "清溪镇人民政府"


def lines(**figures: int) -> str:
    """Write figures of table 三 that only natural persons have."""
    return "".join(APPLICANT.format(line, figure) for line, figure in figures.items())


SOME = lines(new=5, r1=5, total=5)
"""Five applications, without which cases in table 四 would be odd."""


@pytest.mark.parametrize(
    ("figures", "wanted"),
    [
        pytest.param(SOME, set(), id="nothing"),
        pytest.param(lines(new=6, r1=5, total=5), {("A1", "B102", ERROR)}, id="A1"),
        pytest.param(lines(new=5, r1=6, total=5), {("A2", "B101", ERROR)}, id="A2"),
        pytest.param("三 new.nat 5; 三 next.nat 5;", {("A3", "B101", ERROR)}, id="A3"),
        pytest.param(SOME + "四 rec.up 1; 四 rec.tot 2;", {("B1", "B101", ERROR)}, id="B1"),
        pytest.param(SOME + "四 dir.up 1; 四 dir.tot 2;", {("B2", "B101", ERROR)}, id="B2"),
        pytest.param(
            SOME + "四 rec.up 1; 四 rec.tot 1; 四 aft.tot 2;", {("B3", "B101", ERROR)}, id="B3"
        ),
        pytest.param(SOME + "四 aft.up 1; 四 aft.tot 1;", {("B5", "B104", INFORMATION)}, id="B5"),
        pytest.param("四 rec.up 1; 四 rec.tot 1;", {("B6", "B104", INFORMATION)}, id="B6"),
    ],
)
@pytest.mark.parametrize("form", [ANNUAL_2019, ANNUAL_2021])
def test_tables_three_and_four(form: str, figures: str, wanted: set[Broken]) -> None:
    assert broken(filled(form, figures)) == wanted


@pytest.mark.parametrize(
    ("edit", "figures"),
    [
        pytest.param("A10", lines(new=20, r1=9, o3=11, total=20), id="A10"),
        pytest.param("A11", lines(new=20, r1=9, total=9, next=11), id="A11"),
        pytest.param("D9", "二 permit.decided 5;", id="D9"),
    ],
)
def test_a_relation_that_is_off_speaks_when_settings_ask(edit: str, figures: str) -> None:
    report = filled(ANNUAL_2021, figures)

    told = (broken(report), broken(report, Settings(edits_on=(edit,))))

    assert told == (set(), {(edit, "B104", WARNING)})


@pytest.mark.parametrize(
    ("figures", "unit_name", "wanted"),
    [
        pytest.param(
            "二 norms.made 3; 二 norms.inforce 2;", CITY, {("D2", "B103", ERROR)}, id="D2"
        ),
        pytest.param("二 rules.inforce 6;", CITY, set(), id="D4, a city may"),
        pytest.param(
            "二 rules.inforce 6;", TOWN, {("D4", "B104", WARNING)}, id="D4, a town may not"
        ),
        pytest.param("二 fee.amount 72701.25;", CITY, set(), id="D5, not told of a city"),
        pytest.param("二 fee.amount 19253.55;", TOWN, {("D5", "U101", WARNING)}, id="D5"),
        pytest.param("二 fee.amount 19253.5512;", TOWN, set(), id="D5, more decimals"),
        pytest.param("二 fee.amount 19253;", TOWN, {("D6", "U101", WARNING)}, id="D6"),
        pytest.param("二 fee.amount 72701257;", CITY, {("D5b", "U101", WARNING)}, id="D5b"),
    ],
)
def test_table_two_of_2021(figures: str, unit_name: str, wanted: set[Broken]) -> None:
    assert broken(filled(ANNUAL_2021, figures, unit_name)) == wanted


@pytest.mark.parametrize(
    ("figures", "unit_name", "wanted"),
    [
        pytest.param(
            "二 norms.made 3; 二 norms.published 3; 二 norms.public 2;",
            CITY,
            {("C1", "B103", ERROR)},
            id="C1",
        ),
        pytest.param(
            "二 norms.made 3; 二 norms.published 4; 二 norms.public 4;",
            CITY,
            {("C2", "B103", INFORMATION)},
            id="C2",
        ),
        pytest.param(
            "二 permit.items 3; 二 permit.change -4;", CITY, {("C3", "B104", ERROR)}, id="C3"
        ),
        pytest.param(
            "二 permit.items 3; 二 permit.change 1; 二 permit.decided 4;"
            "二 punish.items 7; 二 punish.change -2; 二 punish.decided 5;",
            CITY,
            {("C5", "B104", WARNING)},
            id="C5",
        ),
        pytest.param(
            "二 permit.items 3; 二 permit.change 1; 二 permit.decided 4;"
            "二 punish.items 7; 二 punish.change -2; 二 punish.decided 50;",
            CITY,
            set(),
            id="C5, one line only",
        ),
        pytest.param("二 permit.decided 4;", CITY, {("C6", "B104", WARNING)}, id="C6"),
        pytest.param("二 procure.count 4;", CITY, {("C7", "B104", ERROR)}, id="C7, no amount"),
        pytest.param("二 procure.amount 4.5;", CITY, {("C7", "B104", ERROR)}, id="C7, no project"),
        pytest.param("二 rules.public 6;", TOWN, {("C9", "B104", WARNING)}, id="C9"),
        pytest.param("二 rules.public 6;", CITY, set(), id="C9, a city may"),
    ],
)
def test_table_two_of_2019(figures: str, unit_name: str, wanted: set[Broken]) -> None:
    assert broken(filled(ANNUAL_2019, figures, unit_name)) == wanted


CLOSED = "表 r3_1 4; 表 r3_1_3 4; 表 r3_2 4; 表 r3_2_1 4; 表 r3_3 4; 表 r3_3_2 4;"
"""Four applications, all answered."""


@pytest.mark.parametrize(
    ("figures", "wanted"),
    [
        pytest.param(CLOSED, set(), id="nothing"),
        pytest.param(CLOSED + "表 r3_1_1 1;", {("Y1", "B101", ERROR)}, id="Y1"),
        pytest.param(CLOSED + "表 r3_2_2 1;", {("Y2", "B101", ERROR)}, id="Y2"),
        pytest.param(CLOSED + "表 r3_3_5 1;", {("Y3", "B101", ERROR)}, id="Y3"),
        pytest.param(CLOSED + "表 r3_3_4a 1;", {("Y4", "B101", WARNING)}, id="Y4"),
        pytest.param("表 r4 1;", {("Y5a", "B101", WARNING)}, id="Y5, reviews"),
        pytest.param("表 r5 1;", {("Y5b", "B101", WARNING)}, id="Y5, lawsuits"),
        pytest.param("表 r8_3 1;", {("Y6", "B101", ERROR)}, id="Y6"),
        pytest.param(
            "表 r1_1a 1; 表 r1_1b 1;", {("Y7a", "B103", ERROR)}, id="Y7, published documents"
        ),
        pytest.param(
            "表 r2_1 1; 表 r2_2_1a 1; 表 r2_2_3 1;", {("Y7b", "B103", ERROR)}, id="Y7, briefings"
        ),
        pytest.param(
            "表 r2_1 1; 表 r2_2_2a 1; 表 r2_2_3 1;", {("Y7c", "B103", ERROR)}, id="Y7, interviews"
        ),
        pytest.param("表 r1_2_2 1;", {("Y8", "B103", INFORMATION)}, id="Y8"),
        pytest.param("表 r1_1 1;", {("Y9", "B103", INFORMATION)}, id="Y9"),
        pytest.param(CLOSED + "表 r3_3 5; 表 r3_3_1 1;", {("Y10", "B101", INFORMATION)}, id="Y10"),
        pytest.param(CLOSED + "表 r3_1 3; 表 r3_1_3 3;", {("Y11", "B103", INFORMATION)}, id="Y11"),
        pytest.param("表 r7 1;", {("Y12a", "B104", INFORMATION)}, id="Y12, fees"),
        pytest.param("表 r9_3 1;", {("Y12b", "B104", INFORMATION)}, id="Y12, training"),
        pytest.param("表 r2_1 1;", {("Y12c", "B104", INFORMATION)}, id="Y12, answers"),
        pytest.param(
            "表 r1_1 1; 表 r1_2_2 1; 表 r1_1a 1;", {("Y13", "B103", INFORMATION)}, id="Y13"
        ),
        pytest.param(CLOSED + "表 r7 1500;", {("Y14a", "U101", WARNING)}, id="Y14, fees"),
        pytest.param("表 r8_4 1500;", {("Y14b", "U101", WARNING)}, id="Y14, a county's budget"),
        pytest.param("表 r8_4 999.99;", set(), id="Y14, small enough"),
    ],
)
def test_the_sheet_of_2014(figures: str, wanted: set[Broken]) -> None:
    report = filled(STATISTICS_2014, figures)

    assert broken(report, Settings(kind_of_unit="county")) == wanted


@pytest.mark.parametrize(
    ("figures", "wanted"),
    [
        pytest.param("三 new.nat -1; 三 new.tot -1;", "D103", id="a negative count"),
        pytest.param("三 new.nat 1.5; 三 new.tot 1.5;", "D102", id="half an application"),
        pytest.param("二 fee.amount -2.5;", "D103", id="a negative amount"),
    ],
)
def test_a_figure_of_the_wrong_kind(figures: str, wanted: str) -> None:
    made = case(filled(ANNUAL_2021, figures), LAYOUTS[0])

    checked = check_paths([(made.path, made.submission.data)], Settings(), today=TODAY)

    found = {found.code for found in checked.findings if found.code.startswith("D")}
    assert found == {wanted}
