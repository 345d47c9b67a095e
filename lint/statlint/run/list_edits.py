"""Hold a stated list against its form: figures outside their domain, and edits that may fail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.confront import Confrontation, Verdict, confront
from statlint.dataclass import dataclass, replace
from statlint.facts import Filing, read_facts
from statlint.finding import NotChecked, Outcomes, Reason
from statlint.form import Edit, TableForm
from statlint.grid import Grid
from statlint.history import NOBODY, Neighbour, Neighbours, Relation, Vicinity, beside
from statlint.run.forms import Checking, check_form
from statlint.run.list_screen import Screened, screened
from statlint.table import FilledForm, Table
from statlint.tidy.domain import outside_of, outside_table
from statlint.tidy.find import Listed, grid_of
from statlint.tidy.joined import Joined
from statlint.tidy.places import Place, Places, Spot, rows_of
from statlint.tidy.stated import Stated

_MOST = 1000
"""Places of a list of which failing edits are told."""
_SOURCES = (Relation.PREVIOUS, Relation.YEAR_BEFORE)


@dataclass(frozen=True, slots=True, eq=False)
class _Suspects:
    """The places of other periods that edits reach to, by the places that reach to them."""

    others: dict[Relation, dict[Spot, Place]]


def check_stated(
    listed: Listed, earlier: Sequence[Listed], join: Joined | None, checking: Checking
) -> Iterator[Confrontation]:
    """Confront a list with what its form says of figures; `join` has the earlier ones behind."""
    stated = listed.stated
    if stated is None:
        return
    yield from _domains(listed, stated, checking)
    places = Places(listed.listing, stated, [one.listing for one in earlier], join)
    yield from _edits((listed, *earlier), places, checking)


def _domains(listed: Listed, stated: Stated, checking: Checking) -> Iterator[Confrontation]:
    found = tuple(outside_of(listed.listing, stated))
    if not found:
        return
    grid = grid_of(listed, [row for one in found for row in one.rows])
    tables = tuple(outside_table(listed.listing, stated, one, grid) for one in found)
    yield _check(_filled(stated, tables), grid, checking)


def _edits(
    sources: tuple[Listed, ...], places: Places, checking: Checking
) -> Iterator[Confrontation]:
    """Confront the places where an edit may fail; count the others."""
    settings = checking.run.settings
    edits = [
        edit
        for edit in places.stated.table.edits
        if (edit.active or edit.is_among(settings.edits_on))
        and not edit.is_among(settings.edits_off)
    ]
    desk = _Desk(sources, places)
    found = {edit.id: desk.sifted(edit, screened(edit, desk.places)) for edit in edits}
    spots = {spot for one in found.values() for spot in one.suspects}
    own = tuple(desk.places.at_spots(spots)[:_MOST])
    _count(found, {place.spot for place in own}, checking)
    if own:
        filled, grid, others = desk.filled(own, edits)
        yield _check(filled, grid, checking, others)


@dataclass(frozen=True, slots=True, eq=False)
class _Desk:
    """A stated list and those before it, with the places at which edits are confronted."""

    sources: tuple[Listed, ...]
    places: Places

    def sifted(self, edit: Edit, found: Screened) -> Screened:
        """Confront an edit that cannot be screened at every place, and keep those of interest."""
        if found.screened or not found.suspects:
            return found
        own = self.places.at_spots(found.suspects)
        filled, _, others = self.filled(own, (edit,))
        facts = tuple(map(read_facts, filled.tables))
        confrontation = confront(filled, facts, others=others or NOBODY)
        spots = {f"place_{number}": place.spot for number, place in enumerate(own, 1)}
        kept = {
            spots[fact.table]
            for one in confrontation.instances
            if one.verdict is not Verdict.HOLDS
            for fact in (one.target, *one.facts)
            if fact is not None and fact.table in spots
        }
        held = sum(one.verdict is Verdict.HOLDS for one in confrontation.instances)
        return replace(found, suspects=frozenset(kept), held=held)

    def filled(
        self, own: Sequence[Place], edits: Sequence[Edit]
    ) -> tuple[FilledForm, Grid, Neighbours | None]:
        """Make a form filled in by some places, with those of other periods that it reaches to."""
        suspects = _suspects(self.places, own, edits)
        others = [place for each in suspects.others.values() for place in each.values()]
        rows = rows_of([*own, *others])
        grids = [self._grid(which, rows) for which in range(len(self.sources))]
        keys = {place.spot: f"place_{number}" for number, place in enumerate(own, 1)}
        tables = [self.places.table(place, keys[place.spot], grids[0]) for place in own]
        filled = _filled(self.places.stated, _with_edits(tables, edits))
        return filled, grids[0], self._neighbours(suspects, keys, grids)

    def _grid(self, which: int, rows: Sequence[int]) -> Grid:
        origins = map(self.places.origin, rows)
        return grid_of(self.sources[which], [row for at, row in origins if at == which])

    def _neighbours(
        self, suspects: _Suspects, keys: dict[Spot, str], grids: Sequence[Grid]
    ) -> Neighbours | None:
        """Give the figures of other periods, by the tables that reach to them."""
        found: dict[str, tuple[Neighbour, ...]] = {}
        for relation, each in suspects.others.items():
            made = [
                self._neighbour(relation, which, each, keys, grid)
                for which, grid in enumerate(grids)
            ]
            tables = {key: cells for one in made if one for key, cells in one.tables.items()}
            first = next((one for one in made if one), None)
            if first is not None:
                found[relation.value] = (replace(first, tables=tables),)
        return Neighbours(found) if found else None

    def _neighbour(
        self,
        relation: Relation,
        which: int,
        each: dict[Spot, Place],
        keys: dict[Spot, str],
        grid: Grid,
    ) -> Neighbour | None:
        """Give those that stand in one list; nameless, lest its cells be taken for other ones."""
        tables = [
            self.places.table(place, keys[own], grid)
            for own, place in each.items()
            if self.places.origin(next(iter(place.rows.values())))[0] == which
        ]
        if not tables:
            return None
        filled = _filled(self.places.stated, tables)
        filing = Filing(self.sources[which].path, filled, tuple(map(read_facts, tables)))
        return replace(beside(filing, relation), filing=replace(filing, path=""))


def _count(found: dict[str, Screened], confronted: set[Spot], checking: Checking) -> None:
    """Count the edits that are not confronted, and list those that could not be decided."""
    run = checking.run
    for key, one in found.items():
        beside = len(confronted - one.suspects)
        untold = len(one.suspects - confronted)
        run.outcomes += Outcomes(passed=max(0, one.held - beside), failed=untold)
        for reason, is_so in (
            (Reason.MISSING_LINE, bool(one.lacking)),
            (Reason.TOO_MANY, one.cut),
        ):
            if is_so:
                run.not_checked.append(NotChecked(run.path, None, None, key, reason))
                run.outcomes += Outcomes(not_checked=1)


def _suspects(places: Places, own: Sequence[Place], edits: Sequence[Edit]) -> _Suspects:
    across = "+".join(edit.across for edit in edits).split("+")
    others: dict[Relation, dict[Spot, Place]] = {}
    for relation in _SOURCES:
        if relation not in across:
            continue
        then: dict[Spot, Spot] = {}
        for place in own:
            period = places.before(place.spot.period, year=relation is Relation.YEAR_BEFORE)
            if period is not None:
                then[Spot(place.spot.base, period)] = place.spot
        others[relation] = {then[one.spot]: one for one in places.at_spots(then, anywhere=True)}
    return _Suspects(others)


def _with_edits(tables: Sequence[Table], edits: Sequence[Edit]) -> tuple[Table, ...]:
    return tuple(replace(one, plan=replace(one.plan, edits=tuple(edits))) for one in tables)


def _filled(stated: Stated, tables: Sequence[Table]) -> FilledForm:
    plans: tuple[TableForm, ...] = tuple(table.plan for table in tables)
    form = replace(stated.form, tables=plans, sign_off=(), edits=(), earlier=())
    return FilledForm(form, tuple(tables))


def _check(
    filled: FilledForm, grid: Grid, checking: Checking, others: Neighbours | None = None
) -> Confrontation:
    vicinity = Vicinity(filled, others) if others else Vicinity(filled)
    here = replace(checking, grids={grid.name: grid}, others=lambda _: vicinity, seen=[], drifts=[])
    return check_form(filled, here)
