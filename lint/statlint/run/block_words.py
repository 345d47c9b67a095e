"""What went wrong with a block of cells whose figures nothing tells, in the words of a clerk."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.diagnosis import Event, Slip
from statlint.facts import Fact
from statlint.run.cause_cells import Cells
from statlint.run.cause_labels import source_name
from statlint.run.cause_words import (
    Mended,
    changes_words,
    filled,
    joined,
    likely_words,
    plus,
)
from statlint.values import CellRange, Text

_LAST_YEAR = Text("上期", "the period before")
_COPIED = Text(
    "{block} 的数字与{source}完全相同，请核对该块是否误粘贴而来",
    "{block} holds the same figures as {source}: check whether it was pasted from there by mistake",
)
_MOVED = Text(
    "{block} 可能整块错位一格，{open} 原来的数字已被覆盖，请按原始资料补填",
    "{block}, perhaps all figures one place on; those of {open} are lost: look them up",
)
_SEMICOLON = Text("；", "; ")
_AMONG = Text("；其中 {changes}", "; among them {changes}")
_EXPLAINS = Text("；{count} 处不平由此引起", "; {count} broken edits come from this")
_EXPLAINS_ONE = Text("；1 处不平由此引起", "; 1 broken edit comes from this")


def block_words(event: Event, cells: Cells) -> Text:
    """Say a slip that leaves figures open: where, how it came about, what is told all the same."""
    facts = cells.survey.facts
    still = [facts[at] for at in event.open]
    changes = cells.changes(event)
    block = _range([*still, *(fact for fact, _ in changes)], cells)
    if event.slip is Slip.COPIED:
        told = filled(_COPIED, block=block, source=_source(event, cells))
    else:
        told = filled(_MOVED, block=block, open=_range(still, cells))
    if not changes:
        return told
    said = changes_words([cells.change(fact, figure) for fact, figure in changes])
    return plus(told, filled(_AMONG, changes=said))


def _source(event: Event, cells: Cells) -> Text:
    return _LAST_YEAR if event.source is None else source_name(event.source, cells.survey)


def open_words(events: Sequence[Text], mended: Mended, probability: float) -> Text:
    """Say slips that leave figures open, what they explain and how likely they are."""
    count = mended.failed + mended.opened
    ending = _EXPLAINS_ONE if count == 1 else filled(_EXPLAINS, count=str(count))
    return plus(joined(_SEMICOLON, events), ending, likely_words(probability))


def _range(facts: Sequence[Fact], cells: Cells) -> str:
    """Name the rectangle that holds a block."""
    block = CellRange.around(CellRange(fact.cell, fact.cell) for fact in facts)
    first = facts[0]
    return cells.name(first).removesuffix(str(first.cell)) + str(block)
