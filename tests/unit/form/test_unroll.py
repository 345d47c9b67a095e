"""Open tables unrolled: each edit written out for the lines and heads that are printed."""

from __future__ import annotations

import pytest

from unit.form.opening import texts, unrolled

GROUPS = "group#1 item#1<group#1 item#2<group#1 group#2 item#3<group#2 total"
HEADS = "name points kind#1<all kind#2<all all note"


@pytest.mark.parametrize(
    ("rule", "lines", "written"),
    [
        pytest.param(
            "sum(item) = total",
            "item#1 item#2 total",
            ["sum(item#1, item#2) = total"],
            id="all lines",
        ),
        pytest.param(
            "sum(item) = total",
            "item#1 bonus total",
            ["sum(item#1, bonus) = total"],
            id="a named one counts among them",
        ),
        pytest.param(
            "sum(item) - sum(extra) = total",
            "item#1 extra#1 extra#2 total",
            ["sum(item#1, extra#1, extra#2) - sum(extra#1, extra#2) = total"],
            id="a repeated one that counts among them",
        ),
        pytest.param(
            "sum(item) - bonus = total",
            "item#1 bonus total",
            ["sum(item#1, bonus) - bonus = total"],
            id="a named one by itself",
        ),
        pytest.param(
            "sum(item) = total",
            "item#1 item#2<item#1 total",
            ["sum(item#1) = total"],
            id="a line under another is part of it",
        ),
        pytest.param(
            "sum(group) = total",
            "group#1 group#2<group#1 group#3 total",
            ["sum(group#1, group#3) = total"],
            id="a group in a group is part of it",
        ),
        pytest.param(
            "sum(item) = total",
            GROUPS,
            ["sum(item#1, item#2, item#3) = total"],
            id="the lines of all groups",
        ),
        pytest.param(
            "sum(subtotal) = total",
            "group#1 subtotal#1<group#1 group#2 subtotal#2<group#2 total",
            ["sum(subtotal#1, subtotal#2) = total"],
            id="one subtotal of each group",
        ),
        pytest.param(
            "sum(group, item) = total",
            "group#1 item#1<group#1 total",
            ["sum(group#1, item#1) = total"],
            id="two repeated ones",
        ),
        pytest.param(
            "sum(2 * item + 1) = total",
            "item#1 item#2 total",
            ["sum(2 * item#1 + 1, 2 * item#2 + 1) = total"],
            id="a formula for each line",
        ),
        pytest.param(
            "max(abs(item)) <= min(item)",
            "item#1 item#2",
            ["max(abs(item#1), abs(item#2)) <= min(item#1, item#2)"],
            id="functions in functions",
        ),
        pytest.param(
            "mean(item) = mean", "item#1 item#2 mean", ["mean(item#1, item#2) = mean"], id="a mean"
        ),
        pytest.param(
            "count(item > 0, total > 0) < 2",
            "item#1 item#2 total",
            ["count(item#1 > 0, item#2 > 0, total > 0) < 2"],
            id="a count of conditions",
        ),
        pytest.param(
            "count(sum(item) > item) = 0",
            "item#1 item#2",
            ["count(sum(item#1, item#2) > item#1, sum(item#1, item#2) > item#2) = 0"],
            id="a sum in a count takes all",
        ),
        pytest.param(
            "tally(item) = total", "item#1 item#2 total", ["2 = total"], id="the number of lines"
        ),
        pytest.param("tally(item) = total", "total", ["0 = total"], id="no line at all"),
        pytest.param(
            "rises(item, total)",
            "item#1 item#2 total",
            ["rises(item#1, item#2, total)"],
            id="figures that never fall",
        ),
        pytest.param(
            "if sum(item) = 0 then not filled(total)",
            "item#1 total",
            ["if sum(item#1) = 0 then not filled(total)"],
            id="a condition",
        ),
        pytest.param(
            "sum(item) = 1 iff total = 1 or mean = -1",
            "item#1 total mean",
            ["sum(item#1) = 1 iff total = 1 or mean = -1"],
            id="a condition of conditions",
        ),
        pytest.param(
            "sum(bonus:total) = mean",
            "bonus total mean subtotal#1",
            ["sum(bonus, subtotal#1, total) = mean"],
            id="a range in the order of the form",
        ),
        pytest.param("sum(item) = total", "total", [], id="none of the lines"),
        pytest.param("sum(item) = total", "item#1", [], id="no total"),
        pytest.param(
            "sum(total:mean) = bonus",
            "total bonus",
            [],
            id="a range with an end that is not printed",
        ),
        pytest.param(
            "rises(bonus:mean)",
            "mean total",
            ["rises(total, mean)"],
            id="what never falls may be partly printed",
        ),
        pytest.param("rises(bonus:mean)", "mean", [], id="one figure rises from nothing"),
        pytest.param("sum(group) = total", "group#1* total", [], id="a heading holds no figure"),
        pytest.param(
            "tally(group) = total", "group#1* group#2* total", ["2 = total"], id="headings count"
        ),
        pytest.param(
            "remainder(total, 5) = decimals(mean)",
            "total mean",
            ["remainder(total, 5) = decimals(mean)"],
            id="nothing repeated",
        ),
    ],
)
def test_under_each_head(rule: str, lines: str, written: list[str]) -> None:
    edits = unrolled([{"rule": rule, "per": "head"}], lines, HEADS)

    assert texts(edits) == written


