"""What the page of a form adds in brackets to a line, a head or an edit."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.cli.words import say
from statlint.form import Edit, Head, Line, TableForm
from statlint.reporters.words import NATURE, origin_words
from statlint.schema import listing
from statlint.values import Language

_MOST_IDS = 3


def label_of(one: Line | Head, language: Language) -> str:
    """Give the label of a line or head, with a word on how often a table may print it."""
    label = one.label.of(language)
    if one.repeat:
        return f"{label} [{say('repeats', language)}]"
    return f"{label} [{say('optional', language)}]" if one.optional else label


def edit_notes(edit: Edit, table: TableForm | None, language: Language) -> str:
    """Say where an edit comes from, and where it counts."""
    origin = origin_words(edit.origin, edit.across)
    stated = (NATURE[edit.nature].of(language), origin.of(language))
    return ", ".join((*stated, *_limits(edit, language), *_proofs(edit, table, language)))


def _limits(edit: Edit, language: Language) -> Iterator[str]:
    if not edit.active:
        yield say("off", language)
    for kinds in (edit.kinds_of_unit, edit.periods, edit.kinds):
        if kinds:
            yield say("only for", language, kinds=listing(kinds).of(language))
    if edit.flows_only:
        yield say("flows only", language)


def _proofs(edit: Edit, table: TableForm | None, language: Language) -> Iterator[str]:
    if table is None:
        return
    if edit.within:
        yield say("within", language, label=_named(edit.within, table, language))
    rivals = [other.id for other in table.edits if edit.rival and other.rival == edit.rival]
    if len(rivals) > 1:
        yield say("rival", language, edits=_enumerated(rivals, language))
    if edit.proven:
        yield say("proven", language)


def _enumerated(ids: list[str], language: Language) -> str:
    """List the ids of edits; of many, only both ends."""
    if len(ids) > _MOST_IDS:
        return f"{ids[0]} … {ids[-1]}"
    return listing(ids).of(language)


def _named(key: str, table: TableForm, language: Language) -> str:
    """Give the label of a line or head by its key; lines go first, as in an edit."""
    lines: list[Line | Head] = [line for block in table.blocks for line in block.lines]
    heads = [head for block in table.blocks for head in block.heads]
    return next(one.label.of(language) for one in [*lines, *heads] if one.key == key)
