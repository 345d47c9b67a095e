"""A table in 元 beside that of the year before in 万元."""

from __future__ import annotations

import statlint

LINES = ("财政拨款", "其他收入", "人员支出", "公用支出", "基本建设")
BEFORE = (2350, 130, 1900, 512, 346)
NOW = (2410, 128, 1985, 498, 371)


def table(year: int, unit: str, figures: tuple[int, ...], factor: int) -> bytes:
    lines = [f"{line},{figure * factor}" for line, figure in zip(LINES, figures, strict=True)]
    head = [f"全县教育经费统计表（{year}年）", f"单位：{unit}", "项目,金额"]
    return "\n".join([*head, *lines]).encode()


def codes(unit: str, factor: int) -> list[str]:
    before = ("2023.csv", table(2023, "万元", BEFORE, 1))
    report = statlint.lint([("2024.csv", table(2024, unit, NOW, factor))], previous=[before])
    return [found.code for found in report.findings if found.severity == "warning"]


def test_figures_in_another_unit_that_is_printed_are_the_same() -> None:
    assert codes("元", 10_000) == []


def test_figures_in_another_unit_than_is_printed_are_told() -> None:
    assert codes("万元", 10_000) == ["P203"]
