"""Workbooks whose cells or sheets are no such thing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hostile_files.books import (
    BOOK,
    RELATIONS,
    ROWS,
    SHEET,
    cell,
    changed,
    with_parts,
    without,
)
from hostile_files.kind import Kind


def of_cells() -> Iterator[Kind]:
    """Give workbooks whose cells or sheets are no such thing."""
    for at, reference in enumerate(("XFE5", "A1048577")):
        yield Kind(
            f"cell beyond the sheet, in {reference}",
            f"beyond{at}.xlsx",
            partial(with_parts, rows=cell(reference)),
            None,
        )
    for at, reference in enumerate(("A0", "1A", "Ａ5", "$A$5", "")):
        yield Kind(
            f"cell with the reference “{reference}”",
            f"reference{at}.xlsx",
            partial(with_parts, rows=cell(reference)),
            "F001",
        )
    for at, value in enumerate(("NaN", "1e999", "1e-999", "0x10", "--5", "9" * 400, "1_000")):
        yield Kind(
            f"number written as “{value[:12]}”",
            f"number{at}.xlsx",
            partial(with_parts, rows=cell("D5", value)),
            None,
        )


def of_parts() -> Iterator[Kind]:
    """Give workbooks that refer to what is not there."""
    yield Kind(
        "shared text that is not there",
        "no-text.xlsx",
        lambda: with_parts(rows='<row><c t="s"><v>7</v></c></row>'),
        "F001",
    )
    yield Kind(
        "style that is not there",
        "no-style.xlsx",
        lambda: with_parts(rows=ROWS.replace("<c ", '<c s="99999" ')),
        None,
    )
    yield Kind("no styles at all", "unstyled.xlsx", lambda: without("xl/styles.xml"), None)
    yield Kind("sheet that is not there", "no-sheet.xlsx", lambda: without(SHEET), "F008")
    yield Kind(
        "sheet that is the workbook itself",
        "itself.xlsx",
        lambda: changed(RELATIONS, "worksheets/sheet1.xml", "workbook.xml"),
        "F003",
    )
    yield Kind(
        "sheet at an address of the network",
        "remote.xlsx",
        lambda: changed(
            RELATIONS,
            'Target="worksheets/sheet1.xml"',
            'Target="http://127.0.0.1:9/s.xml" TargetMode="External"',
        ),
        "F008",
    )
    yield Kind(
        "no sheet in the workbook",
        "blank-book.xlsx",
        lambda: changed(BOOK, '<sheet name="表三" sheetId="1" r:id="rId1"/>', ""),
        "F008",
    )


def of_formulas() -> Iterator[Kind]:
    """Give workbooks whose formulas and formats are strange."""
    code = "[" * 60_000
    yield Kind(
        "number format of 60,000 brackets",
        "format.xlsx",
        lambda: with_parts(
            rows=ROWS.replace('r="B2"', 'r="B2" s="0"'),
            styles=f'<numFmts><numFmt numFmtId="164" formatCode="{code}"/></numFmts>'
            '<cellXfs><xf numFmtId="164"/></cellXfs>',
        ),
        None,
    )
    yield Kind(
        "formula over A1:XFD1048576",
        "array.xlsx",
        lambda: with_parts(
            rows=ROWS.replace(
                '<c r="B4"><v>32', '<c r="B4"><f t="array" ref="A1:XFD1048576">SUM(B2:B3)</f><v>32'
            )
        ),
        None,
    )
    deep = f"{'(' * 5_000}B2{')' * 5_000}"
    yield Kind(
        "formula with 5,000 brackets",
        "brackets.xlsx",
        lambda: with_parts(rows=ROWS.replace("<v>32", f"<f>{deep}</f><v>32")),
        None,
    )
    yield Kind(
        "formula that sums whole columns",
        "whole.xlsx",
        lambda: with_parts(
            rows=ROWS.replace("<v>32", "<f>SUM(A1:A1048576)+SUM(XFA:XFD)+SUM(B2:B3)</f><v>32")
        ),
        None,
    )


def of_rows() -> Iterator[Kind]:
    """Give workbooks whose rows are in no order."""
    yield Kind(
        "rows from the last to the first",
        "descending.xlsx",
        lambda: with_parts(
            rows="".join(reversed(ROWS.split("</row>")[:-1])).replace("<row", "</row><row")[6:]
            + "</row>"
        ),
        None,
    )
    yield Kind("every cell twice", "twice.xlsx", lambda: with_parts(rows=ROWS + ROWS), None)
    yield Kind(
        "hidden row of height NaN",
        "height.xlsx",
        lambda: with_parts(rows=ROWS.replace('<row r="2"', '<row r="2" ht="NaN"')),
        None,
    )
    yield Kind(
        "row with the number 1e9",
        "row.xlsx",
        lambda: with_parts(rows=ROWS + '<row r="1e9"><c><v>1</v></c></row>'),
        "F001",
    )
