"""Check one opened file: find its tables, confront its edits, run the rules."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.confront import Confrontation, Verdict
from statlint.dataclass import dataclass, replace
from statlint.facts import Filing, Referral, find_referrals
from statlint.finding import (
    Crash,
    FileReport,
    FileStatus,
    NeighbourNote,
    NotChecked,
    Outcomes,
    Reason,
)
from statlint.history.imprint import imprints_of
from statlint.run.documents import Report, order_of, placed, text_alone
from statlint.run.engine import FileRun
from statlint.run.file_note import file_report
from statlint.run.forms import Checking, Others, alone, check_form
from statlint.run.formula_cells import has_formulas
from statlint.run.lists import NO_LISTS, ListsBeside, check_lists, look_at_lists, with_lists
from statlint.run.long_tables import check_long, with_long
from statlint.run.read import Read, read
from statlint.run.result import FileResult
from statlint.run.submission import check_submission, filings_of
from statlint.run.understood import inferred_form, leave_to_formulas
from statlint.run.work import Work
from statlint.table import FilledForm
from statlint.typed import TYPE_CHECKING
from statlint.values import CellRef
from statlint.workbook import Opening, Workbook

if TYPE_CHECKING:
    from statlint.inference import Understood
    from statlint.run.told import Told
    from statlint.table import Layout
    from statlint.tidy.find import Found


@dataclass(frozen=True, slots=True, eq=False)
class Begun:
    """A file whose forms are checked; `filings` are those that other files matter for.

    What its tables without a form show may be looked for in many files together.
    """

    checking: Checking
    file: Read
    confrontations: tuple[Confrontation, ...] = ()
    filings: tuple[Filing, ...] = ()
    lists: ListsBeside = NO_LISTS
    report: Report | None = None
    """The text around its tables, where no form explains one of them."""

    @property
    def run(self) -> FileRun:
        """Its rules at work."""
        return self.checking.run

    @property
    def layouts(self) -> tuple[Layout, ...]:
        """Its tables that no form explains."""
        return self.file.layouts

    @property
    def path(self) -> str:
        """The path of the file."""
        return self.file.opening.path

    @property
    def cells(self) -> int:
        """How many cells it has."""
        return sum(len(grid) for grid in self.file.grids.values())

    @property
    def refers(self) -> bool:
        """Whether other files of its folder matter for its forms."""
        return bool(self.filings)

    @property
    def waits(self) -> bool:
        """Whether any other file matters for it."""
        return bool(self.filings or self.layouts)


def check_one(
    opening: Opening, work: Work, others: Others = alone, lists: ListsBeside = NO_LISTS
) -> FileResult:
    """Check one file by itself; a file that could not be opened has findings of its own.

    `others` finds what each of its forms is held against, `lists` are the earlier long lists.
    """
    begun = begin(read(opening, work, known=lists.earlier), work, others, lists=lists)
    return finish(begun, find_referrals(begun.filings))


def begin(
    file: Read,
    work: Work,
    others: Others = alone,
    beside: Sequence[NeighbourNote] = (),
    lists: ListsBeside = NO_LISTS,
) -> Begun:
    """Do the checks of one file that need no other file of this run to be checked.

    `beside` are files that are to be named beside those that its forms are held against, `lists`
    those that its long lists are held against.
    """
    opening = file.opening
    run = FileRun(opening.path, work.roster, work.settings, work.today)
    checking = Checking(run, file.grids, others, file.facts_of, list(beside), ready=work.ready)
    run.apply(opening)
    if opening.workbook is None:
        return Begun(checking, file)
    if has_formulas(opening.workbook):
        from statlint.formula import Formulas

        run.formulas = Formulas(opening.workbook, tuple(file.grids.values()))
    report = file.report
    if report is not None:
        first = file.filled[0] if file.filled else None
        run.apply(report.prose, filled=first, grids=file.grids)
    confrontations = tuple(
        check_form(one, checking, None if at else report) for at, one in enumerate(file.filled)
    )
    filings = filings_of(opening.path, confrontations)
    left = None if confrontations else report
    return Begun(checking, file, confrontations, filings, lists, left)


def finish(
    begun: Begun,
    referrals: Sequence[Referral] = (),
    understood: Sequence[Understood] | None = None,
) -> FileResult:
    """Do the checks of one file that may need others, and put its result together.

    `understood` are its tables without a form, where many files were looked at together.
    """
    run, file = begun.run, begun.file
    confrontations = begun.confrontations
    found = look_at_lists(file.lists, begun.lists, begun.checking)
    if file.search is not None:
        if run.formulas is not None:
            from statlint.run.formulas import check_formulas

            check_formulas(run.formulas, run, begun.confrontations)
        inferred = inferred_form(file.layouts, run.formulas, understood)
        run.apply(replace(file.search, inferred=inferred), grids=file.grids)
        confrontations += _inferred(inferred, begun)
        confrontations += tuple(check_lists(found, begun.checking))
        confrontations += tuple(check_long(file.long, begun.checking))
        leave_to_formulas(run)
    if file.opening.workbook is not None:
        _list_unseen(run, file.opening.workbook)
    check_submission(run, referrals, file.grids)
    return _result(begun, confrontations, found)


def _inferred(inferred: FilledForm | None, begun: Begun) -> tuple[Confrontation, ...]:
    """Check tables that no form explains; those that show no relation have a history as well.

    What the text of a document says is held against them; where there is no table, it is by itself.
    """
    checking = begun.checking
    if checking.others is not alone or begun.report:
        from statlint.run.as_found import as_found

        found = inferred or as_found(begun.layouts)
        inferred = begun.file.dated(found) if found else None
    if begun.report and inferred is None:
        inferred = text_alone()
    return (check_form(inferred, checking, begun.report),) if inferred else ()


def crashed(opening: Opening, error: Exception) -> FileResult:
    """Say that a file could not be checked because statlint itself failed on it."""
    import traceback

    crash = Crash("statlint", opening.path, repr(error), traceback.format_exc())
    status = FileStatus.UNREADABLE if opening.workbook is None else FileStatus.NO_TABLE
    file = FileReport(opening.path, status, opening.container.value, outcomes=Outcomes(crashed=1))
    return FileResult(file, (), crashes=(crash,))


def _list_unseen(run: FileRun, workbook: Workbook) -> None:
    """List what the reader cannot see in this format: no rule can speak of it."""
    for unseen in sorted(workbook.unseen):
        run.not_checked.append(NotChecked(run.path, None, None, unseen.value, Reason.UNSEEN))
        run.outcomes += Outcomes(not_checked=1)


def _result(
    begun: Begun, confrontations: Sequence[Confrontation], lists: Sequence[Found]
) -> FileResult:
    run, opening = begun.run, begun.file.opening
    order = order_of(opening.workbook)
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
    found, open_checks = tuple(ordered), tuple(run.not_checked)
    if causes:
        from statlint.run.with_causes import waiting_for, with_causes

        found = tuple(with_causes(ordered, causes))
        open_checks = tuple(waiting_for(run.not_checked, causes))
    filled = [confrontation.filled for confrontation in confrontations]
    report = file_report(opening, run, filled)
    report = with_lists(report, lists, run.settings.language, run.ran)
    report = with_long(report, begun.file.long, run.settings.language, run.ran)
    return FileResult(
        replace(
            report,
            neighbours=tuple(dict.fromkeys(begun.checking.seen)),
            series=tuple(begun.checking.series),
        ),
        tuple(map(placed, found)),
        open_checks,
        tuple(run.crashes),
        tuple(cause.in_words() for cause in causes),
        tuple(taken for one in confrontations for taken in imprints_of(one.filled, one.facts)),
        tuple(begun.checking.drifts),
        run.clock.asked,
    )


def _causes(confrontations: Sequence[Confrontation], run: FileRun) -> tuple[Told, ...]:
    """Look for causes where something failed; a clean file needs nothing of what finds them.

    A text that keeps an edit open may have been meant as a figure.
    """
    if not any(map(_is_amiss, confrontations)):
        return ()
    from statlint.run.causes import causes_of

    return causes_of(confrontations, run.formulas, run.settings.language)


def _is_amiss(confrontation: Confrontation) -> bool:
    for one in confrontation.instances:
        if one.verdict is Verdict.HOLDS and one.reason is None:
            continue
        if one.fails or one.gapes or one.reason is Reason.UNREADABLE_PARTS:
            return True
    return False
