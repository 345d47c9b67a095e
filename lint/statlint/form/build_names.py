"""The names in an edit: whether the form has them."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.form.build_range import check_range
from statlint.form.build_repeats import check_repeats, refuse_repeats
from statlint.form.edits import Edit, Name, Scope
from statlint.form.entry import Entry
from statlint.form.lookup import block_with_line, heads_for
from statlint.form.model import TableForm
from statlint.form.ranges import line_keys
from statlint.form.uses import Role, Use, uses_in
from statlint.schema import did_you_mean, listing

_POINT = 2
_FULL = 3


def check_names(entry: Entry, edit: Edit, table: TableForm) -> bool:
    """Note a fault for each name that the table does not have; tell whether all is right."""
    before = len(entry.faults)
    found = _uses(entry, edit)
    for use in found:
        _check(entry, edit.scope, use, table)
    if len(entry.faults) == before:
        check_repeats(entry, edit, found, table)
    return len(entry.faults) == before


def check_top_names(entry: Entry, edit: Edit, tables: Sequence[TableForm]) -> bool:
    """Note a fault for each name that is not table.line.head; tell whether all is right."""
    before = len(entry.faults)
    for key in ("per", "lines", "heads", "within", "kinds", "flows-only"):
        if key in entry:
            entry.fault(key, "只用于表内公式", "is for the edits of a table")
    for use in _uses(entry, edit):
        _check_full(entry, use, tables)
    return len(entry.faults) == before


def _uses(entry: Entry, edit: Edit) -> list[Use]:
    found = list(dict.fromkeys(uses_in(edit.condition)))
    if not found:
        _fault(entry, "没有提到表中的任何数", "names no figure of the form")
    return found


def _check_full(entry: Entry, use: Use, tables: Sequence[TableForm]) -> None:
    """Check a name with its table, or the two ends of a range."""
    if any(len(end.parts) != _FULL for end in use.ends):
        _fault(
            entry, f"{use.ends[0]} 应写成 表.行.列", f"{use.ends[0]} must be table.line.head here"
        )
        return
    keys = {end.parts[0] for end in use.ends}
    table = next((table for table in tables if table.key in keys), None)
    if table is None:
        key = use.ends[0].parts[0]
        hint = did_you_mean(key, [table.key for table in tables])
        _fault(entry, f"没有表 {key}{hint.zh}", f"no table {key}{hint.en}")
    elif len(keys) > 1:
        _fault(entry, "区间不能跨表", "a range stays within one table")
    else:
        ends = [Name(end.parts[1:], end.source) for end in use.ends]
        _check_ends(entry, Scope.ONCE, ends, use.role, table)
        refuse_repeats(entry, ends, table)


def _check(entry: Entry, scope: Scope, use: Use, table: TableForm) -> None:
    if use.role is not Role.LINES:
        _check_ends(entry, scope, use.ends, use.role, table)
    elif len(use.ends[0].parts) == 1:
        _check_line(entry, use.ends[0].parts[0], table)
    else:
        _fault(
            entry,
            f"{use.ends[0]} 应只写行的名称",
            f"{use.ends[0]} must be the name of a line by itself",
        )


def _check_ends(
    entry: Entry, scope: Scope, ends: Sequence[Name], role: Role, table: TableForm
) -> None:
    checked = [_check_name(entry, scope, end, role, table) for end in ends]
    if len(ends) > 1:
        first, last = ends
        if len(first.parts) != len(last.parts):
            _fault(
                entry,
                f"区间 {first}:{last} 两端写法不同",
                f"the ends of {first}:{last} do not match",
            )
        elif all(checked):
            check_range(entry, scope, first, last, table)


def _fault(entry: Entry, zh: str, en: str) -> None:
    entry.fault("rule", zh, en)


def _check_name(entry: Entry, scope: Scope, name: Name, role: Role, table: TableForm) -> bool:
    """Note what is wrong with one name; tell whether it is right."""
    if len(name.parts) == _FULL:
        _fault(
            entry,
            f"{name} 跨表：请写在表外的 [[edit]] 中",
            f"{name} reaches into a table; write it in an [[edit]] outside the tables",
        )
        return False
    if len(name.parts) == _POINT:
        right = _check_line(entry, name.parts[0], table)
        return right and _check_point(entry, name, role, table)
    if scope is Scope.LINE:
        return _check_head(entry, name.parts[0], role, table)
    if scope is Scope.HEAD:
        return _check_words(entry, name, role) and _check_line(entry, name.parts[0], table)
    _fault(
        entry,
        f"{name} 应写成 行.列，或加 per",
        f"{name} must be line.head, or the edit needs per",
    )
    return False


def _check_words(entry: Entry, name: Name, role: Role) -> bool:
    """Refuse the words of a line: figures stand under the heads that an edit is repeated over."""
    if role is not Role.WORDS:
        return True
    _fault(
        entry,
        f'{name} 是一行的数，没有文字：请写成 行.列，或用 per = "line"',
        f'{name} is a line of figures; for its words write line.head, or per = "line"',
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


def _check_head(entry: Entry, key: str, role: Role, table: TableForm) -> bool:
    known = {found for block in table.blocks for found in heads_for(block, role)}
    if key in known:
        return True
    if not any(head.key == key for block in table.blocks for head in block.heads):
        hint = did_you_mean(key, known)
        _fault(entry, f"没有列 {key}{hint.zh}", f"no head {key}{hint.en}")
    elif role is Role.WORDS:
        _fault(entry, f"列 {key} 是数，不是文字", f"head {key} holds figures, not text")
    else:
        _fault(entry, f"列 {key} 是文字，没有数", f"head {key} holds text, not figures")
    return False


def _check_point(entry: Entry, name: Name, role: Role, table: TableForm) -> bool:
    line, head = name.parts
    block = block_with_line(table, line)
    if block is None or not _check_head(entry, head, role, table):
        return False
    if head in heads_for(block, role):
        return True
    known = listing(heads_for(block, role))
    _fault(
        entry,
        f"行 {line} 没有列 {head}，只有 {known.zh}",
        f"line {line} has no head {head}, only {known.en}",
    )
    return False
