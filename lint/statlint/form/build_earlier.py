"""The forms of other years that a form names, and whether its own keys are named rightly."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from statlint.form.earlier import Earlier, Renamed
from statlint.form.entry import Entry, refuse_doubles
from statlint.form.model import TableForm
from statlint.schema import did_you_mean


def earlier_forms(entry: Entry, tables: Sequence[TableForm]) -> tuple[Earlier, ...]:
    """Build what a form says of those before it."""
    stated = entry.entries("earlier")
    refuse_doubles(stated, "form")
    by_key = {table.key: table for table in tables}
    return tuple(_earlier(one, by_key) for one in stated)


def _earlier(entry: Entry, tables: Mapping[str, TableForm]) -> Earlier:
    renamed = entry.entries("table")
    for one in renamed:
        _known(one, "now", one.text("now"), tables)
    return Earlier(
        form=entry.text("form"),
        tables=tuple((one.text("was"), one.text("now")) for one in renamed),
        lines=tuple(_renamed(one, tables, "line") for one in entry.entries("line")),
        heads=tuple(_renamed(one, tables, "head") for one in entry.entries("head")),
    )


def _renamed(entry: Entry, tables: Mapping[str, TableForm], axis: str) -> Renamed:
    found = Renamed(entry.text("table"), entry.text("was"), entry.words("now"))
    if _known(entry, "table", found.table, tables):
        keys = _keys(tables[found.table], axis)
        for key in found.now:
            _known(entry, "now", key, keys)
    return found


def _keys(table: TableForm, axis: str) -> Collection[str]:
    if axis == "line":
        return [line.key for block in table.blocks for line in block.lines]
    return [head.key for block in table.blocks for head in block.heads]


def _known(entry: Entry, at: str, key: str, keys: Collection[str]) -> bool:
    if key in keys:
        return True
    hint = did_you_mean(key, keys)
    entry.fault(at, f"没有 {key}{hint.zh}", f"there is no {key}{hint.en}")
    return False
