"""From a report to what a page shows of it: words in JSON, and drawn tables."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from statlint.dataclass import dataclass, field
from statlint.finding import FileReport, Finding, Outcomes, Report
from statlint.reporters import Look
from statlint.reporters.json import fields_of
from statlint.reporters.places import place_of
from statlint.run import Work
from statlint.run.explained import Explained, explained_in
from statlint.web.faults import Json
from statlint.web.plan import Plan

RESULTS = "results.json"
_DRAWN = "drawn-{number}.html"
_KINDS = ("error", "warning", "information", "justified")
_OPEN = 1_000
"""Checks that could not be made, of which a page tells."""


def keep_results(
    folder: Path,
    report: Report,
    work: Work,
    plan: Plan,
    returned: Mapping[str, Json] = MappingProxyType({}),
) -> None:
    """Write into a folder what a page shows of a report.

    `returned` is what became of marked copies that came back, by their paths.
    """
    folder.mkdir(parents=True, exist_ok=True)
    told = results_of(report, work, plan)
    for number, file in enumerate(told["files"]):
        file["returned"] = returned.get(file["path"])
        try:
            drawn = _drawn(report, file["path"])
        except Exception as error:  # noqa: BLE001 - what cannot be drawn is told in words all the same
            crash = {"path": file["path"], "code": "", "error": repr(error)}
            told["crashes"].append(crash)
            file["drawn"] = None
        else:
            drawn_in(folder, number).write_bytes(drawn.encode("utf-8", "replace"))
            file["drawn"] = number
    text = json.dumps(told, ensure_ascii=False)
    (folder / RESULTS).write_text(text.encode("utf-8", "replace").decode(), encoding="utf-8")


def drawn_in(folder: Path, number: int | str) -> Path:
    """Give the place of the drawn tables of one file."""
    return folder / _DRAWN.format(number=number)


def results_of(report: Report, work: Work, plan: Plan) -> dict[str, Any]:
    """Tell of each file what was found, and what may be said of it."""
    fields = dict(fields_of(report, Look()))
    written = cast("Iterable[dict[str, Json]]", fields["findings"])
    explained = {one.path: one for one in explained_in(report, work)}
    found = _by_path(report.findings, written, plan)
    files = [
        _file(file, plan, found.get(file.path, _Found()), explained.get(file.path))
        for file in report.files
    ]
    return {
        "run": plan.run,
        "language": plan.language,
        "outcomes": _outcomes(report.outcomes),
        "files": list(files),
        "not_checked": list(islice(cast("Iterator[Json]", fields["not_checked"]), _OPEN)),
        "crashes": list(cast("Iterator[Json]", fields["crashes"])),
    }


@dataclass(slots=True, eq=False)
class _Found:
    """The findings of one file that a page shows, and how many of each kind there are."""

    shown: list[tuple[Finding, dict[str, Json]]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


def _by_path(
    findings: Sequence[Finding], written: Iterable[dict[str, Json]], plan: Plan
) -> Mapping[str, _Found]:
    by_path: defaultdict[str, _Found] = defaultdict(_Found)
    left = plan.most_of_all
    for finding, said in zip(findings, written, strict=True):
        found = by_path[finding.path]
        found.counts["justified" if finding.justified else str(finding.severity)] += 1
        if left and len(found.shown) < plan.most:
            found.shown.append((finding, said))
            left -= 1
    return by_path


def _file(
    file: FileReport, plan: Plan, found: _Found, explained: Explained | None
) -> dict[str, Any]:
    standing = _Standing(explained)
    said = [
        {
            **said,
            "id": finding.fingerprint,
            "where": place_of(finding, plan.language),
            "value": finding.value,
            **standing.of(finding),
        }
        for finding, said in found.shown
    ]
    return {
        "file": file_of(file.path, plan),
        "path": file.path,
        "status": str(file.status),
        "message": None,
        "period": str(file.period) if file.period else None,
        "unit": file.unit_name,
        "forms": list(file.forms),
        "counts": {kind: found.counts[kind] for kind in _KINDS},
        "outcomes": _outcomes(file.outcomes),
        "findings": list(said),
        "more": found.counts.total() - len(said),
    }


def file_of(path: str, plan: Plan) -> str:
    """Give the id of the file that a path is of; those in an archive have its id."""
    names = dict(plan.checked)
    return names.get(path) or names.get(path.partition("/")[0], "")


class _Standing:
    """Tells of the findings of a file whether a reason may be given, and which was given."""

    def __init__(self, explained: Explained | None) -> None:
        self._explained = explained
        findings = explained.findings if explained else ()
        self._unexplained = {one.fingerprint: one for one in findings}

    def of(self, finding: Finding) -> dict[str, Json]:
        """Tell it of one, as it is without the reason for which it is accepted."""
        explained, found = self._explained, self._unexplained.get(finding.fingerprint)
        if explained is None or found is None:
            return {"explainable": False, "reason": "", "reason_counts": False}
        judged = explained.judged_of(found)
        return {
            "explainable": explained.ground.terms.allow(found),
            "reason": judged.entry.reason.strip() if judged else "",
            "reason_counts": explained.is_explained(found),
        }


def _outcomes(outcomes: Outcomes) -> dict[str, Json]:
    return {
        "passed": outcomes.passed,
        "failed": outcomes.failed,
        "not_checked": outcomes.not_checked,
        "crashed": outcomes.crashed,
    }


def _drawn(report: Report, path: str) -> str:
    from statlint.reporters.page import fragment_of

    return fragment_of(report, path)
