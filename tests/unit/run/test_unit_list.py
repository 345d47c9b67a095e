"""The list of units that are due, as clerks keep it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from statlint.config import Settings
from statlint.errors import SettingsError
from statlint.run.unit_list import lists_of, read_units
from statlint.values.due_units import DueUnit


def told(units: tuple[DueUnit, ...]) -> list[str]:
    return ["=".join(unit.names) for unit in units]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("瑶海区\n蜀山区\n", ["瑶海区", "蜀山区"], id="a name a line"),
        pytest.param("# 2024 年\n瑶海区\n\n蜀山区", ["瑶海区", "蜀山区"], id="remarks and gaps"),
        pytest.param("单位名称\n瑶海区\n", ["瑶海区"], id="a head"),
        pytest.param("序号,单位\n1,瑶海区\n2,蜀山区", ["瑶海区", "蜀山区"], id="numbers in front"),
        pytest.param("1,瑶海区\n2,蜀山区", ["瑶海区", "蜀山区"], id="numbers without a head"),
        pytest.param(
            "应报单位名单,,\n序号,填报单位,简称,别名1,别名2,联系人\n"
            "1,发展和改革委员会,发改委,县发改委、发改局,,张三\n2,教育局,,,教体局,李四\n",
            ["发展和改革委员会=发改委=县发改委=发改局", "教育局=教体局"],
            id="aliases in columns and cells",
        ),
        pytest.param(
            "name,code\nYaohai,340102\nShushan,340104",
            ["Yaohai=340102", "Shushan=340104"],
            id="in English, with codes",
        ),
        pytest.param(
            "区县,乡镇\n舒城县,城关镇\n,晓天镇\n霍山县,城关镇\n市直,教育局\n",
            ["舒城县城关镇", "舒城县晓天镇", "霍山县城关镇", "教育局"],
            id="towns of several counties",
        ),
        pytest.param("瑶海区\n瑶海区\n", ["瑶海区"], id="a line twice"),
        pytest.param(
            "合肥市应报单位名单\n（共3个）\n1. 瑶海区\n（二）蜀山区\n五 里镇\n合计\n",
            ["瑶海区", "蜀山区", "五 里镇"],
            id="a title, numbers and a total",
        ),
        pytest.param("瑶海区、蜀山区、包河区", ["瑶海区", "蜀山区", "包河区"], id="in one line"),
        pytest.param("甲、乙两局\n教育局", ["甲、乙两局", "教育局"], id="a name with a comma"),
    ],
)
def test_a_list_is_read_as_it_is(tmp_path: Path, text: str, expected: list[str]) -> None:
    path = tmp_path / "units.csv"
    path.write_text(text, encoding="gb18030")

    assert told(read_units(str(path), Settings())) == expected


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"%PDF-1.7", "应报单位名单无法读取", id="no table"),
        pytest.param(b"1,2\n3,4", "应报单位名单中没有单位", id="no names"),
        pytest.param("单位名称\n".encode(), "应报单位名单中没有单位", id="a head alone"),
    ],
)
def test_what_is_no_list_stops_the_run(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "units.csv"
    path.write_bytes(content)

    with pytest.raises(SettingsError, match=words):
        read_units(str(path), Settings(language="zh"))


def test_the_list_may_stand_in_the_settings(tmp_path: Path) -> None:
    path = tmp_path / "units.txt"
    path.write_text("瑶海区\n", encoding="utf-8")

    assert lists_of(Settings(due=(DueUnit("蜀山区"),))) == {"": (DueUnit("蜀山区"),)}
    assert lists_of(Settings(due_file=str(path))) == {"": (DueUnit("瑶海区"),)}
    assert lists_of(Settings()) == {}


def test_a_list_may_be_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "units.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active.append(["单位代码", "单位"])
    workbook.active.append([340102, "瑶海区"])
    workbook.save(path)

    assert told(read_units(str(path), Settings())) == ["瑶海区=340102"]
