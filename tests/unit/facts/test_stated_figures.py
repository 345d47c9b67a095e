"""Figures that stand within a label count as facts where no cell holds them."""

from __future__ import annotations

from dataclasses import replace

from statlint.facts import Facts, read_facts
from statlint.table import Label, StatedFigure
from statlint.values import CellRef, read_figure
from tables import filled_of, form_of, table_of

FORM = form_of(table_of(["one A", "two B", "total Total"], ["number Number", "share Share"]))
GRID = """
    Kind,Number,Share
    A,1,20
    B,4,80
    Total （5）,,100
"""


def facts_with(head: int, text: str) -> Facts:
    (table,) = filled_of(FORM, GRID).tables
    (part,) = table.parts
    label = Label("Total （5）", None, CellRef(4, 1))
    said = StatedFigure(part.lines[-1].line, part.heads[head].head, label, read_figure(text))
    return read_facts(replace(table, parts=(replace(part, stated=(said,)),)))


def test_a_stated_figure_stands_in_for_a_blank_cell() -> None:
    fact = facts_with(0, "5").get("total", "number")

    assert fact is not None
    assert (fact.text, str(fact.cell), fact.line_label, fact.head_label) == (
        "5",
        "A4",
        "Total （5）",
        "Number",
    )


def test_a_figure_in_its_cell_goes_before_a_stated_one() -> None:
    fact = facts_with(1, "99").get("total", "share")

    assert fact is not None
    assert (fact.text, str(fact.cell)) == ("100", "C4")


def test_a_stated_figure_needs_no_column_of_its_own() -> None:
    (table,) = filled_of(FORM, GRID).tables
    (part,) = table.parts
    kept = replace(
        part,
        heads=part.heads[1:],
        stated=(
            StatedFigure(
                part.lines[-1].line,
                part.heads[0].head,
                Label("共5件", None, CellRef(1, 1)),
                read_figure("5"),
            ),
        ),
    )

    fact = read_facts(replace(table, parts=(kept,))).get("total", "number")

    assert fact is not None
    assert (fact.text, fact.line_label, fact.head_label) == ("5", "共5件", "Number")
