"""What is wrong in each real report by hand, against what was found."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from statlint.config import Settings
from submissions.judge import Case, Outcome, Said, case, outcomes, without
from submissions.layout import Layout
from submissions.model import Report
from submissions.official import all_slots
from submissions.real_reports import FIXTURES

Wanted = Mapping[str, str]
"""The fields of one finding; what is not given may be anything."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The findings of one report, and the kind of unit that some of them depend on.

    Those of `by_zeros` can be told only where every 0 is written out.
    """

    findings: tuple[Wanted, ...] = ()
    by_zeros: tuple[Wanted, ...] = ()
    kind_of_unit: str | None = None

    def of(self, layout: Layout) -> tuple[Wanted, ...]:
        """Give what must be found in a layout."""
        return self.findings if layout.hides_zeros else (*self.findings, *self.by_zeros)


def expected_findings() -> dict[str, Expected]:
    """Read the fixture: expectations by report id."""
    stored = tomllib.loads((FIXTURES / "expected.toml").read_text(encoding="utf-8"))
    return {
        entry["id"]: Expected(
            tuple(entry.get("finding", ())),
            tuple(entry.get("finding_by_zeros", ())),
            entry.get("kind_of_unit"),
        )
        for entry in stored["report"]
    }


def fields(said: Said) -> dict[str, str | None]:
    """Give the fields of a finding that an expectation may name."""
    found = said.finding
    return {
        "code": found.code,
        "severity": found.severity.value,
        "edit": found.edit.id if found.edit else None,
        "table": said.slot.table if said.slot else found.table,
        "line": said.slot.line if said.slot else None,
        "head": said.slot.head if said.slot else None,
        "left": found.left,
        "right": found.right,
        "difference": found.difference,
    }


def differences(wanted: Sequence[Wanted], found: Sequence[Said]) -> list[str]:
    """Compare whole lists: say what was not found, and what was found besides."""
    missing = list(wanted)
    besides = []
    for said in found:
        told = fields(said)
        match = next((one for one in missing if all(told[key] == one[key] for key in one)), None)
        if match is None:
            besides.append(f"besides: {said}")
        else:
            missing.remove(match)
    return [*(f"not found: {dict(one)}" for one in missing), *besides]


def _partly_known(report: Report) -> set[str]:
    """Tell of which tables only a part could be transcribed: their missing lines do not count."""
    whole = {(slot.table, slot.line) for slot in all_slots(report.form)}
    known = {(slot.table, slot.line) for slot in report.figures}
    return {table for table, _ in whole - known}


def _counted(found: Sequence[Said], of: Case) -> list[Said]:
    """Leave out the missing lines of tables known in part, and what the layout itself breaks."""
    partly = _partly_known(of.report)
    return [
        said
        for said in without(found, of.layout.provokes)
        if said.finding.code != "S001" or said.finding.table not in partly
    ]


def wrong(layout: Layout, reports: Iterable[Report]) -> dict[str, list[str]]:
    """Say by report id where what was found in a layout differs from what is wrong by hand."""
    wanted = expected_findings()
    told: dict[str, list[str]] = {}
    by_kind: dict[str | None, list[Case]] = {}
    for report in reports:
        if layout.suits(report):
            kind = wanted.get(report.id, Expected()).kind_of_unit
            by_kind.setdefault(kind, []).append(case(report, layout))
    for kind, cases in by_kind.items():
        found = outcomes(cases, Settings(kind_of_unit=kind))
        for each in cases:
            expected = wanted.get(each.report.id, Expected())
            told[each.report.id] = _wrong_in(each, found[each.path], expected)
    return {report_id: each for report_id, each in told.items() if each}


def _wrong_in(each: Case, outcome: Outcome, expected: Expected) -> list[str]:
    lost = [table for table in each.report.tables if table not in outcome.tables]
    return [
        *differences(expected.of(each.layout), _counted(outcome.said, each)),
        *(f"not recognised: {table}" for table in lost),
    ]
