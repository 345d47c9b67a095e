"""Check made companion tables, and compare what is found with what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from companions.layouts import Layout
from companions.model import Broken, Companion, Expected
from statlint.config import Settings
from statlint.finding import Finding, Report, Severity
from statlint.run import check_paths
from statlint.values import CellRef
from submissions.model import Place, Slot, Submission

TODAY = date(2026, 11, 22)
_WRITING = "D106"


@dataclass(frozen=True, slots=True)
class Case:
    """One file in one layout, with what must be found in it.

    A `quiet` one must not give any information either, but for the way its figures are written.
    """

    path: str
    layout: Layout
    submission: Submission
    form: str
    tables: frozenset[str]
    expected: tuple[Expected, ...] = ()
    units: tuple[str, ...] = ()
    quiet: bool = False


def clean_case(companion: Companion, layout: Layout) -> Case:
    """Lay out a file in which nothing is wrong."""
    made = layout.make(companion)
    tables = frozenset(page.table for page in companion.pages)
    path = f"{companion.id}/{layout.name}/{made.name}"
    return Case(path, layout, made, companion.form, tables, quiet=True)


def broken_case(broken: Broken, layout: Layout) -> Case:
    """Lay out a file in which one relation does not hold."""
    whole = clean_case(broken.companion, layout)
    return Case(
        f"{broken.relation}/{whole.path}",
        layout,
        whole.submission,
        whole.form,
        whole.tables,
        broken.expected,
        broken.units,
    )


def suits(broken: Broken, layout: Layout) -> bool:
    """Tell whether a layout prints all that a relation needs."""
    if layout.style.spare:
        return True
    spare = {
        (page.table, column.key)
        for page in broken.companion.pages
        for column in page.columns
        if column.spare
    }
    return all(
        (each.slot.table, each.slot.head) not in spare
        for each in broken.expected
        if each.slot is not None
    )


def differences(cases: Sequence[Case]) -> dict[str, list[str]]:
    """Tell by path what was found besides, what was not, and which tables were not known."""
    told: dict[str, list[str]] = {}
    for settings, group in _by_settings(cases):
        sources = [(each.path, each.submission.data) for each in group]
        report = check_paths(sources, settings, today=TODAY)
        if report.crashes:
            raise AssertionError(report.crashes[0].traceback)
        for each in group:
            found = list(_wrong(each, report))
            if found:
                told[each.path] = found
    return told


def _by_settings(cases: Sequence[Case]) -> Iterable[tuple[Settings, list[Case]]]:
    plain = [each for each in cases if not each.units]
    if plain:
        yield Settings(), plain
    for each in cases:
        if each.units:
            yield Settings(units=each.units), [each]


def _wrong(case: Case, report: Report) -> Iterable[str]:
    known = {table.id for file in report.files if file.path == case.path for table in file.tables}
    yield from (f"not recognised: {table}" for table in sorted(case.tables - known))
    yield from (f"recognised besides: {table}" for table in sorted(known - case.tables))
    found = [each for each in report.findings if each.path == case.path]
    yield from compared(case.expected, found, case.submission.places)
    if case.quiet:
        said = [each for each in found if each.severity is Severity.INFORMATION]
        yield from (
            f"said: {_told(each, case.submission.places)}" for each in said if each.code != _WRITING
        )


def compared(
    expected: Sequence[Expected], found: Sequence[Finding], places: Mapping[Slot, Place]
) -> Iterable[str]:
    """Compare whole lists; only what is information may be said besides."""
    left = list(expected)
    for each in found:
        match = next((one for one in left if _is(one, each, places)), None)
        if match is not None:
            left.remove(match)
        elif each.severity is not Severity.INFORMATION:
            yield f"besides: {_told(each, places)}"
    yield from (f"not found: {one.code} {one.edit} at {one.slot}" for one in left)


def _is(expected: Expected, found: Finding, places: Mapping[Slot, Place]) -> bool:
    if found.code != expected.code:
        return False
    if expected.edit and not _is_edit(expected.edit, found):
        return False
    if expected.slot is None:
        return True
    place = place_of(expected.slot, places)
    return (found.sheet, found.cell) == (place.sheet, place.cell)


def _is_edit(wanted: str, found: Finding) -> bool:
    """Tell whether an edit is the one, or one of the parts that go by its id (P2 for P2a)."""
    own = found.edit.id if found.edit else ""
    return own == wanted or (own[:-1] == wanted and own[-1].islower())


def place_of(slot: Slot, places: Mapping[Slot, Place]) -> Place:
    """Give the cell of a slot; of one left blank, where its line and its head meet."""
    if slot in places:
        return places[slot]
    own = {other: place for other, place in places.items() if other.table == slot.table}
    row = next(place for other, place in own.items() if other.line == slot.line)
    column = next(place for other, place in own.items() if other.head == slot.head)
    return Place(row.sheet, CellRef(row.cell.row, column.cell.column))


def _told(found: Finding, places: Mapping[Slot, Place]) -> str:
    slots = {(place.sheet, place.cell): slot for slot, place in places.items()}
    slot = slots.get((found.sheet, found.cell)) if found.cell else None
    at = ".".join(slot) if slot else f"{found.sheet}!{found.cell}"
    edit = found.edit.id if found.edit else "-"
    return f"{found.code} {edit} {found.severity} {at} {found.message}"
