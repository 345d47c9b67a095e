"""Workbooks of one small table, with something in them that no office program writes."""

from __future__ import annotations

from random import Random

from unit.workbook.packages import excel_parts, make_excel, make_zip, sheet_part

ROWS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>性别</t></is></c><c r="B1"><v>2024</v></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>男</t></is></c><c r="B2"><v>11</v></c></row>'
    '<row r="3"><c r="A3" t="inlineStr"><is><t>女</t></is></c><c r="B3"><v>21</v></c></row>'
    '<row r="4"><c r="A4" t="inlineStr"><is><t>合计</t></is></c><c r="B4"><v>32</v></c></row>'
)
"""A small table without a slip."""
SHEET = "xl/worksheets/sheet1.xml"
BOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
GOOD = make_excel(ROWS)


def with_parts(*, rows: str = ROWS, before: str = "", after: str = "", **others: str) -> bytes:
    """Make the workbook of a small table, with more around its rows."""
    sheet = sheet_part(rows, before=before, after=after)
    return make_zip(excel_parts(sheet, **others))


def with_part(name: str, part: str | bytes) -> bytes:
    """Make the workbook of a small table, with one part of its own."""
    return make_zip({**excel_parts(sheet_part(ROWS)), name: part})


def changed(name: str, was: str, now: str) -> bytes:
    """Make the workbook of a small table, with other words in one part."""
    parts = excel_parts(sheet_part(ROWS))
    part = parts[name]
    assert isinstance(part, str)
    assert was in part
    return make_zip({**parts, name: part.replace(was, now, 1)})


def without(name: str) -> bytes:
    """Make the workbook of a small table that lacks a part."""
    parts = excel_parts(sheet_part(ROWS))
    del parts[name]
    return make_zip(parts)


def hexes(size: int) -> str:
    """Give a text that does not pack well."""
    return Random(9).randbytes(size // 2).hex()  # noqa: S311 - no secret


def cell(reference: str, value: str = "1") -> str:
    """Write the rows of a small table, and one with a cell of some place below."""
    return ROWS + f'<row r="5"><c r="{reference}"><v>{value}</v></c></row>'
