"""From the grids of a workbook to the forms that were filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from statlint.dataclass import replace
from statlint.form import Form, Name
from statlint.grid import Grid
from statlint.table.fixed import fixed_forms
from statlint.table.found import Found
from statlint.table.hints import Hints, Subject
from statlint.table.kind_of_unit import kind_of_unit
from statlint.table.memory import Memory
from statlint.table.model import FilledForm, Label, NearMiss, PeriodClaim, Search, Table
from statlint.table.open_sheets import OpenSheet, open_sheets
from statlint.table.plan import FormPlan
from statlint.table.surroundings import leftovers, period_claims, sign_off, unit_name
from statlint.table.territory import labels_around
from statlint.table.text_around import TextAround, captions_over, text_around
from statlint.table.view import views_of
from statlint.typed import TypeAlias
from statlint.values import CellRange, Period
from statlint.values.place import Place
from statlint.workbook import Document


def search(
    grids: Sequence[Grid],
    plans: Sequence[FormPlan],
    hints: Hints,
    *,
    wanted: FormPlan | None = None,
    document: Document | None = None,
    memory: Memory | None = None,
) -> Search:
    """Find every form that was filled in; `wanted` limits the search to one form.

    `document` is the text around the tables, where there is one, `memory` what was found before.
    """
    plans = [wanted] if wanted else list(plans)
    file = Subject(hints.path.replace("\\", "/").rpartition("/")[2], given=wanted is not None)
    text = text_around(document)
    found = _found(grids, plans, hints, file, text, memory=memory)
    around = labels_around(found, grids)
    filled = tuple(
        _filled(one, around[one], _grids_of(one, found, grids), hints, text=text) for one in found
    )
    closest = None if filled else _closest(grids, plans)
    return Search(filled, closest, wanted.form if wanted else None)


def _closest(grids: Sequence[Grid], plans: Sequence[FormPlan]) -> NearMiss | None:
    # Most files hold a form that is known.
    from statlint.table.near import nearest

    return nearest(grids, plans)


def _found(
    grids: Sequence[Grid],
    plans: Sequence[FormPlan],
    hints: Hints,
    file: Subject,
    text: TextAround,
    *,
    memory: Memory | None,
) -> list[Found]:
    """Find all forms with their tables, those that are open last.

    An official form goes before an open one, which would know only some of its heads; but not
    where it explains little of a table that has all the heads of an open form.
    """
    kept = _kept(grids, [plan.form for plan in plans if plan.as_found])
    plans = [plan for plan in plans if not plan.as_found]
    fixed = [plan for plan in plans if not plan.open]
    found = [*kept, *fixed_forms(grids, fixed, hints, text.labels, memory)]
    plans = [plan for plan in plans if plan.open]
    if not plans:
        return found
    weak = [one for one in found if _explains_little(one, found)]
    taken = _ranges(one for one in found if one not in weak)
    new = _opened(list(open_sheets(grids, plans, taken)), file)
    used = _ranges(new)
    lost = [one for one in weak if _overlap(_ranges([one]), used)]
    return [*(one for one in found if one not in lost), *new]


def _kept(grids: Sequence[Grid], forms: Sequence[Form]) -> list[Found]:
    if not forms:
        return []
    # Only a form that a user keeps takes the search for tables by their structure.
    from statlint.table.kept import kept_tables

    return [Found(form, tables, open=True) for form in forms for tables in kept_tables(grids, form)]


def _opened(sheets: Sequence[OpenSheet], file: Subject) -> list[Found]:
    if not sheets:
        return []
    # Most files hold no open table; the search for them takes time to import.
    from statlint.table.open_search import open_search

    found = open_search(sheets, views_of, file)
    return [Found(one.form, tuple(one.tables), open=True) for one in found]


_Ranges: TypeAlias = "Mapping[str | None, Sequence[CellRange]]"


def _overlap(one: _Ranges, other: _Ranges) -> bool:
    return any(
        mine.overlaps(its)
        for sheet, own in one.items()
        for mine, its in product(own, other.get(sheet, ()))
    )


def _explains_little(one: Found, found: Sequence[Found]) -> bool:
    """Tell whether most lines of a form are missing, and lines or heads are there besides."""
    if one.open or one.main is not None or any(other.main is one for other in found):
        return False
    due = sum(1 for table in one.tables for _ in table.plan.lines())
    strange = any(
        part.extra_lines or part.extra_heads for table in one.tables for part in table.parts
    )
    return strange and 2 * one.lines < due


def _ranges(found: Iterable[Found]) -> dict[str | None, list[CellRange]]:
    """Give the rectangles that tables take, by sheet."""
    ranges: dict[str | None, list[CellRange]] = {}
    for part in (part for one in found for table in one.tables for part in table.parts):
        ranges.setdefault(part.grid.name, []).append(part.range)
    return ranges


def _filled(
    found: Found, labels: Sequence[Label], own: Sequence[Grid], hints: Hints, *, text: TextAround
) -> FilledForm:
    form, tables, half = found.form, found.tables, found.main is not None
    labels = [*text.labels, *labels]
    signing = (*own, *text.signed)
    signed = tuple(entry for grid in signing for entry in sign_off(form, grid, labels))
    titles = [*text.titles, *_captions(tables), *_above(labels, tables)]
    claims = period_claims(
        labels,
        titles,
        own,
        hints.path,
        hints.period,
        words=form.titles if found.open else None,
        place=hints.place,
    )
    name = unit_name(titles, signed, form.titles if found.open else ())
    return FilledForm(
        form=_unrolled(form, tables) if found.open else form,
        tables=tables,
        # Nobody has to fill in every table of an open form.
        missing_tables=found.missing,
        # The smaller half of a mixed form has no period of its own: that it is the wrong form is
        # said once, and so is what was left in around it.
        period=_period(claims) if not half else None,
        period_claims=() if half else claims,
        unit_name=name,
        kind_of_unit=hints.kind_of_unit or kind_of_unit(name),
        sign_off=signed,
        foreign=found.foreign,
        leftovers=() if half or form.as_found else leftovers(labels),
    )


def _period(claims: Sequence[PeriodClaim]) -> Period | None:
    """Give the period a file is for; a folder may be named by the year of sending as well."""
    return next((claim.period for claim in claims if claim.role != "folder"), None)


def _unrolled(form: Form, tables: Sequence[Table]) -> Form:
    """Give an open form as it was filled in; edits that name a table which is not there go."""
    there = {table.plan.key for table in tables}
    from statlint.form import named, unroll_form

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


def _grids_of(one: Found, found: Sequence[Found], grids: Sequence[Grid]) -> list[Grid]:
    """Give the sheets a filled form speaks on; a single one owns cover and note sheets as well."""
    if one.main is None and sum(other.main is None for other in found) == 1:
        return list(grids)
    used = [*one.sheets, *(part.grid for table in one.tables for part in table.parts)]
    return [grid for grid in grids if any(grid is its for its in used)]
