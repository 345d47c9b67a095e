"""The files of a run on the page: what each was read as, its sheets, findings and checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from statlint.finding import Crash, Diagnosis
from statlint.reporters.accepted_part import is_listed
from statlint.reporters.page.addresses import Addresses, home_of, is_prose
from statlint.reporters.page.checks import OpenCheck, PageRule, open_checks_of
from statlint.reporters.page.compared import Change, changes_of
from statlint.reporters.page.findings import PageFinding, led
from statlint.reporters.page.sheets import PageSheet, drawn_of, mark_cells, wanted_of
from statlint.reporters.places import path_text

if TYPE_CHECKING:
    from statlint.finding.drawn import DrawnSheet, Series
    from statlint.reporters.page.rows import FileRow
    from statlint.reporters.page.run import PageRun
    from statlint.values import CellRef

_PARTS = "parts"
_LAST = 1_000
"""A rank after those of all findings."""


class PageFile:
    """One file on the page."""

    def __init__(self, row: FileRow, of_run: PageRun) -> None:
        """Take a file; its parts are made when they are asked for."""
        self.row, self.file, self._run = row, row.file, of_run
        self.findings = of_run.findings.of(row.file.path)
        self.short: list[PageFinding] = []
        self.unlisted = 0

    @cached_property
    def listed(self) -> list[PageFinding]:
        """Its findings that are told in full, the worst first."""
        run, path = self._run, self.file.path
        causes = {one.id: one for one in run.causes.of(path)}
        twins = {one.id: one for one in run.causes_again.of(path)}
        keys = run.keys.get(path, ())
        found = [
            PageFinding(
                one, key, f"{self.row.address}-f{at}", run.tongue, twin=run.twins.of(key, one)
            )
            for at, (one, key) in enumerate(zip(self.findings, keys, strict=True), 1)
            if is_listed(one) and key in run.shown
        ]
        ordered = led(found, causes, twins)
        full = run.budget.take_full(len(ordered))
        rest = ordered[full:]
        self.short = rest[: run.budget.take_short(len(rest))]
        self.unlisted = len(rest) - len(self.short)
        for one in ordered:
            one.pages = run.look.pages
        return ordered[:full]

    @cached_property
    def sheets(self) -> list[PageSheet]:
        """Its sheets with tables or findings, in the order of the file."""
        listed = self.listed
        everything = [*listed, *self.short]
        causes = list(self._run.causes.of(self.file.path))
        drawn = {one.name: one for one in self._draw(everything, causes)}
        homes = [home_of(one.finding) for one in everything if self._is_on_sheet(one)]
        names = list(dict.fromkeys((*drawn, *homes)))
        numbered = {
            name: (at, drawn[name].refs if name in drawn else ()) for at, name in enumerate(names)
        }
        addresses = Addresses(f"{self.row.address}-", numbered)
        for one in everything:
            one.addresses = addresses
        series = self._series()
        sheets = []
        for at, name in enumerate(names):
            sheet = PageSheet(name, addresses, at, drawn.get(name))
            here = [one for one in everything if home_of(one.finding) == name]
            sheet.findings = [one for one in here if one in listed and self._is_on_sheet(one)]
            sheet.series = series.get(name, {})
            sheet.related = _related(everything, name)
            mark_cells(sheet, (one for one in here if self._is_on_sheet(one)), causes)
            for one in sheet.findings:
                one.series = sheet.series.get(one.finding.cell) if one.finding.cell else None
            sheets.append(sheet)
        return sheets

    @property
    def loose_last(self) -> bool:
        """Whether the sheets have worse than what is found in the file as a whole."""
        in_sheets = (one.rank for sheet in self.sheets for one in sheet.findings)
        return min(in_sheets, default=_LAST) < min((one.rank for one in self.loose), default=_LAST)

    @property
    def loose(self) -> list[PageFinding]:
        """The findings that are of the file as a whole."""
        return [
            one
            for one in self.listed
            if not self._is_on_sheet(one) and not is_prose(home_of(one.finding))
        ]

    @property
    def prose(self) -> list[PageFinding]:
        """The findings that are of the text of a document."""
        return [one for one in self.listed if is_prose(home_of(one.finding))]

    @property
    def rules(self) -> list[PageRule]:
        """The rules that looked at it."""
        return self._run.rules.of(self.file, self.findings)

    @property
    def open_checks(self) -> Iterator[OpenCheck]:
        """What could not be checked in it."""
        return open_checks_of(self._run.open_checks.of(self.file.path), self._run.tongue)

    @property
    def changes(self) -> list[Change]:
        """The figures that changed most since the period before."""
        return list(changes_of(self._run.series_of(self.file)))

    @property
    def parts(self) -> list[tuple[str, FileRow | None]]:
        """The parts that it was held against, with what this run says of each."""
        paths = (one.path for one in self.file.neighbours if one.role == _PARTS)
        return [(path_text(path), self._run.by_path.get(path)) for path in paths]

    @property
    def crashes(self) -> Iterator[Crash]:
        """The rules that crashed on it."""
        return (one for one in self._run.report.crashes if one.path == self.file.path)

    def _draw(
        self, findings: Sequence[PageFinding], causes: Sequence[Diagnosis]
    ) -> Iterator[DrawnSheet]:
        run = self._run
        if run.budget.cells <= 0:
            return
        told = [one.finding for one in findings]
        tables = () if run.is_many else self.file.tables
        wanted = wanted_of(tables, told, causes, run.budget.most)
        originals = run.report.originals
        content = originals.content_of(self.file.path) if originals and wanted else None
        for sheet in drawn_of(self.file, content, wanted, told):
            run.budget.take_cells(sheet.size)
            yield sheet

    def _is_on_sheet(self, one: PageFinding) -> bool:
        home = home_of(one.finding)
        return not is_prose(home) and (home is not None or one.finding.cell is not None)

    def _series(self) -> dict[str | None, dict[CellRef, Series]]:
        found: dict[str | None, dict[CellRef, Series]] = {}
        for one in self._run.series_of(self.file):
            found.setdefault(one.sheet, {})[one.cell] = one
        return found


def _related(findings: Sequence[PageFinding], sheet: str | None) -> frozenset[CellRef]:
    """Give the cells of a sheet that findings lead to."""
    return frozenset(
        other.cell
        for one in findings
        for other in one.finding.related
        if other.path is None and other.sheet == sheet
    )
