"""Heads: over how many rows they are printed, and which column stands under which."""

from __future__ import annotations

import pytest

from statlint.table import Part
from tables import filled_of, form_of, grid_of, labels, search_in, table_of, told

FORM = form_of(
    table_of(
        ["new New", "done Done"],
        [
            {"key": "nat", "label": "Persons", "over": ["Applicants"]},
            {"key": "biz", "label": "Companies", "over": ["Applicants", "Bodies"]},
            {"key": "oth", "label": "Other", "over": ["Applicants", "Bodies"]},
            {"key": "tot", "label": "Total", "over": ["Applicants"]},
        ],
    )
)
BODY = "New,1,2,3,6,9\nDone,0,1,1,2,9\n"


def part_under(boxhead: str, merges: str = "") -> Part:
    (table,) = filled_of(FORM, grid_of(boxhead + BODY, merges=merges)).tables
    (part,) = table.parts
    return part


@pytest.mark.parametrize(
    ("boxhead", "merges", "range_"),
    [
        pytest.param(",Persons,Companies,Other,Total\n", "", "A1:E3", id="one row"),
        pytest.param(
            "Disclosure in 2024,,,,\n,Persons,Companies,Other,Total\n",
            "A1:E1",
            "A2:E4",
            id="a title",
        ),
        pytest.param(
            ",Applicants,,,\n,Persons,Bodies,,Total\n,,Companies,Other,\n",
            "A1:A3 B1:E1 B2:B3 C2:D2 E2:E3",
            "A1:E5",
            id="three rows, merged as printed",
        ),
        pytest.param(
            ",Applicants,,,\n,Persons,Bodies,,Total\n,,Companies,Other,\n",
            "",
            "A1:E5",
            id="three rows, merges lost",
        ),
        pytest.param(
            ",Applicants,Applicants,Applicants,Applicants\n,Persons,Companies,Other,Total\n",
            "",
            "A1:E4",
            id="a spanner repeated in each cell",
        ),
        pytest.param(
            ",Applicants – Persons,Bodies – Companies,Bodies – Other,Applicants – Total\n",
            "",
            "A1:E3",
            id="spanners folded in, a stroke between",
        ),
        pytest.param(
            ",Persons,Bodies（Companies）,Bodies（Other）,Total\n",
            "",
            "A1:E3",
            id="spanners folded in, heads in brackets",
        ),
        pytest.param(",Persons,Compannies,Others,Tota\n", "", "A1:E3", id="mistyped heads"),
        pytest.param(",Persons,,Other,Total\n", "", "A1:E3", id="a label lost between two"),
    ],
)
def test_every_head_is_found(boxhead: str, merges: str, range_: str) -> None:
    part = part_under(boxhead, merges)
    columns = {found.head.key: found.position for found in part.heads}

    assert columns == {"nat": 2, "biz": 3, "oth": 4, "tot": 5}
    assert (str(part.range), part.extra_heads, part.misplaced) == (range_, (), ())


def test_a_lost_label_is_told_as_the_form_prints_it() -> None:
    part = part_under(",Persons,,Other,Total\n")

    assert sorted(told(part.heads)) == [
        "biz Companies C1",
        "nat Persons B1",
        "oth Other D1",
        "tot Total E1",
    ]


@pytest.mark.parametrize(
    ("boxhead", "missing", "extra", "misplaced", "repeated"),
    [
        pytest.param(",Persons,Companies,Other,\n", ["tot"], [], [], [], id="the last label lost"),
        pytest.param(
            ",Persons,Associations,Other,Total\n",
            ["biz"],
            ["Associations C1"],
            [],
            [],
            id="another label in a head's place",
        ),
        pytest.param(
            ",Persons,Companies,Other,Subtotal,Total\n",
            [],
            ["Subtotal E1"],
            [],
            [],
            id="a head that the form does not have",
        ),
        pytest.param(
            ",Total,Persons,Companies,Other\n",
            [],
            [],
            ["tot Total B1"],
            [],
            id="the last head first",
        ),
        pytest.param(
            ",Persons,Other,Companies,Total\n",
            [],
            [],
            ["oth Other C1"],
            [],
            id="two heads exchanged",
        ),
        pytest.param(
            ",Persons,Companies,Other,Total,Total\n",
            [],
            [],
            [],
            ["tot Total F1"],
            id="a head printed twice over other figures",
        ),
    ],
)
def test_what_is_printed_otherwise_is_told(
    boxhead: str, missing: list[str], extra: list[str], misplaced: list[str], repeated: list[str]
) -> None:
    (table,) = filled_of(FORM, boxhead + BODY).tables
    (part,) = table.parts

    assert [head.key for _, head in table.missing_heads] == missing
    assert labels(part.extra_heads) == extra
    assert told(part.misplaced) == misplaced
    assert told(part.repeated) == repeated


def test_a_head_spread_over_equal_columns_is_no_second_head() -> None:
    body = BODY.replace(",6,9", ",6,6").replace(",2,9", ",2,2")
    (table,) = filled_of(FORM, ",Persons,Companies,Other,Total,Total\n" + body).tables

    assert [(part.repeated, part.extra_heads) for part in table.parts] == [((), ())]


@pytest.mark.parametrize(
    "boxhead",
    [
        pytest.param(",Persons\n", id="one head of four"),
        pytest.param(",Persons,Persons,Persons\n", id="one head again and again"),
        pytest.param("Persons\nCompanies\nOther\n", id="heads under one another"),
    ],
)
def test_fewer_than_half_of_the_heads_are_no_boxhead(boxhead: str) -> None:
    assert search_in(boxhead + BODY, forms=[FORM]).filled == ()


def test_half_of_the_heads_are_a_boxhead() -> None:
    (table,) = filled_of(FORM, ",Persons,Companies\n" + BODY).tables

    assert [head.key for _, head in table.missing_heads] == ["oth", "tot"]


def test_a_head_keeps_the_label_that_is_printed() -> None:
    part = part_under(",Persons,Compannies,Others,Total\n")

    assert sorted(told(part.heads)) == [
        "biz Compannies C1",
        "nat Persons B1",
        "oth Others D1",
        "tot Total E1",
    ]
