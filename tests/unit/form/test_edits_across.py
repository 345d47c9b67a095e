"""Edits that reach to other forms: as written, as refused, as said in words, in lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.errors import FormError
from statlint.form import (
    Earlier,
    EditSyntaxError,
    Renamed,
    build_form,
    edit_text,
    edit_words,
    load_form,
    never_falls,
    parse_edit,
)
from statlint.form.load import check_form_data
from statlint.form.write_form import write_form
from statlint.values import Language, Period
from tables import Entry, filled_of, form_of, table_of

LINES = ["carried Carried", "made Made", "staff Staff", "next 3.Next"]
HEADS = ["a Towns", "b Villages"]


@pytest.mark.parametrize(
    "text",
    [
        "carried = previous.next",
        "previous.stock + made - repealed = stock",
        "total.a = year_before.total.a",
        "applications.total.a >= previous.applications.total.a",
        "sum(previous.r1:r3) = total",
        "sum(parts.total) = total",
        "sum(parts.a:c) + 1 = total",
        "last(quarterly.staff) = staff",
        "rises(monthly.to_date)",
        "previous = parts",
    ],
)
def test_they_are_written_as_they_are_read(text: str) -> None:
    assert edit_text(parse_edit(text)) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "total = parts.total",
            "at character 9: parts.total is a figure of each of several tables; it stands by "
            "itself inside a function, such as sum(parts.total)",
            id="by itself",
        ),
        pytest.param(
            "a = sum(monthly.b - monthly.c)",
            "at character 9: monthly.b is a figure of each of several tables; it stands by itself "
            "inside a function, such as last(monthly.b)",
            id="in a difference",
        ),
        pytest.param(
            "a = last(b)",
            "at character 5: last takes a figure of several periods, such as last(quarterly.staff)",
            id="the last of one",
        ),
        pytest.param(
            "a = last(parts.b)",
            "at character 5: last takes a figure of several periods, such as last(quarterly.staff)",
            id="the last of parts that have no order",
        ),
        pytest.param(
            "a = sum(previous.b:parts.c)",
            "at character 20: both ends of a range are of one table",
            id="a range over two tables",
        ),
        pytest.param(
            "a = previous.b.c.d.e",
            "at character 5: a name has at most three parts: table.line.head",
            id="a name that is too long",
        ),
    ],
)
def test_what_means_no_single_figure_is_refused(text: str, words: str) -> None:
    with pytest.raises(EditSyntaxError) as caught:
        parse_edit(text)

    assert caught.value.say("en") == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a >= previous.a", True),
        ("previous.a <= a", True),
        ("rises(monthly.a)", True),
        ("a <= previous.a", False),
        ("a >= previous.b", False),
        ("a = previous.a", False),
        ("a >= previous.a + 1", False),
        ("filled(a)", False),
    ],
)
def test_it_is_told_which_say_that_a_figure_never_falls(text: str, *, expected: bool) -> None:
    assert never_falls(parse_edit(text)) is expected


@pytest.mark.parametrize(
    ("rule", "period", "zh", "en"),
    [
        pytest.param(
            "carried = previous.next",
            None,
            "Carried = 上期·Next",
            "Carried = the previous period's Next",
            id="a period of any length",
        ),
        pytest.param(
            "carried = previous.next",
            "2024",
            "Carried = 上年·Next",
            "Carried = last year's Next",
            id="last year",
        ),
        pytest.param(
            "carried = previous.next",
            "2024-Q2",
            "Carried = 上季·Next",
            "Carried = the quarter before's Next",
            id="the quarter before",
        ),
        pytest.param(
            "carried = year_before.next",
            "2024-M02",
            "Carried = 上年同期·Next",
            "Carried = the year before's Next",
            id="the same month of last year",
        ),
        pytest.param(
            "carried = year_before.next",
            "2024",
            "Carried = 上年·Next",
            "Carried = last year's Next",
            id="the same part of last year, where that is the year",
        ),
        pytest.param(
            "sum(parts.made) = made",
            "2024",
            "各下级单位·Made之和 = Made",
            "the sum of each part's Made = Made",
            id="the parts",
        ),
        pytest.param(
            "last(half_yearly.staff) = staff",
            "2024",
            "各半年·Staff的最后一期数 = Staff",
            "the last of each half-year's Staff = Staff",
            id="the last of several",
        ),
        pytest.param(
            "sum(previous.carried:staff) = made",
            "2024",
            "上年·Carried … Staff 各行之和 = Made",
            "the sum of the lines Carried … Staff of last year = Made",
            id="a range",
        ),
    ],
)
def test_they_are_said_in_words(rule: str, period: str | None, zh: str, en: str) -> None:
    form = form_of(table_of(LINES, HEADS, {"rule": rule, "per": "head"}))
    (edit,) = form.tables[0].edits
    known = Period.parse(period) if period else None

    def said(language: Language) -> str:
        return edit_words(edit, form, "table", language, period=known)

    assert (said("zh"), said("en")) == (zh, en)


@pytest.mark.parametrize("key", ["previous", "year_before", "parts", "monthly", "half_yearly"])
@pytest.mark.parametrize("axis", ["table", "line", "head"])
def test_no_table_and_no_line_is_called_as_what_is_elsewhere(axis: str, key: str) -> None:
    table: Entry = {
        "key": key if axis == "table" else "t",
        "title": "T",
        "line": [{"key": key if axis == "line" else "l", "label": "L"}],
        "head": [{"key": key if axis == "head" else "h", "label": "H"}],
    }
    data: Entry = {"id": "f", "title": "F", "source": "S", "table": [table]}

    try:
        check_form_data(data, "f")
        faults = 0
    except FormError as error:
        faults = len(error.faults)

    assert faults == (0 if axis == "head" else 1)


def test_edits_of_lists_reach_to_the_lines_that_are_printed() -> None:
    form = form_of(
        table_of(
            [
                {"key": "unit", "label": "Unit", "repeat": True},
                {"key": "total", "label": "Total", "optional": True},
            ],
            [{"key": "name", "label": "Unit", "kind": "text", "names": "unit"}, "all All"],
            {"rule": "all = previous.all", "per": "line", "lines": ["unit"]},
            {"rule": "sum(previous.unit) = total", "per": "head"},
            {"rule": "sum(parts.unit) = total", "per": "head"},
            {"rule": "last(quarterly.total) = total", "per": "head"},
            {"rule": "rises(monthly.unit, unit)", "per": "head"},
        )
    )

    filled = filled_of(form, "Unit,All\nEast,1\nWest,2\nTotal,3")

    assert [edit_text(edit.condition) for edit in filled.tables[0].plan.edits] == [
        "all = previous.all",
        "sum(previous.unit#1, previous.unit#2) = total",
        "sum(parts.unit#1, parts.unit#2) = total",
        "last(quarterly.total) = total",
        "rises(monthly.unit#1, monthly.unit#2, unit#1, unit#2)",
    ]


EARLIER: Entry = {
    "form": "old",
    "table": [{"was": "first", "now": "table"}],
    "line": [{"table": "table", "was": "gone", "now": ["carried", "made"]}],
    "head": [{"table": "table", "was": "b", "now": []}],
}


def test_what_the_form_before_was_is_read_and_written(tmp_path: Path) -> None:
    form = form_of(
        table_of(LINES, ["a Towns", {"key": "b", "label": "Place", "additive": False}]),
        earlier=[EARLIER],
    )
    path = tmp_path / "form.toml"
    path.write_text(write_form(form), encoding="utf-8")

    assert form.earlier == (
        Earlier(
            form="old",
            tables=(("first", "table"),),
            lines=(Renamed("table", "gone", ("carried", "made")),),
            heads=(Renamed("table", "b", ()),),
        ),
    )
    assert load_form(path) == form


def test_keys_that_the_form_does_not_have_are_refused() -> None:
    stated: Entry = {
        "form": "old",
        "table": [{"was": "first", "now": "tables"}],
        "line": [
            {"table": "table", "was": "gone", "now": ["carry"]},
            {"table": "other", "was": "gone", "now": []},
        ],
        "head": [{"table": "table", "was": "x", "now": ["c"]}],
    }
    table = table_of(LINES, HEADS)

    with pytest.raises(FormError) as caught:
        build_form(
            {"id": "f", "title": "F", "source": "S", "table": [table], "earlier": [stated]}, "f"
        )

    assert list(caught.value.faults) == [
        "earlier[0].table[0].now: there is no tables; did you mean table?",
        "earlier[0].line[0].now: there is no carry; did you mean carried?",
        "earlier[0].line[1].table: there is no other",
        "earlier[0].head[0].now: there is no c",
    ]


def test_what_does_not_add_up_is_no_flow() -> None:
    lines: list[str | Entry] = [
        "made Made",
        {"key": "staff", "label": "Staff", "stock": True},
        {"key": "budget", "label": "Budget", "additive": False},
    ]
    rule = {"rule": "sum(quarterly.a) = a", "per": "line", "flows-only": True}

    (edit,) = form_of(table_of(lines, HEADS, rule)).tables[0].edits

    assert edit.lines == ("made",)
