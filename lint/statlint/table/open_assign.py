"""Which column of a boxhead stands under which head of an open table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statlint.table.leaves import Leaf
from statlint.table.likeness import wanted_keys
from statlint.table.open_plan import OpenPlan
from statlint.table.view import View
from statlint.values import UNITS, plain_unit

_SPANNED, _NOT_SPANNED = 0.15, -0.3
"""What the right spanner over a head adds to its score, what a wrong one or none takes."""
_ROWS_LOOKED_AT = 8


def assigned(
    view: View, plan: OpenPlan, leaves: Sequence[Leaf], last_row: int
) -> tuple[dict[int, int], float]:
    """Give the column of each head, and how surely they are the heads all together.

    Of two heads with the same label the needed one goes first, then the first of the form.
    """
    pairs = []
    for leaf in leaves:
        # What goes on below is a heading of lines, or its boxhead reaches further down.
        ends = bool(leaf.text) and view.text(last_row + 1, leaf.column) != leaf.text
        heads, sure = plan.head_words.like(leaf.text) if ends else ((), 0.0)
        pairs += [
            (sure + _spanned(plan, head, leaf), head, leaf.column)
            for head in heads
            if not plan.heads[head].names or not _names_units(view, leaf.column, last_row)
        ]
    pairs.sort(key=lambda pair: (-pair[0], pair[1] not in plan.needed, pair[1], pair[2]))
    columns: dict[int, int] = {}
    total = 0.0
    for score, head, column in pairs:
        if head not in columns and column not in columns.values():
            columns[head] = column
            total += score
    ordered = _in_print_order(plan, columns, leaves)
    return _right_of_names(plan, ordered, leaves), total


def _in_print_order(
    plan: OpenPlan, columns: Mapping[int, int], leaves: Sequence[Leaf]
) -> dict[int, int]:
    """Give heads with the same label their columns from left to right in the form's order."""
    texts = {leaf.column: leaf.text for leaf in leaves}
    ordered = dict(columns)
    alike: dict[tuple[int, ...], list[int]] = {}
    for head, column in columns.items():
        if not plan.heads[head].above:
            alike.setdefault(plan.head_words.like(texts[column])[0], []).append(head)
    for heads in alike.values():
        own = sorted(columns[head] for head in heads)
        ordered |= dict(zip(sorted(heads), own, strict=True))
    return ordered


def _right_of_names(
    plan: OpenPlan, columns: dict[int, int], leaves: Sequence[Leaf]
) -> dict[int, int]:
    """Take the figures of items where a head is printed for groups, too, left of their names."""
    names = max((columns[head] for head in columns if plan.heads[head].names), default=0)
    ordered = dict(columns)
    for head, column in columns.items():
        if column < names and not plan.heads[head].names and not plan.heads[head].of:
            again = (
                leaf.column
                for leaf in leaves
                if leaf.column > names
                and leaf.column not in columns.values()
                and head in plan.head_words.like(leaf.text)[0]
            )
            ordered[head] = next(again, column)
    return ordered


def _spanned(plan: OpenPlan, head: int, leaf: Leaf) -> float:
    above = plan.heads[head].above
    if not above:
        return 0.0
    wanted = {key for keys in wanted_keys([above]) for key in keys}
    return _SPANNED if wanted & leaf.above else _NOT_SPANNED


def _names_units(view: View, column: int, last_row: int) -> bool:
    """Tell whether a column holds units of measure: 单位 over 件, 条, 个 names no one."""
    rows = range(last_row + 1, min(view.rows, last_row + _ROWS_LOOKED_AT) + 1)
    texts = [text for row in rows if (text := view.text(row, column))]
    return sum(plain_unit(text) in UNITS for text in texts) * 2 > len(texts)
