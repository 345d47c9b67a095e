"""The ranges in an edit: whether both ends belong together, in the order of the form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statlint.form.edits import Name, Scope
from statlint.form.entry import Entry
from statlint.form.model import TableForm
from statlint.form.ranges import head_keys, line_keys


def check_range(entry: Entry, scope: Scope, first: Name, last: Name, table: TableForm) -> None:
    """Note what is wrong with a range whose ends are names of one length that the table has."""
    places = [pair for pair in _pairs(first.parts, last.parts, scope, table) if pair is not None]
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


def _fault(entry: Entry, zh: str, en: str) -> None:
    entry.fault("rule", zh, en)


def _pairs(
    first: Sequence[str], last: Sequence[str], scope: Scope, table: TableForm
) -> Iterable[tuple[int, int] | None]:
    """Give the places of both ends, for each order of lines or heads that has them both."""
    for block in table.blocks:
        lines, heads = line_keys(block), head_keys(block)
        if len(first) == 1:
            yield _places(heads if scope is Scope.LINE else lines, first[0], last[0])
        elif first[1] == last[1] and first[0] != last[0]:
            yield _places(lines, first[0], last[0])
        elif first[0] == last[0] and first[0] in lines:
            yield _places(heads, first[1], last[1])


def _places(keys: Sequence[str], first: str, last: str) -> tuple[int, int] | None:
    if first in keys and last in keys:
        return keys.index(first), keys.index(last)
    return None
