"""Where a table is on its sheet: pages, panels, tables side by side, numbered columns."""

from __future__ import annotations

import pytest

from statlint.table import Table
from statlint.workbook import Sheet
from tables import filled_of, form_of, grid_of, labels, search_in, table_of

FRUIT = table_of(
    ["a Apples", "b Bananas", "c Cherries", "d Dates"], ["x Sold", "y Bought"], key="fruit"
)
SORTS = table_of(["r Red", "g Green"], ["n Number", "p Price"], key="sorts")
FORM = form_of(FRUIT, SORTS)

HEADS = "Fruit,Sold,Bought"
ALL = "Apples,1,2\nBananas,3,4\nCherries,5,6\nDates,7,8"


def fruit_in(text: str, merges: str = "") -> Table:
    (table,) = filled_of(form_of(FRUIT), grid_of(text, merges=merges)).tables
    return table


def figures(table: Table) -> dict[str, str]:
    return {
        line.line.key: " ".join(part.grid.text(*part.at(line, head)) for head in part.heads)
        for part in table.parts
        for line in part.lines
    }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{HEADS}\n{ALL}", id="as printed"),
        pytest.param(f"{HEADS}\n甲,1,2\n{ALL}", id="columns numbered under the heads"),
        pytest.param(f"{HEADS}\n,(1),(2)\n{ALL}", id="columns numbered in brackets"),
        pytest.param(f"{HEADS}\n栏次,1,2=1\n{ALL}", id="columns numbered, a sum written beside"),
        pytest.param(f"{HEADS}\n\n{ALL}", id="a blank row under the heads"),
        pytest.param(
            f"{HEADS}\nApples,1,2\nBananas,3,4\n{HEADS}\nCherries,5,6\nDates,7,8",
            id="the heads again on a second page",
        ),
        pytest.param(
            f"{HEADS},{HEADS}\nApples,1,2,Cherries,5,6\nBananas,3,4,Dates,7,8", id="two panels"
        ),
        pytest.param(f"{HEADS},\n" + ALL.replace("\n", ",\n"), id="a blank column after it"),
        pytest.param(
            "Code,Fruit,Sold,Bought\n1,Apples,1,2\n2,Bananas,3,4\n3,Cherries,5,6\n4,Dates,7,8",
            id="codes before the labels",
        ),
        pytest.param(
            "Fruit,代码,Sold,Bought\nApples,01,1,2\nBananas,02,3,4\nCherries,03,5,6\nDates,04,7,8",
            id="codes behind the labels",
        ),
        pytest.param(
            "Fruit,Sold,代码,Bought\nApples,1,01,2\nBananas,3,02,4\nCherries,5,03,6\nDates,7,04,8",
            id="codes between the figures",
        ),
        pytest.param("Fruit,Trade/Sold,Trade/Bought\n" + ALL, id="spanners folded into the heads"),
    ],
)
def test_every_figure_is_found(text: str) -> None:
    table = fruit_in(text)

    assert figures(table) == {"a": "1 2", "b": "3 4", "c": "5 6", "d": "7 8"}
    assert (table.missing_lines, table.missing_heads) == ((), ())
    assert [label for part in table.parts for label in part.extra_heads] == []


def test_two_figures_that_count_from_one_are_figures() -> None:
    text = f"{HEADS}\nApples,1,2\nBananas,1,2\nCherries,1,2\nDates,1,2"

    assert figures(fruit_in(text)) == {"a": "1 2", "b": "1 2", "c": "1 2", "d": "1 2"}


def test_tables_side_by_side_keep_their_own_labels() -> None:
    text = (
        "Fruit,Sold,Bought,,Sort,Number,Price\n"
        "Apples,1,2,,Red,9,10\n"
        "Bananas,3,4,,Green,11,12\n"
        "Cherries,5,6,,,,\n"
        "Dates,7,8,,,,"
    )
    fruit, sorts = filled_of(FORM, text).tables

    assert (figures(fruit)["b"], figures(sorts)) == ("3 4", {"r": "9 10", "g": "11 12"})
    assert [str(part.range) for table in (fruit, sorts) for part in table.parts] == [
        "A1:C5",
        "E1:G3",
    ]


