"""Every case of every rule gives the findings it says, and no others."""

from __future__ import annotations

import pytest

from rules.cases import Case, all_cases
from rules.confronting import confront_case, found_in, of_interest, shipped_rules, told
from statlint.finding import Related

CASES = all_cases()
FAILING = list({case.rule: case for case in reversed(CASES) if case.findings}.values())
RELATED = [case for case in CASES if case.related is not None]
ADVISED = [case for case in CASES if case.advice is not None]
SPOKEN = [case for case in CASES if case.messages("zh") or case.messages("en")]


def place_of(cell: Related) -> str:
    return f"{cell.path}!{cell.cell}" if cell.path else str(cell.cell)


def named(case: Case) -> str:
    return f"{case.rule}: {case.id}"


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_case_gives_its_findings(case: Case) -> None:
    found = of_interest(case, found_in(case))

    severity = any(expected.count(" ") > 1 for expected in case.findings)
    assert told(found, severity=severity, paths=bool(case.returns)) == case.findings


@pytest.mark.parametrize("case", SPOKEN, ids=named)
def test_a_case_gives_its_messages(case: Case) -> None:
    for language in ("zh", "en"):
        expected = case.messages(language)
        found = found_in(case, language)

        assert expected in (None, [one.message for one in found if one.name == case.rule])


@pytest.mark.parametrize("case", RELATED, ids=named)
def test_a_case_names_its_related_cells(case: Case) -> None:
    found = [one for one in found_in(case) if one.name == case.rule]

    cells = [" ".join(map(place_of, one.related)) for one in found]
    assert cells == case.related


@pytest.mark.parametrize("case", ADVISED, ids=named)
def test_a_case_gives_its_advice(case: Case) -> None:
    found = [one for one in found_in(case, "zh") if one.name == case.rule]

    assert [one.advice for one in found] == case.advice


@pytest.mark.parametrize("case", FAILING, ids=named)
def test_an_ignored_rule_is_silent(case: Case) -> None:
    code = shipped_rules()[case.rule].code
    found = confront_case(case, ignore=(code,))

    assert [one for one in found if one.code == code] == []
