"""The names in an edit: whether the form has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statlint.form.edits import Edit, Name, Scope, Span
from statlint.form.entry import Entry
from statlint.form.lookup import block_with_line, head_keys, line_keys
from statlint.form.model import TableForm
from statlint.form.walk import named
from statlint.schema import did_you_mean, listing

_LOCAL = 1
_POINT = 2
_FULL = 3


def check_names(entry: Entry, edit: Edit, table: TableForm) -> bool:
    """Note a fault for each name that the table does not have; tell whether all is right."""
    before = len(entry.faults)
    for found in _names(entry, edit):
        _check(entry, edit.scope, _ends(found), table)
    return len(entry.faults) == before


def check_top_names(entry: Entry, edit: Edit, tables: Sequence[TableForm]) -> bool:
    """Note a fault for each name that is not table.line.head; tell whether all is right."""
    before = len(entry.faults)
    for key in ("per", "lines", "heads"):
        if key in entry:
            entry.fault(key, "只用于表内公式", "is for the edits of a table")
    for found in _names(entry, edit):
        _check_full(entry, _ends(found), tables)
    return len(entry.faults) == before


def _check_full(entry: Entry, ends: Sequence[Name], tables: Sequence[TableForm]) -> None:
    """Check a name with its table, or the two ends of a range."""
    if any(len(end.parts) != _FULL for end in ends):
        _fault(entry, f"{ends[0]} 应写成 表.行.列", f"{ends[0]} must be table.line.head here")
        return
    keys = {end.parts[0] for end in ends}
    table = next((table for table in tables if table.key in keys), None)
    if table is None:
        key = ends[0].parts[0]
        hint = did_you_mean(key, [table.key for table in tables])
        _fault(entry, f"没有表 {key}{hint.zh}", f"no table {key}{hint.en}")
    elif len(keys) > 1:
        _fault(entry, "区间不能跨表", "a range stays within one table")
    else:
        _check(entry, Scope.ONCE, [Name(end.parts[1:]) for end in ends], table)


def _check(entry: Entry, scope: Scope, ends: Sequence[Name], table: TableForm) -> None:
    """Check a name, or the two ends of a range."""
    if len(ends) > 1:
        _check_span(entry, scope, Span(ends[0], ends[1]), table)
    else:
        _check_name(entry, scope, ends[0], table)


def _names(entry: Entry, edit: Edit) -> list[Name | Span]:
    found = list(dict.fromkeys(named(edit.condition)))
    if not found:
        _fault(entry, "没有提到表中的任何数", "names no figure of the form")
    return found


def _ends(found: Name | Span) -> tuple[Name, ...]:
    return (found.first, found.last) if isinstance(found, Span) else (found,)


def _fault(entry: Entry, zh: str, en: str) -> None:
    entry.fault("rule", zh, en)


def _check_name(entry: Entry, scope: Scope, name: Name, table: TableForm) -> bool:
    """Note what is wrong with one name; tell whether it is right."""
    if len(name.parts) == _FULL:
        _fault(
            entry,
            f"{name} 跨表：请写在表外的 [[edit]] 中",
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
        f"{name} 应写成 行.列，或加 per",
        f"{name} must be line.head, or the edit needs per",
    )
    return False


def _check_line(entry: Entry, key: str, table: TableForm) -> bool:
    known = [found for block in table.blocks for found in line_keys(block)]
    if key in known:
        return True
    if any(line.key == key for block in table.blocks for line in block.lines):
        _fault(entry, f"行 {key} 是标题，没有数", f"line {key} is a heading and holds no figures")
    else:
        hint = did_you_mean(key, known)
        _fault(entry, f"没有行 {key}{hint.zh}", f"no line {key}{hint.en}")
    return False


def _check_head(entry: Entry, key: str, table: TableForm) -> bool:
    known = {found for block in table.blocks for found in head_keys(block)}
    if key in known:
        return True
    if any(head.key == key for block in table.blocks for head in block.heads):
        _fault(entry, f"列 {key} 是文字，没有数", f"head {key} holds text, not figures")
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
    known = listing(head_keys(block))
    _fault(
        entry,
        f"行 {line} 没有列 {head}，只有 {known.zh}",
        f"line {line} has no head {head}, only {known.en}",
    )
    return False


def _check_span(entry: Entry, scope: Scope, span: Span, table: TableForm) -> None:
    first, last = span.first, span.last
    if len(first.parts) != len(last.parts):
        _fault(
            entry, f"区间 {first}:{last} 两端写法不同", f"the ends of {first}:{last} do not match"
        )
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
        _fault(
            entry, f"区间应写成 {last}:{first}", f"the range runs backwards; write {last}:{first}"
        )
    elif places[0][0] == places[0][1]:
        _fault(
            entry, f"区间 {first}:{last} 只有一项", f"{first}:{last} is a single figure; name it"
        )


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
