"""On which terms an entry counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from statlint.finding import Finding, Nature, Policy
from statlint.justification.model import Entry
from statlint.justification.terms import Flaw, Terms, later
from unit.justification.found import FOUND

TODAY = date(2026, 11, 22)
GIVEN = Entry("P204", reason="moved here", by="Wang", date=date(2026, 11, 1))


@pytest.mark.parametrize(
    ("entry", "policy", "flaw"),
    [
        pytest.param(GIVEN, Policy(), None, id="a reason"),
        pytest.param(replace(GIVEN, reason=" "), Policy(), Flaw.REASON, id="none"),
        pytest.param(replace(GIVEN, reason="——"), Policy(), Flaw.REASON, id="strokes"),
        pytest.param(replace(GIVEN, reason="无"), Policy(), None, id="one sign"),
        pytest.param(replace(GIVEN, by=" "), Policy(), None, id="no name, none asked for"),
        pytest.param(replace(GIVEN, by=" "), Policy(by=True), Flaw.AUTHOR, id="no name"),
        pytest.param(replace(GIVEN, date=None), Policy(), None, id="no date, none needed"),
        pytest.param(replace(GIVEN, date=None), Policy(days=9), Flaw.DATE, id="no date"),
        pytest.param(
            replace(GIVEN, date=date(2026, 11, 23)), Policy(days=9), None, id="tomorrow, elsewhere"
        ),
        pytest.param(
            replace(GIVEN, date=date(2026, 11, 24)), Policy(days=9), Flaw.DATE, id="a day to come"
        ),
        pytest.param(replace(GIVEN, date=date(2099, 1, 1)), Policy(), None, id="as one likes"),
        pytest.param(replace(GIVEN, until=TODAY), Policy(), None, id="its last day"),
        pytest.param(replace(GIVEN, until=date(2026, 11, 21)), Policy(), Flaw.EXPIRED, id="past"),
        pytest.param(GIVEN, Policy(days=21), None, id="the last day by the settings"),
        pytest.param(GIVEN, Policy(days=20), Flaw.EXPIRED, id="past by the settings"),
        pytest.param(
            replace(GIVEN, until=date(2027, 1, 1)), Policy(days=20), Flaw.EXPIRED, id="the sooner"
        ),
    ],
)
def test_what_an_entry_lacks(entry: Entry, policy: Policy, flaw: Flaw | None) -> None:
    assert Terms(policy, TODAY).flaw_of(entry) is flaw


QUERY = replace(FOUND, nature=Nature.QUERY)


@pytest.mark.parametrize(
    ("finding", "policy", "allowed"),
    [
        pytest.param(QUERY, Policy(), True, id="to be looked at"),
        pytest.param(FOUND, Policy(), False, id="to be put right"),
        pytest.param(FOUND, Policy(allow=("B1",)), True, id="to be put right, allowed"),
        pytest.param(FOUND, Policy(allow=("unbalanced-total",)), True, id="allowed by name"),
        pytest.param(FOUND, Policy(allow=("R",)), False, id="others allowed"),
        pytest.param(QUERY, Policy(forbid=("B",)), False, id="forbidden"),
        pytest.param(FOUND, Policy(allow=("B101",), forbid=("B",)), False, id="both"),
        pytest.param(replace(QUERY, code="J004"), Policy(), False, id="a reason itself"),
        pytest.param(replace(QUERY, code="JX101"), Policy(), True, id="a third party's rule"),
    ],
)
def test_what_may_be_accepted(finding: Finding, policy: Policy, allowed: bool) -> None:  # noqa: FBT001
    assert Terms(policy, TODAY).allow(finding) is allowed


def test_a_very_long_time_ends_with_the_calendar() -> None:
    assert later(TODAY, 10**9) == date.max
