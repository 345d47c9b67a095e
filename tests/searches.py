"""A search told in plain values, so that two searches can be compared as a whole."""

from __future__ import annotations

from collections.abc import Iterable

from statlint.table import FilledForm, ForeignBlock, Part, Search, Table


def told_of(search: Search) -> list[object]:
    """Tell all that a search has found; sheets and forms are told by themselves."""
    close = search.closest
    near = close and (close.form, close.table, close.sheet, close.found, close.missing)
    return [near, *map(_filled, search.filled)]


def _filled(filled: FilledForm) -> tuple[object, ...]:
    return (
        filled.form.id,
        [_table(table) for table in filled.tables],
        [table.key for table in filled.missing_tables],
        filled.period,
        filled.period_claims,
        filled.unit_name,
        filled.sign_off,
        _foreign(filled.foreign),
        filled.leftovers,
    )


def _table(table: Table) -> tuple[object, ...]:
    missing = [(block.key, head) for block, head in table.missing_heads]
    return (
        table.plan.key,
        [_part(part) for part in table.parts],
        table.missing_lines,
        missing,
        _foreign(table.foreign),
    )


def _part(part: Part) -> tuple[object, ...]:
    return (
        id(part.grid),
        part.block.key,
        str(part.range),
        part.turned,
        part.lines,
        part.heads,
        part.extra_lines,
        part.extra_heads,
        part.repeated,
        part.misplaced,
        part.group_figures,
    )


def _foreign(blocks: Iterable[ForeignBlock]) -> list[tuple[object, ...]]:
    return [(one.form.id, one.block.key, one.label) for one in blocks]
