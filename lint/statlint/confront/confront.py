"""Confront the edits of a form with the facts of a filled form."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache, partial

from statlint.confront.carried_over import carried_over
from statlint.confront.cumulated import cumulated
from statlint.confront.instances import Desk, instances_of
from statlint.confront.model import Confrontation, Instance
from statlint.confront.percentages import in_percent
from statlint.confront.revised import revised
from statlint.confront.roll_up import sums_over_parts, without_some
from statlint.confront.settle import settled
from statlint.confront.worths import worths_of
from statlint.facts import Facts
from statlint.form import Edit, Ranges, TableForm
from statlint.history import NOBODY, Neighbours
from statlint.table import FilledForm


def confront(
    filled: FilledForm,
    facts: Sequence[Facts],
    *,
    on: Collection[str] = (),
    off: Collection[str] = (),
    others: Neighbours = NOBODY,
    text: Facts | None = None,
) -> Confrontation:
    """Confront every edit that is active, or switched `on` and not `off`, with the facts.

    Both are ids of edits; Y5 names Y5a and Y5b. Edits that reach to other forms find their figures
    in `others`; where the parts of the unit are among them, every figure that adds up is held
    against their sum, and what a table without a form carries over against last year's.
    `text` are the figures of the sentences around the tables, with what these say of them.
    """
    edits = [
        (table, edit)
        for table, stated in (*_edits(filled, facts, others), *_edits_of(text))
        if (stated.active or stated.is_among(on)) and not stated.is_among(off)
        for edit in (without_some(stated, others),)
        if edit is not None
    ]

    def instances_on(read: Sequence[Facts]) -> tuple[Instance, ...]:
        read = (*read, *([text] if text else []))
        by_table = {one.plan.key: one for one in read}
        ranges = cache(lambda key: Ranges(by_table[key].plan))
        desk = Desk(filled, by_table, ranges, cache(partial(worths_of, read)), others)
        return settled(one for table, edit in edits for one in instances_of(edit, table, desk))

    read, instances, fractions = in_percent(facts, instances_on)
    return Confrontation(filled, tuple(read), instances, fractions, others, text)


def _edits_of(text: Facts | None) -> list[tuple[TableForm | None, Edit]]:
    """Give what sentences say; what they carry over, or add up, is for them to say."""
    return [(text.plan, edit) for edit in text.plan.edits] if text else []


def _edits(
    filled: FilledForm, facts: Sequence[Facts], others: Neighbours
) -> Iterator[tuple[TableForm | None, Edit]]:
    for one in facts:
        found = (
            *sums_over_parts(one, others),
            *carried_over(one, others),
            *cumulated(one, others),
            *revised(one, others),
        )
        for edit in (*one.plan.edits, *found):
            yield one.plan, edit
    for edit in filled.form.edits:
        yield None, edit
