"""What is said of a file itself: what it was read as, and what was found in it."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.finding import FileReport, FileStatus, TableNote
from statlint.run.engine import FileRun
from statlint.run.ran import Ran
from statlint.table import FilledForm, Table
from statlint.values import CellRange, Language
from statlint.workbook import Fault, Opening


def file_report(opening: Opening, run: FileRun, filled: Sequence[FilledForm]) -> FileReport:
    """Say what a file was read as, and which forms were found in it."""
    workbook, language = opening.workbook, run.settings.language
    first = filled[0] if filled else None
    dialect = workbook.dialect if workbook else None
    document = workbook.document if workbook else None
    return FileReport(
        path=opening.path,
        status=_status(opening, filled),
        container=opening.container.value,
        period=first.period if first else None,
        unit_name=first.unit_name if first else None,
        forms=tuple(dict.fromkeys(one.form.title.of(language) for one in filled if one.form.id)),
        tables=tuple(
            _table_note(table, one, language, run.ran) for one in filled for table in one.tables
        ),
        encoding=dialect.encoding if dialect else None,
        separator=dialect.separator if dialect else None,
        unseen=tuple(sorted(one.value for one in workbook.unseen)) if workbook else (),
        outcomes=run.outcomes,
        paragraphs=len(document.paragraphs) if document else None,
        printed_tables=len(workbook.sheets) if workbook and document else 0,
        converted_by=workbook.converted_by if workbook else None,
        ran=run.ran.codes,
    )


def _status(opening: Opening, filled: Sequence[FilledForm]) -> FileStatus:
    if opening.workbook is None and opening.fault is not Fault.OWN_OUTPUT:
        return FileStatus.UNREADABLE
    return FileStatus.CHECKED if filled else FileStatus.NO_TABLE


def _table_note(table: Table, filled: FilledForm, language: Language, ran: Ran) -> TableNote:
    first = table.parts[0]
    corners = [part.range for part in table.parts if part.grid is first.grid]
    return TableNote(
        id=table.plan.key,
        title=table.plan.title.of(language),
        sheet=first.grid.name,
        range=CellRange.around(corners),
        form=filled.form.id or None,
        inferred=not filled.form.id,
        ran=ran.of(table),
    )
