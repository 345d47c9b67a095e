"""Confront the edits of a form with the facts of a filled form."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from statlint.confront.desk import Desk, Stated
from statlint.confront.instances import instances_of
from statlint.confront.model import Confrontation, Instance
from statlint.confront.percentages import in_percent
from statlint.confront.ready import ReadyTable, ReadyTables
from statlint.facts import Facts
from statlint.form import Edit, TableForm
from statlint.history import NOBODY, Neighbours
from statlint.table import FilledForm

# What only some files need (other files beside them, edits that fail) is imported where they do.


def confront(
    filled: FilledForm,
    facts: Sequence[Facts],
    *,
    on: Collection[str] = (),
    off: Collection[str] = (),
    others: Neighbours = NOBODY,
    text: Facts | None = None,
    ready: ReadyTables | None = None,
) -> Confrontation:
    """Confront every edit that is active, or switched `on` and not `off`, with the facts.

    Both are ids of edits; Y5 names Y5a and Y5b. Edits that reach to other forms find their figures
    in `others`; where the parts of the unit are among them, every figure that adds up is held
    against their sum, and what a table without a form carries over against last year's.
    `text` are the figures of the sentences around the tables, with what these say of them. What is
    kept `ready` of the edits is for other files as well.
    """
    made = ready.of if ready else ReadyTable
    edits = chosen((*edits_in(filled, facts, others, made), *_edits_of(text)), on, off)
    if others.lacking:
        edits = list(_without_some(edits, others))

    def instances_on(read: Sequence[Facts]) -> tuple[Instance, ...]:
        desk = Desk(filled, (*read, text) if text else read, others, ready)
        return _settled([one for table, edit in edits for one in instances_of(edit, table, desk)])

    read, instances, fractions = in_percent(facts, instances_on)
    return Confrontation(filled, tuple(read), instances, fractions, others, text)


def chosen(edits: Iterable[Stated], on: Collection[str], off: Collection[str]) -> list[Stated]:
    """Give the edits that are active or switched `on`, and not `off`."""
    return [
        (table, stated)
        for table, stated in edits
        if (stated.active or (on and stated.is_among(on))) and not (off and stated.is_among(off))
    ]


def _settled(instances: Sequence[Instance]) -> tuple[Instance, ...]:
    """Settle which instances count; where none fails or rivals another, all of them do."""
    if all(one.stands_alone for one in instances):
        return tuple(instances)
    from statlint.confront.settle import settled

    return settled(instances)


def _without_some(edits: Iterable[Stated], others: Neighbours) -> Iterator[Stated]:
    """Leave out of edits what cannot be told where some of the parts are not there."""
    from statlint.confront.roll_up import without_some

    for table, stated in edits:
        edit = without_some(stated, others)
        if edit is not None:
            yield table, edit


def _edits_of(text: Facts | None) -> Iterator[Stated]:
    """Give what sentences say; what they carry over, or add up, is for them to say."""
    if text is not None:
        table = ReadyTable(text.plan)
        yield from ((table, edit) for edit in text.plan.edits)


def edits_in(
    filled: FilledForm,
    facts: Sequence[Facts],
    others: Neighbours,
    made: Callable[[TableForm], ReadyTable],
) -> Iterator[Stated]:
    """Go through the edits of a form, table by table, and those between its tables."""
    for one in facts:
        table = made(one.plan)
        for edit in (*one.plan.edits, *_beside(one, others)):
            yield table, edit
    for edit in filled.form.edits:
        yield None, edit


def _beside(facts: Facts, others: Neighbours) -> Iterable[Edit]:
    if others is NOBODY:
        return ()
    from statlint.confront.beside import edits_beside

    return edits_beside(facts, others)
