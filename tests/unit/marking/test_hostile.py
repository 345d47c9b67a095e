"""Workbooks that are changed at any place: marking them ends in a copy or in a refusal."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from full_workbook import full_parts
from fuzz.packages import CHANGE, changed
from marked import a_mark, marked, packed
from statlint.workbook import open_workbook
from statlint.workbook.engines.stored import Refusal

PARTS = full_parts()
READ = (
    *("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml"),
    *("xl/worksheets/sheet2.xml", "xl/worksheets/_rels/sheet2.xml.rels", "xl/comments1.xml"),
    *("xl/drawings/vmlDrawing1.vml", "xl/worksheets/sheet3.xml", "xl/chartsheets/sheet1.xml"),
)
"""The parts that are looked into."""
MARKS = (
    *(a_mark(cell, "x", "年报") for cell in ("O26", "F6", "I23", "L31", "C90")),
    a_mark("D10", "y", "汇总 & 明细"),
)


@settings(max_examples=40, deadline=None)
@given(
    name=st.sampled_from(READ),
    said=st.lists(st.binary(min_size=CHANGE, max_size=CHANGE), min_size=1, max_size=4),
)
@example(name="xl/workbook.xml", said=[b"\x80\x00\x03\x01\x06"])
def test_a_changed_part_ends_in_a_copy_or_a_refusal(name: str, said: list[bytes]) -> None:
    part = PARTS[name]
    for one in said:
        part = changed(part, one)
    content = packed({**PARTS, name: part})
    before = open_workbook("a.xlsx", content).workbook

    try:
        copy = marked(content, *MARKS)
    except Refusal:
        return

    after = open_workbook("a.xlsx", copy).workbook
    if before is not None and after is not None:
        assert [sheet.cells for sheet in after.sheets[1:]] == [one.cells for one in before.sheets]
    # An empty list of formats cannot be read; the copy has one that can.
    assert before is None or after is not None


@settings(max_examples=30, deadline=None)
@given(content=st.binary(max_size=300))
def test_any_bytes_are_refused(content: bytes) -> None:
    try:
        marked(b"PK\3\4" + content)
    except Refusal:
        return
    raise AssertionError
