"""Names of reporting units: the same unit, or another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.history.unit_names import (
    Likeness,
    Match,
    is_unit_name,
    match_units,
    unit_in,
    unit_key,
)
from statlint.values.due_units import DueUnit

REPORTS = Path(__file__).parents[3] / "fixtures/submissions/real_reports.json"
REAL = [report["unit_name"] for report in json.loads(REPORTS.read_text(encoding="utf-8"))]

TOWNS = ("城关镇", "晓天镇", "五显镇", "千人桥镇", "棠树乡", "庐镇乡", "河棚镇", "百神庙镇")
BUREAUS = ("教育局", "民政局", "司法局", "卫生健康委员会", "统计局", "城市管理局", "政府办公室")
COUNTIES = ("合肥市瑶海区", "合肥市蜀山区", "六安市舒城县", "南京市鼓楼区", "徐州市鼓楼区")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        pytest.param("瑶海区人民政府", "瑶海区", id="the government of a district"),
        pytest.param("瑶海区政府", "瑶海区", id="the government, in short"),
        pytest.param(" 瑶　海 区 ", "瑶海区", id="spaces, full width among them"),
        pytest.param("瑶海区人民政府（盖章）", "瑶海区", id="where to put the seal"),
        pytest.param("瑶海区（本级）", "瑶海区", id="the district itself"),
        pytest.param(
            "上海市黄浦区人民政府打浦桥街道办事处", "上海市黄浦区打浦桥街道", id="a street"
        ),
        pytest.param("三孝口街道办", "三孝口街道", id="a street office, in short"),
        pytest.param("某街道办公室", "某街道办公室", id="an office of a street"),
        pytest.param("高新区管理委员会", "高新区", id="a zone"),
        pytest.param("市政府研究室", "市研究室", id="an office of a government"),
        pytest.param("发展和改革委员会", "发展和改革委员会", id="a commission"),
        pytest.param("政府", "政府", id="a government of nowhere"),
        pytest.param("Yaohai District", "yaohaidistrict", id="Latin letters"),
    ],
)
def test_a_name_is_made_comparable(name: str, key: str) -> None:
    assert unit_key(name) == key


def test_the_units_of_real_reports_stay_apart() -> None:
    names = sorted(set(REAL))

    assert len({unit_key(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("stem", "unit"),
    [
        pytest.param("瑶海区2019年政府信息公开年报", "瑶海区", id="year and subject"),
        pytest.param("安平县2017年政府信息公开情况统计表", "安平县", id="a statistics sheet"),
        pytest.param("2024年舒城县城关镇统计表", "舒城县城关镇", id="the year first"),
        pytest.param("01_瑶海区2019年度年报（终稿）", "瑶海区", id="a number and a version"),
        pytest.param("附件1：瑶海区", "瑶海区", id="an attachment"),
        pytest.param("瑶海区 (1)", "瑶海区", id="a second download"),
        pytest.param("东街街道办事处2021年1-6月报表", "东街街道办事处", id="months"),
        pytest.param("城关镇第三季度报表", "城关镇", id="a quarter"),
        pytest.param("瑶海区_2024-Q1", "瑶海区", id="a quarter in letters"),
        pytest.param("瑶海区_2024-03", "瑶海区", id="a month in digits"),
        pytest.param("教育局报表2024", "教育局", id="the year last"),
        pytest.param("三十岗乡2024", "三十岗乡", id="a numeral in the name"),
        pytest.param("suqian-2024", "suqian", id="in Latin letters"),
        pytest.param("340102", "340102", id="a code"),
        pytest.param("2023年度政府信息公开工作年度报告", "", id="no unit"),
        pytest.param("2024", "", id="a year"),
        pytest.param("2024年报", "", id="a yearly report"),
        pytest.param("瑶海区2024年度报告", "瑶海区", id="a yearly report of a unit"),
    ],
)
def test_a_unit_is_read_in_the_name_of_its_file(stem: str, unit: str) -> None:
    assert unit_in(stem) == unit


@pytest.mark.parametrize("name", [*REAL, "城关镇", "三孝口街道办", "政务服务中心"])
def test_names_of_units_read_like_units(name: str) -> None:
    assert is_unit_name(name)


@pytest.mark.parametrize("name", ["clean", "suqian--gbk", "初稿", "表二", "340102", ""])
def test_other_names_do_not(name: str) -> None:
    assert not is_unit_name(name)


@pytest.mark.parametrize("name", REAL)
def test_the_unit_of_a_real_report_is_read_in_the_name_of_its_file(name: str) -> None:
    assert unit_in(f"{name}2023年政府信息公开工作年度报告") == name


def due(*names: str | tuple[str, ...]) -> list[DueUnit]:
    return [
        DueUnit(name) if isinstance(name, str) else DueUnit(name[0], name[1:]) for name in names
    ]


def matched(names: list[str], units: list[DueUnit]) -> list[str]:
    found = match_units(names, units)
    return [
        f"{units[found[name].due].name} {found[name].likeness}" if name in found else "-"
        for name in names
    ]


@pytest.mark.parametrize(
    ("names", "units", "expected"),
    [
        pytest.param(
            ["瑶海区政府"], due("瑶海区人民政府"), ["瑶海区人民政府 name"], id="a government"
        ),
        pytest.param(["合肥市瑶海区政府"], due("瑶海区"), ["瑶海区 near"], id="with its city"),
        pytest.param(
            ["瑶海区"], due("安徽省合肥市瑶海区"), ["安徽省合肥市瑶海区 near"], id="without"
        ),
        pytest.param(["瑶海区人民政府办公室"], due("瑶海区"), ["瑶海区 near"], id="its office"),
        pytest.param(
            ["区教育局", "瑶海区民政局"],
            due("瑶海区教育局", "民政局"),
            ["瑶海区教育局 near", "民政局 near"],
            id="bureaus with and without their district",
        ),
        pytest.param(["外事办公室"], due("外事"), ["-"], id="an office that is a unit itself"),
        pytest.param(["瑶海区教育局"], due("瑶海区"), ["-"], id="a bureau of a district"),
        pytest.param(["瑶海区"], due("瑶海区教育局"), ["-"], id="the district of a bureau"),
        pytest.param(["县发改委"], due("舒城县发展和改革委员会"), ["-"], id="a short name unsaid"),
        pytest.param(
            ["县发改委"],
            due(("舒城县发展和改革委员会", "县发改委")),
            ["舒城县发展和改革委员会 alias"],
            id="a short name on the list",
        ),
        pytest.param(
            ["舒城县城关镇", "霍山县城关镇"], due("城关镇"), ["-", "-"], id="towns of one name"
        ),
        pytest.param(
            ["城关镇"], due("舒城县城关镇", "霍山县城关镇"), ["-"], id="a town of either county"
        ),
        pytest.param(
            ["城关镇", "霍山县城关镇"],
            due("城关镇", "晓天镇"),
            ["城关镇 name", "-"],
            id="a town of another county beside our own",
        ),
        pytest.param(
            ["瑶海区", "合肥市瑶海区"],
            due("瑶海区", "蜀山区"),
            ["瑶海区 name", "瑶海区 near"],
            id="a district twice",
        ),
        pytest.param(["南京市鼓楼区"], due("徐州市鼓楼区"), ["-"], id="districts of one name"),
        pytest.param(["城关镇"], due("城关镇", "城关镇"), ["-"], id="a list with one name twice"),
        pytest.param(
            ["发改委"], due(("甲局", "发改委"), ("乙局", "发改委")), ["-"], id="a shared alias"
        ),
        pytest.param(["瑶海"], due("瑶海区"), ["-"], id="half a name"),
    ],
)
def test_names_are_held_against_a_list(
    names: list[str], units: list[DueUnit], expected: list[str]
) -> None:
    assert matched(names, units) == expected


@given(st.lists(st.sampled_from(sorted(set(REAL))), unique=True), st.data())
def test_each_unit_is_itself(names: list[str], data: st.DataObject) -> None:
    units = due(*data.draw(st.permutations(names)))

    found = match_units(names, units)

    assert {name: units[found[name].due].name for name in names} == {name: name for name in names}


FULL = [f"{county}{body}" for county in COUNTIES for body in (*TOWNS, *BUREAUS)]


@given(st.lists(st.sampled_from(FULL), unique=True), st.lists(st.sampled_from(FULL), unique=True))
def test_full_names_of_different_units_are_never_joined(
    names: list[str], listed: list[str]
) -> None:
    found = match_units(names, due(*listed))

    assert found == {
        name: Match(listed.index(name), Likeness.NAME) for name in names if name in listed
    }


@given(
    st.sampled_from(COUNTIES),
    st.lists(st.sampled_from((*TOWNS, *BUREAUS)), unique=True),
    st.lists(st.sampled_from((*TOWNS, *BUREAUS)), unique=True),
)
def test_names_within_a_county_mean_its_own_units(
    county: str, names: list[str], listed: list[str]
) -> None:
    units = due(*(f"{county}{body}" for body in listed))

    found = match_units(names, units)

    assert {name: units[match.due].name for name, match in found.items()} == {
        name: f"{county}{name}" for name in names if name in listed
    }
