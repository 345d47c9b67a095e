"""Paragraphs that were pasted as one become several; a title broken by hand stays one."""

from __future__ import annotations

import pytest

from statlint.workbook.engines.word_breaks import parted
from unit.workbook.word_files import paragraph, texts_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("共3件。\n其中甲1件。", ["共3件。", "其中甲1件。"], id="sentences"),
        pytest.param("称“好。”\n其中", ["称“好。”", "其中"], id="a sentence in quotes"),
        pytest.param("落实“放管服”\n改革", ["落实“放管服”\n改革"], id="a word in quotes"),
        pytest.param(
            "一、总体情况\n公开信息10条，\n其中甲4条。\n（二）管理\n第三章 其他",
            ["一、总体情况", "公开信息10条，\n其中甲4条。", "（二）管理", "第三章 其他"],
            id="headings",
        ),
        pytest.param("某区人民政府\n2019年报告", ["某区人民政府\n2019年报告"], id="a title"),
        pytest.param("比上年增长\n2.5倍", ["比上年增长\n2.5倍"], id="a figure with a point"),
        pytest.param("第3季度\n第二名", ["第3季度\n第二名"], id="ordinals"),
        pytest.param("联系人\n（联系电话）", ["联系人\n（联系电话）"], id="brackets"),
        pytest.param("\u3000\n甲", ["\u3000", "甲"], id="a line of blanks"),
        pytest.param("甲", ["甲"], id="one line"),
    ],
)
def test_parted(text: str, parts: list[str]) -> None:
    assert parted(text) == parts


@pytest.mark.parametrize(
    ("about", "texts"),
    [
        pytest.param("", ["一、甲", "乙"], id="a text"),
        pytest.param('<w:jc w:val="center"/>', ["一、甲\n乙"], id="set in the middle"),
        pytest.param('<w:outlineLvl w:val="0"/>', ["一、甲\n乙"], id="a heading"),
    ],
)
def test_only_plain_paragraphs_are_parted(about: str, texts: list[str]) -> None:
    broken = "<w:r><w:t>一、甲</w:t><w:br/><w:t>乙</w:t></w:r>"

    assert texts_of(paragraph(broken, about)) == texts
