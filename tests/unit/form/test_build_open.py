"""Forms whose lines and heads repeat, built from plain data."""

from __future__ import annotations

from pathlib import Path

from statlint.form import (
    Form,
    Format,
    Head,
    Line,
    Measure,
    Scope,
    ValueKind,
    build_form,
    load_form,
)
from statlint.values import Text
from unit.form.opening import open_table

FORMS = Path(__file__).parents[3] / "fixtures" / "forms"


def scores() -> Form:
    """Load the form of a self-scoring sheet."""
    return load_form(FORMS / "good" / "scores.toml")


def test_lines_that_repeat() -> None:
    (table,) = scores().tables
    (block,) = table.blocks
    measure = Measure(ValueKind.SCORE, required=False)

    assert table.open
    assert block.lines[:4] == (
        Line(
            "group",
            Text("一级指标", "Group"),
            measure=measure,
            repeat=True,
            stated="points",
        ),
        Line(
            "item",
            Text("二级指标", "Item"),
            under="group",
            repeat=True,
            unique=("name",),
        ),
        Line("bonus", Text("加分项", "Bonus"), of="item", optional=True),
        Line("subtotal", Text("小计", "Subtotal"), under="group", optional=True),
    )


def test_heads_that_repeat() -> None:
    (table,) = scores().tables
    (block,) = table.blocks
    found = {head.key: head for head in block.heads}
    words = Measure(ValueKind.TEXT)

    assert table.one_of == (("points", "score"),)
    assert [found[key] for key in ("number", "name", "judge", "chair")] == [
        Head(
            "number",
            Text("序号", "No."),
            measure=Measure(ValueKind.TEXT, format=Format.ORDINAL),
            optional=True,
        ),
        Head("name", Text("考核内容", "Item"), measure=words, names="item"),
        Head("judge", Text("评委", "Judge"), repeat=True),
        Head("chair", Text("主评委", "Chair"), of="judge", optional=True),
    ]


def test_a_reference_is_one_without_saying_so() -> None:
    head = {"key": "see", "label": "材料编号", "refers": "t.one"}
    line = {"key": "one", "label": "1"}
    table = {"key": "t", "title": "T", "head": [head], "line": [line]}
    form = build_form({"id": "f", "title": "F", "source": "S", "table": [table]}, "f")
    (built,) = form.tables[0].blocks[0].heads

    assert built.measure == Measure(ValueKind.TEXT, format=Format.REFERENCE, refers="t.one")


def test_edits_say_where_they_count() -> None:
    (table,) = scores().tables
    edits = {edit.id: edit for edit in table.edits}

    assert [
        (key, edits[key].within, edits[key].rival, edits[key].proven, edits[key].kinds)
        for key in ("group", "subtotal", "total")
    ] == [
        ("group", "group", "group", False, ("score",)),
        ("subtotal", "group", "group", True, ("score",)),
        ("total", None, None, False, ()),
    ]
    assert (edits["rises"].flows_only, edits["rank"].periods) == (True, ("M01", "Q1"))


def test_a_ranking_is_for_the_lines_that_it_ranks() -> None:
    table = open_table(
        {"rule": "place(points, item) = all", "per": "line"},
        {"rule": "place(points, item) = all", "per": "line", "lines": ["bonus"]},
    )

    assert [(edit.scope, edit.lines) for edit in table.edits] == [
        (Scope.LINE, ("item",)),
        (Scope.LINE, ("bonus",)),
    ]


def test_the_kinds_of_a_fixed_table_are_settled_with_the_form() -> None:
    heads = [
        {"key": "a", "label": "A"},
        {"key": "b", "label": "B", "kind": "share"},
        {"key": "c", "label": "C", "stock": True},
    ]
    lines = [{"key": key, "label": key} for key in ("one", "two")]
    stated = [
        {"id": "E1", "rule": "one <= two", "per": "head", "kinds": ["count"]},
        {"id": "E2", "rule": "one <= two", "per": "head", "flows-only": True},
        {"id": "E3", "rule": "sum(a:c) = 5", "per": "line", "lines": ["two"]},
    ]
    table = {"key": "t", "title": "T", "head": heads, "line": lines, "edit": stated}
    form = build_form({"id": "f", "title": "F", "source": "S", "table": [table]}, "f")

    assert [(edit.heads, edit.lines) for edit in form.tables[0].edits] == [
        (("a", "c"), ()),
        (("a", "b"), ()),
        ((), ("two",)),
    ]
