"""Forms made of tables that no form describes."""

from __future__ import annotations

from collections.abc import Sequence

from layouts import layout_of
from statlint.confront import Verdict, confront
from statlint.facts import read_facts
from statlint.finding import Nature, Origin
from statlint.form import EditKind, Form, Scope, ValueKind, edit_text, parse_edit
from statlint.inference import Axis, Operator, Relation, Understood
from statlint.inference.forms import filled_form
from statlint.values import Number, Text

ROWS = "Region,Men,Women,All,Share\nNorth,40,50,90,44.4\nSouth,20,30,50,40\nAll,60,80,140,42.9"


def understood(*relations: Relation, table: str = ROWS) -> list[Understood]:
    return [Understood(layout_of(table), relations)]


def form_of(tables: Sequence[Understood]) -> Form:
    filled = filled_form(tables)
    assert filled is not None
    return filled.form


def relation(
    operator: Operator,
    parts: tuple[int, ...],
    *,
    aggregate: int = 3,
    factor: Number = 1,
    axis: Axis = Axis.HEADS,
    positions: tuple[int, ...] = (0, 1, 2),
) -> Relation:
    return Relation(operator, axis, aggregate, parts, positions, 30.0, factor=factor)


def texts(*relations: Relation, table: str = ROWS) -> list[str]:
    (plan,) = form_of(understood(*relations, table=table)).tables
    assert all(edit.condition == parse_edit(edit.text) for edit in plan.edits)
    return [f"{edit.id}: {edit_text(edit.condition)}" for edit in plan.edits]


def test_relations_become_edits_in_the_edit_language() -> None:
    assert texts(
        relation(Operator.SUM, (1, 0), aggregate=2),
        relation(Operator.DIVISION, (0, 2), factor=100),
        relation(Operator.SUM, (0, 1), aggregate=2, axis=Axis.LINES),
    ) == [
        "sum-all: men + women = all",
        "share-share: 100 * men / all = share",
        "sum-all-2: north + south = all",
    ]


def test_parts_that_follow_one_another_become_a_range() -> None:
    table = "x,1\na,1\nb,2\nc,3\nd,4\ne,5\nAll,13"

    assert texts(
        relation(Operator.SUM, (0, 1, 2, 4), aggregate=5, axis=Axis.LINES, positions=(0,)),
        relation(Operator.AVERAGE, (0, 1, 2), aggregate=1, axis=Axis.LINES, positions=(0,)),
        table=table.replace("All,13", "All,11"),
    ) == ["mean-b: mean(a:c) = b", "sum-all: sum(a:c, e) = all"]


def test_growth_and_products() -> None:
    table = "x,2019,2020,Growth,Price,Value\na,100,110,10,2,220\nb,200,190,-5,3,570"

    assert texts(
        relation(Operator.RELATIVE_CHANGE, (1, 0), aggregate=2, factor=100, positions=(0, 1)),
        relation(Operator.PRODUCT, (1, 3), aggregate=4, positions=(0, 1)),
        table=table,
    ) == [
        "growth-growth: 100 * (y2020 - y2019) / y2019 = growth",
        "product-value: y2020 * price = value",
    ]


def test_a_ranking_is_stated_with_gaps_and_without() -> None:
    table = "x,Score,Place\na,9,1\nb,8,2\nc,7,3"
    form = form_of(understood(relation(Operator.RANK, (0,), aggregate=1), table=table))

    assert [(edit.id, edit.text, edit.rival) for edit in form.tables[0].edits] == [
        ("place-place", "place(score, a.score:c.score) = place", "place-place"),
        ("place-place-dense", "dense(score, a.score:c.score) = place", "place-place"),
    ]


def test_an_edit_says_what_it_is_and_why_it_is_believed() -> None:
    (plan,) = form_of(understood(relation(Operator.SUM, (0, 1), aggregate=2))).tables
    (edit,) = plan.edits

    assert (edit.origin, edit.nature, edit.kind, edit.scope, edit.lines) == (
        Origin.INFERRED,
        Nature.QUERY,
        EditKind.BALANCE,
        Scope.LINE,
        (),
    )
    assert edit.basis == Text("表内 3 行均成立", "it holds on all 3 lines")


def test_an_edit_is_for_the_places_where_it_is_believed() -> None:
    (plan,) = form_of(
        understood(relation(Operator.SUM, (0, 1), aggregate=2, positions=(0, 2)))
    ).tables

    assert [edit.lines for edit in plan.edits] == [("north", "all")]


def test_of_two_sums_for_one_total_the_weaker_keeps_silent_where_the_stronger_fails() -> None:
    table = "x,a,b,c,d,All\nl,1,2,3,4,10"
    weaker = Relation(Operator.SUM, Axis.HEADS, 4, (0, 1, 2, 3), (0,), 12.0)
    stronger = Relation(Operator.SUM, Axis.HEADS, 4, (3, 2, 1, 0), (0,), 30.0)

    (plan,) = form_of(understood(weaker, stronger, table=table)).tables

    assert [(edit.id, edit.implied_by) for edit in plan.edits] == [
        ("sum-all", ()),
        ("sum-all-2", ("sum-all",)),
    ]


def test_parts_that_stand_elsewhere_are_named_one_by_one() -> None:
    table = "x,Month,To date\na,5,5\nb,7,12\nc,9,21"
    running = Relation(
        Operator.CUMULATIVE, Axis.HEADS, 1, (1, 0), (1, 2), 20.0, places=((0, 1), (1, 2))
    )

    assert texts(running, table=table) == [
        "running-b-to_date: a.to_date + b.month = b.to_date",
        "running-c-to_date: b.to_date + c.month = c.to_date",
    ]


def test_tables_that_repeat_a_figure_are_joined_by_edits_of_the_form() -> None:
    same = Relation(Operator.EQUAL, Axis.LINES, 0, (0,), (0,), 20.0, others=(1,))
    tables = [Understood(layout_of("x,a\nAll,3"), (same,)), Understood(layout_of("x,a\nSum,3"), ())]

    form = form_of(tables)

    assert [(table.key, table.edits) for table in form.tables] == [("table_1", ()), ("table_2", ())]
    assert [edit.text for edit in form.edits] == ["table_2.sum.a = table_1.all.a"]


def test_a_form_says_what_its_cells_hold() -> None:
    (plan,) = form_of(understood(table="x,No.,Men,Income\na,1,4,1.5\nb,2,5,-2.5")).tables

    measures = [head.measure or plan.measure for head in plan.blocks[0].heads]
    assert [one.kind for one in measures] == [ValueKind.TEXT, ValueKind.COUNT, ValueKind.SCORE]
    assert plan.measure.required is False


def test_the_form_is_filled_in_by_the_tables() -> None:
    filled = filled_form(understood(relation(Operator.SUM, (0, 1), aggregate=2)))

    assert filled is not None
    facts = [read_facts(table) for table in filled.tables]
    assert {one.verdict for one in confront(filled, facts).instances} == {Verdict.HOLDS}


def test_without_a_table_there_is_no_form() -> None:
    assert filled_form([]) is None
