"""A search that remembers others finds just what it would find by itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searches import told_of
from statlint.form import Form
from statlint.grid import Grid, spread
from statlint.run.grids import grids_of
from statlint.run.pack import shipped_plans
from statlint.table import FormPlan, Hints, search
from statlint.table.memory import Memory
from statlint.values import CellRange, CellRef
from statlint.workbook import Cell, CellKind, Sheet, open_workbook
from tables import Entry, entries_of, form_of, grid_of, table_of

FIXTURES = Path(__file__).parents[3] / "fixtures"
HEADS: list[str | Entry] = [
    "nat 自然人",
    {"key": "firm", "label": "企业", "over": ["法人"]},
    "tot 总计",
]
CASES = table_of(
    [
        "new 一、本年新收",
        {"key": "results", "label": "二、办理结果", "heading": True},
        {"key": "open", "label": "(一)予以公开", "under": "results"},
        {"key": "part", "label": "(二)部分公开", "under": "results"},
        "next 三、结转下年",
    ],
    HEADS,
    key="cases",
)
COUNTS = table_of(["all 总数"], ["up 结果维持", "fix 结果纠正", "sum 合计"], key="counts")
SIDE = {**table_of(["a 行政复议", "b 行政诉讼"], ["up 维持", "fix 纠正"], key="side")}
TWO = form_of(CASES, COUNTS, id="two", family="reports", **{"valid-from": 2020})
OLD = form_of(
    {**CASES, "line": [one for one in CASES["line"] if one["key"] != "part"]},  # type: ignore[attr-defined]
    COUNTS,
    id="old",
    family="reports",
    **{"valid-to": 2019},
)
ASIDE = form_of({**SIDE, "arrangement": "side-by-side"}, id="aside")
YEARS = form_of(table_of(["new 本年新收", "next 结转下年"], ["a 1", "b 2", "c 3"]), id="years")
FORMS = (TWO, OLD, ASIDE)
SHEET = """
    青山镇2021年年度报告,,,,
    情况,,自然人,法人,总计
    ,,,企业,
    一、本年新收,,3,4,7
    二、办理结果,(一)予以公开,2,4,6
    ,(二)部分公开,1,0,1
    三、结转下年,,0,0,0
    ,,,,
    结果维持,结果纠正,合计,,
    1,2,3,,
    行政复议,,行政诉讼,,
    维持,纠正,维持,纠正,
    4,5,6,7,
    填报人,张三,审核人,李四,
