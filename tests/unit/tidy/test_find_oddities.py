"""A long list looked at as a whole: its oddities by number, and the sums that are confronted."""

from __future__ import annotations

import pytest

from long_lists import crossed, found_in_list, listing_of
from statlint.tidy.find import Found
from statlint.tidy.gaps import gaps_of, masks_of
from statlint.tidy.sums import sums_of

TOWNS = ("甲镇", "乙镇", "丙镇", "合计")
SEXES = ("男", "女", "合计")
YEARS = ("2019", "2020", "2021", "2022")
HEADS = "地区,性别,年份,数值"


def people(town: str, sex: str, year: str) -> int:
    """Count some people so that towns and sexes add up."""
    towns = TOWNS[:-1] if town == "合计" else (town,)
    sexes = SEXES[:-1] if sex == "合计" else (sex,)
    return sum(
        200 + 37 * TOWNS.index(one) + 5 * SEXES.index(other) + int(year) % 7
        for one in towns
        for other in sexes
    )


def census() -> list[str]:
    """Give a list in which every figure stands in two sums."""
    return crossed(HEADS, (TOWNS, SEXES, YEARS), people)


def edits_of(found: Found | None) -> list[str]:
    """Write the edits that are confronted, with the rows that they read."""
    assert found is not None
    return [
        f"{edit.id}: {edit.text}"
        for table in (found.filled.form.tables if found.filled else ())
        for edit in table.edits
    ]


def test_a_clean_list_has_nothing_to_confront() -> None:
    found = found_in_list(census())

    assert found is not None
    assert (edits_of(found), found.passed, found.undecided, found.untold) == ([], 28, 0, 0)


def test_a_wrong_figure_comes_with_the_sums_around_it() -> None:
    lines = census()
    lines[2] = "甲镇,男,2020,999"

    found = found_in_list(lines)

    first, second, *others = [edit.partition(": ")[2] for edit in edits_of(found)]
    assert (first, second) == ("sum(r1, r13, r25) = r37", "r1 + r5 = r9")
    assert sorted(others) == [
        "r13 + r17 = r21",
        "r25 + r29 = r33",
        "r37 + r41 = r45",
        "sum(r5, r17, r29) = r41",
        "sum(r9, r21, r33) = r45",
    ]


def test_its_lines_are_named_by_what_they_do_not_share() -> None:
    lines = census()
    lines[2] = "甲镇,男,2020,999"

    found = found_in_list(lines)

    assert found is not None
    assert found.filled is not None
    table = found.filled.tables[0]
    assert [line.label.text for line in table.parts[0].lines][:3] == [
        "甲镇 · 男",
        "甲镇 · 女",
        "甲镇 · 合计",
    ]
    assert [head.label.text for head in table.parts[0].heads] == ["2020"]


def test_a_total_that_fails_both_ways_must_be_put_right() -> None:
    lines = census()
    lines[-1] = "合计,合计,2022,9999"

    found = found_in_list(lines)

    assert found is not None
    assert found.filled is not None
    natures = [str(edit.nature) for edit in found.filled.form.tables[0].edits]
    assert natures[:2] == ["强制性", "强制性"]


@pytest.mark.parametrize(
    ("change", "edits"),
    [
        pytest.param(lambda line: line, 0, id="nothing"),
        pytest.param(
            lambda line: None if line.startswith("乙镇,女,2021") else line,
            0,
            id="a part is not there",
        ),
        pytest.param(
            lambda line: "乙镇,女,2021," if line.startswith("乙镇,女,2021") else line,
            0,
            id="a part is blank",
        ),
        pytest.param(lambda line: line.replace("合计", "其他"), 0, id="no total"),
        pytest.param(
            lambda line: (
                line if "合计" not in line else f"{line.rpartition(',')[0]},{hash(line) % 997}"
            ),
            0,
            id="totals that never hold",
        ),
    ],
)
def test_sums_are_told_only_where_they_are_meant(change: object, edits: int) -> None:
    assert callable(change)
    lines = [new for line in census() if (new := change(line)) is not None]

    found = found_in_list(lines)

    assert len(edits_of(found)) == edits


def test_rounded_sums_are_not_told_of_rounding() -> None:
    def share(town: str, sex: str, year: str) -> str:
        return f"{people(town, sex, year) / 7:.1f}"

    lines = crossed(HEADS, (TOWNS, SEXES, YEARS), share)
    wrong = [
        line.replace(share("甲镇", "女", "2021"), "88.8")
        if line.startswith("甲镇,女,2021")
        else line
        for line in lines
    ]

    assert edits_of(found_in_list(lines)) == []
    assert [edit.partition(":")[0] for edit in edits_of(found_in_list(wrong))][:2] == [
        "sum-A-合计",
        "sum-B-合计",
    ]


def test_rates_beside_amounts_are_no_sums() -> None:
    def figure(item: str, town: str, year: str) -> int:
        return people(town, "男", year) if item != "人均" else int(year) % 13 + len(town)

    lines = crossed("指标,地区,年份,数值", (("人数", "户数", "人均"), TOWNS, YEARS), figure)
    wrong = [line.replace("户数,乙镇,2021,", "户数,乙镇,2021,9") for line in lines]

    assert edits_of(found_in_list(lines)) == []
    assert edits_of(found_in_list(wrong)) == ["sum-B-合计: sum(r18:r26) = r30"]


def test_what_is_there_twice_is_told_as_such_alone() -> None:
    lines = census()
    lines.insert(3, lines[2])

    found = found_in_list(lines)

    assert found is not None
    assert edits_of(found) == []
    assert [(repeat.at.cell.row, repeat.alike) for repeat in found.table.repeats] == [(4, True)]


def test_a_list_with_many_doubles_is_none() -> None:
    lines = census()

    assert found_in_list([*lines, *lines[1:4]]) is None


def test_sums_know_how_many_have_a_blank() -> None:
    lines = [
        f"{line.rpartition(',')[0]}," if line.startswith("甲镇,男,2020") else line
        for line in census()
    ]

    assert sums_of(listing_of(lines), set()).undecided == 2


def test_gaps_are_told_by_series_and_period() -> None:
    lines = [line for line in census() if not line.startswith("甲镇,女,2020")]
    listing = listing_of(lines)

    found = gaps_of(listing, masks_of(listing))

    assert [(listing.name(one.series), str(listing.moments[one.period])) for one in found] == [
        ("甲镇 · 女", "2020")
    ]
