"""The lines or heads that an edit is for."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.dataclass import replace
from statlint.form.edits import Edit, EditKind, Scope
from statlint.form.entry import Entry
from statlint.form.limits import limited
from statlint.form.lookup import heads_for
from statlint.form.model import Block, TableForm
from statlint.form.ranges import head_keys, line_keys
from statlint.form.uses import Role, Use, uses_in
from statlint.schema import did_you_mean

_LOCAL = 1


def refuse_other_scope(entry: Entry, edit: Edit) -> None:
    """Note a fault for `lines` or `heads` where the edit is not repeated over them."""
    for key, scope in (("lines", Scope.LINE), ("heads", Scope.HEAD)):
        if key in entry and edit.scope is not scope:
            entry.fault(key, f'只能与 per = "{scope}" 同用', f'goes with per = "{scope}" only')


def settle_scope(entry: Entry, edit: Edit, table: TableForm) -> Edit:
    """Note what is wrong with `lines` and `heads`, and fill them in where a table has blocks.

    A table of one block leaves them empty (all). Where there are more, an edit is for the lines
    or heads of those blocks only that have what it names.
    """
    if edit.scope is Scope.ONCE:
        return edit
    blocks = _blocks_named(edit, table)
    keys_of = head_keys if edit.scope is Scope.HEAD else line_keys
    allowed = _reached(edit.scope, [keys_of(block) for block in blocks])
    given = edit.heads if edit.scope is Scope.HEAD else edit.lines or _ranked(edit)
    _check_given(entry, edit.scope, given, allowed)
    settled = given or (allowed if len(table.blocks) > 1 else ())
    if edit.scope is Scope.HEAD:
        return replace(edit, heads=settled)
    return replace(edit, lines=settled)


def settle_kinds(entry: Entry, edit: Edit, table: TableForm) -> Edit:
    """Leave only the lines or heads whose figures an edit is for, where all of them are known."""
    if table.open:
        return edit
    settled = limited(edit, table)
    if settled is None:
        key = "kinds" if "kinds" in entry else "flows-only"
        entry.fault(
            key,
            "所提到的数都不属于此类，公式永远不会核对",
            "leaves none of the figures it names, so it can never be checked",
        )
    return settled or edit


def _ranked(edit: Edit) -> tuple[str, ...]:
    """Give the repeated lines that an edit ranks: it is for these where it says nothing else."""
    uses = uses_in(edit.condition)
    found = [use.ends[0].parts[0] for use in uses if use.role is Role.LINES]
    return tuple(dict.fromkeys(found)) if edit.kind is EditKind.RANK else ()


def _blocks_named(edit: Edit, table: TableForm) -> tuple[Block, ...]:
    """Give the blocks of the lines named, or those that have all the heads named."""
    uses = [use for use in uses_in(edit.condition) if use.role is not Role.LINES]
    if edit.scope is Scope.LINE:
        return tuple(
            block
            for block in table.blocks
            if all(set(_keys(use)) <= set(heads_for(block, use.role)) for use in uses)
        )
    keys = {key for use in uses for key in _keys(use)}
    return tuple(block for block in table.blocks if keys & set(line_keys(block)))


def _keys(use: Use) -> list[str]:
    return [end.parts[0] for end in use.ends if len(end.parts) == _LOCAL]


def _reached(scope: Scope, rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Give the heads that all blocks have, or the lines of each."""
    if scope is Scope.LINE:
        return tuple(key for keys in rows for key in keys)
    shared = set(rows[0]).intersection(*rows) if rows else set()
    return tuple(key for key in rows[0] if key in shared) if rows else ()


def _check_given(entry: Entry, scope: Scope, given: Sequence[str], allowed: Sequence[str]) -> None:
    if not allowed:
        entry.fault(
            "rule",
            "所提到的数没有共同的行或列",
            f"what it names shares no {scope}, so it can never be checked",
        )
        return
    for key in given:
        if key not in allowed:
            hint = did_you_mean(key, allowed)
            entry.fault(
                f"{scope}s",
                f"{key} 不在本公式可用的范围内{hint.zh}",
                f"no {scope} {key} for what this edit names{hint.en}",
            )
