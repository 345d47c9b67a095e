"""What the page of a form says of texts that quote it."""

from __future__ import annotations

from pathlib import Path

from statlint.cli.form_page import form_page
from statlint.form import load_form

FORM = """
id = "cases"
title = "案件"
source = "示例"

[[table]]
key = "cases"
title = "案件"
head = [{ key = "towns", label = "乡镇" }, { key = "offices", label = "部门" }]
line = [{ key = "closed", label = "办结" }]

[[quoted]]
id = "Q1"
name = { zh = "正文与表中办结", en = "Closed" }
figure = "cases.closed.towns + cases.closed.offices"
or = ["cases.closed.towns"]
all = ["办结|结案", "案件"]

[[quoted]]
id = "Q2"
figure = "cases.closed.towns"
all = ["诉讼"]
absent = true
"""


def test_the_page_says_by_which_words_figures_are_quoted(tmp_path: Path) -> None:
    path = tmp_path / "cases.toml"
    path.write_text(FORM, encoding="utf-8")
    page = form_page(load_form(path), "zh", 100).splitlines()

    assert page[page.index("正文引用的数") :] == [
        "正文引用的数",
        "    Q1  正文与表中办结  [正文中有“办结|结案 … 案件”的]",
        "        办结·乡镇 + 办结·部门 或 办结·乡镇",
        "    Q2  Q2  [正文称没有“诉讼”的，应为 0]",
        "        办结·乡镇",
    ]
