"""What a form says of lines and heads that repeat: whether it fits together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from statlint.form.entry import Entry
from statlint.form.model import Block, Head, Line, TableForm
from statlint.form.ranges import head_keys
from statlint.schema import did_you_mean

_FOR_OPEN = ("optional", "of", "names", "unique", "stated")


def check_open(entry: Entry, table: TableForm) -> None:
    """Note what is wrong with the keys that are for tables whose lines or heads repeat."""
    if not table.open:
        _refuse_in_fixed(entry)
        return
    if "block" in entry:
        entry.fault(
            "block",
            "行或列重复的表不能分块；请每块写成一张表",
            "a table whose lines or heads repeat has no blocks; write each as a table",
        )
        return
    (block,) = table.blocks
    for head, found in zip(entry.entries("head"), block.heads, strict=False):
        _check_head(head, found, block)
    for line in entry.entries("line"):
        _check_line(line, block)
    _check_one_of(entry, table.one_of, block)
    _want_names(entry, block)


def check_references(entries: Sequence[Entry], tables: Sequence[TableForm]) -> None:
    """Note each head that refers to a table or line which the form does not have."""
    known = {table.key: table for table in tables}
    for entry in entries:
        for head in _heads_of(entry):
            refers = head.text_or_none("refers")
            if refers is not None:
                _check_reference(head, refers, known)


def _heads_of(entry: Entry) -> Iterator[Entry]:
    for holder in (entry, *entry.entries("block")):
        yield from holder.entries("head")


def _check_reference(head: Entry, refers: str, known: dict[str, TableForm]) -> None:
    key, _, line = refers.partition(".")
    if key not in known:
        hint = did_you_mean(key, known)
        head.fault("refers", f"没有表 {key}{hint.zh}", f"no table {key}{hint.en}")
    elif line:
        lines = [found.key for block in known[key].blocks for found in block.lines]
        _want(head, "refers", line, lines, axis="line")


def _refuse_in_fixed(entry: Entry) -> None:
    for holder in (entry, *entry.entries("block")):
        for part in (*holder.entries("head"), *holder.entries("line")):
            for key in _FOR_OPEN:
                if key in part:
                    _refuse(part, key)
    for key in ("one-of", "about"):
        if key in entry:
            _refuse(entry, key)
    for edit in entry.entries("edit"):
        if "within" in edit:
            _refuse(edit, "within")


def _refuse(entry: Entry, key: str) -> None:
    entry.fault(
        key,
        "只用于有行或列写了 repeat = true 的表",
        "goes with tables where some line or head has repeat = true",
    )


def _check_head(entry: Entry, head: Head, block: Block) -> None:
    if head.names is not None:
        _want(entry, "names", head.names, [line.key for line in block.lines], axis="line")
    if head.of is not None:
        _check_member(entry, head.of, block.heads, axis="head")


def _check_line(entry: Entry, block: Block) -> None:
    repeats = entry.flag("repeat")
    of, stated = entry.text_or_none("of"), entry.text_or_none("stated")
    if of is not None:
        _check_member(entry, of, block.lines, axis="line")
    if "unique" in entry and not repeats:
        entry.fault("unique", "只用于重复的行", "goes with repeat = true")
    for key in entry.words("unique"):
        _want(entry, "unique", key, [head.key for head in block.heads], axis="head")
    if stated is not None and stated not in head_keys(block):
        _check_stated(entry, stated, block)


def _check_stated(entry: Entry, key: str, block: Block) -> None:
    if any(head.key == key for head in block.heads):
        entry.fault("stated", f"列 {key} 是文字，没有数", f"head {key} holds text, not figures")
    else:
        _want(entry, "stated", key, head_keys(block), axis="head")


def _check_member(entry: Entry, of: str, among: Sequence[Line | Head], *, axis: str) -> None:
    """Check that what a line or head is one of does repeat."""
    repeated = [one.key for one in among if one.repeat]
    if of in {one.key for one in among} - set(repeated):
        entry.fault(
            "of",
            f"{of} 不重复；应为写了 repeat = true 的项",
            f"{axis} {of} does not repeat; name one with repeat = true",
        )
    else:
        _want(entry, "of", of, repeated, axis=axis)


def _check_one_of(entry: Entry, sets: Sequence[Sequence[str]], block: Block) -> None:
    for key in dict.fromkeys(key for one in sets for key in one):
        _want(entry, "one-of", key, [head.key for head in block.heads], axis="head")


def _want_names(entry: Entry, block: Block) -> None:
    repeated = [line.key for line in block.lines if line.repeat]
    if repeated and not any(head.names for head in block.heads):
        key = repeated[-1]
        entry.fault(
            "head",
            f'行 {key} 重复，须有一列写 names = "{key}"，说明行名在哪一列',
            f'line {key} repeats, so the head over its labels must say names = "{key}"',
        )


def _want(entry: Entry, key: str, word: str, known: Collection[str], *, axis: str) -> None:
    if word not in known:
        hint = did_you_mean(word, known)
        kind = "行" if axis == "line" else "列"
        entry.fault(key, f"没有{kind} {word}{hint.zh}", f"no {axis} {word}{hint.en}")