@pytest.mark.parametrize(
    ("rule", "heads", "written"),
    [
        pytest.param(
            "sum(kind) = all",
            "kind#1<all kind#2 site<all all",
            ["sum(kind#1, site) = all"],
            id="the heads of the total",
        ),
        pytest.param(
            "all = sum(kind)",
            "kind#1<all kind#2<sub#1 sub#1 all",
            ["all = sum(kind#1)"],
            id="the total on the left",
        ),
        pytest.param("sum(kind) = all", "kind#1 all", [], id="no head is in the total"),
        pytest.param(
            "sum(kind) = 100",
            "kind#1 kind#2<all all",
            ["sum(kind#1, kind#2) = 100"],
            id="no total is named",
        ),
        pytest.param(
            "if sum(kind) > 0 then points > 0",
            "kind#1 kind#2<all all points",
            ["if sum(kind#1, kind#2) > 0 then points > 0"],
            id="a head of another comparison",
        ),
        pytest.param(
            "max(kind) <= all", "kind#1 kind#2<all all", ["max(kind#1, kind#2) <= all"], id="no sum"
        ),
        pytest.param(
            "count(kind > all) = 0",
            "kind#1 kind#2<all all",
            ["count(kind#1 > all, kind#2 > all) = 0"],
            id="each by itself",
        ),
        pytest.param(
            "sum(kind, sub) = all",
            "kind#1<sub#1 sub#1<all kind#2<all all",
            ["sum(kind#2, sub#1) = all"],
            id="subtotals beside heads",
        ),
        pytest.param("sum(m1:m3) = all", "m1 m2 m3 all", ["sum(m1, m2, m3) = all"], id="a range"),
        pytest.param("sum(m1:m3) = all", "m1 m3 all", [], id="a range with a gap"),
        pytest.param("rises(m1:m3)", "m3 m1", ["rises(m1, m3)"], id="the order of the form"),
        pytest.param(
            'if filled(note) then mentions(note, "a", "b")',
            "note",
            ['if filled(note) then mentions(note, "a", "b")'],
            id="words",
        ),
        pytest.param(
            "points * mean.points = all",
            "points all",
            ["points * mean.points = all"],
            id="a figure of another line",
        ),
        pytest.param("points <= total.points", "points", [], id="a line that is not printed"),
    ],
)
def test_on_each_line(rule: str, heads: str, written: list[str]) -> None:
    edits = unrolled([{"rule": rule, "per": "line"}], "item#1 item#2 mean", heads)

    assert texts(edits) == written


