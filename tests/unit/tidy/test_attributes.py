"""Columns that only say more of the codes of another."""

from __future__ import annotations

from long_lists import listing_of

UNITS = {"GDP": "亿元", "人口": "万人"}


def lines_with(*, odd: int = 0, label: str = "错名", unit: str = "") -> list[str]:
    """Make a list with labels and units of measure; some rows have another one."""
    lines = ["代码,名称,省,指标,年份,数值,计量单位"]
    for code, name, province in (("11", "甲", "北"), ("12", "乙", "北"), ("13", "丙", "南")):
        for item, usual in UNITS.items():
            for year in range(2010, 2020):
                wrong = len(lines) <= odd
                lines.append(
                    f"{code},{label if wrong else name},{province},{item},{year},{year % 7},"
                    f"{unit if wrong and unit else usual}"
                )
    return lines


def test_labels_groups_and_units_are_no_keys() -> None:
    listing = listing_of(lines_with())

    assert [key.head for key in listing.keys] == ["代码", "指标"]
    assert [
        (one.column.head, one.key, one.one_to_one, one.is_unit) for one in listing.attributes
    ] == [
        ("名称", 0, True, False),
        ("省", 0, False, False),
        ("计量单位", 1, False, True),
    ]


def test_series_are_named_by_labels() -> None:
    listing = listing_of(lines_with())

    assert listing.name(listing.series[0]) == "甲 · GDP"
    assert listing.name(listing.series[0], without=[1]) == "甲"


def test_rows_that_say_otherwise_are_noted() -> None:
    listing = listing_of(lines_with(odd=2, unit="元"))

    found = {
        one.column.head: [
            (one.column.texts[said], row, count) for (_, said), (row, count) in one.odd.items()
        ]
        for one in listing.attributes
    }
    assert found == {"名称": [("错名", 0, 2)], "省": [], "计量单位": [("元", 0, 2)]}


def test_a_unit_that_all_rows_share_follows_no_key() -> None:
    lines = ["地区,年份,数值,单位"] + [
        f"县{area},{year},{area * year % 97},万元"
        for area in range(4)
        for year in range(2010, 2015)
    ]

    assert [(one.key, one.is_unit) for one in listing_of(lines).attributes] == [(None, True)]


def test_a_unit_of_two_keys_is_left_alone() -> None:
    lines = ["area,item,year,value,unit of measure"] + [
        f"{area},{item},{year},{year % 7},{(len(area) + len(item)) % 2}{area[0]}{item[0]}"
        for area in ("aa", "b", "ccc")
        for item in ("x", "yy", "zzz")
        for year in range(2010, 2016)
    ]

    assert listing_of(lines).attributes == ()
