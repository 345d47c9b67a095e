"""From an edit to its instances: one for each place where it is confronted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from statlint.confront.desk import Desk
from statlint.confront.model import Instance, Verdict
from statlint.confront.plain import Cell, Numbers
from statlint.confront.ready import ReadyEdit, ReadyTable, Spot, made_ready
from statlint.confront.scene import Board
from statlint.confront.scope import Place, place_at, place_once, places_of
from statlint.confront.sides import target_of
from statlint.facts import Fact, Facts
from statlint.finding import Reason
from statlint.form import Edit, TableForm
from statlint.table import FilledForm
from statlint.typed import TypeAlias

Cells: TypeAlias = "Mapping[Cell, Fact] | Mapping[tuple[str, str], Fact]"
"""Facts by the keys of line and head, or by those of table, line and head."""


def instances_of(edit: Edit, table: ReadyTable | None, desk: Desk) -> Iterator[Instance]:
    """Confront an edit at all places where it is for the cells there."""
    if not is_for(edit, desk.filled):
        return
    plan, ready = (table.table, table.edit(edit)) if table else (None, None)
    if plan is not None and ready is not None:
        yield from _at_spots(ready, plan, desk)
        return
    between = desk.kept.between(edit, desk.facts) if table is None and desk.kept else None
    if between is not None:
        yield from _between(between, desk)
        return
    places = places_of(edit, plan, desk.facts, desk.ranges, desk.others)
    yield from _one_by_one(edit, plan, places, desk)


def is_for(edit: Edit, filled: FilledForm) -> bool:
    """Tell whether an edit is for a form, or may be."""
    if edit.kinds_of_unit and filled.kind_of_unit not in {None, *edit.kinds_of_unit}:
        return False
    return not (edit.periods and filled.period and _part_of_year(filled) not in edit.periods)


def _at_spots(ready: ReadyEdit, table: TableForm, desk: Desk) -> Iterator[Instance]:
    """Confront an edit that was made ready, by what was compiled of it where that will do."""
    edit, facts = ready.edit, desk.facts[table.key]
    unknown, whole = unknown_of(edit, desk.filled), _is_whole(facts)
    numbers = {} if unknown is Reason.KIND_OF_UNIT else desk.numbers(table.key)
    board = None
    for key, spot in ready.spots:
        if key is None:
            place = place_once(table, desk.facts, desk.ranges)
        else:
            place = place_at(key, edit, facts, ready.expand)
        instance = _plainly(edit, place, spot, numbers, facts.by_place) if spot else None
        if instance is None:
            board = board or _board(ready, place)
            instance = _in_full(ready, place.with_board(board), unknown, desk, whole=whole)
        if instance is not None:
            yield instance


def _between(ready: ReadyEdit, desk: Desk) -> Iterator[Instance]:
    """Confront an edit between tables, by what was compiled of it where that will do."""
    unknown = unknown_of(ready.edit, desk.filled)
    place = place_once(None, desk.facts, desk.ranges)
    instance = None
    for _, spot in ready.spots:
        if spot is not None and unknown is not Reason.KIND_OF_UNIT:
            instance = _plainly(ready.edit, place, spot, desk.every_number, desk.every)
    if instance is None:
        placed = place.with_board(_board(ready, place))
        instance = _in_full(ready, placed, unknown, desk, whole=False)
    if instance is not None:
        yield instance


def _one_by_one(
    edit: Edit, table: TableForm | None, places: Iterable[Place], desk: Desk
) -> Iterator[Instance]:
    """Confront an edit whose cells may stand in other tables, or in other files."""
    unknown = unknown_of(edit, desk.filled)
    whole = table is not None and _is_whole(desk.facts[table.key])
    ready = board = None
    for place in places:
        ready = ready or made_ready(edit, place.scene.expand)
        board = board or _board(ready, place)
        instance = _in_full(ready, place.with_board(board), unknown, desk, whole=whole)
        if instance is not None:
            yield instance


def _plainly(
    edit: Edit, place: Place, spot: Spot, numbers: Numbers, facts: Cells
) -> Instance | None:
    """Confront an edit at a place where all cells hold plain whole numbers; None where it fails."""
    try:
        spot.take(numbers)
        holds, left, right = spot.decide(numbers)
    except KeyError:
        return None
    if not holds:
        return None
    cells = spot.take(facts)
    return Instance(
        edit,
        Verdict.HOLDS,
        cells,
        cells[spot.target],
        left,
        right,
        where=place.key,
        scene=place.scene,
    )


def _in_full(
    ready: ReadyEdit, place: Place, unknown: Reason | None, desk: Desk, *, whole: bool
) -> Instance | None:
    """Confront an edit at a place, whatever its cells hold; None where it is not for them."""
    found = place.find(ready.names)
    if _is_nobodys(ready, found, whole=whole):
        return None
    if unknown is Reason.KIND_OF_UNIT and not ready.edit.across:
        return _left_open(ready.edit, place, found, unknown)
    from statlint.confront.evaluate import NotApplicableError
    from statlint.confront.instance import instance_at

    try:
        return instance_at(ready, place, found, unknown, desk)
    except NotApplicableError:
        return None


def is_no_room(ready: ReadyEdit, place: Place, table: ReadyTable | None, desk: Desk) -> bool:
    """Tell whether an edit is not confronted at a place, as its tables have no cells for it."""
    whole = table is not None and _is_whole(desk.facts[table.table.key])
    return _is_nobodys(ready, place.find(ready.names), whole=whole)


def _is_nobodys(ready: ReadyEdit, found: Sequence[Fact | None], *, whole: bool) -> bool:
    # A cell that the table has no room for (a group with its points alone) is nobody's.
    own = ready.own(found)
    missing = own.count(None)
    return missing == len(own) or bool(missing and whole)


def _left_open(edit: Edit, place: Place, found: Sequence[Fact | None], why: Reason) -> Instance:
    """Leave an edit open of which it is not known whether it is for this form."""
    facts = tuple(fact for fact in dict.fromkeys(found) if fact is not None)
    target = target_of(edit, place.scene)
    return Instance(edit, Verdict.NOT_CHECKED, facts, target, reason=why, where=place.key)


def _board(ready: ReadyEdit, place: Place) -> Board | None:
    """Gather the figures of a ranking: all its places are taken among the same ones."""
    if ready.ranking is None:
        return None
    from statlint.confront.standing import board_of

    return board_of(ready.ranking, place.scene)


def _part_of_year(filled: FilledForm) -> str:
    return str(filled.period).partition("-")[2]


def _is_whole(facts: Facts) -> bool:
    """Tell whether a table has all lines and heads, so that a missing cell is no omission."""
    return not facts.table.missing_lines and not facts.table.missing_heads


def unknown_of(edit: Edit, filled: FilledForm) -> Reason | None:
    """Say what would have to be known to tell whether an edit is for this form."""
    if edit.kinds_of_unit and filled.kind_of_unit is None:
        return Reason.KIND_OF_UNIT
    return Reason.NO_PERIOD if edit.periods and filled.period is None else None
