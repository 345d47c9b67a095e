"""What of the findings of a file is accepted, and what became of each entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.finding import Finding, Grounds, Justification, Nature, Policy
from statlint.justification.judge import Explanations, Ground, judge
from statlint.justification.model import Entry, entry_of
from statlint.justification.sidecar import Sidecar
from statlint.justification.terms import Terms
from statlint.values import CellRef
from unit.justification.found import FOUND

QUERY = replace(FOUND, nature=Nature.QUERY)
OTHER = replace(QUERY, line="Men", left="3", right="4", difference="-1", value="3")
TODAY = date(2026, 11, 22)


def given_for(finding: Finding, edition: int = 1, **more: object) -> Entry:
    """Give the entry of a finding with a reason."""
    return replace(entry_of(finding, edition), **{"reason": "so it is", **more})  # type: ignore[arg-type]  # by name


def ground(
    *,
    policy: Policy | None = None,
    editions: Mapping[str, int] | None = None,
    looked: bool = True,
    inside: str = "",
) -> Ground:
    terms = Terms(policy or Policy(), TODAY)
    return Ground(terms, editions or {}, lambda _: looked, inside)


def held(
    entries: list[Entry], findings: list[Finding], where: Ground | None = None
) -> tuple[list[Justification | None], Explanations]:
    """Hold findings against entries; gives what each is justified by."""
    accepted, told = judge(Sidecar("a.toml", tuple(entries)), findings, where or ground())
    return [one.justified for one in accepted], told


def fates(told: Explanations) -> list[str]:
    """Tell in a word each what became of the entries."""
    return [
        "unused"
        if one.unused
        else "changed"
        if one.changes
        else str(one.flaw)
        if one.flaw
        else "stands"
        if one.finding
        else "open"
        for one in told.judged
    ]


def test_a_reason_accepts_its_finding() -> None:
    entry = given_for(QUERY, by=" Wang ", date=date(2026, 11, 1), until=date(2026, 12, 31))

    justified, told = held([entry], [OTHER, QUERY])

    reason = Justification(Grounds.SIDECAR, "so it is", "Wang", "2026-11-01", "2026-12-31")
    assert (justified, fates(told)) == ([None, reason], ["stands"])


def test_equal_findings_are_accepted_one_by_one() -> None:
    justified, told = held([given_for(QUERY)], [QUERY, replace(QUERY, cell=CellRef(9, 9))])

    assert [one is not None for one in justified] == [True, False]
    assert fates(told) == ["stands"]


def test_an_entry_that_counts_comes_before_one_that_does_not() -> None:
    past = given_for(QUERY, until=date(2026, 1, 1))

    justified, told = held([past, given_for(QUERY, reason="new")], [QUERY])

    assert [one.reason for one in justified if one] == ["new"]
    assert fates(told) == ["unused", "stands"]


@pytest.mark.parametrize(
    ("entry", "where", "fate"),
    [
        pytest.param(given_for(QUERY, reason=""), ground(), "reason", id="no reason"),
        pytest.param(
            given_for(QUERY), ground(policy=Policy(forbid=("B",))), "not-allowed", id="forbidden"
        ),
        pytest.param(given_for(QUERY, until=date(2026, 1, 1)), ground(), "expired", id="expired"),
        pytest.param(given_for(QUERY), ground(editions={"B101": 2}), "changed", id="edition"),
        pytest.param(given_for(QUERY, left="7"), ground(), "changed", id="figures"),
        pytest.param(given_for(QUERY, line="Sum"), ground(), "changed", id="another line"),
        pytest.param(given_for(QUERY, rule="B102"), ground(), "unused", id="another rule"),
        pytest.param(
            given_for(QUERY, line="Sum", left="7"), ground(), "unused", id="all of it is another"
        ),
        pytest.param(
            given_for(QUERY, rule="B102"), ground(looked=False), "open", id="nobody looked"
        ),
    ],
)
def test_what_does_not_count_leaves_the_finding_open(
    entry: Entry, where: Ground, fate: str
) -> None:
    justified, told = held([entry], [QUERY], where)

    assert (justified, fates(told)) == ([None], [fate])


def test_what_the_workbook_accepts_stays_so() -> None:
    ignored = Justification(Grounds.WORKBOOK)

    justified, told = held([given_for(QUERY, reason="")], [replace(QUERY, justified=ignored)])

    assert (justified, fates(told)) == ([ignored], ["stands"])


def test_the_nearest_finding_is_told_as_changed() -> None:
    moved = replace(QUERY, line="Sum")

    told = held([given_for(QUERY)], [OTHER, moved])[1]

    assert [one.finding for one in told.judged] == [moved]
    assert [change.words.en for one in told.judged for change in one.changes] == [
        "line Total → Sum"
    ]


def test_one_finding_is_told_of_one_entry_only() -> None:
    entries = [given_for(QUERY, left="7"), given_for(QUERY, left="8")]

    assert fates(held(entries, [QUERY])[1]) == ["changed", "unused"]


def test_the_shortest_time_ends_it() -> None:
    entry = given_for(QUERY, date=date(2026, 11, 1), until=date(2027, 12, 31))

    justified, told = held([entry], [QUERY], ground(policy=Policy(days=60)))

    assert [one.until for one in justified if one] == ["2026-12-31"]
    assert told.judged[0].end == date(2026, 12, 31)


def test_of_an_archive_only_what_is_said_of_the_file_counts() -> None:
    mine, another = (given_for(QUERY, file=name) for name in ("in/a.csv", "in/b.csv"))

    justified, told = held([another, mine], [QUERY], ground(inside="in/a.csv"))

    assert [one is not None for one in justified] == [True]
    assert [one.entry.file for one in told.judged] == ["in/a.csv"]


def test_an_entry_for_an_archive_accepts_nothing_beside_a_file() -> None:
    assert fates(held([given_for(QUERY, file="in/a.csv")], [QUERY])[1]) == ["unused"]


OF_OTHERS = replace(QUERY, code="P204", level=2)


@pytest.mark.parametrize(
    ("finding", "beside", "alone", "others"),
    [
        pytest.param(QUERY, {"previous"}, False, None, id="found in the file by itself"),
        pytest.param(OF_OTHERS, {"previous", "parts"}, True, ("parts", "previous"), id="beside"),
        pytest.param(OF_OTHERS, set(), False, (), id="in a run over many"),
        pytest.param(OF_OTHERS, set(), True, None, id="with nothing else there"),
    ],
)
def test_what_other_files_it_was_found_with(
    finding: Finding,
    beside: set[str],
    alone: bool,  # noqa: FBT001
    others: tuple[str, ...] | None,
) -> None:
    where = replace(ground(), beside=frozenset(beside), alone=alone)

    assert where.others_of(finding) == others


FIGURES = st.integers(min_value=0, max_value=3).map(str)


@given(
    st.lists(st.builds(lambda left: replace(QUERY, left=left), FIGURES), max_size=6),
    st.lists(st.builds(lambda left: given_for(QUERY, left=left), FIGURES), max_size=6),
)
def test_no_entry_accepts_two_findings(findings: list[Finding], entries: list[Entry]) -> None:
    justified, told = held(entries, findings)

    accepted = sum(one is not None for one in justified)
    assert accepted == fates(told).count("stands")
    assert accepted == sum(
        min(
            sum(one.left == str(left) for one in findings),
            sum(one.left == str(left) for one in entries),
        )
        for left in range(4)
    )
