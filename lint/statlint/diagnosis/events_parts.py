"""Events of a total and its parts: some left out, counted twice, or a subtotal added in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from statlint.diagnosis.events_formula import wrong_formula
from statlint.diagnosis.events_total import followed
from statlint.diagnosis.model import Slip
from statlint.diagnosis.move import Move, allowed, move
from statlint.diagnosis.net import Net, Way

_LONGEST = 60
"""Parts among which runs are looked for."""
_MOST_ALIKE = 3
"""Parts of the same figure, each of which may be the one left out; more tell nothing."""
_MOST_BALANCED = 8
"""Cells that a balance may have."""


def wrong_parts(net: Net, equation: int, residual: int) -> Iterator[Move]:
    """Change a total by what some of its parts add up to."""
    stated = net.system.equations[equation].stated
    if stated is None:
        return
    if not net.free(stated):
        yield from wrong_formula(net, equation, residual)
        return
    terms = dict(net.system.equations[equation].terms)
    total = terms.pop(stated)
    if residual % total:
        return
    step = -residual // total
    counted = {part: -weight * total * net.cell(part).value for part, weight in terms.items()}
    for slip, parts, ways in _sets(net, counted, step):
        for changes in _alike(net, equation, parts, slip):
            yield from _followed(net, equation, (slip, parts, ways), changes)


def _sets(
    net: Net, counted: Mapping[int, int], step: int
) -> Iterator[tuple[Slip, tuple[int, ...], int]]:
    """Give the sets of parts that explain a step of the total, and among how many of a kind."""
    for slip, sought in ((Slip.OMITTED_PARTS, step), (Slip.COUNTED_TWICE, -step)):
        single = [part for part, count in counted.items() if count == sought]
        if len(single) <= _MOST_ALIKE:
            for part in single:
                yield slip, (part,), 2 * len(counted)
        groups = _groups(net, counted)
        for cells in groups:
            if 1 < len(cells) < len(counted) and sum(counted[cell] for cell in cells) == sought:
                yield slip, cells, len(groups)
        for cells in _runs(counted, sought):
            if cells not in groups:
                yield slip, cells, len(counted) * len(counted) // 2
    for cell in _subtotals(net, counted):
        if net.cell(cell).value == -step:
            yield Slip.SUBTOTAL_ADDED, (cell,), 1


def _groups(net: Net, counted: Mapping[int, int]) -> list[tuple[int, ...]]:
    """Give the groups all of whose cells are parts."""
    return [cells for _, cells in net.system.groups if all(cell in counted for cell in cells)]


def _subtotals(net: Net, counted: Mapping[int, int]) -> list[int]:
    """Give the totals, themselves no part, of equations that add only parts."""
    found = dict.fromkeys(equation for part in counted for equation, _ in net.naming.get(part, ()))
    return [
        one.stated
        for one in (net.system.equations[equation] for equation in found)
        if one.stated is not None
        and one.stated not in counted
        and all(cell in counted or cell == one.stated for cell, _ in one.terms)
        and len(one.terms) <= len(counted)
    ]


def _runs(counted: Mapping[int, int], sought: int) -> Iterator[tuple[int, ...]]:
    """Give the runs of two or more parts, not 0 at their ends, that add up to a figure."""
    parts = list(counted)
    if len(parts) > _LONGEST:
        return
    sums, total = {0: [0]}, 0
    for end, part in enumerate(parts, 1):
        total += counted[part]
        for start in sums.get(total - sought, ()):
            run = parts[start:end]
            if 1 < len(run) < len(parts) and counted[run[0]] and counted[run[-1]]:
                yield tuple(run)
        sums.setdefault(total, []).append(end)


def _alike(net: Net, equation: int, parts: Sequence[int], slip: Slip) -> Iterator[dict[int, int]]:
    """Change the total of the equation, and those of the same edit with the same parts wrong."""
    changes: dict[int, int] = {}
    for other in net.same_edit(equation):
        found = _in_other(net, equation, other, parts, slip)
        if found is None:
            changes = {}  # there the same parts are as they should be
            break
        changes |= found
    own = _in_other(net, equation, equation, parts, slip) or {}
    if len(own) < len(changes):
        yield changes
    yield own


def _in_other(
    net: Net, equation: int, other: int, parts: Sequence[int], slip: Slip
) -> dict[int, int] | None:
    """Give the total of another equation, if the same parts explain how far it is off.

    None where they do not; nothing where it holds and they are 0.
    """
    its, total = net.system.equations[other], net.totals[other]
    there = [net.opposite(part, equation, other) for part in parts]
    if its.stated is None or not total or None in there or net.residuals[other] % total:
        return None
    terms = dict(its.terms)
    step = -net.residuals[other] // total
    counted = sum(
        -terms.get(cell, -total) * total * net.cell(cell).value
        for cell in there
        if cell is not None
    )
    if counted != (step if slip is Slip.OMITTED_PARTS else -step):
        return None
    return {its.stated: net.cell(its.stated).value + step} if step else {}


_FOLLOWING: tuple[tuple[Way, ...], ...] = (
    (),
    (Way.LINE,),
    (Way.HEAD,),
    (Way.LINE, Way.HEAD, Way.NEITHER),
)


def _followed(
    net: Net,
    equation: int,
    found: tuple[Slip, tuple[int, ...], int],
    changes: Mapping[int, int],
) -> Iterator[Move]:
    """Change totals, and the totals over them that may have been reckoned from them."""
    slip, parts, ways = found
    told: list[dict[int, int]] = []
    for along in _FOLLOWING:
        steps: dict[int, int] = {}
        for cell, new in changes.items():
            for one, value in followed(net, cell, new, along).items():
                steps[one] = steps.get(one, 0) + value - net.cell(one).value
        after = {one: net.cell(one).value + step for one, step in steps.items() if step}
        if after and after not in told and allowed(net, after):
            told.append(after)
            tried = move(slip, after, parts, ways)
            yield tried
            yield from _balanced(net, equation, tried)


def _balanced(net: Net, equation: int, tried: Move) -> Iterator[Move]:
    """Change one more line or head, where a total was made to agree with a balance that held.

    A rule that everybody checks holds even where the total in it is wrong: the line that balances
    it was written from the wrong total.
    """
    effect = net.effect(tried.event.changes)
    now = [one for one, step in effect.items() if step and not net.fails(one)]
    first = now[0] if now else None
    if (
        first is None
        or net.edit(first) == net.edit(equation)
        or not _is_balance(net, first, equation)
        or any(net.edit(one) != net.edit(first) for one in now)
    ):
        return
    changed = dict(tried.event.changes)
    others = [cell for cell, _ in net.members(first) if cell not in changed]
    for cell in others:
        more: dict[int, int] = {}
        for one in now:
            there = net.opposite(cell, first, one)
            weight = dict(net.members(one)).get(there, 0) if there is not None else 0
            if there is not None and weight and effect[one] % weight == 0:
                more[there] = net.cell(there).value - effect[one] // weight
        if len(more) == len(now) and allowed(net, more):
            ways = tried.ways * len(others) * _SELDOM
            yield move(tried.event.slip, changed | more, tried.event.about, ways)


def _is_balance(net: Net, balance: int, equation: int) -> bool:
    """Tell whether an equation is a short one that runs the same way as a sum."""
    cells = len(net.system.equations[balance].terms)
    return cells <= _MOST_BALANCED and net.way(balance) is net.way(equation)


_SELDOM = 2
"""One in how many totals with wrong parts are made to agree with a balance."""
