"""The rules of a run as SARIF wants them: title, page, address, how bad."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from statlint.finding import Report, Severity
from statlint.reporters.json_pieces import Json
from statlint.reporters.look import Look
from statlint.reporters.pages import page_address
from statlint.rule.registry import listed_in
from statlint.values import Language

if TYPE_CHECKING:
    from statlint.rule import AnyRule
    from statlint.rule.card import Listed

LEVEL: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "note",
}
"""How SARIF calls how bad a finding is."""
_SHOWN_AS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "recommendation",
}
"""How code scanning does."""

_LONGEST = 1000
"""Signs of a description that code scanning shows."""


def rules_of(report: Report) -> tuple[Listed, ...]:
    """Give the rules that a run was made with, from the packages that they came from."""
    codes = frozenset(report.rules)
    rules = [rule for pack in report.packs for rule in listed_in(pack) if rule.code in codes]
    return tuple(sorted(rules, key=lambda rule: rule.code))


def descriptors(rules: Iterable[Listed], report: Report, look: Look) -> Iterator[Json]:
    """Describe rules; one that said nothing by its names alone, since no page is shown for it."""
    spoke = {one.code for one in report.findings}
    for rule in rules:
        named: dict[str, Json] = {"id": rule.code, "name": rule.name}
        if look.pages and "://" in look.pages:
            named["helpUri"] = page_address(look.pages, rule.code, rule.name, report.language)
        yield named | descriptor(rule.loaded(), report.language) if rule.code in spoke else named


def descriptor(rule: AnyRule, language: Language) -> dict[str, Json]:
    """Describe a rule: its page is the help that is shown beside a finding."""
    # Here, since in most files no rule finds anything.
    from statlint.rule.docs import family_of, page, title

    said = page(rule, language)
    return {
        "shortDescription": {"text": title(rule, language)},
        "fullDescription": {"text": _beginning(said, language) or title(rule, language)},
        "help": {"text": said, "markdown": said},
        "defaultConfiguration": {"level": LEVEL[rule.severity]},
        "properties": {
            "tags": [family_of(rule).of(language)],
            "problem.severity": _SHOWN_AS[rule.severity],
            "level": int(rule.level),
            "edition": rule.edition,
            "since": rule.since,
        },
    }


def _beginning(said: str, language: Language) -> str:
    """Give the first paragraph below the first heading of a page."""
    below = said.partition("\n## ")[2].partition("\n")[2]
    lines = below.strip().partition("\n\n")[0].splitlines()
    text = ("" if language == "zh" else " ").join(line.strip() for line in lines)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
