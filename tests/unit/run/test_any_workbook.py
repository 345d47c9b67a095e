"""Whatever a workbook holds: no crash, findings in order, places that are there."""

from __future__ import annotations

from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statlint.config import Settings
from statlint.run import FileResult, Work, prepare
from statlint.run.one import check_one
from statlint.run.pack import shipped_forms
from statlint.values import CellRange, CellRef
from statlint.workbook import Cell, CellKind, Container, Opening, Sheet, Workbook

ODD = (
    "0 1 12 3 00 — / 约3 -4 (4) 1,234 3件 98.7% 1.0 O 零 #REF! XX 2018-1-11 张三 "
    "2023年年度报告 单位：万元 总计 其他 填报人："
).split()


@cache
def work() -> Work:
    return prepare(Settings(language="zh"))


@cache
def vocabulary() -> list[str]:
    """Gather the labels of the shipped forms, neighbours beside each other."""
    blocks = [block for form in shipped_forms() for table in form.tables for block in table.blocks]
    heads = [head.label.zh for block in blocks for head in block.heads]
    return list(dict.fromkeys(heads + [line.label.zh for block in blocks for line in block.lines]))


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Draw a sheet: heads across, labels down, figures between, and anything anywhere."""
    words = vocabulary()
    across, down = (draw(st.integers(0, len(words) - 1)) for _ in range(2))
    width, height = draw(st.integers(0, 9)), draw(st.integers(0, 12))
    texts = {(1, column): words[(across + column) % len(words)] for column in range(2, width + 2)}
    texts |= {(row, 1): words[(down + row) % len(words)] for row in range(2, height + 2)}
    places = st.tuples(st.integers(1, height + 3), st.integers(1, width + 3))
    texts |= draw(st.dictionaries(places, st.sampled_from(ODD), max_size=60))
    ranges = draw(st.lists(st.tuples(places, places), max_size=3))
    return Sheet(
        draw(st.sampled_from(["表一", "2023年"])),
        tuple(_cell(row, column, texts[row, column]) for row, column in sorted(texts)),
        tuple(_range(one, other) for one, other in ranges),
    )


def _cell(row: int, column: int, text: str) -> Cell:
    if text.isdecimal() and row % 2:
        return Cell(CellRef(row, column), CellKind.NUMBER, text, int(text))
    kind = CellKind.ERROR if text == "#REF!" else CellKind.TEXT
    return Cell(CellRef(row, column), kind, text)


def _range(one: tuple[int, int], other: tuple[int, int]) -> CellRange:
    rows, columns = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return CellRange(CellRef(rows[0], columns[0]), CellRef(rows[1], columns[1]))


def checked(sheet: Sheet) -> FileResult:
    book = Workbook((sheet,), Container.XLSX)
    return check_one(Opening("a.xlsx", "xlsx", Container.XLSX, book), work())


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(sheets())
def test_any_sheet_is_checked(sheet: Sheet) -> None:
    result = checked(sheet)
    last = max((cell.ref.row for cell in sheet.cells), default=0)
    widest = max((cell.ref.column for cell in sheet.cells), default=0)
    places = [(found.cell or CellRef(0, 0), found.code) for found in result.findings]

    assert result.crashes == ()
    assert places == sorted(places)
    assert all(cell.row <= last and cell.column <= widest for cell, _ in places)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(sheets())
def test_any_frame_is_a_full_rectangle(sheet: Sheet) -> None:
    frames = [found.frame for found in checked(sheet).findings if found.frame]

    for frame in frames:
        widths = {len(frame.columns), len(frame.heads), *(len(row.cells) for row in frame.rows)}
        assert len(widths) == 1


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(sheets())
def test_checking_twice_says_the_same(sheet: Sheet) -> None:
    assert checked(sheet).findings == checked(sheet).findings
