"""What is wrong in each real report by hand, against what was found."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from submissions.judge import Said
from submissions.layout import Layout
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
