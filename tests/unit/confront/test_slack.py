"""Shares that do not match: cut off, off by one in the last digit, or simply wrong."""

from __future__ import annotations

import pytest

from statlint.confront import Slack, Verdict
from statlint.form import EditKind
from tables import Entry, confrontation_of, form_of, table_of

HOLDS, FAILS = Verdict.HOLDS, Verdict.FAILS

SHARES = """
    Kind,Number,Share
    Red,2574,{red}
    Blue,{blue},96.5
    All,71860,100
"""


@pytest.mark.parametrize(
    ("share", "verdict", "slack"),
    [
        pytest.param("3.6", HOLDS, Slack.NONE, id="rounded"),
        pytest.param("3.58", HOLDS, Slack.NONE, id="rounded to two decimals"),
        pytest.param("3.5", FAILS, Slack.TRUNCATED, id="cut off"),
        pytest.param("3", FAILS, Slack.TRUNCATED, id="cut off at the point"),
        pytest.param("3.7", FAILS, Slack.NONE, id="one and more too large"),
        pytest.param("3.59", FAILS, Slack.LAST_DIGIT, id="the last digit one too large"),
        pytest.param("30.8", FAILS, Slack.NONE, id="wrong"),
    ],
)
def test_a_share_may_be_cut_off_or_off_by_one(share: str, verdict: Verdict, slack: Slack) -> None:
    form = form_of(
        table_of(
            ["red Red", "blue Blue", "every All"],
            ["number Number", {"key": "share", "label": "Share", "kind": "share", "unit": "%"}],
            {"rule": "share = 100 * number / every.number", "per": "line", "lines": ["red"]},
        )
    )
    (instance,) = confrontation_of(form, SHARES.format(red=share, blue=69286)).instances

    assert (instance.edit.kind, instance.verdict, instance.slack) == (
        EditKind.RATIO,
        verdict,
        slack,
    )


def test_only_a_share_that_can_be_read_may_be_cut_off() -> None:
    form = form_of(
        table_of(
            ["red Red", "blue Blue"],
            ["n Number"],
            {"rule": "100 * red / blue = 20 + red", "per": "head"},
        )
    )
    (instance,) = confrontation_of(form, "Kind,Number\nRed,5\nBlue,8").instances

    assert (instance.verdict, instance.slack) == (FAILS, Slack.NONE)


def test_a_share_that_is_not_there_is_not_cut_off() -> None:
    form = form_of(
        table_of(
            ["red Red", "every All"],
            [
                {"key": "number", "label": "Number", "kind": "change"},
                {"key": "share", "label": "Share", "kind": "share", "unit": "%"},
            ],
            {"rule": "share = 100 * number / every.number", "per": "line", "lines": ["red"]},
        )
    )
    (instance,) = confrontation_of(form, "Kind,Number,Share\nRed,-5,\nAll,10,100").instances

    assert (instance.verdict, instance.slack) == (FAILS, Slack.NONE)


@pytest.mark.parametrize(
    ("label", "now", "rate", "slack"),
    [
        pytest.param("Growth", "1036", "3.5", Slack.LAST_DIGIT, id="one below an exact rate"),
        pytest.param("Growth", "1036", "3.7", Slack.LAST_DIGIT, id="one above an exact rate"),
        pytest.param("Growth", "1036", "3.8", Slack.NONE, id="two above"),
        pytest.param("Growth", "964.2", "-3.5", Slack.TRUNCATED, id="a fall cut off"),
        pytest.param("Growth", "964.2", "-3.7", Slack.NONE, id="a fall too deep"),
        pytest.param("Fall", "964.2", "3.5", Slack.TRUNCATED, id="a fall without its sign"),
        pytest.param("Fall", "964.2", "-3.5", Slack.TRUNCATED, id="a fall with its sign"),
        pytest.param("Growth", "964.2", "3.5", Slack.NONE, id="the wrong way"),
    ],
)
def test_a_rate_of_growth_may_be_cut_off(label: str, now: str, rate: str, slack: Slack) -> None:
    heads: list[str | Entry] = [
        {"key": "now", "label": "Now", "kind": "amount"},
        {"key": "before", "label": "Before", "kind": "amount"},
        {"key": "rate", "label": label, "kind": "score", "unit": "%", "rounded": True},
    ]
    edit = {"rule": "rate = 100 * (now - before) / before", "per": "line"}
    form = form_of(table_of(["red Red"], heads, edit))

    (instance,) = confrontation_of(
        form, f"Kind,Now,Before,{label}\nRed,{now},1000,{rate}"
    ).instances

    assert (instance.verdict, instance.slack) == (FAILS, slack)


@pytest.mark.parametrize(
    ("kind", "slack"),
    [("share", Slack.UNLIKELY), ("count", Slack.NONE)],
    ids=["shares alone", "a count among them"],
)
def test_a_sum_of_shares_may_need_more_rounding_than_is_likely(kind: str, slack: Slack) -> None:
    keys = [f"s{number}" for number in range(7)]
    shares: list[str | Entry] = [
        {"key": key, "label": key, "kind": "share", "unit": "%"} for key in keys
    ]
    heads: list[str | Entry] = [*shares, {"key": "every", "label": "All", "kind": kind}]
    form = form_of(table_of(["red Red"], heads, {"rule": "sum(s0:s6) = every", "per": "line"}))

    grid = f"Kind,{','.join(keys)},All\nRed,13,14,14,14,14,14,14,100"
    (instance,) = confrontation_of(form, grid).instances

    assert (instance.verdict, instance.slack) == (HOLDS, slack)
