"""The blocks of a document while it is read."""

from __future__ import annotations

import pytest

from statlint.workbook import Fault, ParagraphKind
from statlint.workbook.engines.blocks import Blocks
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.limits import USUAL


def test_counts_each_kind_of_place() -> None:
    blocks = Blocks()
    blocks.add_paragraph("甲", ParagraphKind.HEADING, level=1, bold=True)
    blocks.add_table([(1, 1, "text", "a", None, None, None)])
    blocks.add_paragraph("注", ParagraphKind.FOOTNOTE)
    blocks.add_paragraph(" \u3000")
    blocks.add_paragraph("乙", ParagraphKind.ITEM, numbering="1.", centred=True)

    book = blocks.book()

    assert book["document"] == [
        ("paragraph 1", "甲", "heading", 1, "", True, False),
        "table 1",
        ("footnote 1", "注", "footnote", 0, "", False, False),
        ("paragraph 2", "乙", "item", 0, "1.", False, True),
    ]
    assert [sheet["name"] for sheet in book["sheets"]] == ["table 1"]


def test_refuses_more_paragraphs_than_any_report_has() -> None:
    blocks = Blocks()
    for _ in range(USUAL.paragraphs):
        blocks.add_paragraph("甲")

    with pytest.raises(Refusal) as caught:
        blocks.add_paragraph("甲")

    assert caught.value.fault is Fault.TOO_LARGE
