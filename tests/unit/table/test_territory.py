"""Which texts speak of which of several filled forms."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tables import form_of, grid_of, search_in, table_of

CASES = table_of(["new 本年新收", "next 结转下年"], ["nat 自然人", "tot 总计"], key="cases")
FORM = form_of(CASES, **{"sign-off": [{"key": "filled", "label": "填报人", "kind": "person"}]})
TABLE = "情况,自然人,总计\n本年新收,5,5\n结转下年,4,4"
ASIDE = "情况,自然人,总计,,情况,自然人,总计\n本年新收,5,5,,本年新收,6,6\n结转下年,4,4,,结转下年,3,3"

LOWER = (
    "情况,自然人,总计,,,,\n本年新收,5,5,,情况,自然人,总计\n"
    "结转下年,4,4,,本年新收,6,6\n,,,,结转下年,3,3"
)


def known(*sheets: str) -> list[str]:
    """Tell of each filled form the unit, the period, who signed and what was left in."""
    grids = [grid_of(sheet, name=f"表{index}", index=index) for index, sheet in enumerate(sheets)]
    return [
        f"{filled.unit_name} {filled.period} "
        + " ".join(entry.text for entry in filled.sign_off)
        + "".join(f" ({label.text})" for label in filled.leftovers)
        for filled in search_in(*grids, forms=[FORM]).filled
    ]


def report(unit: str, year: int, by: str, *, gap: str = "\n\n") -> str:
    return f"{unit}{year}年年度报告,,\n{TABLE}\n填报人：{by},,XX{gap}"


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        pytest.param([report("城关镇", 2022, "张三")], ["城关镇 2022 张三 (XX)"], id="one form"),
        pytest.param(
            [report("城关镇", 2022, "张三") + report("教育局", 2023, "李四")],
            ["城关镇 2022 张三 (XX)", "教育局 2023 李四 (XX)"],
            id="two forms under one another",
        ),
        pytest.param(
            [report("城关镇", 2022, "张三", gap="\n") + report("教育局", 2023, "李四")],
            ["城关镇 2022 张三 (XX)", "教育局 2023 李四 (XX)"],
            id="without a blank row between them",
        ),
        pytest.param(
            [f"{TABLE}\n填报人：张三\n\n{TABLE}\n填报人：李四"],
            ["None None 张三", "None None 李四"],
            id="without titles",
        ),
        pytest.param(
            [f"{TABLE}\n填报人：张三\n{TABLE}\n填报人：李四"],
            ["None None 张三", "None None 李四"],
            id="without titles and blank rows",
        ),
        pytest.param(
            [f"{TABLE}\n{TABLE}\n填报人：李四"],
            ["None None ", "None None 李四"],
            id="nothing between them",
        ),
        pytest.param(
            [f"城关镇2022年年度报告,,,,,,\n{ASIDE}\n填报人：张三"],
            ["城关镇 2022 张三", "城关镇 2022 张三"],
            id="two forms beside each other share everything",
        ),
        pytest.param(
            [f"城关镇2022年年度报告,,,,,,\n{LOWER}\n填报人：张三"],
            ["城关镇 2022 张三", "城关镇 2022 张三"],
            id="one of them a row lower",
        ),
        pytest.param(
            ["城关镇2022年年度报告", TABLE, "填报人：张三"],
            ["城关镇 2022 张三"],
            id="a cover and a last sheet of the only form",
        ),
        pytest.param(
            ["城关镇2022年年度报告", TABLE, TABLE],
            ["None None ", "None None "],
            id="a cover before two forms speaks of neither",
        ),
        pytest.param(
            [report("城关镇", 2022, "张三"), report("教育局", 2023, "李四")],
            ["城关镇 2022 张三 (XX)", "教育局 2023 李四 (XX)"],
            id="a sheet each",
        ),
    ],
)
def test_each_form_has_its_own_surroundings(sheets: Sequence[str], expected: list[str]) -> None:
    assert known(*sheets) == expected


def test_a_form_over_two_sheets_has_the_texts_of_both() -> None:
    more = table_of(["up 维持", "fix 纠正"], ["rec 复议", "law 诉讼"], key="reviews")
    form = form_of(CASES, more, id="two")
    grids = [
        grid_of(f"城关镇2022年年度报告,,\n{TABLE}", name="一"),
        grid_of("结果,复议,诉讼\n维持,1,2\n纠正,3,4\n注：XX", name="二", index=1),
    ]
    (filled,) = search_in(*grids, forms=[form]).filled

    assert (filled.unit_name, [label.text for label in filled.leftovers]) == ("城关镇", ["注：XX"])
