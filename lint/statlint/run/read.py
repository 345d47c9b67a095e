"""One opened file as it is read: its sheets, and the forms that were filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from statlint.config import Settings
from statlint.dataclass import dataclass, field, replace
from statlint.facts import Facts, Filing, read_facts
from statlint.form import BlankMeans
from statlint.grid import Grid
from statlint.run.documents import Report, report_in, text_alone, text_of, with_path
from statlint.run.grids import grids_of
from statlint.run.lists import long_lists, not_lists, open_cells, short_lists
from statlint.run.long_tables import long_tables, not_long
from statlint.run.stated_lists import stated_lists
from statlint.run.texts import search_file
from statlint.run.understood import explains, unexplained
from statlint.run.work import Work
from statlint.table import FilledForm, Hints, Search
from statlint.table.surroundings import period_of_path
from statlint.typed import TYPE_CHECKING
from statlint.values import Period
from statlint.workbook import Opening

if TYPE_CHECKING:
    from statlint.bulk.find import LongTable
    from statlint.config.datasets import Place
    from statlint.table import Layout
    from statlint.tidy.find import Listed


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A file, its sheets by name, the forms found on them and the tables that none explains."""

    opening: Opening
    grids: Mapping[str | None, Grid] = field(default_factory=dict)
    search: Search | None = None
    layouts: tuple[Layout, ...] = ()
    period: Period | None = None
    """What it is for by its path, or by what was asked for."""
    lists: tuple[Listed, ...] = ()
    """Its sheets that are long lists, one figure a row."""
    long: tuple[LongTable, ...] = ()
    """Its tables of very many lines."""
    _facts: dict[int, tuple[Facts, ...]] = field(default_factory=dict, repr=False)
    _reports: list[Report | None] = field(default_factory=list, repr=False)

    @property
    def filled(self) -> tuple[FilledForm, ...]:
        """The forms that were filled in."""
        return self.search.filled if self.search else ()

    def facts_of(self, filled: FilledForm) -> tuple[Facts, ...]:
        """Read the facts of one of its forms, once for its own check and for other files."""
        key = id(filled.tables)
        if key not in self._facts:
            self._facts[key] = tuple(map(read_facts, filled.tables))
        return self._facts[key]

    @property
    def filings(self) -> Iterator[Filing]:
        """Go through its forms with their facts; tables that no form explains are one together."""
        path = self.opening.path
        for at, filled in enumerate(self.filled):
            facts = self.facts_of(filled)
            yield Filing(path, filled, facts, self._text(filled, facts) if at == 0 else None)
        # Here, since most files are held against no other.
        from statlint.run.as_found import as_found

        found = as_found(self.layouts)
        if found is not None:
            facts = tuple(map(read_facts, found.tables))
            text = None if self.filled else self._text(found, facts)
            yield Filing(path, self.dated(found), facts, text)
        elif not self.filled and self.report is not None:
            alone = self.dated(text_alone())
            yield Filing(path, alone, (), self._text(alone, ()))

    @property
    def report(self) -> Report | None:
        """The text of a document, read once for its own check and for other files."""
        if not self._reports:
            self._reports.append(report_in(self.opening))
        return self._reports[0]

    def _text(self, filled: FilledForm, facts: tuple[Facts, ...]) -> Facts | None:
        """Give the figures of its text, each with its path."""
        if self.report is None:
            return None
        return with_path(text_of(self.report, filled, facts), self.opening.path)

    def dated(self, filled: FilledForm) -> FilledForm:
        """Give tables without a form the period that was asked for, else what they print."""
        path = self.opening.path
        period = self.period or filled.period or period_of_path(path)
        return replace(filled, period=period)


def read(
    opening: Opening, work: Work, place: Place | None = None, known: Sequence[Listed] = ()
) -> Read:
    """Find the tables of a file; `place` is what it is by its path, `known` are earlier lists."""
    if opening.workbook is None:
        return Read(opening)
    settings, wanted = work.settings, work.wanted
    if place is not None and wanted is None and place.dataset in work.of_datasets:
        wanted = work.of_datasets[place.dataset]
        settings = replace(settings, form=wanted.form.id)
    grids, is_text = grids_of(opening.workbook), opening.workbook.document is not None
    stated = stated_lists(opening, grids, (wanted,) if wanted else work.plans)
    long = stated.lists or long_lists(opening, grids, settings)
    # A list that is no long text has its own way, and may have other columns of figures.
    infers = settings.infer and not settings.form and not (long and opening.workbook.stream)
    many = long_tables(opening, not_lists(grids, long), work.plans) if infers else ()
    if wanted is not None and wanted.is_list:
        found = Search((), stated.closest, wanted.form)
    else:
        hints = Hints(
            opening.path,
            settings.period,
            settings.kind_of_unit,
            place=place.period if place else None,
        )
        plans = [plan for plan in work.plans if not plan.is_list]
        tables = not_long(not_lists(grids, long), many)
        opening, tables, found = search_file(
            opening, tables, plans, hints, wanted, memory=work.memory
        )
        # What was put back of a text has sheets of its own; no list stands in a document.
        grids = tables if is_text else grids
    filled = tuple(
        _with_settings(one, settings)
        for one in found.filled
        # An open form may know a table by some heads, and have nothing to say of it.
        if explains(one) or settings.units or not settings.infer or wanted
    )
    lists = (*long, *short_lists(grids, filled, settings, opening.path, known))
    if opening.workbook and opening.workbook.stream is not None and not (lists or many):
        return read(open_cells(opening, settings), work, place)
    return Read(
        opening,
        {grid.name: grid for grid in grids},
        replace(found, filled=filled, lists=len(lists) + len(many)),
        unexplained(not_long(not_lists(grids, lists), many), filled, settings),
        settings.period or (place.period if place else None),
        lists,
        many,
    )


def _with_settings(filled: FilledForm, settings: Settings) -> FilledForm:
    form = filled.form
    if settings.blank is not None:
        form = replace(form, blank=BlankMeans(settings.blank))
    return replace(filled, form=form, units_due=settings.units)
