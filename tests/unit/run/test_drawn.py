"""Sheets as they are printed: merged cells, number formats, what is hidden, parts of large ones."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from statlint.finding.drawn import GAP, DrawnRow, DrawnSheet
from statlint.run import drawn
from statlint.run.drawn import Wanted, sheets_of
from statlint.values import CellRange, CellRef

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def workbook(fill: Callable[[Worksheet], object]) -> bytes:
    book = Workbook()
    fill(book.active)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def drawn_of(fill: Callable[[Worksheet], object], *cells: str, **more: object) -> DrawnSheet:
    wanted = Wanted(frozenset(map(CellRef.parse, cells)), **more)  # type: ignore[arg-type]
    (sheet,) = sheets_of("a.xlsx", workbook(fill), {"Sheet": wanted})
    return sheet


def text_of(row: DrawnRow) -> str:
    """Write a row: its number, what is left out before it, its cells with their reach."""
    cells = (
        f"{cell.ref}:{cell.text}"
        + (f"({cell.across}x{cell.down})" if (cell.across, cell.down) != (1, 1) else "")
        + ("*" if cell.is_figure else "")
        + ("'" if cell.again else "")
        for cell in row.cells
    )
    left_out = f"-{row.skipped}~{row.hidden} " if row.skipped or row.hidden else ""
    return f"{row.number} {left_out}{' '.join(cells)}"


def merged(sheet: Worksheet) -> None:
    sheet.append(["T"])
    sheet.append(["a", 1, "x"])
    sheet.append([None, 2.5, 0.5])
    sheet.append(["b", 1234, "12"])
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A2:A3")
    sheet["B3"].number_format = "0.00"
    sheet["C3"].number_format = "0.0%"
    sheet["B4"].number_format = "#,##0"


def test_cells_are_drawn_as_printed() -> None:
    sheet = drawn_of(merged)

    assert list(map(text_of, sheet.rows)) == [
        "1 A1:T(3x1)",
        "2 A2:a(1x2) B2:1* C2:x",
        "3 B3:2.50* C3:50.0%*",
        "4 A4:b B4:1,234* C4:12*",
    ]
    assert (sheet.columns, sheet.last_row, sheet.last_column) == ((1, 2, 3), 4, 3)
    assert (sheet.after, sheet.hidden, sheet.size) == (0, False, 9)


def hiding(sheet: Worksheet) -> None:
    for row in range(1, 6):
        sheet.append([row, row * 10])
    sheet.row_dimensions[2].hidden = True
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["A"].hidden = True
    sheet.sheet_state = "visible"


def test_what_is_hidden_is_counted_and_what_is_wanted_of_it_is_drawn() -> None:
    assert list(map(text_of, drawn_of(hiding).rows)) == [
        "1 B1:10*",
        "4 -0~2 B4:40*",
        "5 B5:50*",
    ]
    assert list(map(text_of, drawn_of(hiding, "A3").rows)) == [
        "1 A1:1* B1:10*",
        "3 -0~1 A3:3* B3:30*",
        "4 A4:4* B4:40*",
        "5 A5:5* B5:50*",
    ]


def large(sheet: Worksheet) -> None:
    for row in range(1, 31):
        sheet.append([f"{row}.{column}" for column in range(1, 61)])
    sheet.merge_cells("A2:BH2")
    sheet.merge_cells("A4:A29")


def test_a_large_sheet_is_drawn_around_what_is_wanted() -> None:
    table = CellRange.parse("A1:BH30")
    sheet = drawn_of(large, "AD20", tables=(table,), most=50)
    head = "A1:1.1* B1:1.2* A1:…' AB1:1.28* AC1:1.29* AD1:1.30* AE1:1.31* AF1:1.32*"

    assert sheet.columns == (1, 2, GAP, 28, 29, 30, 31, 32)
    assert [row.number for row in sheet.rows] == [1, 2, 3, 4, 18, 19, 20, 21, 22]
    assert text_of(sheet.rows[0]) == f"1 {head}"
    assert text_of(sheet.rows[1]) == "2 A2:2.1(8x1)*"
    assert text_of(sheet.rows[3]).startswith("4 A4:4.1* B4:4.2* A4:…' ")
    assert text_of(sheet.rows[4]).startswith("18 -13~0 A4:4.1(1x5)*' B18:18.2* A18:…' ")
    assert sheet.after == 8


def test_nothing_wanted_of_a_large_sheet_is_its_beginning() -> None:
    sheet = drawn_of(large, most=50)

    assert [row.number for row in sheet.rows] == [1, 2, 3, 4]


def test_a_table_in_a_large_sheet_is_drawn_with_its_heads() -> None:
    tables = (CellRange.parse("A10:C15"), CellRange.parse("A20:C30"))
    sheet = drawn_of(large, "B28", tables=tables, most=50)

    assert [row.number for row in sheet.rows] == [20, 21, 22, 23, 26, 27, 28, 29, 30]


def test_what_cannot_be_read_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sheets_of("a.xlsx", b"", {None: Wanted()}) == ()
    assert sheets_of("a.csv", b"a,1\n", {"other": Wanted()}) == ()
    monkeypatch.setattr(drawn, "_LARGEST_TEXT", 3)
    assert sheets_of("a.csv", b"a,1\n", {None: Wanted()}) == ()


def test_a_text_that_is_long_is_cut() -> None:
    long = "字" * 1000
    (sheet,) = sheets_of("a.csv", f"a,{long}\n".encode(), {None: Wanted()})

    assert [cell.text for cell in sheet.rows[0].cells] == ["a", "字" * 400 + "…"]


RANGES = st.builds(
    lambda row, column, down, across: CellRange(
        CellRef(row, column), CellRef(row + down, column + across)
    ),
    *(st.integers(1, 12), st.integers(1, 8), st.integers(0, 6), st.integers(0, 5)),
)


@settings(max_examples=60, deadline=None)
@given(
    merges=st.lists(RANGES, max_size=6),
    hidden=st.sets(st.integers(1, 14), max_size=8),
    wanted=st.sets(st.tuples(st.integers(1, 14), st.integers(1, 10)), max_size=4),
    most=st.sampled_from((0, 1_000)),
    widest=st.sampled_from((4, 40)),
)
def test_drawn_rows_fill_their_columns_whatever_is_merged_hidden_or_left_out(
    merges: list[CellRange],
    hidden: set[int],
    wanted: set[tuple[int, int]],
    most: int,
    widest: int,
) -> None:
    apart = [one for at, one in enumerate(merges) if not any(map(one.overlaps, merges[:at]))]

    def fill(sheet: Worksheet) -> None:
        for row in range(1, 15):
            sheet.append([row * column for column in range(1, 11)])
        for one in apart:
            sheet.merge_cells(str(one))
        for row in hidden:
            sheet.row_dimensions[row].hidden = True

    asked = Wanted(frozenset(CellRef(*one) for one in wanted), most=most)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(drawn, "_WHOLE_COLUMNS", widest)
        (sheet,) = sheets_of("a.xlsx", workbook(fill), {"Sheet": asked})

    assert laid_out(sheet) == [len(sheet.columns)] * len(sheet.rows)
    there = {cell.ref for row in sheet.rows for cell in row.cells}
    assert len(sheet.rows) + sum(row.skipped + row.hidden for row in sheet.rows) + sheet.after == 14
    assert widest == 4 or {anchor_of(CellRef(*one), apart) for one in wanted} <= there


def anchor_of(cell: CellRef, merges: list[CellRange]) -> CellRef:
    return next((one.first for one in merges if cell in one), cell)


def laid_out(sheet: DrawnSheet) -> list[int]:
    """Lay the cells of a drawn table out as a browser does; give how many places each row fills."""
    left: list[int] = [0] * len(sheet.columns)
    filled = []
    for row in sheet.rows:
        if row.skipped or row.hidden:
            assert not any(left)
        at = 0
        for cell in row.cells:
            while left[at]:
                at += 1
            for place in range(at, at + cell.across):
                assert left[place] == 0
                left[place] = cell.down
            at += cell.across
        filled.append(sum(one > 0 for one in left))
        left = [max(0, one - 1) for one in left]
    assert not any(left)
    return filled
