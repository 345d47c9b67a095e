"""Facts: one for each line under each head, with what gives its figure meaning."""

from __future__ import annotations

from statlint.facts import Fact
from statlint.form import ValueKind
from statlint.values import Figure, Flaw, Unreadable
from tables import Entry, facts_of, form_of, grid_of, table_of

LINES: list[str | Entry] = [
    "rules Rules",
    {"key": "fee", "label": "Fees", "kind": "amount", "unit": "元"},
    {"key": "results", "label": "Results", "heading": True},
    "done Done",
]
HEADS: list[str | Entry] = [
    {"key": "remark", "label": "Remark", "kind": "text"},
    "number Number",
    {"key": "change", "label": "Change", "kind": "change"},
]
FORM = form_of(table_of(LINES, HEADS, unit="件"))
GRID = """
    Kind,Remark,Number,Change
    Rules,none,3,-1
    Fees,12,18.87,—
    Results,,,
    Done,,约5,
"""


def tell(fact: Fact) -> str:
    return f"{fact.line.key}.{fact.head.key} {fact.cell} {fact.text}".rstrip()


def test_every_line_has_a_fact_under_every_head() -> None:
    facts = facts_of(FORM, GRID)

    assert [tell(fact) for fact in facts] == [
        "rules.remark B2 none",
        "rules.number C2 3",
        "rules.change D2 -1",
        "fee.remark B3 12",
        "fee.number C3 18.87",
        "fee.change D3 —",
        "done.remark B5",
        "done.number C5 约5",
        "done.change D5",
    ]
    assert (len(facts), facts.plan) == (9, FORM.tables[0])


def test_facts_are_of_four_kinds() -> None:
    facts = facts_of(FORM, GRID)

    assert [tell(fact) for fact, _ in facts.with_figures()] == [
        "rules.number C2 3",
        "rules.change D2 -1",
        "fee.number C3 18.87",
    ]
    assert [figure.value for _, figure in facts.with_figures()][:2] == [3, -1]
    assert [tell(fact) for fact in facts.due() if fact.empty] == [
        "fee.change D3 —",
        "done.change D5",
    ]
    assert [(tell(fact), reading.flaw) for fact, reading in facts.unreadable()] == [
        ("done.number C5 约5", Flaw.INEXACT)
    ]


def test_a_line_says_what_its_cells_hold_before_a_head_does() -> None:
    facts = facts_of(FORM, GRID)
    cells = [("rules", "number"), ("rules", "change"), ("fee", "number"), ("fee", "change")]
    measures = [fact.measure for cell in cells if (fact := facts.get(*cell))]

    assert [(measure.kind, measure.unit) for measure in measures] == [
        (ValueKind.COUNT, "件"),
        (ValueKind.CHANGE, "件"),
        (ValueKind.AMOUNT, "元"),
        (ValueKind.AMOUNT, "元"),
    ]


def test_a_head_of_words_holds_words_on_every_line() -> None:
    facts = facts_of(FORM, GRID)

    assert [fact.measure.kind for fact in facts if fact.head.key == "remark"] == [
        ValueKind.TEXT
    ] * 3


def test_labels_are_those_printed() -> None:
    fact = facts_of(FORM, GRID.replace("Number", "NUMBER (件)").replace("Rules,", "1、Rules,")).get(
        "rules", "number"
    )

    assert fact is not None
    assert (fact.line_label, fact.head_label, fact.table) == ("1、Rules", "NUMBER (件)", "table")


def test_what_is_not_there_has_no_fact() -> None:
    facts = facts_of(FORM, GRID)

    assert facts.get("results", "number") is None
    assert facts.get("rules", "nothing") is None


def test_facts_come_in_the_order_of_the_form() -> None:
    facts = facts_of(FORM, "Kind,Number,Change\nDone,1,2\nRules,3,4\nFees,5,6")

    assert [tell(fact) for fact in facts] == [
        "rules.number B3 3",
        "rules.change C3 4",
        "fee.number B4 5",
        "fee.change C4 6",
        "done.number B2 1",
        "done.change C2 2",
    ]


def test_of_a_line_printed_twice_the_first_counts() -> None:
    facts = facts_of(FORM, "Kind,Number,Change\nRules,3,4\nRules,5,6\nFees,0,0\nDone,0,0")

    assert [tell(fact) for fact in facts if fact.line.key == "rules"] == [
        "rules.number B2 3",
        "rules.change C2 4",
    ]


def test_a_merged_cell_is_the_fact_of_each_line_it_covers() -> None:
    grid = grid_of("Kind,Number,Change\nRules,3,4\nFees,,6\nDone,1,2", merges="B2:B3")
    facts = facts_of(FORM, grid)
    both = [fact for line in ("rules", "fee") if (fact := facts.get(line, "number"))]

    assert [tell(fact) for fact in both] == ["rules.number B2 3", "fee.number B2 3"]


def test_a_turned_table_gives_the_same_facts() -> None:
    facts = facts_of(FORM, "Kind,Rules,Fees,Done\nNumber,3,18.87,5\nChange,-1,,0")

    assert [tell(fact) for fact in facts] == [
        "rules.number B2 3",
        "rules.change B3 -1",
        "fee.number C2 18.87",
        "fee.change C3",
        "done.number D2 5",
        "done.change D3 0",
    ]


def test_a_reading_is_a_figure_only_where_it_is_one() -> None:
    facts = facts_of(FORM, GRID)
    figure, words = facts.get("rules", "number"), facts.get("done", "number")

    assert figure is not None
    assert words is not None
    assert figure.figure == Figure(3, "3")
    assert (words.figure, words.reading) == (None, Unreadable("约5", Flaw.INEXACT))
