"""A run on the page: the summary, its files, and what is said of them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from statlint import __version__
from statlint.finding import FileReport, FileStatus, Finding, Report, Severity, TableNote
from statlint.reporters.by_path import ByPath
from statlint.reporters.file_part import facts_of
from statlint.reporters.lines import Page
from statlint.reporters.look import Look
from statlint.reporters.most import most_of
from statlint.reporters.overview import STATUS_WORDS
from statlint.reporters.page.addresses import Numbered, Twins
from statlint.reporters.page.budget import Budget
from statlint.reporters.page.checks import PageRule, Rules
from statlint.reporters.page.files import PageFile
from statlint.reporters.page.rows import Counts, FileRow, counts_of
from statlint.reporters.page.tongue import OTHER, Tongue
from statlint.reporters.page.words import SAID
from statlint.reporters.places import on_sheet, one_line, path_text
from statlint.reporters.ruler import Ruler
from statlint.reporters.words import SAID as WORDS
from statlint.reporters.words import STATUS
from statlint.values import Text
from statlint.values.overview import ReturnStatus
from statlint.values.place import Place

if TYPE_CHECKING:
    from markupsafe import Markup

    from statlint.finding.drawn import Series
    from statlint.values.overview import Overview, OverviewLine

_TOLD_BELOW = frozenset({"tables"})
"""What is told of a file in a part of its own."""
_MOST_TOLD = 300
"""So many files with the worst findings get a part of the page."""
_IN_FULL = 20
"""So many files each get a part of the page; of more, only those of which there is something."""
_OWN_OUTPUT = "F014"
"""The rule that knows what statlint itself wrote."""


class PageRun:
    """A run on the page, in one language or in both; `prefix` goes before all names of its parts.

    With a `path` only that file of the run is shown.
    """

    version = __version__
    words: Mapping[str, Text] = MappingProxyType({str(one): one.words for one in Severity})
    """How bad findings are, in words."""

    def __init__(
        self,
        report: Report,
        look: Look,
        *,
        other: Report | None = None,
        prefix: str = "",
        path: str | None = None,
    ) -> None:
        """Take a report, and the same one in the other language where both are shown."""
        self.report, self.look, self.prefix = report, look, prefix
        self.tongue = Tongue(report.language, both=other is not None)
        self.now = datetime.now().astimezone()
        self.findings, self.causes = ByPath(report.findings), ByPath(report.diagnoses)
        self.open_checks = ByPath(report.not_checked)
        self.causes_again = ByPath(other.diagnoses if other else ())
        self.twins = Twins(other.findings if other else ())
        self.rules = Rules(report, self.tongue)
        self.budget = Budget()
        self._other, self._path = other, path
        self.keys, self.shown = _keyed(report.findings, look.most)

    @property
    def files(self) -> Sequence[FileReport]:
        """The files that are shown."""
        files = self.report.files
        return files if self._path is None else [one for one in files if one.path == self._path]

    @cached_property
    def folder(self) -> str:
        """The folder that all files lie in, where there are several; with the sign at its end."""
        folders = {os.path.dirname(file.path) for file in self.files}  # noqa: PTH120 - of texts
        if len(self.files) == 1 or "" in folders:
            return ""
        try:
            shared = os.path.commonpath(folders)
        except ValueError:  # there is none, or whole paths stand beside others
            return ""
        return os.path.join(shared, "") if shared else ""  # noqa: PTH118 - of texts

    @cached_property
    def rows(self) -> list[FileRow]:
        """All files in a line each, in the order of the run."""
        found = []
        counted = [counts_of(self.findings.of(file.path)) for file in self.files]
        worst = frozenset(
            sorted(range(len(counted)), key=lambda at: counted[at].rank, reverse=True)[:_MOST_TOLD]
        )
        for number, (file, counts) in enumerate(zip(self.files, counted, strict=True), 1):
            unread = file.status is not FileStatus.CHECKED
            amiss = unread or bool(counts.total)
            told = not self.is_many or (amiss and number - 1 in worst)
            name = path_text(file.path.removeprefix(self.folder))
            own = any(one.code == _OWN_OUTPUT for one in self.findings.of(file.path))
            found.append(FileRow(file, counts, f"{self.prefix}file{number}", name, told, own))
        return found

    @property
    def is_many(self) -> bool:
        """Whether there are so many files that not each gets a part of the page."""
        return len(self.files) > _IN_FULL

    @property
    def untold(self) -> int:
        """How many files have findings, and no part of the page for lack of room."""
        return sum(bool(row.counts.total) and not row.is_told for row in self.rows)

    @cached_property
    def by_path(self) -> dict[str, FileRow]:
        """The same by their paths."""
        return {row.file.path: row for row in self.rows}

    @cached_property
    def counts(self) -> Counts:
        """How many findings there are in what is shown."""
        return counts_of(self._everything())

    @property
    def hides(self) -> bool:
        """Whether only some findings are shown, as was asked."""
        most = self.look.most
        return most is not None and most < len(self.report.findings)

    def _everything(self) -> Iterator[Finding] | Sequence[Finding]:
        return self.report.findings if self._path is None else self.findings.of(self._path)

    @property
    def unread(self) -> int:
        """How many files could not be checked, though somebody expects it."""
        return sum(not (row.is_checked or row.is_own) for row in self.rows)

    @property
    def verdict(self) -> tuple[str, Markup]:
        """What it all comes to: a level, and a sentence."""
        counts, say = self.counts, self.tongue.say
        if not self.rows:
            return "unread", say("verdict-nothing")
        if counts.error:
            return "error", say("verdict-error", count=counts.error)
        if self.unread:
            return "unread", say("verdict-unread", count=self.unread)
        if counts.warning:
            return "warning", say("verdict-warning", count=counts.warning)
        if all(row.is_own for row in self.rows):
            return "own", say("verdict-own")
        return "clean", say("verdict-clean")

    @property
    def parts(self) -> Iterator[PageFile]:
        """The files that a part of the page is of, the worst first where there are many."""
        rows = [row for row in self.rows if row.is_told]
        if self.is_many:
            # What there is room for goes to those that need it most.
            rows.sort(key=lambda row: row.counts.rank, reverse=True)
        return (PageFile(row, self) for row in rows)

    @property
    def outcomes(self) -> object:
        """The counts of checks."""
        return self.report.outcomes if self._path is None else self.files[0].outcomes

    @property
    def overviews(self) -> Sequence[Overview]:
        """Who reported, where that is known."""
        return self.report.overview if self._path is None else ()

    @property
    def title(self) -> str:
        """What the page is called."""
        title = SAID["title"].of(self.tongue.language)
        return f"{title} - {self.rows[0].name}" if len(self.rows) == 1 else title

    def facts_of(self, row: FileRow) -> Iterator[tuple[Markup, Markup]]:
        """Give what a file was read as: words, and what they are of."""
        tongue = self.tongue
        told = (
            (row.file, tongue.language),
            (self._again.get(row.file.path, row.file), OTHER[tongue.language]),
        )
        own, other = (
            list(facts_of(file, Page(language, Look(), Ruler()))) for file, language in told
        )
        last = ""
        for (label, text), (_, twin) in zip(own, other, strict=False):
            last = label or last
            if last not in _TOLD_BELOW:
                words = tongue.of(WORDS[label]) if label else tongue.pair("", None)
                yield words, tongue.pair(text, twin)

    def name_of(self, sheet: str) -> Markup:
        """Name a sheet, or a table of a document."""
        if isinstance(sheet, Place):
            return self.tongue.of(sheet.words)
        return self.tongue.say("sheet", name=one_line(sheet))

    def titles_of(self, file: FileReport) -> list[tuple[Markup, TableNote]]:
        """Give the tables of a file with their titles."""
        twins = self._again.get(file.path, file).tables
        pairs = zip(file.tables, twins, strict=True) if len(twins) == len(file.tables) else ()
        return [(self.tongue.pair(one.title, twin.title), one) for one, twin in pairs]

    def where(self, table: TableNote) -> Markup:
        """Say where a table stands."""
        own, other = (
            on_sheet(table.sheet, table.range, language)
            for language in (self.tongue.language, OTHER[self.tongue.language])
        )
        return self.tongue.pair(own, other)

    @property
    def all_rules(self) -> list[PageRule]:
        """The rules of the run, those that spoke first."""
        return self.rules.among(self.report.rules, self.report.findings)

    def status_of(self, line: OverviewLine) -> tuple[str, Markup]:
        """Say what became of a unit: a level, and words."""
        words, style = STATUS_WORDS[line.status]
        return style.name.lower(), self.tongue.of(words)

    def state_of(self, row: FileRow) -> Markup:
        """Say what became of a file."""
        if row.is_own:
            return self.tongue.say("own")
        return self.tongue.of(STATUS[row.file.status])

    @staticmethod
    def missing_in(overview: Overview) -> int:
        """Count the units that handed nothing in."""
        return overview.count(ReturnStatus.MISSING)

    @property
    def elsewhere(self) -> list[tuple[str, list[Finding]]]:
        """What is said of files that were not checked: lists of units, the baseline."""
        if self._path is not None:
            return []
        others = self.findings.paths - {file.path for file in self.report.files}
        return [(path, self.findings.of(path)) for path in sorted(others)]

    def series_of(self, file: FileReport) -> Sequence[Series]:
        """Give the figures of a file over the years, from either run."""
        if file.series or self._other is None:
            return file.series
        again = self._again.get(file.path)
        return again.series if again else ()

    @cached_property
    def _again(self) -> dict[str, FileReport]:
        """The files in the other language, by their paths."""
        return {one.path: one for one in self._other.files} if self._other else {}


def _keyed(
    findings: Sequence[Finding], most: int | None
) -> tuple[dict[str, list[str]], frozenset[str]]:
    """Name all findings, by their paths; and tell which of them are shown."""
    numbered, shown = Numbered(), []
    keys: dict[str, list[str]] = {}
    chosen = iter(most_of(findings, most))
    wanted = next(chosen, None)
    for one in findings:
        key = numbered.key(one)
        keys.setdefault(one.path, []).append(key)
        if one == wanted:
            shown.append(key)
            wanted = next(chosen, None)
    return keys, frozenset(shown)