@pytest.mark.parametrize(
    ("rule", "written"),
    [
        pytest.param(
            "sum(item.points) = total.points",
            ["sum(item#1.points, item#2.points) = total.points"],
            id="lines under a head",
        ),
        pytest.param(
            "sum(item.kind) = total.all",
            ["sum(item#1.kind#1, item#1.kind#2, item#2.kind#1, item#2.kind#2) = total.all"],
            id="a rectangle",
        ),
        pytest.param(
            "count(item.points < item.all) = 0",
            ["count(item#1.points < item#1.all, item#2.points < item#2.all) = 0"],
            id="two figures of each line",
        ),
        pytest.param("tally(item) = total.points", ["2 = total.points"], id="the number of lines"),
        pytest.param("total.points = total.m1", [], id="a head that is not printed"),
    ],
)
def test_once(rule: str, written: list[str]) -> None:
    edits = unrolled([{"rule": rule}], "item#1 item#2 total", HEADS)

    assert texts(edits) == written


def test_an_edit_within_a_line_has_a_copy_for_each() -> None:
    edits = unrolled(
        [{"rule": "sum(item) = group", "per": "head", "within": "group", "name": "N"}],
        GROUPS,
        HEADS,
    )

    assert [(edit.id, edit.name.zh, edit.text, edit.within, edit.under) for edit in edits] == [
        ("E1", "N", "sum(item) = group", "group", "group#1"),
        ("E1", "N", "sum(item) = group", "group", "group#2"),
    ]
    assert texts(edits) == ["sum(item#1, item#2) = group#1", "sum(item#3) = group#2"]


@pytest.mark.parametrize(
    ("edit", "lines", "written"),
    [
        pytest.param(
            {"rule": "sum(item) = group", "per": "head"},
            "group#1 group#2<group#1 item#1<group#2 item#2<group#1",
            ["sum(item#1, item#2) = group#1", "sum(item#1) = group#2"],
            id="at any depth",
        ),
        pytest.param(
            {"rule": "sum(item) = group", "per": "head"},
            "group#1 group#2 item#1<group#2",
            ["sum(item#1) = group#2"],
            id="a group without lines",
        ),
        pytest.param(
            {"rule": "sum(item) = group", "per": "head"},
            "group#1* item#1<group#1",
            [],
            id="a group without figures",
        ),
        pytest.param(
            {"rule": "sum(item) = subtotal", "per": "head"},
            "group#1* item#1<group#1 subtotal#1<group#1 group#2 item#2<group#2",
            ["sum(item#1) = subtotal#1"],
            id="the subtotal of a group",
        ),
        pytest.param(
            {"rule": "sum(item) = subtotal", "per": "head"},
            "group#1 subtotal#1<group#1 group#2<group#1 item#1<group#2 subtotal#2<group#2",
            ["sum(item#1) = subtotal#1", "sum(item#1) = subtotal#2"],
            id="the subtotals of groups in groups",
        ),
        pytest.param(
            {"rule": "sum(item) = subtotal", "per": "head"},
            "group#1 item#1<group#1 subtotal#1<group#1 subtotal#2<group#1",
            [],
            id="two subtotals: either may be meant",
        ),
        pytest.param(
            {"rule": "group <= total", "per": "head"},
            "group#1 group#2 total",
            ["group#1 <= total", "group#2 <= total"],
            id="each line against one",
        ),
        pytest.param(
            {"rule": "tally(item) = group.points"},
            GROUPS,
            ["2 = group#1.points", "1 = group#2.points"],
            id="once",
        ),
        pytest.param(
            {"rule": "points <= group.points", "per": "line"},
            GROUPS,
            ["points <= group#1.points", "points <= group#2.points"],
            id="on each line below",
        ),
    ],
)
def test_within_a_line(edit: dict[str, object], lines: str, written: list[str]) -> None:
    edits = unrolled([{**edit, "within": "group"}], lines, HEADS)

    assert texts(edits) == written


def test_within_a_head() -> None:
    edits = unrolled(
        [{"rule": "sum(kind) = sub", "per": "line", "within": "sub"}],
        "item#1",
        "kind#1<sub#1 kind#2<sub#1 sub#1 kind#3<sub#2 sub#2 sub#3",
    )

    assert [(edit.under, *texts([edit])) for edit in edits] == [
        ("sub#1", "sum(kind#1, kind#2) = sub#1"),
        ("sub#2", "sum(kind#3) = sub#2"),
    ]
