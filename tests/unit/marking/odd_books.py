"""Small workbooks that are put together by hand, and what is seen in their marked copies."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook

from marked import a_mark
from statlint.workbook import Workbook, open_workbook
from unit.workbook.packages import excel_parts, sheet_part

SHEET = "xl/worksheets/sheet1.xml"
ROWS = (
    '<row r="2"><c r="B2"><v>1</v></c><c r="D2" t="inlineStr"><is><t>甲</t></is></c></row>'
    '<row r="4"><c r="A4"><v>2</v></c></row>'
)
STYLES = (
    '<fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    '<cellStyleXfs><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/>'
    '<xf numFmtId="10" fillId="0" applyFill="0"><alignment horizontal="right"/></xf></cellXfs>'
    '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
)
MARKS = tuple(a_mark(cell, f"of {cell}", "表三") for cell in ("B2", "C2", "A3", "A4", "F9"))
Parts = dict[str, str | bytes]


def parts(rows: str = ROWS, *, before: str = "", after: str = "", styles: str = STYLES) -> Parts:
    """Give the parts of a workbook with one sheet."""
    return excel_parts(sheet_part(rows, before=before, after=after), styles=styles)


def opened(content: bytes) -> Workbook:
    """Read a workbook with the reader that checks."""
    opening = open_workbook("a.xlsx", content)
    assert opening.workbook is not None, opening.detail
    return opening.workbook


def tints(content: bytes, sheet: int = 1) -> dict[str, str]:
    """Give the colours of the cells that openpyxl sees filled."""
    book = load_workbook(BytesIO(content))
    return {
        cell.coordinate: cell.fill.fgColor.rgb
        for row in book.worksheets[sheet].iter_rows()
        for cell in row
        if cell.fill.patternType == "solid"
    }


def notes(content: bytes, sheet: int = 1) -> dict[str, str]:
    """Give the notes that openpyxl sees."""
    book = load_workbook(BytesIO(content))
    return {
        cell.coordinate: cell.comment.text
        for row in book.worksheets[sheet].iter_rows()
        for cell in row
        if cell.comment
    }


RED = "FFFFC7CE"
ALL = {str(one.cell): RED for one in MARKS}
