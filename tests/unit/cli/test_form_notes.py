"""What the page of a form says of lines that repeat, and of where an edit counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.cli.form_notes import edit_notes, label_of
from statlint.form import TableForm, build_form, load_form
from statlint.values import Language

SCORES = Path(__file__).parents[3] / "fixtures" / "forms" / "good" / "scores.toml"


def scores() -> TableForm:
    """Load the table of a self-scoring sheet."""
    return load_form(SCORES).tables[0]


def test_lines_and_heads_say_how_often_they_are_printed() -> None:
    (block,) = scores().blocks
    lines = [label_of(line, "zh") for line in block.lines]
    heads = [label_of(head, "en") for head in block.heads]

    assert lines == [
        "一级指标 [可重复]",
        "二级指标 [可重复]",
        "加分项 [可缺]",
        "小计 [可缺]",
        "合计 [可缺]",
        "共 [可缺]",
    ]
    assert heads[1:5] == [
        "Item",
        "Points [may be absent]",
        "Score [may be absent]",
        "Judge [repeats]",
    ]


@pytest.mark.parametrize(
    ("edit", "language", "notes"),
    [
        ("total", "zh", "强制性, 按表内关系推得"),
        (
            "subtotal",
            "zh",
            (
                "强制性, 按表内关系推得, 仅限 score, 每个一级指标各查一次,"
                " group、subtotal 中取与表最相符的一条, 表中多数相符时才查"
            ),
        ),
        (
            "subtotal",
            "en",
            (
                "must be put right, implied by the form, only for score, for each Group,"
                " of group, subtotal the one that fits the table best,"
                " only where it fits most of the table"
            ),
        ),
        ("rank", "zh", "强制性, 按表内关系推得, 仅限 M01、Q1, 每个一级指标各查一次"),
        ("rises", "en", "must be put right, implied by the form, not for stocks"),
    ],
)
def test_an_edit_says_where_it_counts(edit: str, language: Language, notes: str) -> None:
    table = scores()
    (found,) = [one for one in table.edits if one.id == edit]

    assert edit_notes(found, table, language) == notes


def test_of_many_rivals_both_ends_are_named() -> None:
    edits = [{"id": f"E{n}", "rule": f"a.x <= {n}", "rival": "r"} for n in range(1, 6)]
    table = {
        "key": "t",
        "title": "T",
        "head": [{"key": "x", "label": "X"}],
        "line": [{"key": "a", "label": "A"}],
        "edit": edits,
    }
    (built,) = build_form({"id": "f", "title": "F", "source": "S", "table": [table]}, "f").tables

    assert edit_notes(built.edits[0], built, "en").endswith(
        "of E1 … E5 the one that fits the table best"
    )


def test_an_edit_between_tables_is_off_or_on() -> None:
    (edit,) = load_form(SCORES).edits

    assert edit_notes(edit, None, "zh") == "强制性, 按表内关系推得, 默认不查"