"""
MERGES = "A2:B3 C2:C3 E2:E3 A4:B4 A5:A6 A7:B7 A11:B11 C11:D11"
TEXTS = (
    "|1|2|3|0|12|7.5|—|/|12件|1.|(3)|3=1+2|约5|XX|王五|甲|序号|件|代码|总计|合计|自然人|自然 人"
    "|企 业|一、本年新收|本年新|结转下年度|(一)予以公开|(二)部份公开|部分|公开|法人(企业)|小计"
    "|2019年年报|其他情况|白水镇2022年年度报告|数量"
).split("|")


@cache
def plans_of(*forms: Form) -> tuple[FormPlan, ...]:
    return tuple(map(FormPlan, forms))


@cache
def cells() -> list[list[str]]:
    rows = SHEET.strip("\n").split("\n")
    return [row.strip().split(",") for row in rows]


@st.composite
def sheets(draw: st.DrawFn) -> tuple[list[list[str]], list[str]]:
    """Draw a filled copy: other figures and names; sometimes other labels, rows or merges."""
    rows = [list(row) for row in cells()]
    for row in rows:
        for column, text in enumerate(row):
            if text.isdigit():
                row[column] = draw(st.sampled_from(["1", "2", "3", "45", "6"]))
    rows[0][0] = draw(st.sampled_from(["青山镇2021年年度报告", "白水镇2019年年度报告", ""]))
    places = st.tuples(st.integers(0, 13), st.integers(0, 4), st.sampled_from(TEXTS))
    for at, column, text in draw(st.lists(places, max_size=3)):
        rows[at][column] = text
    if draw(st.integers(0, 5)) == 0:
        rows.insert(draw(st.integers(0, 13)), [""] * 5)
    if draw(st.integers(0, 5)) == 0:
        del rows[draw(st.integers(0, 12))]
    merges = MERGES.split()
    if draw(st.integers(0, 5)) == 0:
        merges = draw(st.lists(st.sampled_from(merges), unique=True))
    return rows, merges


def grid(rows: Sequence[Sequence[str]], merges: Sequence[str], *, as_numbers: bool) -> Grid:
    """Make a sheet of a workbook, or of a text file, in which figures are texts."""
    stored = tuple(
        Cell(CellRef(row, column), CellKind.NUMBER, text, int(text))
        if as_numbers and text.isdigit()
        else Cell(CellRef(row, column), CellKind.TEXT, text)
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text
    )
    ranges = tuple(map(CellRange.parse, merges))
    return spread(Sheet("表", stored, ranges), text_file=not as_numbers)


@pytest.mark.parametrize("forms", [FORMS, (*FORMS, YEARS)], ids=["words", "heads are digits"])
@given(drawn=st.lists(st.tuples(sheets(), st.booleans()), min_size=2, max_size=5))
def test_whatever_was_seen_before_the_same_is_found(
    forms: tuple[Form, ...], drawn: list[tuple[tuple[list[list[str]], list[str]], bool]]
) -> None:
    plans, memory = plans_of(*forms), Memory()
    for (rows, merges), as_numbers in drawn:
        one = grid(rows, merges, as_numbers=as_numbers)

        found = told_of(search([one], plans, Hints(), memory=memory))

        assert found == told_of(search([one], plans, Hints()))


@pytest.mark.parametrize("backwards", [False, True], ids=["in order", "backwards"])
def test_the_same_is_found_in_all_submissions(backwards: bool) -> None:  # noqa: FBT001
    plans, memory = shipped_plans(), Memory()
    paths = sorted(
        path for room in ("submissions", "companions") for path in (FIXTURES / room).iterdir()
    )
    for path in reversed(paths) if backwards else paths:
        book = open_workbook(str(path)).workbook
        grids = grids_of(book) if book else []
        hints = Hints(path.name)

        found = told_of(search(grids, plans, hints, memory=memory))

        assert found == told_of(search(grids, plans, hints)), path


def found_twice(first: str, second: str, forms: Sequence[Form] = (TWO,)) -> bool:
    """Tell whether what was found in one sheet is taken for another."""
    plans, memory = plans_of(*forms), Memory()
    one, other = (
        search([grid_of(text, merges=MERGES)], plans, Hints(), memory=memory)
        for text in (first, second)
    )
    return one.filled[0].tables[0].parts[0].lines is other.filled[0].tables[0].parts[0].lines


@pytest.mark.parametrize(
    ("change", "taken"),
    [
        pytest.param(("7", "9"), True, id="another figure"),
        pytest.param(("青山镇2021", "白水镇2023"), True, id="another unit and year"),
        pytest.param(("张三", "王小五"), True, id="another name"),
        pytest.param(("自然人", "自 然 人"), False, id="a label written otherwise"),
        pytest.param(("3,4,7", "3,,7"), False, id="a blank cell"),
        pytest.param(("3,4,7", "3,—,7"), False, id="a mark"),
        pytest.param(("\n    三、结转", "\n,,,,\n    三、结转"), False, id="a row more"),
    ],
)
def test_only_what_bears_on_the_search_makes_a_layout(
    change: tuple[str, str],
    taken: bool,  # noqa: FBT001
) -> None:
    assert found_twice(SHEET, SHEET.replace(*change, 1)) is taken


def test_a_sheet_of_another_name_has_its_own_labels() -> None:
    plans, memory = plans_of(TWO), Memory()
    one, other = (
        search([grid_of(SHEET, name=name, merges=MERGES)], plans, Hints(), memory=memory)
        for name in ("青山", "白水")
    )

    lines = [found.filled[0].tables[0].parts[0].lines[0] for found in (one, other)]
    assert [line.label.sheet for line in lines] == ["青山", "白水"]
    assert told_of(other)[1:] != told_of(one)[1:]


def test_columns_that_are_counted_are_no_line() -> None:
    counted = SHEET.replace("三、结转下年,,0,0,0", "三、结转下年,,0,0,0\n,,1,2,3")
    plans, memory = plans_of(TWO), Memory()
    for text in (counted, counted.replace(",,1,2,3", ",,1,2,4"), counted):
        one = grid_of(text, merges=MERGES)

        found = told_of(search([one], plans, Hints(), memory=memory))

        assert found == told_of(search([one], plans, Hints()))


def test_both_halves_of_a_mixed_form_are_found_again() -> None:
    new = form_of(CASES, {**COUNTS, "line": entries_of(["all 全部"])}, id="new", family="reports")
    old = form_of(
        {**CASES, "head": entries_of(["a 甲方", "b 乙方", "c 丙方"])},
        COUNTS,
        id="old",
        family="reports",
    )
    plans, memory = plans_of(new, old), Memory()
    for name in ("一月", "二月"):
        one = grid_of(SHEET, name=name, merges=MERGES)

        found = search([one], plans, Hints(), memory=memory)

        assert told_of(found) == told_of(search([one], plans, Hints()))


def test_sheets_of_the_same_name_are_not_remembered() -> None:
    plans, memory = plans_of(TWO), Memory()
    grids = [grid_of(SHEET, name="表", merges=MERGES, index=index) for index in range(2)]

    search(grids, plans, Hints(), memory=memory)

    assert len(memory.of(plans)) == 0


def test_a_list_of_thousands_of_rows_is_not_remembered() -> None:
    plans, memory = plans_of(TWO), Memory()
    rows = "\n".join("1,2,3,4,5" for _ in range(4100))
    one = grid_of(f"{SHEET.strip(chr(10))}\n{rows}", merges=MERGES)

    found = search([one], plans, Hints(), memory=memory)

    assert len(memory.of(plans)) == 0
    assert [table.plan.key for table in found.filled[0].tables] == ["cases"]


def test_layouts_not_seen_for_long_are_forgotten() -> None:
    plans, memory = plans_of(TWO), Memory()
    sheets = [f"{'x,' * number}\n{SHEET}" for number in range(1, 80)]
    for text in sheets:
        search([grid_of(text)], plans, Hints(), memory=memory)

    assert len(memory.of(plans)) == 64
