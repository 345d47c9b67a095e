"""Formulas say how figures follow from others, and count where figures alone are silent."""

from __future__ import annotations

import csv
from io import StringIO
from textwrap import dedent

import pytest

from layouts import layout_of
from small_books import Stated, formulas_of, sheet_with
from statlint.inference.cells import cell_relations
from statlint.inference.infer import understand
from statlint.inference.matrix import matrix_of
from statlint.inference.model import Axis, Operator, Relation, Understood
from statlint.inference.written import find_written
from statlint.inference.written_join import joined
from statlint.values import CellRef
from statlint.workbook import Sheet


def sheet_of(text: str, name: str = "Sheet1") -> Sheet:
    """Make a sheet of a text written as CSV; a formula stands before its result: =A1+B1 -> 3."""
    rows = csv.reader(StringIO(dedent(text).strip("\n")), skipinitialspace=True)
    cells: dict[str, Stated] = {}
    for row, texts in enumerate(rows, 1):
        for column, written in enumerate(texts, 1):
            formula, _, result = written.partition(" -> ")
            if result:
                cells[str(CellRef(row, column))] = formula, _figure(result)
            elif written:
                cells[str(CellRef(row, column))] = _figure(written)
    return sheet_with(cells, name=name)


def _figure(text: str) -> int | str:
    return int(text) if text.lstrip("-").isdecimal() else text


def found_in(**sheets: str) -> list[str]:
    """Tell what the formulas of a workbook say, cell by cell."""
    formulas = formulas_of(*(sheet_of(text, name) for name, text in sheets.items()))
    layouts = [layout_of(grid) for grid in formulas.grids]
    found = find_written(layouts, [matrix_of(layout) for layout in layouts], formulas)
    told = []
    for layout, relations in zip(layouts, found, strict=True):
        for one in cell_relations(Understood(layout, relations), layouts):
            names = one.sheets or [one.sheet] * len(one.parts)
            parts = (
                str(part) if sheet == one.sheet else f"{sheet}!{part}"
                for sheet, part in zip(names, one.parts, strict=True)
            )
            sign = "=" if one.holds else "!"
            told.append(f"{one.operator} {one.aggregate} {sign} {' '.join(parts)}")
    return told


def test_sums_along_both_axes() -> None:
    found = found_in(
        Sheet1="""
        单位,上年,本年,合计
        甲,10,12,=B2+C2 -> 22
        乙,20,25,=B3+C3 -> 45
        合计,=SUM(B2:B3) -> 30,=SUM(C2:C3) -> 37,=SUM(D2:D3) -> 67
        """
    )

    assert found == [
        "sum B4 = B2 B3",
        "sum C4 = C2 C3",
        "sum D4 = D2 D3",
        "sum D2 = B2 C2",
        "sum D3 = B3 C3",
        "sum D4 = B4 C4",
    ]


def test_a_formula_that_skips_a_line_is_one_of_its_neighbours() -> None:
    found = found_in(
        Sheet1="""
        Town,A,B,C
        One,1,4,7
        Two,2,5,8
        Three,3,6,9
        Total,=SUM(B2:B4) -> 6,=SUM(C3:C4) -> 11,=SUM(D2:D4) -> 24
        """
    )

    assert found == ["sum B5 = B2 B3 B4", "sum C5 ! C2 C3 C4", "sum D5 = D2 D3 D4"]


def test_a_typed_figure_among_formulas_that_agrees_is_one_of_them() -> None:
    found = found_in(
        Sheet1="""
        Town,A,B,C,D
        One,1,4,7,50
        Two,2,5,8,60
        Total,=SUM(B2:B3) -> 3,=SUM(C2:C3) -> 9,15,77
        """
    )

    assert found == ["sum B4 = B2 B3", "sum C4 = C2 C3", "sum D4 = D2 D3"]


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ("=C2-B2 -> 2", "sum C2 = D2 B2"),
        ("=C2/B2 -> 1.2", "division D2 = C2 B2"),
        ("=ROUND(C2/B2*100,1) -> 120", "division D2 = C2 B2"),
        ("=IF(B2=0,0,C2/B2) -> 1.2", "division D2 = C2 B2"),
        ("=(C2-B2)/B2 -> 0.2", "relative-change D2 = C2 B2"),
        ("=C2/B2-1 -> 0.2", "relative-change D2 = C2 B2"),
        ("=(C2/B2-1)*100 -> 20", "relative-change D2 = C2 B2"),
        ("=B2*C2 -> 120", "product D2 = B2 C2"),
        ("=B2*C2/10000 -> 0.012", "product D2 = B2 C2"),
        ("=B2*5% -> 0.5", None),
        ("=AVERAGE(B2:C2) -> 11", "average D2 = B2 C2"),
        ("=SUM(B2:C2) -> 23", None),
        ("=B2 -> 10", None),
        ("=MAX(B2:C2) -> 12", None),
        ("=(C2-B2)/C2 -> 0.1667", None),
        ("=C2/B2-2 -> 0", None),
        ("=SUM(X9:Y9) -> 0", None),
        ("=1/B2 -> 0.1", None),
        ("=C2*B2-1 -> 119", None),
        ("=AVERAGE(B2:C2,5) -> 9", None),
        ("=AVERAGE(B2:C20000) -> 11", "average D2 = B2 C2"),
        ("=Missing!A1/B2 -> 0", None),
        ("=C2/ -> 1", None),
    ],
    ids=[
        "a difference",
        "a quotient",
        "a rounded percentage",
        "a quotient unless it divides by nothing",
        "a change",
        "a quotient less one",
        "a change in per cent",
        "a product",
        "a product in ten thousands",
        "a share of a constant",
        "a mean",
        "a sum with another result",
        "a copy within the table",
        "the largest",
        "a difference by the new figure",
        "a quotient less two",
        "a sum outside the table",
        "a constant by a figure",
        "a product less one",
        "a mean with a constant",
        "a mean of whole columns",
        "a sheet that is not there",
        "no formula",
    ],
)
def test_what_a_formula_says(formula: str, found: str | None) -> None:
    table = f"""
        Town,Old,New,Reckoned
        One,10,12,"{formula}"
        """

    assert found_in(Sheet1=table) == ([found] if found else [])


