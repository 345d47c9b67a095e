"""The columns of a long list as a form states them; finds all faults of meaning on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statlint.form.entry import Entry
from statlint.form.listed import CodeSum, KeyColumn, ListColumn, ListColumns
from statlint.form.model import Block, Head, Line
from statlint.schema import did_you_mean
from statlint.values import Text

OF_LISTS = ("keys", "period", "month", "quarter", "indicator", "measured-in", "periods")
"""Keys of a table that only a long list has."""
FIGURE = "figure"
"""The one line of a list without a column of indicators."""
_NOT_OF_LISTS = ("block", "caption", "stubheads", "one-of", "about")
_OF_LINES = ("under", "heading", "repeat", "optional", "of", "unique", "stated")
_OF_HEADS = ("over", "repeat", "optional", "of", "names", "format", "refers", "covers")


def listing_of(entry: Entry, *, is_list: bool) -> ListColumns | None:
    """Give the columns of a long list; refuse them of another table."""
    if not is_list:
        for key in OF_LISTS:
            if key in entry:
                entry.fault(
                    key, '只用于 arrangement = "tidy" 的表', 'is for tables of arrangement "tidy"'
                )
        return None
    _refuse_others(entry)
    keys = tuple(map(_key_column, entry.entries("keys")))
    indicator = _column(entry, "indicator")
    if not keys and indicator is None:
        entry.fault("keys", "至少要有一列关键字", "at least one column of keys is needed")
    listing = ListColumns(
        keys,
        _column(entry, "period") or _missing(entry),
        _column(entry, "month"),
        _column(entry, "quarter"),
        indicator,
        _column(entry, "measured-in"),
        entry.words("periods"),
    )
    _refuse_double_columns(entry, listing)
    return listing


def list_block(entry: Entry, heads: Sequence[Head], lines: Sequence[Line]) -> Block:
    """Give the figures of a long list as a block: its indicators down, its figures across."""
    if "indicator" not in entry and lines:
        entry.fault(
            "line",
            "行是 indicator 一列中的代码，应先写 indicator",
            "lines are the codes of a column of indicators: state it as indicator",
        )
    if not lines:
        lines = (Line(FIGURE, Text("数", "Figure")),)
    return Block(entry.text("key"), tuple(lines), tuple(heads))


def _refuse_others(entry: Entry) -> None:
    """Refuse what has no meaning in a long list."""
    of_table = [(entry, key) for key in _NOT_OF_LISTS]
    of_lines = [(line, key) for line in entry.entries("line") for key in _OF_LINES]
    of_heads = [(head, key) for head in entry.entries("head") for key in _OF_HEADS]
    for one, key in (*of_table, *of_lines, *of_heads):
        if key in one:
            one.fault(key, "长表中不能用", "has no meaning in a long list")


def _missing(entry: Entry) -> ListColumn:
    entry.fault("period", "缺少此项", "is missing")
    return ListColumn("")


def _column(entry: Entry, key: str) -> ListColumn | None:
    """Give a column by its head, or by its head and others seen in real lists."""
    value = entry.data.get(key)
    if value is None:
        return None
    if isinstance(value, Mapping):
        inner = Entry(value, entry.at(key), entry.faults)
        return ListColumn(inner.text("label"), inner.words("aliases"))
    return ListColumn(entry.text(key))


def _key_column(entry: Entry) -> KeyColumn:
    codes, total = entry.words("codes"), entry.text_or_none("total")
    sums = tuple(CodeSum(one.text("total"), one.words("parts")) for one in entry.entries("sums"))
    named = [("total", total)] if total else []
    named += [("sums", code) for one in sums for code in (one.total, *one.parts)]
    for key, code in named:
        if codes and code not in codes:
            hint = did_you_mean(code, codes)
            entry.fault(
                key, f"codes 中没有「{code}」{hint.zh}", f'no code "{code}" in codes{hint.en}'
            )
    for one in sums:
        if one.total in one.parts:
            entry.fault(
                "sums", f"「{one.total}」是自身的一部分", f'"{one.total}" is a part of itself'
            )
    return KeyColumn(ListColumn(entry.text("label"), entry.words("aliases")), codes, total, sums)


def _refuse_double_columns(entry: Entry, listing: ListColumns) -> None:
    """Refuse one column that is said to be two things."""
    columns = [("keys", key.column.label) for key in listing.keys]
    for key in ("period", "month", "quarter", "indicator", "measured-in"):
        column = _column(entry, key)
        columns += [(key, column.label)] if column else []
    columns += [("head", head.text("label")) for head in entry.entries("head")]
    seen: dict[str, str] = {}
    for key, label in columns:
        if label in seen:
            entry.fault(
                key, f"「{label}」已用作 {seen[label]}", f'"{label}" is {seen[label]} already'
            )
        seen.setdefault(label, key)
