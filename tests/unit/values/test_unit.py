"""Units: behind a figure, and stated by a head or a unit line."""

from __future__ import annotations

import pytest

from statlint.values import UNITS, stated_unit
from statlint.values.unit import split_unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("12件", ("12", "件"), id="a counter"),
        pytest.param("12 件", ("12", "件"), id="a space between"),
        pytest.param("30人次", ("30", "人次"), id="not the shorter unit it ends with"),
        pytest.param("52.15百万元", ("52.15", "百万元"), id="the longest unit of money"),
        pytest.param("12", ("12", None), id="no unit"),
        pytest.param("件", ("件", None), id="a unit alone"),
        pytest.param("¥12", ("12", None), id="a currency sign"),
        pytest.param("$ 12元", ("12", "元"), id="a currency sign and a unit"),
        pytest.param("", ("", None), id="nothing"),
        pytest.param("12斤", ("12斤", None), id="a unit that is not known"),
    ],
)
def test_split_unit(text: str, expected: tuple[str, str | None]) -> None:
    assert split_unit(text) == expected


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_is_split_off(unit: str) -> None:
    assert split_unit(f"12{unit}") == ("12", "百分点" if unit == "个百分点" else unit)


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        pytest.param("单位：万元", "万元", id="a unit line"),
        pytest.param("单位:件", "件", id="a plain colon"),
        pytest.param("单位： 件", "件", id="a space after the colon"),
        pytest.param("计量单位：人次", "人次", id="unit of measure"),
        pytest.param("（单位：元）", "元", id="in brackets"),
        pytest.param("本年收费金额（单位：万元）", "万元", id="behind a head"),
        pytest.param("本年收费金额(万元)", "万元", id="the unit alone in brackets"),
        pytest.param("本年收费金额\n(计量单位:万元)", "万元", id="in a second line"),
        pytest.param("采购（公开招标）金额（元）", "元", id="after other brackets"),
        pytest.param("单位：万\n元", "万元", id="broken over two lines"),
        pytest.param("单位：件 填表人：张三", "件", id="other words behind"),
        pytest.param("填报单位：教育局", None, id="the unit that reports"),
        pytest.param("采购总金额", None, id="no unit"),
        pytest.param("占比（%）", "%", id="per cent"),
        pytest.param("增减（个百分点）", "百分点", id="percentage points"),
        pytest.param("数量（个）", "个", id="pieces"),
        pytest.param("第二十条第（五）项", None, id="a number in brackets"),
    ],
)
def test_stated_unit(label: str, unit: str | None) -> None:
    assert stated_unit(label) == unit
