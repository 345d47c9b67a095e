"""The names of lines and heads that repeat: whether each stands where it can mean something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statlint.form.edits import Edit, Name, Scope
from statlint.form.entry import Entry
from statlint.form.lookup import axes_of, own_lines, several_heads, several_lines
from statlint.form.model import Line, TableForm
from statlint.form.uses import Role, Use
from statlint.schema import did_you_mean


def check_repeats(entry: Entry, edit: Edit, uses: Iterable[Use], table: TableForm) -> None:
    """Note each repeated line or head that stands where only one figure can."""
    if not _check_within(entry, edit, table):
        return
    for use in uses:
        if use.role is Role.LINES:
            _want_several(entry, edit, use.ends[0].parts[0], table)
        elif len(use.ends) > 1:
            _refuse_ends(entry, edit.scope, use.ends, table)
        elif not use.listed:
            _refuse_alone(entry, edit, use.ends[0], table)


def refuse_repeats(entry: Entry, ends: Sequence[Name], table: TableForm) -> None:
    """Note each repeated line or head in an edit between tables."""
    for axis, key in _several(Scope.ONCE, ends, table):
        _fault(
            entry,
            f"{_kind(axis)} {key} 重复：表间公式只能用不重复的行和列",
            f"{axis} {key} repeats; an edit between tables names single lines and heads",
        )


def _check_within(entry: Entry, edit: Edit, table: TableForm) -> bool:
    """Note what is wrong with `within`; tell whether nothing is."""
    key = edit.within
    if key is None or not table.open:
        return True
    before = len(entry.faults)
    lines = {line.key: line for block in table.blocks for line in block.lines}
    heads = several_heads(table)
    if key in heads and key not in lines:
        if edit.scope is Scope.HEAD:
            entry.fault("within", '列只能与 per = "line" 同用', 'a head goes with per = "line"')
    elif key not in lines:
        hint = did_you_mean(key, [*lines, *heads])
        entry.fault("within", f"没有行 {key}{hint.zh}", f"no line {key}{hint.en}")
    elif not (lines[key].repeat or _holds(key, lines.values())):
        entry.fault(
            "within",
            f"行 {key} 不重复，其下也没有行",
            f"line {key} does not repeat, and no line stands under it",
        )
    return len(entry.faults) == before


def _holds(key: str, lines: Iterable[Line]) -> bool:
    return any(line.under == key for line in lines)


def _want_several(entry: Entry, edit: Edit, key: str, table: TableForm) -> None:
    if edit.kind == "rank" and edit.scope is not Scope.LINE:
        entry.fault(
            "per", 'place、dense 须与 per = "line" 同用', 'place and dense need per = "line"'
        )
    if key not in several_lines(table):
        _fault(
            entry,
            f"行 {key} 不重复；应为写了 repeat = true 的行",
            f"line {key} does not repeat; name one with repeat = true",
        )


def _refuse_ends(entry: Entry, scope: Scope, ends: Sequence[Name], table: TableForm) -> None:
    for axis, key in _several(scope, ends, table):
        _fault(
            entry,
            f"区间两端不能是重复的{_kind(axis)} {key}；请单独写出 {key}",
            f"a range cannot end at {axis} {key}, which repeats; name {key} by itself",
        )


def _refuse_alone(entry: Entry, edit: Edit, name: Name, table: TableForm) -> None:
    """Refuse a repeated name that no function takes together, unless `within` picks one out."""
    own = own_lines(table, edit.within) if edit.within else frozenset()
    for axis, key in _several(edit.scope, (name,), table):
        if key == edit.within or (axis == "line" and key in own):
            continue
        group = _group_of(key, table) if axis == "line" else None
        if group:
            _fault(
                entry,
                f'每个 {group} 各有一行 {key}：请写 sum({name})，或加 within = "{group}"',
                f'each {group} has a line {key}; write sum({name}), or add within = "{group}"',
            )
        else:
            _fault(
                entry,
                f'{_kind(axis)} {key} 重复：取全部请写 sum({name})，逐一核对请用 per = "{axis}"',
                f'{axis} {key} repeats; write sum({name}) for all, or per = "{axis}" for each',
            )


def _group_of(key: str, table: TableForm) -> str | None:
    """Give the repeated line that a line stands once under; None for a line that repeats."""
    lines = {line.key: line for block in table.blocks for line in block.lines}
    line = lines[key]
    if line.repeat:
        return None
    while line.under is not None and not line.repeat:
        line = lines[line.under]
    return line.key


def _several(scope: Scope, names: Iterable[Name], table: TableForm) -> list[tuple[str, str]]:
    """Give the axis and the key of each repeated line and head that names are made of."""
    several = {"line": several_lines(table), "head": several_heads(table)}
    found = (pair for name in names for pair in axes_of(scope, name))
    return [(axis, key) for axis, key in dict.fromkeys(found) if key in several[axis]]


def _kind(axis: str) -> str:
    return "行" if axis == "line" else "列"


def _fault(entry: Entry, zh: str, en: str) -> None:
    entry.fault("rule", zh, en)
