"""One opened file checked: its tables, findings in order, settings, and what was read of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import pytest

from statlint.config import Settings
from statlint.confront import Confrontation
from statlint.facts import Facts
from statlint.finding import FileStatus, Finding, NotChecked, Reason, TableNote
from statlint.form import EditKind, Form
from statlint.rule import Context, Level, Severity, rule
from statlint.run import FileResult, Work, prepare
from statlint.run.one import check_one
from statlint.table import FilledForm, Search
from statlint.values import CellRange, CellRef, Period, Text
from statlint.workbook import (
    Container,
    Dialect,
    Fault,
    Opening,
    Sheet,
    Unseen,
    Workbook,
)
from tables import form_of, sheet_of, table_of

MESSAGES = {"said": Text("{what}", "{what}")}
ADVICE = Text("", "")


@rule(
    code="F901",
    level=Level.FILE,
    on=Search,
    severity=Severity.INFORMATION,
    messages=MESSAGES,
    advice=ADVICE,
)
def counted_forms(search: Search, context: Context) -> Iterator[Finding]:
    """Count the forms."""
    yield context.finding("said", what=len(search.filled))


@rule(
    code="S901",
    level=Level.FILE,
    on=FilledForm,
    severity=Severity.INFORMATION,
    messages=MESSAGES,
    advice=ADVICE,
)
def told_form(filled: FilledForm, context: Context) -> Iterator[Finding]:
    """Tell what is known of a form."""
    known = f"{filled.period} {filled.unit_name} {filled.kind_of_unit} {filled.form.blank}"
    yield context.finding("said", at=filled.start, what=known)


@rule(
    code="D901",
    level=Level.WITHIN_DATASET,
    on=Facts,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
)
def even_figure(facts: Facts, context: Context) -> Iterator[Finding]:
    """Figure is even."""
    for fact, figure in facts.with_figures():
        if figure.value % 2 == 0:
            yield context.finding("said", at=fact, what=fact.text)


@rule(
    code="B901",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
)
def failed_edit(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Edit fails."""
    for instance in confrontation.failed(EditKind.BALANCE):
        yield context.finding("said", at=instance.target, edit=instance, what="")


FORM = form_of(
    table_of(
        ["men Men", "women Women", "total Total"],
        ["x X", "y Y"],
        {"rule": "men + women = total", "per": "head"},
        {"rule": "x <= y", "per": "line", "active": False},
        key="people",
        title={"zh": "人口", "en": "People"},
    ),
    title={"zh": "例表", "en": "Example form"},
)
GRID = "Sex,X,Y\nMen,1,2\nWomen,3,4\nTotal,4,6"


def work_of(settings: Settings | None = None, wanted: Form | None = None) -> Work:
    return prepare(
        settings or Settings(),
        today=date(2026, 11, 21),
        forms=[FORM],
        rules=[counted_forms, even_figure, told_form],
        wanted=wanted,
    )


def workbook_of(*sheets: Sheet) -> Opening:
    return Opening("a/b.xlsx", "xlsx", Container.XLSX, Workbook(sheets, Container.XLSX))


def told(result: FileResult) -> list[str]:
    return [
        f"{found.sheet or '-'}!{found.cell or '-'} {found.code} {found.message}"
        for found in result.findings
    ]


def test_findings_come_by_sheet_row_column_and_code() -> None:
    sheets = [sheet_of(GRID, name="z"), sheet_of(GRID.replace("1", "2"), name="a")]

    assert told(check_one(workbook_of(*sheets), work_of())) == [
        "-!- F901 2",
        "z!A1 S901 None None None zero",
        "z!C2 D901 2",
        "z!C3 D901 4",
        "z!B4 D901 4",
        "z!C4 D901 6",
        "a!A1 S901 None None None zero",
        "a!B2 D901 2",
        "a!C2 D901 2",
        "a!C3 D901 4",
        "a!B4 D901 4",
        "a!C4 D901 6",
    ]


def test_the_report_says_what_the_file_was_read_as() -> None:
    sheet = sheet_of("Annual report 2024,,\n\n" + GRID)
    book = Workbook((sheet,), Container.DELIMITED, Dialect("gb18030", ","))
    opening = Opening("a.csv", "csv", Container.DELIMITED, book)
    file = check_one(opening, work_of(Settings(language="zh"))).file

    assert (file.path, file.status) == ("a.csv", FileStatus.CHECKED)
    assert (file.container, file.encoding, file.separator) == ("delimited text", "gb18030", ",")
    assert (str(file.period), file.unit_name, file.forms) == ("2024", None, ("例表",))
    where = CellRange(CellRef(3, 1), CellRef(6, 3))
    ran = ("D901", "S901")
    assert file.tables == (TableNote("people", "人口", None, where, "example", ran=ran),)


