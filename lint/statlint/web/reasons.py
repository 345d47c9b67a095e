"""Reasons that were typed on a page, put into the sidecars of its files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from statlint.finding import Finding, Report
from statlint.run.explained import Explained, explained_in
from statlint.run.reasons import Reason, ReasonError, take_back, write_reasons
from statlint.run.work import Work
from statlint.values import Language
from statlint.web.faults import Cannot, DeskFaultError
from statlint.web.plan import Given


def take(report: Report, work: Work, given: Given, language: Language) -> None:
    """Write reasons beside the files, or take back those that were emptied.

    Raises DeskFaultError, before anything is written, for one that cannot be given.
    """
    explained = {one.path: one for one in explained_in(report, work)}
    texts: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for path, mark, text in given.reasons:
        texts[path][mark] = text
    chosen = {path: _chosen(explained.get(path), marks) for path, marks in texts.items()}
    until = date.fromisoformat(given.until) if given.until else None
    usual = Reason("", given.by, work.today, until)
    try:
        for path, findings in chosen.items():
            _write(explained[path], findings, usual, language)
    except ReasonError as error:
        raise DeskFaultError(Cannot.NOT_KEPT, zh=error.words.zh, en=error.words.en) from error


def _chosen(of: Explained | None, texts: Mapping[str, str]) -> list[tuple[Finding, str]]:
    """Give findings with their texts; raises DeskFaultError for one that is not there."""
    findings = {one.fingerprint: one for one in of.findings} if of else {}
    if of is None or not findings.keys() >= texts.keys():
        raise DeskFaultError(Cannot.STALE)
    found = [(findings[mark], text) for mark, text in texts.items()]
    for finding, text in found:
        if text and not of.ground.terms.allow(finding):
            raise DeskFaultError(Cannot.NOT_EXPLAINABLE, value=finding.code)
    return found


def _write(
    of: Explained, findings: list[tuple[Finding, str]], usual: Reason, language: Language
) -> None:
    gone = [finding for finding, text in findings if not text]
    take_back(of, gone, language)
    new = [
        (finding, Reason(text, usual.by, usual.since, usual.until))
        for finding, text in findings
        if text
    ]
    if new:
        write_reasons(of, new, language)
