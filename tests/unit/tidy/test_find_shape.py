"""Which tables are clearly long lists, and what their columns are for."""

from __future__ import annotations

import pytest

from long_lists import crossed
from statlint.tidy.find_shape import find_shape

AREAS = ("甲县", "乙县", "丙县")
YEARS = ("2019", "2020", "2021", "2022")
SEXES = ("男", "女")


def parts_of(lines: list[str], *, whole: bool = True) -> str | None:
    """Name the parts of the columns by their first letters."""
    shape = find_shape([line.split(",") for line in lines], whole=whole)
    return None if shape is None else " ".join(str(part) for part in shape.parts)


def number(*codes: str) -> int:
    """Give some figure for some codes."""
    return sum(map(ord, "".join(codes))) % 997


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        pytest.param(
            crossed("地区,性别,年份,数值", (AREAS, SEXES, YEARS), number),
            "key key period value",
            id="keys, year, value",
        ),
        pytest.param(
            crossed(
                "geo,TIME_PERIOD,OBS_VALUE",
                (AREAS, ("2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4")),
                number,
            ),
            "key period value",
            id="quarters of SDMX",
        ),
        pytest.param(
            crossed("地区,说法,数值", (AREAS, [f"{year}年" for year in YEARS]), number),
            "key period value",
            id="periods that no head names",
        ),
        pytest.param(
            crossed(
                "年份,月份,地区,产量", (YEARS[:2], [str(m) for m in range(1, 13)], AREAS), number
            ),
            "period month key value",
            id="year and month",
        ),
        pytest.param(
            crossed("year,quarter,area,sales", (YEARS, ["Q1", "Q2", "Q3", "Q4"], AREAS), number),
            "period quarter key value",
            id="year and quarter",
        ),
        pytest.param(
            crossed(
                "year,sex,age,population", (YEARS, SEXES, [str(age) for age in range(9)]), number
            ),
            "period key key value",
            id="a number that is a key",
        ),
        pytest.param(
            crossed("地区代码,年份,数值", (("11", "12", "13"), YEARS), number),
            "key period value",
            id="a code of digits",
        ),
        pytest.param(
            [
                f"{line},{'单位' if at == 0 else '万元'},{'备注' if at == 0 else ''}"
                for at, line in enumerate(
                    crossed("地区,性别,年份,数值", (AREAS, SEXES, YEARS), number)
                )
            ],
            "key key period value unit aside",
            id="unit of measure and remarks",
        ),
        pytest.param(
            [
                f"{line},{'单位' if at == 0 else line[0] + '局'}"
                for at, line in enumerate(
                    crossed("地区,性别,年份,数值", (AREAS, SEXES, YEARS), number)
                )
            ],
            "key key period value key",
            id="a reporting unit is a key",
        ),
        pytest.param(
            [*crossed("地区,性别,年份,数值", (AREAS, SEXES, YEARS), number), "注：不含军人", ""],
            "key key period value",
            id="a note at the end",
        ),
    ],
)
def test_a_long_list_is_known(lines: list[str], parts: str) -> None:
    assert parts_of(lines) == parts


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([], id="nothing"),
        pytest.param(["地区,年份,数值"], id="a boxhead alone"),
        pytest.param(
            crossed("地区,年份,数值", (AREAS[:1], YEARS), number), id="a series of few years"
        ),
        pytest.param(
            [
                "年份,地区生产总值,人口",
                *(f"{year},{year * 3 % 991},{year}" for year in range(1990, 2020)),
            ],
            id="years down the side, one line each",
        ),
        pytest.param(
            ["年份,a,b,c,d", *(f"{2000 + at // 3},{at},{at * 3},{at * 7},1" for at in range(30))],
            id="a wide table",
        ),
        pytest.param(
            ["地区,2019年,2020年", *(f"县{at},{at},{at * 3}" for at in range(30))],
            id="years as heads",
        ),
        pytest.param(
            [
                "日期,摘要,金额",
                *(f"2023-01-{at % 28 + 1:02d},摘要{at * 7 % 31},{at}" for at in range(40)),
            ],
            id="a ledger",
        ),
        pytest.param(
            ["姓名,年份,得分", *(f"某{at},2023,{at % 9}" for at in range(40))], id="a list of names"
        ),
        pytest.param(
            [
                line.rpartition(",")[0]
                for line in crossed("地区,性别,年份,x", (AREAS, SEXES, YEARS), number)
            ],
            id="no figures",
        ),
        pytest.param(
            ["地区,性别,年份,数值", *(["甲县,男,2020,5"] * 20)],
            id="rows that keys do not tell apart",
        ),
        pytest.param(["1,2,3", *(f"{at},甲,2020" for at in range(20))], id="no boxhead"),
    ],
)
def test_another_table_is_none(lines: list[str]) -> None:
    assert parts_of(lines) is None


def test_one_period_is_enough_for_many_rows() -> None:
    codes = [f"c{at}" for at in range(12)]
    lines = crossed("partner,product,year,value", (codes, codes, ["2023"]), number)

    assert (parts_of(lines), parts_of(lines[:60])) == ("key key period value", None)


def test_a_sample_need_not_show_the_crossing() -> None:
    lines = crossed("地区,年份,数值", ([f"县{at}" for at in range(20)], ["2020"]), number)

    assert (parts_of(lines), parts_of(lines, whole=False)) == (None, "key period value")


def test_codes_beside_labels_are_keys_or_periods() -> None:
    lines = ["Area Code,Area,Item Code,Item,Year Code,Year,Unit,Value,Flag"] + [
        f"{area},{name},{item},{what},{year},{year},t,{number(name, what, year)},A"
        for area, name in (("2", "Albania"), ("5000", "World"))
        for item, what in (("15", "Wheat"), ("27", "Rice"), ("44", "Barley"))
        for year in YEARS
    ]

    assert parts_of(lines) == "key key key key period aside unit value aside"
