"""The report as results of tests, in the JUnit XML that Jenkins, GitLab and others read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from statlint import __version__
from statlint.dataclass import dataclass
from statlint.finding import FileReport, Finding, NotChecked, Report
from statlint.reporters.accepted_part import reason_words
from statlint.reporters.addresses import path_in_repository
from statlint.reporters.by_path import ByPath, Causes
from statlint.reporters.cause_part import cause_words
from statlint.reporters.junit_cases import Case, Said, cases_of
from statlint.reporters.lines import Page
from statlint.reporters.look import Look
from statlint.reporters.places import one_line, path_text, place_of
from statlint.reporters.ruler import Ruler
from statlint.reporters.sarif_rules import rules_of
from statlint.reporters.words import JUNIT, REASON
from statlint.values import Language

_KINDS = ("failure", "error", "skipped")
_MOST_LINES = 100
"""Findings of one case that are said one by one: programs turn away reports of 30 MB."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A case as it is written: what came of it (empty: it passed), why, and all that it says."""

    name: str
    kind: str = ""
    message: str = ""
    type: str = ""
    text: str = ""


def write_junit(report: Report, look: Look) -> Iterator[str]:
    """Write a suite for each file, with a case for each rule and table.

    A case fails where its findings fail the run: at or above the fail level, and not accepted.
    """
    names = {rule.code: rule.name for rule in rules_of(report)}
    causes = Causes(report.diagnoses)
    page = Page(report.language, look, Ruler())
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="statlint">\n'
    for said in _said(report):
        path = said.file.path if said.file else said.findings[0].path
        cases = [_case(one, causes, page) for one in cases_of(said, names, report.language)]
        yield from _suite(path_text(path_in_repository(path, look)), said.file, cases)
    yield "</testsuites>\n"


def _said(report: Report) -> Iterator[Said]:
    """Go through what is said file by file, then of files that were not checked."""
    findings, left_open = ByPath(report.findings), ByPath(report.not_checked)
    crashes = ByPath(report.crashes)
    for file in report.files:
        path = file.path
        yield Said(file, findings.of(path), crashes.of(path), left_open.of(path))
    for path in sorted(findings.paths - {file.path for file in report.files}):
        yield Said(None, findings.of(path), crashes.of(path), left_open.of(path))


def _case(case: Case, causes: Causes, page: Page) -> _Written:
    language = page.language
    accepted = [one for one in case.findings if one.justified is not None]
    open_ones = [one for one in case.findings if one.justified is None]
    failed = [one for one in open_ones if one.severity.rank <= page.look.fail_level.rank]
    text = "\n".join(_lines(case.findings, causes, page)) if case.findings else ""
    if case.crashes:
        crash = case.crashes[0]
        return _Written(case.name, "error", crash.error, crash.code, crash.traceback)
    if failed:
        message = JUNIT["failed"].of(language) if len(failed) > 1 else "{message}"
        said = message.format(message=one_line(failed[0].message), more=len(failed) - 1)
        return _Written(case.name, "failure", said, str(failed[0].severity), text)
    if case.left_open:
        return _Written(case.name, "skipped", _why(case.left_open, language))
    if accepted and not open_ones:
        return _Written(case.name, "skipped", _reason(accepted[0], page), text=text)
    return _Written(case.name, text=text)


def _why(left_open: Sequence[NotChecked], language: Language) -> str:
    words = REASON[left_open[0].reason].of(language)
    return JUNIT["open"].of(language).format(reason=words, count=len(left_open))


def _reason(found: Finding, page: Page) -> str:
    """Say why a finding is accepted; empty where it is not."""
    return reason_words(found.justified, page) if found.justified else ""


def _lines(findings: Sequence[Finding], causes: Causes, page: Page) -> Iterator[str]:
    """Say the findings of a case, each on a line, and their causes, each once."""
    told: set[str] = set()
    for found in findings[:_MOST_LINES]:
        where = place_of(found, page.language)
        why = _reason(found, page) or one_line(found.advice)
        said = " ".join(filter(None, (one_line(found.message), why)))
        yield f"{where}: {said}" if where else said
        cause = causes.of(found)
        if cause is not None and cause.id not in told:
            told.add(cause.id)
            yield cause_words(cause, page)
    if len(findings) > _MOST_LINES:
        yield JUNIT["more"].of(page.language).format(count=len(findings) - _MOST_LINES)


def _suite(path: str, file: FileReport | None, cases: Sequence[_Written]) -> Iterator[str]:
    counts = {kind: sum(case.kind == kind for case in cases) for kind in _KINDS}
    name = quoteattr(path)
    yield (
        f' <testsuite name={name} file={name} tests="{len(cases)}" failures="{counts["failure"]}"'
        f' errors="{counts["error"]}" skipped="{counts["skipped"]}">\n'
    )
    yield "".join(_properties(file))
    seen: dict[str, int] = {}
    for case in cases:
        # Programs take cases of one name for one case.
        seen[case.name] = seen.get(case.name, 0) + 1
        told = case.name if seen[case.name] == 1 else f"{case.name} #{seen[case.name]}"
        yield from _testcase(case, f"name={quoteattr(told)} classname={name}", name)
    yield " </testsuite>\n"


def _properties(file: FileReport | None) -> Iterator[str]:
    told: dict[str, object] = {"statlint": __version__}
    if file is not None:
        told |= {"status": file.status, "period": file.period, "unit": file.unit_name}
        told |= {"forms": "; ".join(file.forms), "container": file.container}
        told |= {"passed": file.outcomes.passed, "failed": file.outcomes.failed}
        told |= {"not-checked": file.outcomes.not_checked}
    yield "  <properties>\n"
    for name, value in told.items():
        if value not in {None, ""}:
            yield f"   <property{_attributes({'name': name, 'value': str(value)})}/>\n"
    yield "  </properties>\n"


def _testcase(case: _Written, head: str, file: str) -> Iterator[str]:
    if not case.kind and not case.text:
        # Nearly all are: what a passed one need not say, thousands need not.
        yield f"  <testcase {head}/>\n"
        return
    inside = "\n".join(map(one_line, case.text.splitlines()))
    yield f"  <testcase {head} file={file}>\n"
    if case.kind:
        told = {"message": case.message, "type": case.type}
        said = {name: value for name, value in told.items() if value}
        body = escape(inside) if case.kind != "skipped" else ""
        yield f"   <{case.kind}{_attributes(said)}>{body}</{case.kind}>\n"
    if inside and case.kind in {"", "skipped"}:
        yield f"   <system-out>{escape(inside)}</system-out>\n"
    yield "  </testcase>\n"


def _attributes(pairs: Mapping[str, str]) -> str:
    return "".join(f" {name}={quoteattr(one_line(value))}" for name, value in pairs.items())
