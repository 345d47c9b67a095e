"""What decides the edits of a form whose cells all hold plain numbers, told from one that holds.

In other files with the same tables the same edits are confronted at the same places: where their
cells hold plain numbers as well, it is these alone that tell whether they hold.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from statlint.confront.confront import chosen, edits_in
from statlint.confront.desk import Desk
from statlint.confront.instances import is_for, is_no_room, unknown_of
from statlint.confront.model import Slack, Verdict
from statlint.confront.plain import spared_by
from statlint.confront.scope import coordinates, place_at, place_once
from statlint.dataclass import dataclass
from statlint.form import Implication
from statlint.history import NOBODY
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.confront.model import Confrontation, Instance
    from statlint.confront.plain import Cell, Decide, Numbers, Take
    from statlint.confront.ready import ReadyEdit, ReadyTable, ReadyTables
    from statlint.confront.scope import Place
    from statlint.form import Edit, Name


class NotLikewiseError(Exception):
    """Raised where more than plain numbers decides an edit."""


@dataclass(frozen=True, slots=True, eq=False)
class Deciders:
    """What decides the edits of a form: those within a table by its key, those between tables."""

    within: tuple[tuple[str, tuple[Decide, ...]], ...]
    between: tuple[Decide, ...]

    def hold(self, numbers: dict[str, Numbers]) -> bool:
        """Tell whether all edits hold for the plain numbers of tables, by their keys."""
        for key, several in self.within:
            here = numbers[key]
            for decide in several:
                if not decide(here)[0]:
                    return False
        if not self.between:
            return True
        every = {
            (key, *place): number for key, of in numbers.items() for place, number in of.items()
        }
        return all(decide(every)[0] for decide in self.between)


def deciders_of(
    confrontation: Confrontation,
    ready: ReadyTables,
    on: Collection[str] = (),
    off: Collection[str] = (),
) -> Deciders | None:
    """Give what decides all edits of a form that were confronted; None where more than that does.

    All of them must hold, and nothing but the figures of its own tables may matter.
    """
    instances = confrontation.instances
    if confrontation.others is not NOBODY or confrontation.text or confrontation.fractions:
        return None
    if not all(map(_is_plain, instances)):
        return None
    desk = Desk(confrontation.filled, confrontation.facts, NOBODY, ready)
    within: dict[str, list[Decide]] = {}
    between: list[Decide] = []
    try:
        for table, edit in chosen(edits_in(desk.filled, desk.read, NOBODY, ready.of), on, off):
            decides = list(_decides(edit, table, desk))
            (between if table is None else within.setdefault(table.table.key, [])).extend(decides)
    except NotLikewiseError:
        return None
    if sum(map(len, within.values()), len(between)) != len(instances):
        return None
    return Deciders(tuple((key, tuple(one)) for key, one in within.items()), tuple(between))


def _is_plain(one: Instance) -> bool:
    return (
        one.verdict is Verdict.HOLDS
        and one.reason is None
        and one.stands_alone
        and one.slack is Slack.NONE
        and not one.blanks
    )


def _decides(edit: Edit, table: ReadyTable | None, desk: Desk) -> Iterator[Decide]:
    """Give what decides an edit at each of its places; raises NotLikewiseError."""
    if edit.across or not is_for(edit, desk.filled):
        # What reaches to other files has no place without them.
        return
    ready = table.edit(edit) if table else _between(edit, desk)
    if ready is None or unknown_of(edit, desk.filled):
        raise NotLikewiseError
    numbers = desk.numbers(table.table.key) if table else desk.every_number
    for key, spot in ready.spots:
        if spot is not None and _has(numbers, spot.take):
            yield spot.decide
            continue
        place = _place(key, ready, table, desk)
        if not is_no_room(ready, place, table, desk):
            yield _spared(ready, place, table, numbers)


def _has(numbers: Numbers, take: Take) -> bool:
    """Tell whether all cells of an edit hold plain numbers."""
    try:
        take(numbers)
    except KeyError:
        return False
    return True


def _spared(ready: ReadyEdit, place: Place, table: ReadyTable | None, numbers: Numbers) -> Decide:
    """Give what tells that an edit holds as what it asks for first is not so.

    Raises NotLikewiseError for any other edit. What would follow is not looked at then.
    """
    condition = ready.edit.condition
    if not isinstance(condition, Implication):
        raise NotLikewiseError
    decide = spared_by(condition, partial(_cell, ready.edit, table, place.key), ready.expand)
    if decide is None:
        raise NotLikewiseError
    try:
        holds, _, _ = decide(numbers)
    except KeyError:
        raise NotLikewiseError from None
    if not holds:
        raise NotLikewiseError
    return decide


def _cell(edit: Edit, table: ReadyTable | None, key: str | None, name: Name) -> Cell:
    if table is None:
        return name.parts
    _, line, head = coordinates(name, edit, table.table, key)
    return line, head


def _between(edit: Edit, desk: Desk) -> ReadyEdit | None:
    return desk.kept.between(edit, desk.facts) if desk.kept else None


def _place(key: str | None, ready: ReadyEdit, table: ReadyTable | None, desk: Desk) -> Place:
    if key is None or table is None:
        return place_once(table.table if table else None, desk.facts, desk.ranges)
    return place_at(key, ready.edit, desk.facts[table.table.key], ready.expand)
