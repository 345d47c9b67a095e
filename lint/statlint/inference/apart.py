"""Which edits on one total say the same: 合计 = 男 + 女 and 合计 = 城镇 + 乡村 do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from statlint.dataclass import replace
from statlint.form import Comparison, Edit, EditKind, Name, Ranges, Scope, Span, TableForm, named

Figures: TypeAlias = frozenset[str]
"""What an edit names in a table, as written."""


def with_implied(edits: Sequence[Edit], stems: Sequence[str], table: TableForm) -> list[Edit]:
    """Let an edit on a total keep silent where a stronger one fails that says the same of it.

    `stems` are the ids before edits were told apart: those with one stem are on one total, the
    strongest first. Sums of figures that have nothing in common both speak.
    """
    ranges = Ranges(table)
    parts = [_parts(edit, ranges) for edit in edits]
    sums = _sums(edits, parts)
    before: dict[tuple[str, Scope], list[tuple[str, Figures | None]]] = defaultdict(list)
    found = []
    for edit, stem, own in zip(edits, stems, parts, strict=True):
        leaves = _spread(own, edit.scope, sums) if edit.kind is EditKind.BALANCE else None
        others = before[stem, edit.scope]
        same = [other for other, its in others if not (leaves and its and leaves.isdisjoint(its))]
        found.append(replace(edit, implied_by=tuple(same)))
        others.append((edit.id, leaves))
    return found


def _parts(edit: Edit, ranges: Ranges) -> Figures:
    if not isinstance(edit.condition, Comparison):
        return frozenset()
    return frozenset(
        str(name)
        for found in named(edit.condition.left)
        for name in _names(found, ranges, edit.scope)
    )


def _names(found: Name | Span, ranges: Ranges, scope: Scope) -> Iterable[Name]:
    return (found,) if isinstance(found, Name) else ranges.spread(found, scope)


def _sums(edits: Sequence[Edit], parts: Sequence[Figures]) -> dict[tuple[Scope, str], Figures]:
    """Give what each total is made of, by all its sums."""
    found: dict[tuple[Scope, str], Figures] = {}
    for edit, own in zip(edits, parts, strict=True):
        if edit.kind is EditKind.BALANCE and isinstance(edit.condition, Comparison):
            total = edit.scope, str(edit.condition.right)
            found[total] = found.get(total, frozenset()) | own
    return found


def _spread(parts: Figures, scope: Scope, sums: dict[tuple[Scope, str], Figures]) -> Figures:
    """Give parts, what these are made of, and so on."""
    found: dict[str, None] = {}
    left = list(parts)
    while left:
        one = left.pop()
        if one not in found:
            found[one] = None
            left += sums.get((scope, one), ())
    return frozenset(found)
