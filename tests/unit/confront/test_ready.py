"""Edits compiled once for all files: they say what the full machinery says, on any table."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.confront import Confrontation, Instance, ReadyTables, confront
from statlint.confront.plain import decider_of
from statlint.facts import read_facts
from statlint.form import EditKind, Form
from statlint.form.ranges import Ranges
from tables import Entry, filled_of, form_of, table_of

LINES = ("a line a", "b line b", "c line c", {"key": "d", "label": "line d", "kind": "change"})
HEADS = (
    "x first",
    "y second",
    {"key": "s", "label": "share", "kind": "share", "unit": "%"},
    {"key": "note", "label": "note", "kind": "text"},
)
EDITS: tuple[Entry, ...] = (
    {"rule": "a = b + c", "per": "head"},
    {"rule": "sum(a:c) = d", "per": "head", "heads": ["x", "y"]},
    {"rule": "a + b = c + d", "per": "head"},
    {"rule": "a = 2 * b - c + 1", "per": "head"},
    {"rule": "a * b >= c * d", "per": "head"},
    {"rule": "a + 0.50 >= b - c + 12.5", "per": "head"},
    {"rule": "max(a:d) >= 1.0", "per": "head"},
    {"rule": "min(a:d) = abs(a - b)", "per": "head"},
    {"rule": "b <= a", "per": "head"},
    {"rule": "max(a:c) > min(b, c, d) - 1", "per": "head"},
    {"rule": "abs(a - b) < 40", "per": "head"},
    {"rule": "count(a > 0, b > 0, c != 0) <= 2", "per": "head"},
    {"rule": "if a > 0 then b > 0 and (c >= 0 or d < 0)", "per": "head"},
    {"rule": "a = 0 iff not b > 0", "per": "head"},
    {"rule": "x >= y", "per": "line"},
    {"rule": "y = x * 100 / 7", "per": "line", "kind": "ratio"},
    {"rule": "if filled(y) then x >= 0", "per": "line"},
    {"rule": 'if mentions(note, "附") then x = 0', "per": "line"},
    {"rule": "remainder(x, 5) = 0", "per": "line"},
    {"rule": "decimals(x) = 0", "per": "line"},
    {"rule": "mean(x, y) <= 30", "per": "line"},
    {"rule": "rises(a.x:d.x)"},
    {"rule": "rises(a.x, a.y) or rises(a.x)"},
    {"rule": "sum(a.x:c.x) >= a.y"},
    {"rule": "a.x <= 12.5"},
    {"rule": "sum(a:c) = 100", "per": "head", "heads": ["s"], "kind": "shares"},
    {"rule": "a <= 90", "per": "head", "only-for": ["town"]},
    {"rule": "a <= 80", "per": "head", "periods": ["Q1"]},
    {"rule": "x + y = 0", "per": "line", "rival": "r", "implied-by": ["E15"]},
    {"rule": "x = y", "per": "line", "proven": True},
)
WORDS = ("", "", "—", "..", "x1", "约5", "1.50", "-0.0", "0.00", "1,234", "12%")
LONG = ("1234567890123", "0.1234567", "99999999999.999999", "-500000000000.5")
figures = st.integers(-50, 99).map(str)
decimals = st.decimals(-50, 99, places=2).map(str) | st.decimals(0, 9, places=1).map(str)
cells = st.one_of(figures, figures, figures, decimals, st.sampled_from((*WORDS, *LONG)))


def form() -> Form:
    """Give a form with an edit of each kind."""
    top = {"id": "T", "rule": "table.a.x >= table.d.y"}
    return form_of(table_of(LINES, HEADS, *EDITS), edit=[top])


def told(instance: Instance) -> tuple[object, ...]:
    """Say all that an instance says."""
    cells = [str(fact.cell) for fact in instance.facts]
    sides = [repr(one) for one in (instance.left, instance.right)]
    weights = [(str(fact.cell), weight) for fact, weight in instance.weights]
    return (
        *(instance.edit.id, instance.where, instance.verdict, instance.reason, instance.slack),
        *(cells, sides, weights, [str(fact.cell) for fact in instance.blanks]),
        instance.target and str(instance.target.cell),
    )


def both(form: Form, text: str, ready: ReadyTables) -> tuple[Confrontation, Confrontation]:
    """Confront a table with and without what is kept of its edits."""
    filled = filled_of(form, text)
    facts = [read_facts(table) for table in filled.tables]
    return confront(filled, facts, ready=ready), confront(filled, facts)


FORM, KEPT = form(), ReadyTables()


@given(st.lists(st.lists(cells, min_size=4, max_size=4), min_size=4, max_size=4), st.booleans())
def test_compiled_edits_agree_with_the_evaluator(written: list[list[str]], gap: bool) -> None:  # noqa: FBT001
    lines = [",".join((f"line {key}", *row)) for key, row in zip("abcd", written, strict=True)]
    text = "\n".join(["lines,first,second,share,note", *(lines[:2] if gap else lines)])

    compiled, evaluated = both(FORM, text, KEPT)

    assert list(map(told, compiled.instances)) == list(map(told, evaluated.instances))


def test_cells_are_found_through_a_compiled_edit() -> None:
    text = "lines,first\nline a,3\nline b,2\nline c,1"
    plain = form_of(table_of(LINES[:3], ["x first"], {"rule": "a = sum(b:c)", "per": "head"}))

    compiled, _ = both(plain, text, ReadyTables())
    (instance,) = compiled.instances

    assert instance.scene is not None
    assert [fact and fact.text for fact in instance.scene.facts(instance.edit.condition)] == [
        "3",
        "2",
        "1",
    ]


@pytest.mark.parametrize(
    ("rule", "compiles"),
    [
        pytest.param("a = sum(b:c)", True, id="a sum"),
        pytest.param("a = b * 100 / c", False, id="a quotient"),
        pytest.param("a <= 0.5", True, id="a decimal"),
        pytest.param("a + 0.5 >= b", True, id="a decimal in a sum"),
        pytest.param("a <= 1234567890123", False, id="a long number"),
        pytest.param("a + 0.1234567 >= b", False, id="a long decimal in a sum"),
        pytest.param("a * b >= c", False, id="a product"),
        pytest.param("5000 * a >= b", False, id="a large weight"),
        pytest.param("0.5 * a >= b", False, id="a decimal weight"),
        pytest.param("a >= mean(b, c)", False, id="a mean"),
        pytest.param("max(a, decimals(b)) = a", False, id="a part that is none"),
        pytest.param("min(a:c) >= 0 or not c < 5", True, id="a condition"),
    ],
)
def test_an_edit_is_compiled_where_plain_numbers_will_do(rule: str, *, compiles: bool) -> None:
    table = form_of(table_of(LINES, HEADS, {"rule": rule, "per": "head"})).tables[0]
    (edit,) = table.edits

    made = decider_of(
        edit,
        at=lambda name: (name.parts[0], "x"),
        expand=lambda span: Ranges(table).spread(span, edit.scope),
    )

    assert (made is not None) == compiles


def test_tables_of_open_forms_do_not_pile_up() -> None:
    kept = ReadyTables()
    tables = [form_of(table_of(LINES, HEADS, EDITS[0])).tables[0] for _ in range(40)]
    ready = [kept.of(table) for table in tables]

    assert kept.of(tables[-1]) is ready[-1]
    assert kept.of(tables[0]) is not ready[0]


def test_an_edit_between_tables_is_compiled_for_the_tables_that_are_there() -> None:
    one = table_of(["a apples", "b pears"], ["x weight", "y price"], key="fruit")
    other = table_of(["c tables", "d chairs"], ["u pieces", "v repairs"], key="home")
    top = {"id": "T", "rule": "sum(fruit.a.x:fruit.b.x) = home.c.u + home.d.u"}
    plain, kept = form_of(one, other, edit=[top]), ReadyTables()
    first = "sorts,weight,price\napples,3,1\npears,{},1"
    second = "things,pieces,repairs\ntables,4,0\nchairs,1,0"
    found = []
    for tables in ((first.format(2), second), (first.format(7), second), (first.format(2),)):
        filled = filled_of(plain, "\n\n".join(tables))
        facts = [read_facts(table) for table in filled.tables]
        found.append([confront(filled, facts, ready=one) for one in (kept, None)])

    assert [list(map(told, one.instances)) for one, _ in found] == [
        list(map(told, other.instances)) for _, other in found
    ]
    assert [[one.verdict.value for one in both[0].instances] for both in found] == [
        ["holds"],
        ["fails"],
        ["not-checked"],
    ]


def test_edits_of_large_tables_are_not_kept() -> None:
    heads = [f"h{number} head {number}" for number in range(100)]
    lines = [f"l{number} line {number}" for number in range(101)]
    table = form_of(table_of(lines, heads, {"rule": "l0 <= l1", "per": "head"})).tables[0]
    kept = ReadyTables()

    assert kept.of(table) is not kept.of(table)


def test_edits_of_a_table_are_compiled_at_so_many_places_and_no_more() -> None:
    lines = [f"l{number} line {number}" for number in range(400)]
    edits = ({"rule": f"x >= {number}", "per": "line"} for number in range(3))
    table = form_of(table_of(lines, ["x head"], *edits)).tables[0]
    kept = ReadyTables().of(table)
    ready = [kept.edit(edit) for edit in table.edits]

    assert [one and sum(spot is not None for _, spot in one.spots) for one in ready] == [
        400,
        400,
        0,
    ]


def test_another_process_compiles_its_own() -> None:
    kept = ReadyTables()
    table = FORM.tables[0]
    ready = kept.of(table)
    there = pickle.loads(pickle.dumps(kept))  # noqa: S301 - our own bytes

    assert ready.edit(table.edits[0]) is ready.edit(table.edits[0])
    assert isinstance(there, ReadyTables)
    assert there.of(table) is not ready


def test_ratios_are_left_to_the_evaluator() -> None:
    (edit,) = (one for one in FORM.tables[0].edits if one.kind is EditKind.RATIO)
    ready = KEPT.of(FORM.tables[0]).edit(edit)

    assert ready is not None
    assert {spot for _, spot in ready.spots} == {None}
