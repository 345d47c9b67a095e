"""Forms whose tables are kept as they were found, on sheets."""

from __future__ import annotations

from dataclasses import replace

from statlint.facts import read_facts
from statlint.form import Form, Line
from statlint.table import Table
from statlint.table.kept import follows
from statlint.table.layouts import layouts_of
from statlint.workbook import SheetState
from tables import form_of, grid_of, labels, search_in, table_of, told

SEXES = form_of(
    table_of(
        ["all 全国", "east 东部", "west 西部"],
        ["men 男", "women 女", "both 合计"],
        arrangement="as-found",
    )
)
PRINTED = """
    地区,男,女,合计
    全国,11,20,31
    东部,5,9,14
    西部,6,11,17
"""


def tables_in(form: Form, *grids: str) -> list[tuple[Table, ...]]:
    """Find the tables of a form that is asked for, one tuple for each time it was filled in."""
    return [filled.tables for filled in search_in(*grids, forms=[], wanted=form).filled]


def keys_of(lines: tuple[Line, ...]) -> list[str]:
    """Name lines."""
    return [line.key for line in lines]


def test_lines_heads_and_figures_are_where_they_are_printed() -> None:
    ((table,),) = tables_in(SEXES, PRINTED)

    (part,) = table.parts
    assert told(part.lines) == ["all 全国 A2", "east 东部 A3", "west 西部 A4"]
    assert told(part.heads) == ["men 男 B1", "women 女 C1", "both 合计 D1"]
    assert [fact.text for fact in read_facts(table)][:4] == ["11", "20", "31", "5"]
    assert (table.missing_lines, table.missing_heads) == ((), ())


def test_what_is_missing_and_what_is_new() -> None:
    ((table,),) = tables_in(
        SEXES,
        """
        地区,男,合计,户数
        全国,11,31,9
        中部,5,14,4
        西部,6,17,5
        """,
    )

    assert keys_of(table.missing_lines) == ["east"]
    assert [head.key for _, head in table.missing_heads] == ["women"]
    assert labels(table.parts[0].extra_lines) == ["中部 A3"]
    assert labels(table.parts[0].extra_heads) == ["户数 D1"]


def test_a_table_with_other_heads_is_another_one() -> None:
    assert tables_in(SEXES, "地区,户数,面积\n全国,1,2\n东部,3,4\n西部,5,6") == []


def test_the_table_on_two_sheets_was_filled_in_twice() -> None:
    found = tables_in(SEXES, PRINTED, PRINTED)

    assert [[table.parts[0].grid.index for table in tables] for tables in found] == [[0], [1]]


def test_of_two_tables_each_is_found_on_its_sheet() -> None:
    form = form_of(
        table_of(
            ["all 全国", "east 东部"], ["men 男", "women 女"], key="sexes", arrangement="as-found"
        ),
        table_of(
            ["all 全国", "east 东部"],
            ["area 面积", "homes 户数"],
            key="area",
            arrangement="as-found",
        ),
    )

    (tables,) = tables_in(
        form, "地区,面积,户数\n全国,1,2\n东部,3,4", "地区,男,女\n全国,1,2\n东部,3,4"
    )

    assert [(table.plan.key, table.parts[0].grid.index) for table in tables] == [
        ("sexes", 1),
        ("area", 0),
    ]


def test_a_hidden_copy_is_not_looked_at() -> None:
    seen, hidden = grid_of(PRINTED), grid_of(PRINTED, index=1)
    hidden = replace(hidden, sheet=replace(hidden.sheet, state=SheetState.HIDDEN))

    found = search_in(seen, hidden, forms=[], wanted=SEXES).filled

    assert [one.tables[0].parts[0].grid.index for one in found] == [0]


def test_a_form_follows_tables_that_are_all_there() -> None:
    layouts = layouts_of(grid_of(PRINTED))

    assert follows(SEXES, layouts)
    assert not follows(SEXES, [])


def test_no_words_of_a_template_are_looked_for_where_there_is_none() -> None:
    left_in = "某某县2024年人口\n" + "\n".join(line.strip() for line in PRINTED.split("\n"))

    (filled,) = search_in(left_in, forms=[], wanted=SEXES).filled

    assert filled.leftovers == ()
