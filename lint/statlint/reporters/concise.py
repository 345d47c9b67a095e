"""The report for editors and scripts: one finding a line."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Diagnosis, Finding, Report
from statlint.reporters.lines import Page
from statlint.reporters.look import Look
from statlint.reporters.most import hidden_words, most_of
from statlint.reporters.places import one_line, path_text, place_of
from statlint.reporters.ruler import Ruler
from statlint.values.place import Place


def write_concise(report: Report, look: Look) -> Iterator[str]:
    """Write `path:Sheet!Cell: CODE message` for each finding; without cell for a whole file.

    What somebody accepted is left out: nothing is to be done about it.
    """
    return (f"{line}\n" for line in _lines(report, look))


def _lines(report: Report, look: Look) -> Iterator[str]:
    page = Page(report.language, look, Ruler(wide_signs=look.wide_signs))
    causes = {cause.id: cause for cause in report.diagnoses}
    # All of them are gone through as they come: there may be very many.
    found = report.findings
    if look.most is not None:
        found = [one for one in found if one.justified is None]
    shown = most_of(found, look.most)
    for finding in shown:
        if finding.justified is not None:
            continue
        # The cause stands once, at the first of its findings.
        cause = causes.pop(finding.diagnosis or "", None)
        told = _told(cause, page) if cause and cause.message else ""
        yield f"{_place(finding, page)}: {finding.code} {one_line(finding.message)}{told}"
    hidden = hidden_words(found, shown, page)
    if hidden:
        yield hidden
    if look.statistics:
        from statlint.reporters.statistics import count_rules

        for rule in count_rules(report):
            yield f"{rule.times} {rule.code} {rule.name}"


def _told(cause: Diagnosis, page: Page) -> str:
    # Here, since most findings come from nothing that is known.
    from statlint.reporters.cause_part import cause_words

    return f"{page.say('semicolon')}{cause_words(cause, page)}"


def _place(finding: Finding, page: Page) -> str:
    where = place_of(finding, page.language)
    if isinstance(finding.place, Place):
        # 第12段: what stands between colons reads best in one piece.
        words = finding.place.words.of(page.language)
        where = where.replace(words, words.replace(" ", "") if page.language == "zh" else words)
    path = path_text(finding.path)
    return f"{path}:{where}" if where else path
