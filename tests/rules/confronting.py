"""Confront a case with its form and tell the findings as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from rules.baselines import with_baseline
from rules.cases import Case
from rules.neighbours import lists_of, others_of
from rules.sidecars import with_sidecar
from statlint.config import Settings
from statlint.finding import Finding, Severity
from statlint.form import Form
from statlint.rule import AnyRule
from statlint.rule.registry import load_rules
from statlint.run import prepare, report_of
from statlint.run.one import check_one
from statlint.values import Language
from statlint.workbook import Opening, open_workbook

TODAY = date(2026, 11, 21)


@cache
def shipped_rules() -> dict[str, AnyRule]:
    """Load the rules that statlint ships, by name."""
    return {rule.name: rule for rule in load_rules()}


def findings_of(
    opening: Opening,
    forms: tuple[Form, ...],
    settings: Settings,
    *,
    wanted: bool = False,
    beside: Mapping[str, Any] | None = None,
) -> tuple[Finding, ...]:
    """Run all rules on an opened file; a crash ends the test.

    `beside` are the grids of other files that it is held against, as a case gives them.
    """
    rules = tuple(shipped_rules().values())
    one = forms[0] if wanted else None
    work = prepare(settings, today=TODAY, forms=() if wanted else forms, rules=rules, wanted=one)
    beside = beside or {}
    result = check_one(opening, work, others_of(beside, work), lists_of(beside, work))
    assert [crash.traceback for crash in result.crashes] == []
    return result.findings


def confront_case(
    case: Case, language: Language = "en", ignore: tuple[str, ...] = ()
) -> tuple[Finding, ...]:
    """Run all rules but those ignored on a case."""
    settings = Settings(language=language, **case.settings)
    settings = replace(settings, ignore=(*settings.ignore, *ignore))
    if case.returns:
        return roll_of(case, settings)
    if "sidecar" in case.data:
        rules = tuple(shipped_rules().values())
        work = prepare(settings, today=TODAY, forms=case.forms, rules=rules)
        result = check_one(case.opening(), work, others_of(case.data, work))
        return with_sidecar(result, str(case.data["sidecar"]), work)
    if "baseline" in case.data:
        rules = tuple(shipped_rules().values())
        work = prepare(settings, today=TODAY, forms=case.forms, rules=rules)
        return with_baseline(case.opening(), case.data["baseline"], work)
    return findings_of(case.opening(), case.forms, settings, wanted=case.wanted, beside=case.data)


_FOUND: dict[tuple[int, Language], tuple[Finding, ...]] = {}


def found_in(case: Case, language: Language = "en") -> tuple[Finding, ...]:
    """Run all rules on a case as it is, once for all that is asked of it."""
    if (id(case), language) not in _FOUND:
        _FOUND[id(case), language] = confront_case(case, language)
    return _FOUND[id(case), language]


def roll_of(case: Case, settings: Settings) -> tuple[Finding, ...]:
    """Run all rules on the files of several units."""
    settings = replace(settings, due=case.due)
    rules = tuple(shipped_rules().values())
    work = prepare(settings, today=TODAY, forms=case.forms, rules=rules)
    before = case.data.get("returns-before", {})
    results = [
        check_one(
            open_workbook(name, grid.encode()),
            work,
            others_of({"previous": before[name]} if name in before else {}, work),
        )
        for name, grid in case.returns.items()
    ]
    report = report_of(results, work)
    assert [crash.traceback for crash in report.crashes] == []
    return tuple(report.findings)


def of_interest(case: Case, findings: Sequence[Finding]) -> list[Finding]:
    """Leave out what a case does not speak of: other rules' information, or all they say."""
    loud = () if case.only else (Severity.ERROR, Severity.WARNING)
    return [found for found in findings if found.name == case.rule or found.severity in loud]


def told(findings: Sequence[Finding], *, severity: bool, paths: bool = False) -> list[str]:
    """Tell findings as a case does: place (or path), code and severity."""
    return [
        f"{_place(found, paths=paths)} {found.code}{f' {found.severity}' if severity else ''}"
        for found in findings
    ]


def _place(found: Finding, *, paths: bool) -> str:
    if paths:
        return "due" if found.path == "." else found.path
    if found.place:
        return f"{found.place}!{found.cell}" if found.cell else found.place
    if found.cell is None:
        return "-"
    return f"{found.sheet}!{found.cell}" if found.sheet else str(found.cell)
