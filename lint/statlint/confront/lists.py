"""What a list of shares explains: one forced so that all add to 100, a sum of cut-off shares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from statlint.confront.model import Instance, Slack, Verdict
from statlint.dataclass import replace
from statlint.facts import Fact
from statlint.form import EditKind
from statlint.values import Number, exact

_WHOLE = 100


def explained_by_list(instances: Sequence[Instance]) -> list[Instance]:
    """Mark the shares that are off so that their list adds up, and sums of shares cut off."""
    shares = [one for one in instances if one.edit.kind is EditKind.RATIO and one.target]
    off = {id(one) for one in shares if one.fails and _one_off(one)}
    of_cell = {one.target: one for one in shares}
    forced = _forced(instances, shares) if off else frozenset()
    return [
        replace(one, slack=Slack.FORCED)
        if id(one) in off and one.target in forced
        else _of_its_shares(one, of_cell)
        for one in instances
    ]


def _one_off(share: Instance) -> bool:
    """Tell whether a share is one away, in its last digit, from what rounding gives."""
    if share.slack is Slack.LAST_DIGIT:
        return True
    figure = share.target.figure if share.target else None
    if share.slack is not Slack.NONE or share.left is None or figure is None:
        return False
    value, decimals = figure.displayed
    gap = Decimal(exact.subtract(share.left, value))
    return gap.copy_abs() <= Decimal(15).scaleb(-decimals - 1)


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


def _of_its_shares(one: Instance, of_cell: dict[Fact | None, Instance]) -> Instance:
    """Say of a sum of shares what its shares, each reckoned again, explain.

    Where each is right or cut off, a sum that is off is off because of the latter, and a sum that
    rounding hardly explains needs no other explanation.
    """
    wrong = one.edit.kind is EditKind.SHARES and one.verdict is Verdict.FAILS
    if not wrong and one.slack is not Slack.UNLIKELY:
        return one
    found = [of_cell.get(cell) for cell in one.facts]
    known = [share for share in found if share is not None]
    cut = [share for share in known if share.slack is Slack.TRUNCATED]
    right = [share for share in known if share.verdict is Verdict.HOLDS]
    if len(cut) + len(right) < len(found) or (wrong and not cut):
        return one
    return replace(one, slack=Slack.TRUNCATED if wrong else Slack.NONE)
