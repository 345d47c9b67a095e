"""Open tables unrolled: the lines and heads that each edit is for, and the table itself."""

from __future__ import annotations

import pytest

from statlint.form import build_form, unroll_form
from statlint.form.unroll import unroll
from unit.form.opening import heads_of, lines_of, open_table, texts, unrolled

GROUPS = "group#1 item#1<group#1 item#2<group#1 group#2 item#3<group#2 total"
HEADS = "name points kind#1<all kind#2<all all note"


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        pytest.param({}, [((), None)], id="all"),
        pytest.param(
            {"lines": ["item"]},
            [(("item#1", "item#2", "bonus"), None)],
            id="the lines of a repeated one",
        ),
        pytest.param({"lines": ["bonus", "group"]}, [(("bonus", "group#1"), None)], id="some"),
        pytest.param({"lines": ["total"]}, [], id="one that is not printed"),
        pytest.param(
            {"within": "group"}, [(("item#1", "item#2"), "group#1")], id="those below a group"
        ),
        pytest.param(
            {"within": "group", "lines": ["item", "group"]},
            [(("item#1", "item#2", "group#1"), "group#1")],
            id="the group and those below",
        ),
        pytest.param({"within": "group", "lines": ["bonus"]}, [], id="one that stands elsewhere"),
    ],
)
def test_the_lines_it_is_for(
    edit: dict[str, object], found: list[tuple[tuple[str, ...], str | None]]
) -> None:
    edits = unrolled(
        [{"rule": "points <= 5", "per": "line", **edit}],
        "group#1 item#1<group#1 item#2<group#1 bonus",
        HEADS,
    )

    assert [(edit.lines, edit.under) for edit in edits] == found


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        pytest.param({}, [()], id="all"),
        pytest.param(
            {"heads": ["kind"]}, [("kind#1", "kind#2", "site")], id="the heads of a repeated one"
        ),
        pytest.param({"heads": ["m2"]}, [], id="one that is not printed"),
        pytest.param({"kinds": ["score"]}, [("points",)], id="of a kind"),
        pytest.param(
            {"kinds": ["score", "count"]},
            [("points", "kind#1", "kind#2", "site", "m1")],
            id="of two kinds",
        ),
        pytest.param({"kinds": ["amount"]}, [], id="of a kind that is not there"),
        pytest.param(
            {"flows-only": True, "heads": ["points", "m1"]}, [("points",)], id="no stocks"
        ),
    ],
)
def test_the_heads_it_is_for(edit: dict[str, object], found: list[tuple[str, ...]]) -> None:
    edits = unrolled(
        [{"rule": "total <= bonus", "per": "head", **edit}],
        "item#1 bonus total",
        "points kind#1 kind#2 site m1 note",
    )

    assert [edit.heads for edit in edits] == found


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        pytest.param({"kinds": ["score"]}, [("item#1", "total")], id="of a kind"),
        pytest.param(
            {"kinds": ["amount"], "lines": ["item"]}, [], id="of a kind that none of them is"
        ),
        pytest.param(
            {"rule": "points <= m1", "kinds": ["score"]}, [], id="under heads of two kinds"
        ),
        pytest.param(
            {"rule": "points <= mean.points", "kinds": ["score"]},
            [],
            id="beside a figure of another kind",
        ),
    ],
)
def test_the_lines_of_a_kind(edit: dict[str, object], found: list[tuple[str, ...]]) -> None:
    edits = unrolled(
        [{"rule": "points >= 0", "per": "line", **edit}], "item#1 mean total", "points m1"
    )

    assert [edit.lines for edit in edits] == found


@pytest.mark.parametrize(
    ("kinds", "count"), [(["count"], 1), (["score"], 0)], ids=["its kind", "another"]
)
def test_an_edit_that_is_checked_once_is_limited_as_a_whole(kinds: list[str], count: int) -> None:
    edits = unrolled([{"rule": "total.m1 <= total.all", "kinds": kinds}], "total", "m1 all")

    assert len(edits) == count


@pytest.mark.parametrize("function", ["place", "dense"])
def test_a_place_is_one_among_the_lines(function: str) -> None:
    edits = unrolled(
        [{"rule": f"{function}(points, item) = all", "per": "line", "within": "group"}],
        GROUPS,
        "points all",
    )

    assert [(edit.lines, *texts([edit])) for edit in edits] == [
        (("item#1", "item#2"), f"{function}(points, item#1.points, item#2.points) = all"),
        (("item#3",), f"{function}(points, item#3.points) = all"),
    ]


def test_the_table_has_what_is_printed() -> None:
    table = open_table()
    concrete = unroll(
        table,
        lines_of(table, "group#1 item#1<group#1 bonus total"),
        heads_of(table, "points kind#1<all site<all all"),
    )
    (block,) = concrete.blocks

    assert not concrete.open
    assert [(line.key, line.of, line.under) for line in block.lines] == [
        ("group#1", "group", None),
        ("item#1", "item", "group#1"),
        ("bonus", "item", None),
        ("total", None, None),
    ]
    assert [(head.key, head.of) for head in block.heads] == [
        ("points", None),
        ("kind#1", "kind"),
        ("site", "kind"),
        ("all", None),
    ]


def test_edits_between_tables_need_what_they_name() -> None:
    tables = [
        {
            "key": key,
            "title": "T",
            "head": [
                {"key": "name", "label": "N", "names": "item"},
                {"key": "a", "label": "A"},
                {"key": "b", "label": "B", "optional": True},
            ],
            "line": [
                {"key": "item", "label": "I", "repeat": True},
                {"key": "total", "label": "S", "optional": True},
            ],
        }
        for key in ("x", "y")
    ]
    rules = ["x.total.a = y.total.a", "x.total.a = y.total.b", "y.total.b = y.total.a"]
    edits = [{"id": f"E{number}", "rule": rule} for number, rule in enumerate(rules)]
    data = {"id": "f", "title": "F", "source": "S", "table": tables, "edit": edits}
    form = build_form(data, "f")
    first, second = form.tables
    concrete = unroll(first, lines_of(first, "total"), heads_of(first, "a"))
    without_total = unroll(second, lines_of(second, "item#1"), heads_of(second, "a"))

    assert unroll_form(form, [concrete]).tables == (concrete, second)
    assert [edit.id for edit in unroll_form(form, [concrete]).edits] == ["E0", "E1", "E2"]
    assert unroll_form(form, [concrete, without_total]).edits == ()


def test_nothing_is_counted_where_a_group_has_no_lines() -> None:
    edits = unrolled(
        [{"rule": "count(item.points > 0) <= 9", "within": "group"}],
        "group#1 item#1<group#1 item#2<group#1 group#2",
        HEADS,
    )

    assert [edit.under for edit in edits] == ["group#1"]