def test_a_table_ends_where_the_next_begins() -> None:
    text = f"{HEADS}\nApples,1,2\nBananas,3,4\nSort,Number,Price\nRed,9,10\nGreen,11,12\nDates,7,8"
    fruit, sorts = filled_of(FORM, text).tables

    assert (figures(fruit), figures(sorts)) == (
        {"a": "1 2", "b": "3 4"},
        {"r": "9 10", "g": "11 12"},
    )
    assert [labels(part.extra_lines) for part in sorts.parts] == [["Dates A7"]]


def test_a_turned_table_ends_the_table_above_it() -> None:
    text = f"{HEADS}\n{ALL}\nSort,Red,Green\nNumber,9,11\nPrice,10,12"
    fruit, sorts = filled_of(FORM, text).tables

    assert (figures(fruit)["d"], figures(sorts)) == ("7 8", {"r": "9 10", "g": "11 12"})
    assert [labels(part.extra_lines) for part in fruit.parts] == [[]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sold,Bought\n1,2", id="heads alone"),
        pytest.param("Sold,Bought", id="nothing below"),
        pytest.param(f"{HEADS}\nPears,1,2\nPlums,3,4", id="other lines"),
        pytest.param(f"Fruit,Lent,Borrowed\n{ALL}", id="other heads"),
        pytest.param("Apples,Bananas\nSold,Bought", id="words without figures"),
    ],
)
def test_a_few_words_in_common_are_no_table(text: str) -> None:
    assert search_in(text, forms=[form_of(FRUIT)]).filled == ()


def test_a_table_in_the_middle_of_a_long_list_is_found() -> None:
    before = "\n".join(f"{row},{row},{row},{row}" for row in range(3000))
    after = "\n".join(f"{row},{row},{row},{row}" for row in range(3000))
    (part,) = fruit_in(f"{before}\n\n{HEADS}\n{ALL}\n\n{after}").parts

    assert str(part.range) == "A3002:C3006"


def test_a_long_list_without_any_label_is_no_table() -> None:
    text = "\n".join(f"{row},{row},{row},{row},Sold out" for row in range(5000))

    assert search_in(text, forms=[FORM]).filled == ()


SIDE_BY_SIDE = form_of(
    table_of(
        ["rec Review", "dir Lawsuit"],
        ["up Upheld", "fix Corrected", "tot Total"],
        arrangement="side-by-side",
    )
)
SPREAD = "Review,,,Lawsuit,,\nUpheld,Corrected,Total,Upheld,Corrected,Total\n"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(f"{SPREAD}1,2,3,4,5,9", 3, id="right below"),
        pytest.param(f"{SPREAD}\n\n1,2,3,4,5,9", 5, id="below two blank rows"),
        pytest.param(f"{SPREAD}—,—,—,,,", 3, id="marks"),
        pytest.param(f"{SPREAD}约1,2,3,4,5,9", 3, id="something that is no figure"),
        pytest.param(f"{SPREAD}\nNote: none,,,,,\n1,2,3,4,5,9", 3, id="a note ends the search"),
        pytest.param(f"{SPREAD}\n\n\n\n1,2,3,4,5,9", 3, id="too far below"),
        pytest.param(SPREAD, 3, id="nothing below"),
    ],
)
def test_the_row_of_figures_under_repeated_heads(text: str, row: int) -> None:
    (table,) = filled_of(SIDE_BY_SIDE, text).tables

    assert {found.position for part in table.parts for found in part.lines} == {row}


def test_a_sheet_without_cells_is_searched_in_vain() -> None:
    from statlint.grid import spread

    assert search_in(spread(Sheet("空", ())), forms=[FORM]).filled == ()
