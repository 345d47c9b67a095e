"""Workbooks that have, or say that they have, very much of something."""

from __future__ import annotations

from collections.abc import Iterator

from hostile_files.books import (
    BOOK,
    ROWS,
    cell,
    changed,
    with_parts,
)
from hostile_files.kind import Kind


def of_sizes() -> Iterator[Kind]:
    """Give workbooks that have, or say that they have, very much of something."""
    yield Kind(
        "dimension A1:XFD1048576 declared",
        "dimension.xlsx",
        lambda: with_parts(before='<dimension ref="A1:XFD1048576"/>'),
        None,
    )
    yield Kind(
        "a cell in the last corner",
        "corner.xlsx",
        lambda: with_parts(rows=cell("XFD1048576")),
        None,
    )
    yield Kind(
        "cells in column XFD of 8,000 rows",
        "wide.xlsx",
        lambda: with_parts(
            rows="".join(
                f'<row r="{at}"><c r="XFD{at}"><v>{at}</v></c></row>' for at in range(1, 8001)
            )
        ),
        None,
    )
    yield Kind(
        "merged A1:XFD1048576",
        "merged.xlsx",
        lambda: with_parts(
            rows=ROWS, after='<mergeCells><mergeCell ref="A6:XFD1048576"/></mergeCells>'
        ),
        None,
    )


def of_merges() -> Iterator[Kind]:
    """Give workbooks with very many merged ranges."""
    merges = "".join(f'<mergeCell ref="D{at}:E{at}"/>' for at in range(6, 100_006))
    yield Kind(
        "100,000 merged ranges",
        "merges.xlsx",
        lambda: with_parts(after=f"<mergeCells>{merges}</mergeCells>"),
        None,
    )
    over = "".join(f'<mergeCell ref="D6:E{at}"/>' for at in range(7, 3_007))
    yield Kind(
        "3,000 ranges merged over each other",
        "overlaps.xlsx",
        lambda: with_parts(after=f"<mergeCells>{over}</mergeCells>"),
        None,
    )
    yield Kind(
        "more merged ranges than allowed",
        "many-merges.xlsx",
        lambda: with_parts(after=f"<mergeCells>{merges}</mergeCells>"),
        "F007",
        "merges",
        ("limits.merges = 1000",),
    )


def of_shared() -> Iterator[Kind]:
    """Give workbooks with very many texts, formats and sheets."""
    yield Kind(
        "4,294,967,295 shared texts announced",
        "counted.xlsx",
        lambda: changed("xl/sharedStrings.xml", "<sst ", '<sst uniqueCount="4294967295" '),
        None,
    )
    texts = "".join(f"<si><t>{at:x}</t></si>" for at in range(20_000))
    yield Kind(
        "more shared texts than allowed",
        "texts.xlsx",
        lambda: with_parts(strings=texts),
        "F007",
        "texts",
        ("limits.texts = 10000",),
    )
    yield Kind(
        "shared texts longer than allowed together",
        "long-texts.xlsx",
        lambda: with_parts(strings=texts),
        "F007",
        "texts-length",
        ("limits.texts-length = 10000",),
    )
    yield Kind(
        "more formats of cells than allowed",
        "styles.xlsx",
        lambda: with_parts(styles=_styles(100_001)),
        "F007",
        "styles",
    )
    yield Kind("5,000 sheets", "sheets.xlsx", lambda: _many_sheets(5_000), "F007", "sheets")


def of_grids() -> Iterator[Kind]:
    """Give workbooks with very many cells, rows and columns."""
    cells = "".join(
        f"<row>{''.join(f'<c><v>{at}</v></c>' for at in range(row, row + 50))}</row>"
        for row in range(400)
    )
    yield Kind(
        "more cells than allowed",
        "cells.xlsx",
        lambda: with_parts(rows=cells),
        "F007",
        "cells",
        ("limits.cells = 10000",),
    )
    yield Kind(
        "a million rows without cells",
        "rows.xlsx",
        lambda: with_parts(rows=ROWS + _blank_rows()),
        None,
    )
    columns = '<col min="1" max="16384" width="9" hidden="1"/>' * 20_000
    yield Kind(
        "20,000 times all columns hidden",
        "columns.xlsx",
        lambda: with_parts(before=f"<cols>{columns}</cols>"),
        None,
    )


def _blank_rows() -> str:
    return "".join(f'<row r="{at}" s="{at % 997}"/>' for at in range(5, 1_000_000))


def _many_sheets(count: int) -> bytes:
    sheets = "".join(f'<sheet name="S{at}" sheetId="{at}" r:id="rId1"/>' for at in range(2, count))
    return changed(BOOK, "</sheets>", f"{sheets}</sheets>")


def _styles(count: int) -> str:
    style = '<xf numFmtId="0"/>'
    return f"<cellXfs>{style * count}</cellXfs>"
