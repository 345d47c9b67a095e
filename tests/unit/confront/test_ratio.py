"""Growth rates in all the ways a form may state them, and shares of nothing."""

from __future__ import annotations

import pytest

from statlint.confront import Instance, Slack, Verdict
from statlint.finding import Reason
from tables import Entry, confrontation_of, form_of, table_of

HOLDS, FAILS, OPEN = Verdict.HOLDS, Verdict.FAILS, Verdict.NOT_CHECKED


def grown(rule: str, cells: str, label: str = "Growth", origin: str = "form") -> list[Instance]:
    """Confront one edit on a line with two years and their growth."""
    heads: list[str | Entry] = [
        "now Now",
        "before Before",
        {"key": "g", "label": label, "kind": "score", "unit": "%", "rounded": True},
    ]
    edit = {"rule": rule, "per": "line", "lines": ["a"], "origin": origin}
    form = form_of(table_of(["a A", "b B"], heads, edit))
    return list(confrontation_of(form, f"Item,Now,Before,{label}\nA,{cells}\nB,1,1,0").instances)


RULES = [
    "g = 100 * (now - before) / before",
    "g = (now - before) / before * 100",
    "g = 100 * (now / before - 1)",
    "g = 100 * now / before - 100",
]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(
    ("cells", "label", "expected"),
    [
        pytest.param("110,100,10.0", "Growth", HOLDS, id="a rise"),
        pytest.param("90,100,-10.0", "Growth", HOLDS, id="a fall"),
        pytest.param("90,100,10.0", "Growth", FAILS, id="a fall without its sign"),
        pytest.param("90,100,10.0", "同比下降（%）", HOLDS, id="under a head of falls"),
        pytest.param("90,100,-10.0", "降幅", HOLDS, id="with a sign under a head of falls"),
        pytest.param("90,100,10.0", "增降", FAILS, id="under a head for both"),
        pytest.param("100,100,持平", "Growth", HOLDS, id="no change, in words"),
        pytest.param("0,0,—", "Growth", HOLDS, id="nothing grows from nothing"),
        pytest.param("5,0,—", "Growth", HOLDS, id="no rate from nothing"),
        pytest.param("5,0,", "Growth", HOLDS, id="a blank from nothing"),
        pytest.param("5,0,100", "Growth", FAILS, id="a rate from nothing"),
        pytest.param("5,0,0", "Growth", FAILS, id="no change from nothing to something"),
        pytest.param("0,0,0", "Growth", HOLDS, id="no change from nothing to nothing"),
    ],
)
def test_growth(rule: str, cells: str, label: str, expected: Verdict) -> None:
    assert [one.verdict for one in grown(rule, cells, label)] == [expected]


@pytest.mark.parametrize(
    ("cells", "label"),
    [
        pytest.param("12,10,2.0个百分点", "Growth", id="in the cell"),
        pytest.param("12,10,上升2.0个百分点", "Growth", id="with a sign in words"),
        pytest.param("12,10,2.0", "增减（百分点）", id="in the head"),
    ],
)
def test_a_difference_in_percentage_points_is_no_growth(cells: str, label: str) -> None:
    assert grown(RULES[0], cells, label) == []


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param("5,0,100", (FAILS, None, Slack.NO_WHOLE), id="a query"),
        pytest.param("5,,100", (OPEN, Reason.BLANK_PARTS, Slack.NONE), id="a blank may be any"),
        pytest.param("5,—,100", (FAILS, None, Slack.NO_WHOLE), id="a mark is none"),
        pytest.param("5,0,some", (OPEN, Reason.UNREADABLE_PARTS, Slack.NONE), id="unreadable"),
        pytest.param(",,", (OPEN, Reason.BLANK_PARTS, Slack.NONE), id="nothing at all"),
    ],
)
def test_a_rate_without_a_base(cells: str, expected: tuple[Verdict, Reason | None, Slack]) -> None:
    (instance,) = grown(RULES[0], cells)

    assert (instance.verdict, instance.reason, instance.slack) == expected


def test_a_quotient_of_quotients_without_a_base() -> None:
    (instance,) = grown("g = 100 / (now / before)", "5,0,100")

    assert (instance.verdict, instance.slack) == (FAILS, Slack.NO_WHOLE)


@pytest.mark.parametrize(("mark", "expected"), [("x", OPEN), ("—", OPEN), ("0", FAILS)])
def test_where_no_form_says_what_a_mark_means_it_may_be_withheld(
    mark: str, expected: Verdict
) -> None:
    (instance,) = grown(RULES[0], f"5,{mark},100", origin="inferred")

    assert instance.verdict is expected
