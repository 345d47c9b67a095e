"""Places in a ranking: which are wrong, and which only follow from another line."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.confront import Confrontation, Instance, Slack, Verdict
from statlint.diagnosis import group
from statlint.finding import Reason, Severity
from tables import confrontation_of, form_of, table_of

WAYS = [
    {"id": "M7a", "rule": "place(score, unit) = rank", "per": "line", "rival": "ties"},
    {"id": "M7b", "rule": "dense(score, unit) = rank", "per": "line", "rival": "ties"},
]
FORM = form_of(
    table_of(
        [{"key": "unit", "label": "Unit", "repeat": True}],
        [
            {"key": "unit", "label": "Unit", "kind": "text", "names": "unit"},
            {"key": "score", "label": "Score", "kind": "score"},
            {"key": "rank", "label": "Place"},
        ],
        *WAYS,
    )
)


def ranked(scores: Sequence[object], places: Sequence[object]) -> Confrontation:
    """Confront a ranking of so many units, A0, A1 and so on."""
    rows = [
        f"A{number},{score},{place}"
        for number, (score, place) in enumerate(zip(scores, places, strict=True))
    ]
    return confrontation_of(FORM, "\n".join(["Unit,Score,Place", *rows]))


def failed(confrontation: Confrontation) -> list[Instance]:
    return [instance for instance in confrontation.instances if instance.fails]


def told(instances: Sequence[Instance]) -> list[str]:
    """Tell instances: the unit, the place due and the printed one."""
    return [f"{one.target.line_label} {one.left}/{one.right}" for one in instances if one.target]


def places_of(scores: Sequence[int], *, dense: bool) -> list[int]:
    """Give the right places."""
    above = set if dense else list
    return [1 + len(above(other for other in scores if other > own)) for own in scores]


SCORES = st.lists(st.integers(1, 6), min_size=2, max_size=12)


@given(SCORES, st.booleans())
def test_a_right_ranking_holds_whichever_way_ties_go(scores: list[int], dense: bool) -> None:  # noqa: FBT001
    verdicts = {one.verdict for one in ranked(scores, places_of(scores, dense=dense)).instances}

    assert verdicts == {Verdict.HOLDS}


@given(st.permutations(range(1, 10)), st.integers(0, 8), st.integers(1, 30))
def test_a_wrong_place_is_found_at_its_cell_alone(scores: list[int], line: int, place: int) -> None:
    places = places_of(scores, dense=False)
    expected = [f"A{line} {places[line]}/{place}"] if place != places[line] else []
    places[line] = place

    assert told(failed(ranked(scores, places))) == expected


@given(st.permutations(range(1, 10)), st.integers(0, 8), st.integers(0, 8))
def test_exchanged_places_are_both_named_as_one_group(
    scores: list[int], one: int, other: int
) -> None:
    places = places_of(scores, dense=False)
    places[one], places[other] = places[other], places[one]
    found = failed(ranked(scores, places))

    assert [len(members) for members in group(found)] == ([2] if one != other else [])


@given(st.permutations(range(1, 12)), st.integers(0, 10), st.sampled_from([-20, 20]))
def test_a_changed_score_is_told_by_one_line_or_by_an_exchange(
    scores: list[int], line: int, change: int
) -> None:
    places = places_of(scores, dense=False)
    scores = [*scores[:line], scores[line] + change, *scores[line + 1 :]]
    found = failed(ranked(scores, places))

    shifted = sum(
        own != due for own, due in zip(places, places_of(scores, dense=False), strict=True)
    )
    named = [one.target.line_label for one in found if one.target]
    assert len(found) <= 2
    assert (not shifted and not found) or f"A{line}" in named
    assert sum(len(one.shifted) for one in found) == shifted - len(found)


def test_what_is_shifted_is_no_failure_of_its_own() -> None:
    confrontation = ranked([95, 60, 90, 80, 79], [1, 2, 3, 4, 5])
    (wrong,) = failed(confrontation)

    assert told([wrong]) == ["A1 5/2"]
    assert [fact.line_label for fact in wrong.shifted] == ["A2", "A3", "A4"]
    assert len(confrontation.instances) == 2


def test_places_in_order_that_begin_too_late_are_told_once() -> None:
    (wrong,) = failed(ranked([95, 90, 85, 80], [2, 3, 4, 5]))

    assert told([wrong]) == ["A0 1/2"]
    assert [fact.line_label for fact in wrong.shifted] == ["A1", "A2", "A3"]


@pytest.mark.parametrize(
    ("places", "slacks"),
    [
        pytest.param([1, 2, 3, 4], [Slack.TIE], id="equal scores one after the other"),
        pytest.param([1, 2, 4, 4], [Slack.NONE], id="a place that another line has"),
        pytest.param([1, 3, 3, 4], [Slack.TIE, Slack.TIE], id="equal scores share the last place"),
        pytest.param([1, 2, 2, 5], [Slack.NONE], id="further than the ties explain"),
    ],
)
def test_ties(places: list[int], slacks: list[Slack]) -> None:
    assert [one.slack for one in failed(ranked([95, 91, 91, 80], places))] == slacks


@pytest.mark.parametrize(
    ("scores", "places", "expected"),
    [
        pytest.param(
            [7, 2, 8, 7, 8], [3, 5, 1, 2, 1], ["A3 3/2 tie"], id="the other way to count ties"
        ),
        pytest.param(
            [3, 4, 2, 4], ["", 2, 4, 2], ["A1 1/2 tie", "A3 1/2 tie"], id="a blank among ties"
        ),
        pytest.param(
            [9, 4, 2, 1, 2, 3, 3],
            [1, 5, 4, 5, 3, 3, 4],
            ["A1 2/5 none", "A4 4/3 none", "A6 3/4 none"],
            id="no tie where others are out of order",
        ),
        pytest.param(
            [3, 2, 2, 9, 4, 4],
            [2, 6, 4, 1, 4, 3],
            ["A0 3/2 none", "A5 2/3 none"],
            id="an exchange explains the others",
        ),
        pytest.param(
            [2, 5, 5, 8, 2, 5, 6],
            [5, 5, 2, 1, 5, 3, 4],
            ["A1 3/5 none", "A2 3/2 none", "A6 2/4 none"],
            id="lines that hold are spared",
        ),
    ],
)
def test_several_slips_at_once(
    scores: list[int], places: list[int | str], expected: list[str]
) -> None:
    found = failed(ranked(scores, places))

    assert [
        f"{words} {one.slack}" for one, words in zip(found, told(found), strict=True)
    ] == expected


def test_what_is_shifted_is_told_once() -> None:
    found = failed(ranked([7, 7, 8, 4, 7, 9, 3, 6], [2, 8, 1, 6, 2, 8, 7, 5]))

    assert [len(one.shifted) for one in found] == [6, 0]


def test_places_of_two_rankings_are_no_exchange() -> None:
    form = form_of(
        table_of(
            [
                {"key": "group", "label": "Group", "repeat": True},
                {"key": "unit", "label": "Unit", "repeat": True, "under": "group"},
            ],
            [
                {"key": "unit", "label": "Unit", "kind": "text", "names": "unit"},
                {"key": "score", "label": "Score", "kind": "score", "required": False},
                {"key": "rank", "label": "Place", "required": False},
            ],
            {"rule": "place(score, unit) = rank", "per": "line", "within": "group"},
        )
    )
    rows = "一、North,,\n1.A,95,2\n2.B,90,2\n3.C,80,3\n二、South,,\n1.D,85,1\n2.E,75,1\n3.F,70,3"
    found = failed(confrontation_of(form, f"Unit,Score,Place\n{rows}"))

    assert told(found) == ["1.A 1/2", "2.E 2/1"]
    assert [len(members) for members in group(found)] == [1, 1]


def test_another_order_of_equals_is_only_a_query() -> None:
    (wrong,) = failed(ranked([95, 91, 91, 80], [1, 2, 3, 4]))

    assert (wrong.severity, wrong.nature.name) == (Severity.WARNING, "QUERY")


@pytest.mark.parametrize(
    ("scores", "places", "expected"),
    [
        pytest.param(
            ["95", "", "80"],
            ["1", "", "2"],
            ["holds", "not-checked blank-parts", "holds"],
            id="a unit without score and place",
        ),
        pytest.param(
            ["95", "—", "80"],
            ["1", "2", "3"],
            ["holds", "not-checked blank-parts", "not-checked blank-parts"],
            id="a mark for a score that another place counts",
        ),
        pytest.param(
            ["95", "absent", "80"],
            ["1", "", "3"],
            ["not-checked unreadable-parts"] * 3,
            id="a score that cannot be read",
        ),
        pytest.param(
            ["95", "absent", "80"],
            ["1", "", "4"],
            ["not-checked unreadable-parts", "not-checked unreadable-parts", "fails"],
            id="a place that no score would explain",
        ),
        pytest.param(
            ["95", "-3", "-5", ""],
            ["1", "2", "4", "3"],
            ["holds", "not-checked blank-parts", "holds", "not-checked blank-parts"],
            id="scores below nothing",
        ),
    ],
)
def test_a_blank_leaves_open_only_what_it_must(
    scores: list[str], places: list[str], expected: list[str]
) -> None:
    found = [
        f"{one.verdict} {one.reason or ''}".strip() for one in ranked(scores, places).instances
    ]

    assert found == expected


def test_an_unreadable_score_is_said_to_be_the_reason() -> None:
    reasons = {one.reason for one in ranked(["95", "absent"], ["1", "2"]).instances}

    assert reasons == {Reason.UNREADABLE_PARTS}
