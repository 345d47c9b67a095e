"""Rows of a text file that take several lines lie next to each other all the same."""

from __future__ import annotations

import csv
from io import StringIO

from statlint.config import Settings
from statlint.run import check_paths

HEADS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def test_heads_broken_over_lines_are_found_and_cells_count_the_lines_of_the_file() -> None:
    rows: list[list[object]] = [
        ["行政复议", *[""] * 4, "行政诉讼"],
        ["", "", "", "", "", "未经复议直接起诉", *[""] * 4, "复议后起诉"],
        ["\n".join(head) for head in HEADS * 3],
        [88, 18, 28, 36, 170, 7, 0, 11, 7, 25, 33, 0, 6, 13, 53],
    ]
    text = StringIO()
    csv.writer(text).writerows(rows)

    line = 4 + sum(len(head) - 1 for head in HEADS * 3)
    report = check_paths([("a.csv", text.getvalue().encode())], Settings(select=("B",)))

    assert [(found.code, str(found.cell), found.head) for found in report.findings] == [
        ("B101", f"O{line}", "总计")
    ]
    assert [str(table.range) for table in report.files[0].tables] == [f"A1:O{line}"]
