"""Units that labels, unit lines and titles state."""

from __future__ import annotations

import pytest

from statlint.table.layout_units import unit_of


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("单位：万元", "万元", id="a unit line"),
        pytest.param("计量单位:公斤", "公斤", id="a unit line of measures"),
        pytest.param("单位：万标箱", "万标箱", id="a unit that is not known"),
        pytest.param("单位:所", "所", id="a unit that offices are named by"),
        pytest.param("产量（吨）", "吨", id="in brackets"),
        pytest.param("发电量(亿千瓦时)", "亿千瓦时", id="with a power of ten"),
        pytest.param("劳动生产率（元/人）", "元/人", id="a quotient"),
        pytest.param("公斤/亩", "公斤/亩", id="a quotient alone"),
        pytest.param("产量/吨", "吨", id="behind a stroke"),
        pytest.param("增速（%）", "%", id="per cent in brackets"),
        pytest.param("占比%", "%", id="per cent behind"),
        pytest.param("死亡率(‰)", "‰", id="per mille"),
        pytest.param("平均气温(℃)", "℃", id="degrees"),
        pytest.param("Change, %", "%", id="per cent in English"),
        pytest.param("Per\xa0cent (%)", "%", id="per cent in words and brackets"),
        pytest.param("Per cent", "%", id="per cent in words"),
        pytest.param("per cent of GDP", "per cent of GDP", id="per cent of something"),
        pytest.param("2005 $ millions", "$ millions", id="money"),
        pytest.param("$000", "$000", id="thousands of dollars"),
        pytest.param("$m", "$m", id="millions of dollars"),
        pytest.param("NOK million", "NOK million", id="a currency by its code"),
        pytest.param(
            "(Thousands of current U.S. dollars)",
            "Thousands of current U.S. dollars",
            id="current dollars",
        ),
        pytest.param("constant 2002 dollars", "constant 2002 dollars", id="constant dollars"),
        pytest.param("TRI - In Millions of Pounds", "Millions of Pounds", id="a title"),
        pytest.param("Sales, in thousands, 2005", "thousands", id="thousands in a title"),
        pytest.param("Short messages, thousands 1)", "thousands", id="a footnote behind"),
        pytest.param("2010/02 1000 persons", "1000 persons", id="thousands in digits"),
        pytest.param("2003 (number of persons)", "number of persons", id="persons in brackets"),
        pytest.param("2003 number of persons", "number of persons", id="persons"),
        pytest.param("Canada number", "number", id="a number"),
        pytest.param("4th quarter 2008 (thousand head)", "thousand head", id="cattle"),
        pytest.param("2004 (kilometres)", "kilometres", id="a measure"),
        pytest.param("Tonnes", "Tonnes", id="a measure alone"),
        pytest.param("Unit: tonnes", "tonnes", id="a unit line in English"),
        pytest.param("All (excluding unclassified) (hours) 2005", "hours", id="the last brackets"),
    ],
)
def test_the_unit_is_found(text: str, unit: str) -> None:
    assert unit_of(text) == unit


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("合计", id="a total"),
        pytest.param("单位：件、人", id="several units"),
        pytest.param("单位：批次、人次、元", id="three units"),
        pytest.param("填报单位：某某县政府办公室", id="who fills it in"),
        pytest.param("报送单位：县局", id="who hands it in"),
        pytest.param("单位：舒城县财政局", id="an office"),
        pytest.param("单位：安平县人民政府及其所属部门", id="a long name"),
        pytest.param("(2019年)", id="a year"),
        pytest.param("(2002=100)", id="a base"),
        pytest.param("(Canada)", id="a place"),
        pytest.param("GDP per USA", id="capitals"),
        pytest.param("Newfoundland and Labrador", id="words"),
        pytest.param("(add 000, except per share)", id="a remark"),
    ],
)
def test_a_text_without_a_unit_has_none(text: str) -> None:
    assert unit_of(text) is None
