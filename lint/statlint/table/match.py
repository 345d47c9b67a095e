"""From the grids of a workbook to the forms that were filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from statlint.form import Form, Name, named, unroll_form
from statlint.grid import Grid
from statlint.table.compose import Gathering, foreign_tables, missing_tables, tables_of
from statlint.table.fixed import fixed_forms
from statlint.table.hints import Hints, Subject
from statlint.table.kind_of_unit import kind_of_unit
from statlint.table.model import FilledForm, Label, PeriodClaim, Search, Table
from statlint.table.near import nearest
from statlint.table.open_sheets import OpenSheet, open_sheets
from statlint.table.plan import FormPlan
from statlint.table.surroundings import leftovers, period_claims, sign_off, unit_name
from statlint.table.territory import labels_around
from statlint.table.text_around import TextAround, captions_over, text_around
from statlint.table.view import View, views_of
from statlint.values import CellRange, Period
from statlint.values.place import Place
from statlint.workbook import Document

if TYPE_CHECKING:
    from statlint.table.open_search import OpenGathering


def search(
    grids: Sequence[Grid],
    plans: Sequence[FormPlan],
    hints: Hints,
    *,
    wanted: FormPlan | None = None,
    document: Document | None = None,
) -> Search:
    """Find every form that was filled in; `wanted` limits the search to one form.

    `document` is the text around the tables, where there is one.
    """
    plans = [wanted] if wanted else list(plans)
    file = Subject(hints.path.replace("\\", "/").rpartition("/")[2], given=wanted is not None)
    text = text_around(document)
    tables = _tables(grids, plans, hints, file, text)
    around = labels_around(tables, grids)
    filled = tuple(
        _filled(one, tables[one], around[one], _grids_of(one, tables, grids), hints, text=text)
        for one in tables
    )
    closest = None if filled else nearest(grids, plans)
    return Search(filled, closest, wanted.form if wanted else None)


def _tables(
    grids: Sequence[Grid],
    plans: Sequence[FormPlan],
    hints: Hints,
    file: Subject,
    text: TextAround,
) -> dict[Gathering, tuple[Table, ...]]:
    """Find all forms with their tables, those that are open last.

    An official form goes before an open one, which would know only some of its heads; but not
    where it explains little of a table that has all the heads of an open form.
    """
    kept = [plan.form for plan in plans if plan.as_found]
    tables = _kept(grids, kept)
    plans = [plan for plan in plans if not plan.as_found]
    fixed = fixed_forms(grids, [plan for plan in plans if not plan.open], hints, text.labels)
    tables |= {one: tables_of(one) for one in fixed}
    plans = [plan for plan in plans if plan.open]
    if not plans:
        return tables
    weak = {one: own for one, own in tables.items() if _explains_little(one, own)}
    taken = _ranges({one: own for one, own in tables.items() if one not in weak})
    opened = _opened(list(open_sheets(grids, plans, taken)), file)
    new = {Gathering(one.form): tuple(one.tables) for one in opened}
    used = _ranges(new)
    lost = {one for one, own in weak.items() if _overlap(_ranges({one: own}), used)}
    return {**{one: own for one, own in tables.items() if one not in lost}, **new}


def _kept(grids: Sequence[Grid], forms: Sequence[Form]) -> dict[Gathering, tuple[Table, ...]]:
    if not forms:
        return {}
    # Only a form that a user keeps takes the search for tables by their structure.
    from statlint.table.kept import kept_tables

    return {Gathering(form): tables for form in forms for tables in kept_tables(grids, form)}


def _opened(sheets: Sequence[OpenSheet], file: Subject) -> list[OpenGathering]:
    if not sheets:
        return []
    # Most files hold no open table; the search for them takes time to import.
    from statlint.table.open_search import open_search

    return open_search(sheets, _views, file)


_Ranges: TypeAlias = "Mapping[str | None, Sequence[CellRange]]"


def _overlap(one: _Ranges, other: _Ranges) -> bool:
    return any(
        mine.overlaps(its)
        for sheet, own in one.items()
        for mine, its in product(own, other.get(sheet, ()))
    )


def _explains_little(gathering: Gathering, tables: Sequence[Table]) -> bool:
    """Tell whether most lines of a form are missing, and lines or heads are there besides."""
    if gathering.main is not None or gathering.beside or not gathering.own:
        return False
    due = sum(1 for table in tables for _ in table.plan.lines())
    strange = any(part.extra_lines or part.extra_heads for table in tables for part in table.parts)
    return strange and 2 * gathering.lines < due


def _views(grid: Grid) -> tuple[View, View]:
    return views_of(grid)


def _ranges(tables: Mapping[Gathering, Sequence[Table]]) -> dict[str | None, list[CellRange]]:
    """Give the rectangles that tables take, by sheet."""
    ranges: dict[str | None, list[CellRange]] = {}
    for own in tables.values():
        for part in (part for table in own for part in table.parts):
            ranges.setdefault(part.grid.name, []).append(part.range)
    return ranges


def _filled(
    gathering: Gathering,
    tables: tuple[Table, ...],
    labels: Sequence[Label],
    own: Sequence[Grid],
    hints: Hints,
    *,
    text: TextAround,
) -> FilledForm:
    form, half = gathering.form, gathering.main is not None
    labels = [*text.labels, *labels]
    signing = (*own, *text.signed)
    signed = tuple(entry for grid in signing for entry in sign_off(form, grid, labels))
    titles = [*text.titles, *_captions(tables), *_above(labels, tables)]
    is_open = not gathering.own
    claims = period_claims(
        labels,
        titles,
        own,
        hints.path,
        hints.period,
        words=form.titles if is_open else None,
        place=hints.place,
    )
    name = unit_name(titles, signed, form.titles if is_open else ())
    return FilledForm(
        form=_unrolled(form, tables) if is_open else form,
        tables=tables,
        # Nobody has to fill in every table of an open form.
        missing_tables=() if is_open else missing_tables(gathering),
        # The smaller half of a mixed form has no period of its own: that it is the wrong form is
        # said once, and so is what was left in around it.
        period=_period(claims) if not half else None,
        period_claims=() if half else claims,
        unit_name=name,
        kind_of_unit=hints.kind_of_unit or kind_of_unit(name),
        sign_off=signed,
        foreign=foreign_tables(gathering),
        leftovers=() if half or form.as_found else leftovers(labels),
    )


def _period(claims: Sequence[PeriodClaim]) -> Period | None:
    """Give the period a file is for; a folder may be named by the year of sending as well."""
    return next((claim.period for claim in claims if claim.role != "folder"), None)


def _unrolled(form: Form, tables: Sequence[Table]) -> Form:
    """Give an open form as it was filled in; edits that name a table which is not there go."""
    there = {table.plan.key for table in tables}
    edits = tuple(
        edit
        for edit in form.edits
        if all(
            end.parts[0] in there
            for found in named(edit.condition)
            for end in ((found,) if isinstance(found, Name) else (found.first, found.last))
        )
    )
    return unroll_form(replace(form, edits=edits), [table.plan for table in tables])


def _above(labels: Sequence[Label], tables: Sequence[Table]) -> list[Label]:
    """Give the labels over the first table of their sheet; all of a sheet without a table."""
    tops: dict[str | None, int] = {}
    for table in tables:
        for part in table.parts:
            top = part.range.first.row
            tops[part.grid.name] = min(top, tops.get(part.grid.name, top))
    return [
        label
        for label in labels
        if not (isinstance(label.sheet, Place) and not label.sheet.is_table)
        and (label.sheet not in tops or label.cell.row < tops[label.sheet])
    ]


def _captions(tables: Sequence[Table]) -> Iterator[Label]:
    """Give the paragraphs directly over the first table of a document, if it is one."""
    return iter(captions_over(tables[0].parts[0].grid) if tables else ())


def _grids_of(
    gathering: Gathering, tables: Mapping[Gathering, Sequence[Table]], grids: Sequence[Grid]
) -> list[Grid]:
    """Give the sheets a filled form speaks on; a single one owns cover and note sheets as well."""
    if sum(one.main is None for one in tables) == 1 and gathering.main is None:
        return list(grids)
    used = [one.view.grid for one in gathering.own]
    used += [part.grid for table in tables[gathering] for part in table.parts]
    return [grid for grid in grids if any(grid is one for one in used)]