def test_what_was_reached_grows_with_the_line() -> None:
    found = found_in(
        Sheet1="""
        Month,Cases,So far,Also so far
        Jan,5,=B2 -> 5,=SUM(B$2:B2) -> 5
        Feb,7,=C2+B3 -> 12,=SUM(B$2:B3) -> 12
        Mar,4,=C3+B4 -> 16,=SUM(B$2:B4) -> 16
        """
    )

    assert found == [
        "cumulative C3 = C2 B3",
        "cumulative C4 = C3 B4",
        "cumulative D3 = D2 B3",
        "cumulative D4 = D3 B4",
    ]


def test_a_sheet_gathers_others() -> None:
    found = found_in(
        Sum="""
        Item,In,Out
        a,=One!B2+Two!B2 -> 30,=One!C2+Two!C2 -> 50
        b,=SUM(One:Two!B3) -> 70,=SUM(One:Two!C3) -> 90
        """,
        One="""
        Item,In,Out
        a,10,20
        b,30,40
        """,
        Two="""
        Item,In,Out
        a,20,30
        b,40,50
        """,
    )

    assert found == [
        "sum B2 = One!B2 Two!B2",
        "sum C2 = One!C2 Two!C2",
        "sum B3 = One!B3 Two!B3",
        "sum C3 = One!C3 Two!C3",
    ]


def test_a_head_of_another_sheet_is_taken_over() -> None:
    found = found_in(
        Sum="""
        Town,Persons
        Elm,=People!C2 -> 30
        Oak,=People!C3 -> 20
        """,
        People="""
        Town,Men,All
        Elm,14,30
        Oak,11,20
        """,
    )

    assert found == ["equal B2 = People!C2", "equal B3 = People!C3"]


TOTALS = """
    Town,A,B
    One,1004,4002
    Two,2040,5011
    Three,3100,6023
    Total,=SUM(B2:B4) -> 6144,=SUM(C2:C4) -> 15036
    """


def test_formulas_count_before_figures() -> None:
    formulas = formulas_of(sheet_of(TOTALS))

    (understood,) = understand([layout_of(formulas.grids[0])], formulas)

    assert [
        (one.operator, one.axis, one.aggregate, one.parts, one.positions)
        for one in understood.relations
    ] == [(Operator.SUM, Axis.LINES, 3, (0, 1, 2), (0, 1))]


def relation(
    aggregate: int, *parts: int, at: tuple[int, ...] = (0, 1, 2), kind: Operator = Operator.SUM
) -> Relation:
    return Relation(kind, Axis.LINES, aggregate, parts, at, 10.0, exact=len(at), held=len(at))


@pytest.mark.parametrize(
    ("shown", "written", "left"),
    [
        (relation(3, 0, 1, 2), relation(3, 0, 1, at=(0,)), [(3, 0, 1, 2)]),
        (relation(3, 0, 1, 2), relation(3, 0, 1), [(3, 0, 1)]),
        (relation(0, 3, 1), relation(3, 0, 1), [(3, 0, 1)]),
        (relation(2, 0, 1, kind=Operator.DIVISION), relation(0, 1, 2), [(0, 1, 2)]),
        (relation(5, 3, 4), relation(3, 0, 1), [(3, 0, 1), (5, 3, 4)]),
        (relation(3, 4, 5, at=(7, 8, 9)), relation(3, 0, 1), [(3, 0, 1), (3, 4, 5)]),
    ],
    ids=[
        "one formula that skips a part",
        "formulas that say something else",
        "the other way round",
        "a quotient of the same",
        "of other lines",
        "at other positions",
    ],
)
def test_who_counts(shown: Relation, written: Relation, left: list[tuple[int, ...]]) -> None:
    found = joined([shown], [written])

    assert [(one.aggregate, *one.parts) for one in found] == left


def test_what_is_said_between_tables_is_said_once() -> None:
    there = Relation(Operator.EQUAL, Axis.LINES, 1, (0,), (0, 1), 20.0, others=(3,))

    found = joined([there], [there])

    assert found == (there,)


def test_figures_that_show_the_same_add_to_a_formula() -> None:
    (found,) = joined([relation(3, 0, 1, at=(0, 1, 2))], [relation(3, 1, 0, at=(0, 1))])

    assert (found.positions, found.bits) == ((0, 1, 2), 30.0)
