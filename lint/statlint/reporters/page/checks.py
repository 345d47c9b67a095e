"""What was checked in a file and held, and what could not be checked, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from statlint.reporters.page.tongue import OTHER, Tongue
from statlint.reporters.places import on_sheet, one_line, path_text
from statlint.reporters.words import REASON, ROLE, UNSEEN

if TYPE_CHECKING:
    from markupsafe import Markup

    from statlint.finding import FileReport, Finding, NotChecked, Report

_MOST_NAMED = 60


class PageRule(NamedTuple):
    """A rule that looked at a file: its code, its title, how often it spoke."""

    code: str
    title: Markup
    times: int


class OpenCheck(NamedTuple):
    """Checks that could not be decided for one reason: why, how many, which."""

    why: Markup
    times: int
    names: tuple[Markup, ...]
    rest: int


def open_checks_of(checks: Sequence[NotChecked], tongue: Tongue) -> Iterator[OpenCheck]:
    """Gather what could not be checked by its reason, the most frequent first."""
    for reason, count in Counter(check.reason for check in checks).most_common():
        named = Counter(_name(check, tongue) for check in checks if check.reason is reason)
        names = [name if times == 1 else name + f"×{times}" for name, times in named.most_common()]
        rest = max(0, len(names) - _MOST_NAMED)
        yield OpenCheck(tongue.of(REASON[reason]), count, tuple(names[:_MOST_NAMED]), rest)


def _name(check: NotChecked, tongue: Tongue) -> Markup:
    """Name what was not checked: an edit with its cell, a rule, another file, what is hidden."""
    if check.edit in ROLE and check.cell is None:
        named = check.line or (path_text(check.other) if check.other else "")
        own, other = (
            f"{ROLE[check.edit].of(language)} {one_line(named)}".strip()
            for language in (tongue.language, OTHER[tongue.language])
        )
        return tongue.pair(own, other)
    if check.edit in UNSEEN:
        return tongue.of(UNSEEN[check.edit])
    own, other = (
        f"{check.edit} {on_sheet(check.sheet, check.cell, language)}".strip()
        if check.cell
        else check.edit
        for language in (tongue.language, OTHER[tongue.language])
    )
    return tongue.pair(own, other)


class Rules:
    """The titles of the rules of a run; each is looked up when it is first asked for."""

    def __init__(self, report: Report, tongue: Tongue) -> None:
        """Take the rules of a run."""
        self._report, self._tongue = report, tongue
        self._titles: dict[str, Markup] = {}
        self._listed: Mapping[str, object] | None = None

    def of(self, file: FileReport, findings: Iterable[Finding]) -> list[PageRule]:
        """Give the rules that looked at a file, those that spoke first."""
        return self.among(
            {*file.ran, *(code for table in file.tables for code in table.ran)}, findings
        )

    def among(self, codes: Collection[str], findings: Iterable[Finding]) -> list[PageRule]:
        """Give some rules, those that spoke first, the most frequent before others."""
        spoke = Counter(one.code for one in findings)
        found = [PageRule(code, self._title(code), spoke[code]) for code in sorted(codes)]
        return sorted(found, key=lambda rule: -rule.times)

    def _title(self, code: str) -> Markup:
        if not self._titles:
            from statlint.reporters.sarif_rules import rules_of
            from statlint.rule.docs import title

            languages = (self._tongue.language, OTHER[self._tongue.language])
            for listed in rules_of(self._report):
                rule = listed.loaded()
                own, other = (title(rule, language) for language in languages)
                self._titles[listed.code] = self._tongue.pair(own, other)
        return self._titles.get(code) or self._tongue.pair(code, None)
