"""How a figure of another file is called in a message."""

from __future__ import annotations

from pathlib import Path

import pytest

import statlint
from statlint.values import Language

ROW = "<tr><td>{}</td><td>{}</td></tr>"


def page(year: int, old: int, *, rest: int) -> tuple[str, bytes]:
    """Write a report of a year with one table: what came from last year, and what is left."""
    rows = [("指标", "总计"), ("上年结转案件", old), ("结转下年案件", rest)]
    table = "".join(ROW.format(*row) for row in rows)
    body = f"<h1>某县{year}年案件报告</h1><p>案件情况如下。</p><table>{table}</table>"
    head = '<html><head><meta charset="utf-8"></head>'
    return f"{year}.html", f"{head}<body>{body}</body></html>".encode()


FORM = """
id = "cases"
title = { zh = "案件", en = "Cases" }
source = { zh = "示例", en = "Example" }

[[table]]
key = "cases"
title = { zh = "案件情况表", en = "Cases" }
unit = "件"
head = [{ key = "all", label = "总计" }]
line = [{ key = "carry", label = "上年结转案件" }, { key = "next", label = "结转下年案件" }]

[[table.edit]]
id = "A6"
rule = "carry = previous.next"
per = "head"
name = { zh = "跨年衔接", en = "carried over" }
"""


@pytest.mark.parametrize(
    ("language", "expected"),
    [("zh", "2020.html 第 1 个表格 B3 = 7"), ("en", "2020.html, table 1, B3 = 7")],
)
def test_a_table_of_a_document_is_called_by_its_number(
    language: Language, expected: str, tmp_path: Path
) -> None:
    form = tmp_path / "cases.toml"
    form.write_text(FORM, encoding="utf-8")

    found = statlint.lint(
        page(2021, 5, rest=4),
        previous=page(2020, 2, rest=7),
        form=str(form),
        language=language,
        select=["P201"],
    )

    assert [expected in one.message for one in found.findings] == [True]
