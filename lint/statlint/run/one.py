"""Check one opened file: find its tables, confront its edits, run the rules."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from statlint.config import Settings
from statlint.confront import Confrontation, confront
from statlint.facts import Filing, Referral, find_referrals, read_facts
from statlint.finding import (
    Crash,
    FileReport,
    FileStatus,
    Finding,
    NotChecked,
    Outcomes,
    Reason,
    TableNote,
)
from statlint.form import BlankMeans
from statlint.grid import Grid
from statlint.rule import AnyRule
from statlint.run.engine import FileRun
from statlint.run.formulas import check_formulas, formulas_of
from statlint.run.grids import grids_of
from statlint.run.stamp import with_causes
from statlint.run.submission import check_submission, filings_of
from statlint.run.understood import explains, inferred_form, leave_to_formulas, unexplained
from statlint.table import FilledForm, FormPlan, Hints, Layout, Search, Table, search
from statlint.values import CellRange, CellRef, Language
from statlint.workbook import Opening, Workbook

if TYPE_CHECKING:
    from statlint.inference import Understood
    from statlint.run.causes import Told


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """What a run does to every file: the forms to look for, the rules, the settings, the day."""

    plans: tuple[FormPlan, ...]
    rules: tuple[AnyRule, ...]
    settings: Settings
    today: date
    wanted: FormPlan | None = None


@dataclass(frozen=True, slots=True, eq=False)
class FileResult:
    """All that is to be said of one file."""

    file: FileReport
    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...] = ()
    crashes: tuple[Crash, ...] = ()
    causes: tuple[Told, ...] = ()
    """What findings may come from; they name them by number."""


@dataclass(frozen=True, slots=True, eq=False)
class Begun:
    """A file whose forms are checked; `filings` are those that other files matter for.

    `layouts` are its tables that no form explains: what they show may be looked for in many files
    together.
    """

    run: FileRun
    opening: Opening
    confrontations: tuple[Confrontation, ...] = ()
    filings: tuple[Filing, ...] = ()
    grids: Mapping[str | None, Grid] = field(default_factory=dict)
    search: Search | None = None
    layouts: tuple[Layout, ...] = ()


def check_one(opening: Opening, work: Work) -> FileResult:
    """Check one file by itself; a file that could not be opened has findings of its own."""
    begun = begin(opening, work)
    return finish(begun, find_referrals(begun.filings))


def begin(opening: Opening, work: Work) -> Begun:
    """Do the checks of one file that need no other file."""
    run = FileRun(opening.path, work.rules, work.settings, work.today)
    run.apply(opening)
    if opening.workbook is None:
        return Begun(run, opening)
    grids = grids_of(opening.workbook)
    by_name = {grid.name: grid for grid in grids}
    run.formulas = formulas_of(opening.workbook, grids)
    found = search(
        grids,
        work.plans,
        Hints(opening.path, work.settings.period, work.settings.kind_of_unit),
        wanted=work.wanted,
    )
    filled = tuple(
        _with_settings(one, work.settings)
        for one in found.filled
        # An open form may know a table by some heads, and have nothing to say of it.
        if explains(one) or work.settings.units or not work.settings.infer or work.wanted
    )
    confrontations = tuple(_check_form(one, run, by_name) for one in filled)
    return Begun(
        run,
        opening,
        confrontations,
        filings_of(opening.path, confrontations),
        by_name,
        replace(found, filled=filled),
        unexplained(grids, filled, work.settings),
    )


def finish(
    begun: Begun,
    referrals: Sequence[Referral] = (),
    understood: Sequence[Understood] | None = None,
) -> FileResult:
    """Do the checks of one file that may need others, and put its result together.

    `understood` are its tables without a form, where many files were looked at together.
    """
    run, found = begun.run, begun.search
    confrontations = begun.confrontations
    if found is not None:
        check_formulas(run.formulas, run, begun.confrontations)
        inferred = inferred_form(begun.layouts, run.formulas, understood)
        run.apply(replace(found, inferred=inferred), grids=begun.grids)
        if inferred is not None:
            confrontations += (_check_form(inferred, run, begun.grids),)
        leave_to_formulas(run)
    if begun.opening.workbook is not None:
        _list_unseen(run, begun.opening.workbook)
    check_submission(run, referrals, begun.grids)
    filled = [confrontation.filled for confrontation in confrontations]
    return _result(run, begun.opening, filled, confrontations)


def crashed(opening: Opening, error: Exception) -> FileResult:
    """Say that a file could not be checked because statlint itself failed on it."""
    crash = Crash("statlint", opening.path, repr(error), traceback.format_exc())
    status = FileStatus.UNREADABLE if opening.workbook is None else FileStatus.NO_TABLE
    file = FileReport(opening.path, status, opening.container.value, outcomes=Outcomes(crashed=1))
    return FileResult(file, (), crashes=(crash,))


def _with_settings(filled: FilledForm, settings: Settings) -> FilledForm:
    form = filled.form
    if settings.blank is not None:
        form = replace(form, blank=BlankMeans(settings.blank))
    return replace(filled, form=form, units_due=settings.units)


def _check_form(
    filled: FilledForm, run: FileRun, grids: Mapping[str | None, Grid]
) -> Confrontation:
    run.apply(filled, filled=filled, grids=grids)
    facts = [read_facts(table) for table in filled.tables]
    for one in facts:
        run.apply(one, filled=filled, grids=grids)
    confrontation = confront(filled, facts, on=run.settings.edits_on, off=run.settings.edits_off)
    run.count_edits(confrontation)
    run.apply(confrontation, filled=filled, grids=grids)
    return confrontation


def _list_unseen(run: FileRun, workbook: Workbook) -> None:
    """List what the reader cannot see in this format: no rule can speak of it."""
    for unseen in sorted(workbook.unseen):
        run.not_checked.append(NotChecked(run.path, None, None, unseen.value, Reason.UNSEEN))
        run.outcomes += Outcomes(not_checked=1)


def _result(
    run: FileRun,
    opening: Opening,
    filled: Sequence[FilledForm],
    confrontations: Sequence[Confrontation],
) -> FileResult:
    sheets = opening.workbook.sheets if opening.workbook else ()
    order = {sheet.name: index for index, sheet in enumerate(sheets)}
    ordered = sorted(
        run.findings,
        key=lambda found: (
            order.get(found.sheet, -1),
            found.cell or CellRef(0, 0),
            found.code,
            found.edit.id if found.edit else "",
        ),
    )
    causes = _causes(confrontations, run)
    return FileResult(
        _file_report(run, opening, filled),
        tuple(with_causes(ordered, causes)),
        tuple(run.not_checked),
        tuple(run.crashes),
        causes,
    )


def _causes(confrontations: Sequence[Confrontation], run: FileRun) -> tuple[Told, ...]:
    """Look for causes where something failed; a clean file needs nothing of what finds them.

    A text that keeps an edit open may have been meant as a figure.
    """
    if not any(
        one.fails or one.gapes or one.reason is Reason.UNREADABLE_PARTS
        for each in confrontations
        for one in each.instances
    ):
        return ()
    from statlint.run.causes import causes_of

    return causes_of(confrontations, run.formulas, run.settings.language)


def _file_report(run: FileRun, opening: Opening, filled: Sequence[FilledForm]) -> FileReport:
    workbook, language = opening.workbook, run.settings.language
    first = filled[0] if filled else None
    dialect = workbook.dialect if workbook else None
    return FileReport(
        path=opening.path,
        status=_status(workbook, filled),
        container=opening.container.value,
        period=first.period if first else None,
        unit_name=first.unit_name if first else None,
        forms=tuple(dict.fromkeys(one.form.title.of(language) for one in filled if one.form.id)),
        tables=tuple(_table_note(table, one, language) for one in filled for table in one.tables),
        encoding=dialect.encoding if dialect else None,
        separator=dialect.separator if dialect else None,
        unseen=tuple(sorted(workbook.unseen)) if workbook else (),
        outcomes=run.outcomes,
    )


def _status(workbook: Workbook | None, filled: Sequence[FilledForm]) -> FileStatus:
    if workbook is None:
        return FileStatus.UNREADABLE
    return FileStatus.CHECKED if filled else FileStatus.NO_TABLE


def _table_note(table: Table, filled: FilledForm, language: Language) -> TableNote:
    first = table.parts[0]
    corners = [part.range for part in table.parts if part.grid is first.grid]
    return TableNote(
        id=table.plan.key,
        title=table.plan.title.of(language),
        sheet=first.grid.name,
        range=CellRange.around(corners),
        form=filled.form.id or None,
        inferred=not filled.form.id,
    )
