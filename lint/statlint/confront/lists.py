"""What a list of shares explains: one forced so that all add to 100, a sum of cut-off shares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from statlint.confront.model import Instance, Slack, Verdict
from statlint.facts import Fact
from statlint.form import EditKind
from statlint.values import Number, exact

_WHOLE = 100


def explained_by_list(instances: Sequence[Instance]) -> list[Instance]:
    """Mark the shares that are off so that their list adds up, and sums of shares cut off."""
    shares = [one for one in instances if one.edit.kind is EditKind.RATIO and one.target]
    off = {id(one) for one in shares if one.slack is Slack.LAST_DIGIT}
    of_cell = {one.target: one for one in shares}
    forced = _forced(instances, shares) if off else frozenset()
    return [
        replace(one, slack=Slack.FORCED)
        if id(one) in off and one.target in forced
        else _of_cut_off(one, of_cell)
        for one in instances
    ]


def _forced(instances: Iterable[Instance], shares: Iterable[Instance]) -> frozenset[Fact | None]:
    """Give the shares of all lists that add up to exactly 100 as printed."""
    lists: dict[tuple[str, str, str | None], list[Fact]] = {}
    for one in shares:
        # The share of the whole, 100, is in no list.
        if one.target and one.left != _WHOLE:
            key = (one.target.table, one.edit.id, one.edit.under)
            lists.setdefault(key, []).append(one.target)
    stated = (one.facts for one in instances if one.edit.kind is EditKind.SHARES)
    found = (cells for cells in (*lists.values(), *stated) if _printed_sum(cells) == _WHOLE)
    return frozenset(cell for cells in found for cell in cells)


def _printed_sum(cells: Iterable[Fact]) -> Number:
    total: Number = 0
    for cell in cells:
        if cell.figure:
            total = exact.add(total, cell.figure.displayed[0])
    return total


def _of_cut_off(one: Instance, of_cell: dict[Fact | None, Instance]) -> Instance:
    """Mark a sum of shares that is off because its shares, each reckoned again, are cut off."""
    if one.edit.kind is not EditKind.SHARES or one.verdict is not Verdict.FAILS:
        return one
    found = [of_cell.get(cell) for cell in one.facts]
    right = [
        share is not None and (share.verdict is Verdict.HOLDS or share.slack is Slack.TRUNCATED)
        for share in found
    ]
    cut = any(share is not None and share.slack is Slack.TRUNCATED for share in found)
    return replace(one, slack=Slack.TRUNCATED) if all(right) and cut else one
