"""Words that say what an open table is about: where they may stand, and when they are not asked."""

from __future__ import annotations

import pytest

from statlint.table import Hints
from tables import form_of, grid_of, search_in, table_of

FORM = form_of(
    table_of(
        [{"key": "unit", "label": "单位", "repeat": True}],
        [
            {"key": "name", "label": "单位", "kind": "text", "names": "unit"},
            {"key": "all", "label": "合计"},
        ],
        about=["公开", "disclosure"],
    )
)
ROWS = "财政局,4\n教育局,5"
BLANK = ",\n"


@pytest.mark.parametrize(
    ("grid", "known"),
    [
        pytest.param(f"信息公开情况,\n单位,合计\n{ROWS}", True, id="in the title"),
        pytest.param(f"Disclosure by unit,\n单位,合计\n{ROWS}", True, id="in either case"),
        pytest.param("单位,公开,合计\n财政局,4,4\n教育局,5,5", True, id="in a head"),
        pytest.param(f"部门预算,\n单位,合计\n{ROWS}", False, id="nowhere"),
        pytest.param(f"单位,合计\n{ROWS}\n民政局,1\n信息公开办,3", False, id="in one line of four"),
        pytest.param(f"单位,合计\n{ROWS}\n公开信息,3", True, id="in a third of the lines"),
        pytest.param(f"公开,\n{7 * BLANK}单位,合计\n{ROWS}", True, id="at the top of the sheet"),
        pytest.param(f"{6 * BLANK}公开,\n{7 * BLANK}单位,合计\n{ROWS}", False, id="too far above"),
    ],
)
def test_a_table_must_say_what_it_is_about(grid: str, *, known: bool) -> None:
    assert bool(search_in(grid, forms=[FORM]).filled) is known


@pytest.mark.parametrize(
    ("path", "sheet"), [("in/公开情况.csv", "Sheet1"), ("in/table.csv", "政务公开")]
)
def test_the_names_of_sheet_and_file_may_say_it(path: str, sheet: str) -> None:
    grid = grid_of(f"单位,合计\n{ROWS}", name=sheet)

    assert search_in(grid, forms=[FORM], hints=Hints(path)).filled


def test_the_name_of_a_folder_says_nothing() -> None:
    grid = f"单位,合计\n{ROWS}"

    assert not search_in(grid, forms=[FORM], hints=Hints("公开/table.csv")).filled


def test_a_form_that_was_asked_for_need_not_be_named() -> None:
    assert search_in(f"单位,合计\n{ROWS}", forms=[FORM], wanted=FORM).filled