def test_a_table_over_two_sheets_is_noted_where_it_begins() -> None:
    heads = "Sex,X,Y\n"
    first = sheet_of(f"{heads}Men,1,2\n\n{heads}Women,3,4", name="a")
    second = sheet_of(f"{heads}Total,4,6", name="b")
    (table,) = check_one(workbook_of(first, second), work_of()).file.tables

    assert (table.sheet, str(table.range)) == ("a", "A1:C5")


@pytest.mark.parametrize(
    ("opening", "status"),
    [
        pytest.param(workbook_of(sheet_of(GRID)), FileStatus.CHECKED, id="a table"),
        pytest.param(workbook_of(sheet_of("a,b")), FileStatus.NO_TABLE, id="no table"),
        pytest.param(workbook_of(), FileStatus.NO_TABLE, id="no sheet"),
        pytest.param(
            Opening("a.xlsx", "xlsx", Container.XLSX, fault=Fault.DAMAGED),
            FileStatus.UNREADABLE,
            id="not opened",
        ),
    ],
)
def test_what_became_of_a_file(opening: Opening, status: FileStatus) -> None:
    assert check_one(opening, work_of()).file.status is status


def test_a_file_that_was_not_opened_is_not_searched() -> None:
    result = check_one(Opening("a", "", Container.XLSX, fault=Fault.EMPTY), work_of())

    assert (result.findings, result.not_checked, result.file.tables) == ((), (), ())


def test_what_a_reader_cannot_see_is_listed() -> None:
    unseen = frozenset({Unseen.FORMULAS, Unseen.ERROR_VALUES})
    book = Workbook((sheet_of(GRID),), Container.ODS, unseen=unseen)
    result = check_one(Opening("a.ods", "ods", Container.ODS, book), work_of())

    assert list(result.not_checked) == [
        NotChecked("a.ods", None, None, "error-values", Reason.UNSEEN),
        NotChecked("a.ods", None, None, "formulas", Reason.UNSEEN),
    ]
    assert result.file.unseen == ("error-values", "formulas")


@pytest.mark.parametrize(
    ("settings", "known"),
    [
        (Settings(), "None None None zero"),
        (Settings(period=Period(2023)), "2023 None None zero"),
        (Settings(kind_of_unit="town"), "None None town zero"),
        (Settings(blank="missing"), "None None None missing"),
    ],
)
def test_settings_say_what_the_file_does_not(settings: Settings, known: str) -> None:
    result = check_one(workbook_of(sheet_of(GRID)), work_of(settings))

    assert [found.message for found in result.findings if found.code == "S901"] == [known]


@pytest.mark.parametrize(
    ("settings", "checked"),
    [
        (Settings(), 2),
        (Settings(edits_on=("E2",)), 5),
        (Settings(edits_off=("E1",)), 0),
        (Settings(edits_on=("E2",), edits_off=("E1",)), 3),
    ],
)
def test_edits_are_switched_by_settings(settings: Settings, checked: int) -> None:
    opening = workbook_of(sheet_of(GRID))
    rules_alone = check_one(opening, work_of(Settings(edits_off=("E1",)))).file.outcomes
    result = check_one(opening, work_of(settings))

    assert result.file.outcomes.checked - rules_alone.checked == checked


def test_a_form_that_is_asked_for_is_the_only_one() -> None:
    other = form_of(table_of(["a Men", "b Women"], ["n X", "m Y"]), id="other")

    result = check_one(workbook_of(sheet_of(GRID)), work_of(wanted=other))

    assert [table.form for table in result.file.tables] == ["other"]


def marked(grid: str, edits: Sequence[dict[str, object]] = ()) -> list[str | None]:
    """Tell which findings of a grid are marked as sharing a cause."""
    table = table_of(["men Men", "women Women", "total Total"], ["x X", "y Y", "z Z"], *edits)
    work = prepare(Settings(), forms=[form_of(table)], rules=[failed_edit])
    return [found.diagnosis for found in check_one(workbook_of(sheet_of(grid)), work).findings]


def test_findings_that_share_a_cause_are_marked() -> None:
    edits: list[dict[str, object]] = [
        {"rule": "men + women = total", "per": "head"},
        {"rule": "x + y = z", "per": "line"},
    ]

    assert marked("Sex,X,Y,Z\nMen,1,2,3\nWomen,9,4,7\nTotal,4,6,10", edits) == ["0", "0"]
    assert marked("Sex,X,Y,Z\nMen,1,2,3\nWomen,3,4,7\nTotal,4,6,11", edits) == ["0", "0"]
    assert marked("Sex,X,Y,Z\nMen,1,2,3\nWomen,3,4,7\nTotal,5,6,10", edits[:1]) == ["0"]
