"""The report in SARIF 2.1.0, which code scanning and many viewers of findings read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import nsmallest

from statlint import __version__
from statlint.finding import Crash, FileReport, Finding, Report
from statlint.reporters.by_path import Causes
from statlint.reporters.json_pieces import Fields, Json, Streamed, pieces_of
from statlint.reporters.look import Look
from statlint.reporters.places import one_line
from statlint.reporters.sarif_result import BASE, Places, result
from statlint.reporters.sarif_rules import descriptors, rules_of
from statlint.reporters.steady import with_marks
from statlint.reporters.words import REASON
from statlint.rule.card import Listed

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LANGUAGE = {"zh": "zh-CN", "en": "en-US"}
_MOST_RESULTS = 25_000
"""Results of a file that code scanning does not turn away; it shows the 5,000 worst of them."""


def write_sarif(report: Report, look: Look) -> Iterator[str]:
    """Write the report in SARIF; accepted findings are there, suppressed."""
    return _written(report, report.findings, look)


def write_code_scanning(report: Report, look: Look) -> Iterator[str]:
    """Write SARIF as GitHub's code scanning takes it.

    It shows suppressed findings as if nobody had accepted them, and turns away files with more than
    25,000 results: accepted findings are left out, and the worst come in.
    """
    return _written(report, worst_in_order(report.findings, _MOST_RESULTS), look)


def worst_in_order(findings: Iterable[Finding], most: int) -> Iterator[Finding]:
    """Give the worst findings that nobody accepted, in their order."""
    ranks = (
        (found.severity.rank, place)
        for place, found in enumerate(findings)
        if found.justified is None
    )
    kept = {place for _, place in nsmallest(most, ranks)}
    return (found for place, found in enumerate(findings) if place in kept)


def _written(report: Report, findings: Iterable[Finding], look: Look) -> Iterator[str]:
    run = Fields(_run(report, findings, look))
    log = Fields((("$schema", _SCHEMA), ("version", "2.1.0"), ("runs", iter((run,)))))
    yield from pieces_of(log, compact=True)
    yield "\n"


def _run(report: Report, findings: Iterable[Finding], look: Look) -> Iterator[tuple[str, Streamed]]:
    rules = rules_of(report)
    numbers = {file.path: number for number, file in enumerate(report.files)}
    places = Places(report, look, numbers, Causes(report.diagnoses))
    known = {rule.code: number for number, rule in enumerate(rules)}
    marked = with_marks(findings, look)
    yield "tool", Fields([("driver", Fields(_driver(rules, report, look)))])
    yield "language", _LANGUAGE[report.language]
    yield "columnKind", "unicodeCodePoints"
    yield "newlineSequences", ["\r\n", "\n", "\r"]
    yield "originalUriBaseIds", {BASE: {"description": {"text": "The root of the repository."}}}
    yield "invocations", [_invocation(report, look, places)]
    yield "artifacts", (_artifact(file, places) for file in report.files)
    yield "results", (result(found, mark, known, places) for found, mark in marked)


def _driver(rules: Iterable[Listed], report: Report, look: Look) -> Iterator[tuple[str, Streamed]]:
    yield "name", "statlint"
    yield "version", __version__
    yield "semanticVersion", __version__
    yield "rules", descriptors(rules, report, look)


def _artifact(file: FileReport, places: Places) -> Json:
    written: dict[str, Json] = {
        "location": places.file(file.path),
        "roles": ["analysisTarget"],
        "properties": {"status": str(file.status), "container": file.container},
    }
    return written | {"encoding": file.encoding} if file.encoding else written


def _invocation(report: Report, look: Look, places: Places) -> Json:
    """Say how the run ended, which rules crashed, and how many checks could not be decided."""
    outcomes = report.outcomes
    written: dict[str, Json] = {
        "executionSuccessful": not report.crashes,
        "toolExecutionNotifications": [
            *(_crash(crash, places) for crash in report.crashes),
            *_not_checked(report),
        ],
        "properties": {
            "passed": outcomes.passed,
            "failed": outcomes.failed,
            "notChecked": outcomes.not_checked,
            "crashed": outcomes.crashed,
        },
    }
    return written if look.status is None else written | {"exitCode": look.status}


def _crash(crash: Crash, places: Places) -> Json:
    return {
        "level": "error",
        "descriptor": {"id": crash.code},
        "message": {"text": one_line(f"{crash.code}: {crash.error}")},
        "exception": {"message": one_line(crash.error)},
        "locations": [{"physicalLocation": {"artifactLocation": places.file(crash.path)}}],
    }


def _not_checked(report: Report) -> Iterator[Json]:
    """Count the checks that could not be decided, by the reason."""
    counts = Counter(check.reason for check in report.not_checked)
    for reason, count in sorted(counts.items()):
        words = f"{REASON[reason].of(report.language)}: {count}"
        yield {
            "level": "note",
            "descriptor": {"id": str(reason)},
            "message": {"text": words},
        }
