"""The names in an edit: whether the table has them, and which lines or heads the edit is for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from statlint.form.edits import Edit, Name, Scope, Span
from statlint.form.entry import Entry
from statlint.form.lookup import block_with_line, head_keys, line_keys
from statlint.form.model import Block, TableForm
from statlint.form.walk import named
from statlint.schema import did_you_mean

_LOCAL = 1
_POINT = 2
_FULL = 3


def check_names(entry: Entry, edit: Edit, table: TableForm) -> None:
    """Note a fault for each name or range of an edit that its table does not have."""
    for found in _names(entry, edit):
        if isinstance(found, Span):
            _check_span(entry, edit.scope, found, table)
        else:
            _check_name(entry, edit.scope, found, table)


def check_top_names(entry: Entry, edit: Edit, tables: Sequence[TableForm]) -> None:
    """Note a fault for each name of an edit between tables that is not table.line.head."""
    for key in ("per", "lines", "heads"):
        if key in entry:
            entry.fault(key, "只用于表内公式", "is for the edits of a table")
    known = {table.key: table for table in tables}
    for found in _names(entry, edit):
        ends = (found.first, found.last) if isinstance(found, Span) else (found,)
        if any(len(end.parts) != _FULL for end in ends):
            _fault(entry, f"{ends[0]} 应写成 表.行.列", f"{ends[0]} must be table.line.head here")
            continue
        table = known.get(ends[0].parts[0])
        if table is None:
            hint = did_you_mean(ends[0].parts[0], known)
            name = ends[0].parts[0]
            _fault(entry, f"没有表 {name}{hint.zh}", f"no table {name}{hint.en}")
            continue
        within = tuple(Name(end.parts[1:]) for end in ends)
        if len(within) == 1:
            _check_name(entry, Scope.ONCE, within[0], table)
        elif ends[1].parts[0] != table.key:
            _fault(entry, "区间不能跨表", "a range stays within one table")
        else:
            _check_span(entry, Scope.ONCE, Span(*within), table)


def _names(entry: Entry, edit: Edit) -> list[Name | Span]:
    found = list(dict.fromkeys(named(edit.condition)))
    if not found:
        _fault(entry, "没有提到表中的任何数", "names no figure of the form")
    return found


def _fault(entry: Entry, zh: str, en: str) -> None:
    entry.fault("rule", zh, en)


def _check_name(entry: Entry, scope: Scope, name: Name, table: TableForm) -> bool:
    """Note what is wrong with one name; tell whether it is right."""
    if len(name.parts) == _FULL:
        _fault(
            entry,
            f"{name} 跨表:请写在表外的 [[edit]] 中",
            f"{name} reaches into a table; write it in an [[edit]] outside the tables",
        )
        return False
    if len(name.parts) == _POINT:
        return _check_line(entry, name.parts[0], table) and _check_point(entry, name, table)
    if scope is Scope.HEAD:
        return _check_line(entry, name.parts[0], table)
    if scope is Scope.LINE:
        return _check_head(entry, name.parts[0], table)
    _fault(
        entry,
        f"{name} 应写成 行.列,或加 per",
        f"{name} must be line.head, or the edit needs per",
    )
    return False


def _check_line(entry: Entry, key: str, table: TableForm) -> bool:
    known = [found for block in table.blocks for found in line_keys(block)]
    if key in known:
        return True
    if any(line.key == key for block in table.blocks for line in block.lines):
        _fault(entry, f"行 {key} 是标题,没有数", f"line {key} is a heading and holds no figures")
    else:
        hint = did_you_mean(key, known)
        _fault(entry, f"没有行 {key}{hint.zh}", f"no line {key}{hint.en}")
    return False


def _check_head(entry: Entry, key: str, table: TableForm) -> bool:
    known = {found for block in table.blocks for found in head_keys(block)}
    if key in known:
        return True
    if any(head.key == key for block in table.blocks for head in block.heads):
        _fault(entry, f"列 {key} 是文字,没有数", f"head {key} holds text, not figures")
    else:
        hint = did_you_mean(key, known)
        _fault(entry, f"没有列 {key}{hint.zh}", f"no head {key}{hint.en}")
    return False


def _check_point(entry: Entry, name: Name, table: TableForm) -> bool:
    line, head = name.parts
    block = block_with_line(table, line)
    if block is None or not _check_head(entry, head, table):
        return False
    if head in head_keys(block):
        return True
    known = ", ".join(head_keys(block))
    _fault(
        entry,
        f"行 {line} 没有列 {head},只有 {known}",
        f"line {line} has no head {head}, only {known}",
    )
    return False


def _check_span(entry: Entry, scope: Scope, span: Span, table: TableForm) -> None:
    first, last = span.first, span.last
    if len(first.parts) != len(last.parts):
        _fault(entry, f"区间 {first}:{last} 两端写法不同", f"the ends of {first}:{last} do not match")
        return
    checked = [_check_name(entry, scope, end, table) for end in (first, last)]
    if not all(checked):
        return
    places = [pair for pair in _pairs(span, scope, table) if pair is not None]
    if not places:
        _fault(
            entry,
            f"{first} 与 {last} 不在同一行、同一列或同一块",
            f"{first} and {last} do not stand in one line, head or block",
        )
    elif places[0][0] > places[0][1]:
        _fault(entry, f"区间应写成 {last}:{first}", f"the range runs backwards; write {last}:{first}")
    elif places[0][0] == places[0][1]:
        _fault(entry, f"区间 {first}:{last} 只有一项", f"{first}:{last} is a single figure; name it")


def _pairs(span: Span, scope: Scope, table: TableForm) -> Iterable[tuple[int, int] | None]:
    """Give the places of both ends, for each order of lines or heads that has them both."""
    first, last = span.first.parts, span.last.parts
    for block in table.blocks:
        lines, heads = line_keys(block), head_keys(block)
        if len(first) == _LOCAL:
            yield _places(heads if scope is Scope.LINE else lines, first[0], last[0])
        elif first[1] == last[1] and first[0] != last[0]:
            yield _places(lines, first[0], last[0])
        elif first[0] == last[0] and first[0] in lines:
            yield _places(heads, first[1], last[1])


def _places(keys: Sequence[str], first: str, last: str) -> tuple[int, int] | None:
    if first in keys and last in keys:
        return keys.index(first), keys.index(last)
    return None


def settle_scope(entry: Entry, edit: Edit, table: TableForm) -> Edit:
    """Note what is wrong with `lines` and `heads`, and fill them in where a table has blocks.

    A table of one block leaves them empty (all). Where there are more, an edit is for the lines
    or heads of those blocks only that have what it names.
    """
    for key, scope in (("lines", Scope.LINE), ("heads", Scope.HEAD)):
        if key in entry and edit.scope is not scope:
            entry.fault(key, f'只能与 per = "{scope}" 同用', f'goes with per = "{scope}" only')
    if edit.scope is Scope.ONCE:
        return edit
    blocks = _blocks_named(edit, table)
    keys_of = head_keys if edit.scope is Scope.HEAD else line_keys
    allowed = _reached(edit.scope, [keys_of(block) for block in blocks])
    given = edit.heads if edit.scope is Scope.HEAD else edit.lines
    _check_given(entry, edit.scope, given, allowed)
    settled = given or (allowed if len(table.blocks) > 1 else ())
    if edit.scope is Scope.HEAD:
        return replace(edit, heads=settled)
    return replace(edit, lines=settled)


def _blocks_named(edit: Edit, table: TableForm) -> tuple[Block, ...]:
    """Give the blocks of the lines named, or those that have all the heads named."""
    keys: set[str] = set()
    for found in named(edit.condition):
        ends = (found.first, found.last) if isinstance(found, Span) else (found,)
        keys |= {end.parts[0] for end in ends if len(end.parts) == _LOCAL}
    if edit.scope is Scope.LINE:
        return tuple(block for block in table.blocks if keys <= set(head_keys(block)))
    return tuple(block for block in table.blocks if keys & set(line_keys(block)))


def _reached(scope: Scope, rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Give the heads that all blocks have, or the lines of each."""
    if scope is Scope.LINE:
        return tuple(key for keys in rows for key in keys)
    shared = set(rows[0]).intersection(*rows) if rows else set()
    return tuple(key for key in rows[0] if key in shared) if rows else ()


def _check_given(
    entry: Entry, scope: Scope, given: Sequence[str], allowed: Sequence[str]
) -> None:
    if not allowed and not entry.faults:
        _fault(
            entry,
            "所提到的数没有共同的行或列",
            f"what it names shares no {scope}, so it can never be checked",
        )
    for key in given:
        if key not in allowed:
            hint = did_you_mean(key, allowed)
            entry.fault(
                f"{scope}s",
                f"{key} 不在本公式可用的范围内{hint.zh}",
                f"no {scope} {key} for what this edit names{hint.en}",
            )
