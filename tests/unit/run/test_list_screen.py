"""Edits of stated lists of every shape: over columns of figures, over quarters, with bounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.run import check_paths

FORM = """
id = "wide"
title = "宽表"
source = "示例"

[[table]]
key = "people"
title = "宽表"
arrangement = "tidy"
period = "年份"
quarter = "季度"
keys = [{ label = "地区" }, { label = "行业" }]
head = [
  { key = "men", label = "男" },
  { key = "women", label = "女" },
  { key = "both", label = "合计" },
]

[[table.edit]]
id = "x"
"""
PLACES = (("甲", "农业"), ("甲", "工业"), ("乙", "农业"), ("乙", "工业"))


def listed(change: tuple[int, str]) -> str:
    """Write a list of two years by quarters; one row is another."""
    lines = ["地区,行业,年份,季度,男,女,合计"]
    for at, (area, trade) in enumerate(PLACES):
        for year in (2022, 2023):
            for quarter in range(1, 5):
                men, women = 100 + 20 * at + quarter, 90 + 11 * at + 2 * quarter
                lines.append(f"{area},{trade},{year},{quarter},{men},{women},{men + women}")
    lines[change[0]] = change[1]
    return "\n".join((*lines, ""))


@pytest.mark.parametrize(
    ("rule", "rows"),
    [
        ('rule = "men + women = both"\nper = "line"', {"7"}),
        ('rule = "sum(men:women) = both"\nper = "line"', {"7"}),
        ('rule = "women <= men"\nper = "line"', {"7"}),
        ('rule = "men >= women"\nper = "line"', {"7"}),
        ('rule = "2 * men - women > 0"\nper = "line"', {"7"}),
        ('rule = "figure = year_before.figure"\nper = "head"\nheads = ["women"]', {"7"}),
        ('rule = "figure.women < 500"', {"7"}),
        ('rule = "if men > 0 then women < 500"\nper = "line"', {"7"}),
        ('rule = "max(men, women) < 500"\nper = "line"', {"7"}),
        ('rule = "men != women"\nper = "line"', set()),
    ],
    ids=[
        "a sum over columns",
        "a range of columns",
        "at most",
        "at least",
        "more than",
        "the year before",
        "once",
        "a condition",
        "a function",
        "not equal",
    ],
)
def test_an_edit_of_any_shape_is_confronted(rule: str, rows: set[str], tmp_path: Path) -> None:
    form = tmp_path / "wide.toml"
    form.write_text(FORM + rule, encoding="utf-8")
    text = listed((6, "甲,农业,2023,2,102,994,196"))

    report = check_paths([("list.csv", text.encode())], Settings(form=str(form)))

    told = {str(one.cell)[1:] for one in report.findings if one.edit is not None}
    assert (told, report.crashes) == (rows, ())
