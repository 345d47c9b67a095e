"""What a subject shows: one look at it tells which rules can have nothing to say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statlint.confront import Confrontation
from statlint.facts import Facts
from statlint.history import History, Vicinity
from statlint.rule.occasion import Occasion
from statlint.rule.occasions_edits import occasions_of_edits
from statlint.rule.occasions_facts import occasions_of_facts
from statlint.table import FilledForm, Search, Table
from statlint.typed import TYPE_CHECKING, cast
from statlint.workbook import Opening

if TYPE_CHECKING:
    from statlint.formula import Formulas
    from statlint.history.roll import Roll
    from statlint.rule.model import Subject

_ENDINGS = frozenset(
    {("csv", "delimited text"), ("tsv", "delimited text"), ("txt", "delimited text")}
)
"""Usual endings of files that are not called as their content is."""


def occasions_of(subject: Subject) -> frozenset[Occasion] | None:
    """Say what a subject shows; None for one of a kind that is not looked at."""
    shown = _shown(subject)
    return None if shown is None else frozenset(shown)


def _shown(subject: Subject) -> Iterable[Occasion] | None:
    if isinstance(subject, Facts):
        return occasions_of_facts(subject)
    if isinstance(subject, Confrontation):
        return occasions_of_edits(subject)
    if isinstance(subject, FilledForm):
        return _of_form(subject)
    if isinstance(subject, Opening):
        return _of_opening(subject)
    if isinstance(subject, Search):
        return _of_search(subject)
    if isinstance(subject, Vicinity):
        return (Occasion.PASSED_OVER,) if subject.passed_over else ()
    if isinstance(subject, History):
        return (Occasion.ODD,) if subject.odd else ()
    return _shown_rarely(subject)


def _shown_rarely(subject: Subject) -> Iterable[Occasion] | None:
    # By their names, since a file alone is on no roll, and most have no formulas.
    kind = type(subject).__name__
    if kind == "Roll":
        return _of_roll(cast("Roll", subject))
    if kind == "Formulas":
        from statlint.rule.occasions_formulas import occasions_of_formulas

        return occasions_of_formulas(cast("Formulas", subject))
    return None


def _of_opening(opening: Opening) -> Iterator[Occasion]:
    if opening.fault is not None:
        yield Occasion.FAULT
    ending, content = opening.announced, opening.container.value
    if ending != content and (ending, content) not in _ENDINGS:
        yield Occasion.ENDING
    dialect = opening.workbook.dialect if opening.workbook else None
    if dialect is not None and dialect.doubtful:
        yield Occasion.ENCODING
    if opening.workbook is not None:
        if opening.workbook.outward:
            yield Occasion.OUTWARD
        if any(sheet.long_texts for sheet in opening.workbook.sheets):
            yield Occasion.LONG_TEXT


def _of_search(search: Search) -> Iterator[Occasion]:
    if not (search.filled or search.inferred or search.lists):
        yield Occasion.NOTHING
    if any(one.units_due for one in search.filled):
        yield Occasion.UNITS_DUE
    if search.torn:
        yield Occasion.TORN


def _of_form(filled: FilledForm) -> Iterator[Occasion]:
    if filled.missing_tables:
        yield Occasion.NO_TABLE
    if filled.foreign:
        yield Occasion.STRANGE
    if filled.sign_off or filled.form.sign_off:
        yield Occasion.SIGN_OFF
    if filled.leftovers:
        yield Occasion.TEMPLATE
    periods = {one.period for one in filled.period_claims}
    own = filled.period
    if len(periods) > 1 or (own is not None and not filled.form.valid_in(own.year)):
        yield Occasion.PERIOD
    for table in filled.tables:
        yield from _of_table(table)


def _of_table(table: Table) -> Iterator[Occasion]:
    if table.missing_lines or table.missing_heads:
        yield Occasion.LACKING
    if table.foreign:
        yield Occasion.STRANGE
    for part in table.parts:
        if part.extra_lines or part.extra_heads:
            yield Occasion.STRANGE
        if part.repeated or part.misplaced:
            yield Occasion.ORDER
        if part.group_figures:
            yield Occasion.GROUP_FIGURE


def _of_roll(roll: Roll) -> Iterator[Occasion]:
    if roll.listed:
        yield Occasion.LISTED
    if any(len(line.returns) > 1 for line in roll.lines):
        yield Occasion.SEVERAL
    if any(one.drifts for one in roll.returns):
        yield Occasion.DRIFTS
