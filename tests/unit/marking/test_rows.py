"""Rows with tinted cells: whatever rows there are, each cell gets its format and no other does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from hypothesis import example, given
from hypothesis import strategies as st

from statlint.marking.outline import read_outline
from statlint.marking.rows import RowTinter
from statlint.values import CellRef, column_number

Rows = Mapping[int, Mapping[int, tuple[int, bool]]]
"""Rows and columns with a format each, and whether the cell is one tag alone."""
ROWS = st.dictionaries(
    st.integers(1, 12),
    st.dictionaries(st.integers(1, 9), st.tuples(st.integers(0, 5), st.booleans()), max_size=6),
    max_size=8,
)
CELLS = st.sets(st.builds(CellRef, st.integers(1, 14), st.integers(1, 11)), max_size=8)


def written(rows: Rows) -> str:
    """Write rows."""
    found = ""
    for number, cells in sorted(rows.items()):
        content = "".join(cell(number, column, *one) for column, one in sorted(cells.items()))
        tag = f'<row r="{number}"'
        found += f"{tag}>{content}</row>" if content else f"{tag}/>"
    return found


def cell(row: int, column: int, style: int, empty: bool) -> str:  # noqa: FBT001 - drawn
    """Write a cell."""
    tag = f'<c r="{CellRef(row, column)}"' + (f' s="{style}"' if style else "")
    return f"{tag}/>" if empty else f"{tag}><v>{row * 100 + column}</v></c>"


def read(sheet: bytes) -> dict[CellRef, tuple[int, str]]:
    """Give the format and the content of each cell."""
    found = {}
    pattern = rb'<c (?:s="(\d+)" )?r="([A-Z]+)(\d+)"(?: s="(\d+)")?(?:/>|>(.*?)</c>)'
    for one, letters, row, other, content in re.findall(pattern, sheet):
        place = CellRef(int(row), column_number(letters.decode()))
        found[place] = int(one or other or 0), content.decode()
    return found


def pieces(text: bytes, size: int) -> Iterator[bytes]:
    """Cut a text into pieces."""
    return (text[at : at + size] for at in range(0, len(text), size))


def tint(style: int) -> int:
    """Give the number of a format with a tint."""
    return style + 100


@given(rows=ROWS, cells=CELLS, size=st.integers(1, 200))
@example(rows={}, cells={CellRef(3, 3)}, size=50)
@example(rows={2: {}}, cells={CellRef(2, 2)}, size=10)
def test_each_cell_gets_its_tint_and_all_others_stay(
    rows: Rows, cells: set[CellRef], size: int
) -> None:
    sheet = f'<a:b xmlns:a="x"><sheetData>{written(rows)}</sheetData><tail/></a:b>'.encode()
    outline = read_outline(partial(pieces, sheet, size))

    tinter = RowTinter(outline.prefix, dict.fromkeys(cells, tint), ())
    made = b"".join(tinter.tinted(outline.rows()))

    before = read(sheet)
    assert read(made) == {
        **before,
        **{one: (before.get(one, (0, ""))[0] + 100, before.get(one, (0, ""))[1]) for one in cells},
    }
    places = [int(one) for one in re.findall(rb'<row r="(\d+)"', made)]
    assert places == sorted({*rows, *(one.row for one in cells)})


@given(rows=ROWS, size=st.integers(1, 200), aside=st.booleans())
def test_a_sheet_is_cut_into_what_it_is_made_of(
    rows: Rows,
    size: int,
    aside: bool,  # noqa: FBT001 - drawn
) -> None:
    within = "<!-- </sheetData> <row> -->" if aside else ""
    text = f"<w><head/><sheetData>{within}{written(rows)}</sheetData><tail/></w>".encode()
    outline = read_outline(partial(pieces, text, size))

    cut = (outline.head, outline.opens, *outline.rows(), outline.closes, outline.tail)
    assert b"".join(cut) == text
    assert (outline.head, outline.tail) == (b"<w><head/>", b"<tail/></w>")
    assert all(piece.endswith((b"</row>", b"/>", b"-->")) for piece in outline.rows())


@given(cells=CELLS)
def test_without_any_change_of_format_nothing_is_changed(cells: set[CellRef]) -> None:
    rows = b'<row r="3" spans="1:2"><c r="A3"/><c r="B3" s="4"><v>1</v></c></row>'

    tinter = RowTinter(b"", dict.fromkeys(cells, int), ())

    made = b"".join(tinter.tinted(iter((rows,))))
    assert read(made) == read(rows)
