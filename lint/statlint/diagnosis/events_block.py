"""Events of a block of cells: its figures stand one place on, or are in another unit."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from statlint.dataclass import replace
from statlint.diagnosis.model import Slip
from statlint.diagnosis.move import Move, allowed, move
from statlint.diagnosis.net import Net
from statlint.diagnosis.settled import settled
from statlint.diagnosis.strips import Strips, runs_adding_to, strips_of

_POWERS = (10, 100, 1000, 10_000)
_MOST_STRIPS = 60
"""Strips that a block is looked for in."""
_MOST_TOLD = 2.3
"""What one figure that stands where it should not tells at most, as ln of how seldom it does."""
_FEWEST_TOLD = 4.0
"""What the figures of a block must tell for nothing to be said against it."""


def moved_block(net: Net, equation: int, residual: int) -> Iterator[Move]:
    """Put a block back by one strip, where that mends an equation along each of its strips."""
    strips = strips_of(net, equation)
    if strips is None:
        return
    weights = dict(net.members(equation))
    strip, _ = strips.where(net.system.equations[equation].terms[0][0])
    whole = strips.whole(strip)
    for side in (1, -1):
        steps = _steps(strips, whole, weights, side)
        runs = [(at, at) for at, step in enumerate(steps) if step == -residual]
        for first, last in [*runs, *runs_adding_to(steps, -residual)]:
            places = [strips.where(cell)[1] for cell in whole[first : last + 1]]
            yield from _moved(strips, strip, places, side)


def _steps(
    strips: Strips, whole: Sequence[int], weights: Mapping[int, int], side: int
) -> list[int | None]:
    """Give how an equation moves by each cell getting the figure to its side; None without one."""
    net = strips.net
    strip, _ = strips.where(whole[0])
    beside = {strips.where(cell)[1]: cell for cell in strips.whole(strip + side)}
    steps: list[int | None] = []
    for cell in whole:
        other, one = beside.get(strips.where(cell)[1]), net.cell(cell)
        if other is None or one.fixed:
            steps.append(None)
        elif one.derived:
            steps.append(0)
        else:
            steps.append(weights.get(cell, 0) * (net.figures[other] - one.value))
    return steps


def _moved(strips: Strips, strip: int, places: Sequence[int], side: int) -> Iterator[Move]:
    """Take all strips whose edits hold with the figures beside; that next to them was lost."""
    first = last = strip
    while not left_behind(strips, first, places, side) and _fits(
        strips, first - side, places, side
    ):
        first -= side
    if not left_behind(strips, first, places, side):
        return
    while abs(last - first) < _MOST_STRIPS and _fits(strips, last + side, places, side):
        last += side
    net = strips.net
    run = range(first, last + side, side)
    changes = beside_of(strips, run, places, side)
    wide = _widened(strips, run, places, side)
    for lost in dict.fromkeys((tuple(places), tuple(wide))):
        cells = [one for place in lost if (one := strips.cell(last + side, place)) is not None]
        found = settled(net, changes, [one for one in cells if net.free(one)])
        if found and len(found.changes) > 1 and any(changes.values()):
            if not is_exchange(strips, found.changes):
                evidence = twice(strips, first, places, side) - by_chance(net, changes)
                ways = 2 * max(len(lost), len(strips.whole(strip)))
                yield found.move(Slip.SHIFTED, ways, evidence)
            return


def is_exchange(strips: Strips, changes: Mapping[int, int]) -> bool:
    """Tell whether two strips only get each other's figures: then they were exchanged."""
    if len({strips.where(one)[0] for one in changes}) > 2:  # noqa: PLR2004 - a pair
        return False
    return sorted(changes.values()) == sorted(strips.net.cell(one).value for one in changes)


def _widened(strips: Strips, run: range, places: Sequence[int], side: int) -> list[int]:
    """Add the places beside a block in which the same figures stand in all of its strips.

    That they moved on shows only in the strip that was lost: an edit across it fails.
    """
    wide = list(places)
    for step in (-1, 1):
        place = (max(wide) if step > 0 else min(wide)) + step
        while _is_alike(strips, run, place, side):
            wide.append(place)
            place += step
    return sorted(wide)


def _is_alike(strips: Strips, run: range, place: int, side: int) -> bool:
    net = strips.net
    lost = strips.cell(run[-1] + side, place)
    if lost is None or not net.free(lost) or beside_of(strips, run, (place,), side):
        return False
    return any(net.fails(one) and net.way(one) is not strips.way for one, _ in net.weights(lost))


def left_behind(strips: Strips, strip: int, places: Sequence[int], side: int) -> bool:
    """Tell whether figures that moved on left a strip: it is empty, or as the strip before it."""
    net = strips.net
    cells = strips.cells(strip, places) or []
    if all(not net.cell(one).value for one in cells):
        return True
    before = strips.cells(strip - side, places)
    return before is not None and all(
        net.cell(one).value == net.cell(other).value
        for one, other in zip(cells, before, strict=True)
    )


def by_chance(net: Net, changes: Mapping[int, int]) -> float:
    """Give what is to be said against few or small figures: they fit anywhere by chance."""
    return max(0.0, _FEWEST_TOLD - telling(net, changes))


def telling(net: Net, changes: Mapping[int, int]) -> float:
    """Give how much figures tell by standing where they do."""
    scale = net.system.scale
    return sum(min(_MOST_TOLD, math.log1p(abs(new) / scale)) for new in changes.values())


def twice(strips: Strips, strip: int, places: Sequence[int], side: int) -> float:
    """Give what it says that the figures of a strip stand in the strip before it as well."""
    before = strips.cells(strip - side, places)
    if before is None:
        return 0.0
    net = strips.net
    values = {one: net.cell(one).value for one in strips.cells(strip, places) or []}
    same = [net.cell(one).value for one in before] == list(values.values())
    return telling(net, values) if same else 0.0


def beside_of(
    strips: Strips, run: Sequence[int], places: Sequence[int], side: int
) -> dict[int, int]:
    """Give the cells of some strips the figures to their side, where these are others."""
    net = strips.net
    found = {}
    for strip in run:
        for place in places:
            cell, beside = strips.cell(strip, place), strips.cell(strip + side, place)
            if cell is not None and beside is not None and not net.cell(cell).derived:
                found[cell] = net.cell(beside).value
    return {cell: new for cell, new in found.items() if new != net.cell(cell).value}


def _fits(strips: Strips, strip: int, places: Sequence[int], side: int) -> bool:
    """Tell whether the figures beside mend what a strip is in, along it."""
    if strips.cells(strip, places) is None or strips.cells(strip + side, places) is None:
        return False
    return mends(strips, beside_of(strips, (strip,), places, side))


def mends(strips: Strips, changes: dict[int, int]) -> bool:
    """Tell whether all equations along strips hold with other figures, and there is one."""
    net = strips.net
    if not allowed(net, changes):
        return False
    along = [
        (equation, step)
        for equation, step in net.effect(changes.items()).items()
        if net.way(equation) is strips.way
    ]
    return (bool(along) or not changes) and all(
        abs(net.residuals[equation] + step) <= net.system.equations[equation].slack
        for equation, step in along
    )


def block_in_other_unit(net: Net, equation: int, residual: int) -> Iterator[Move]:
    """Multiply the figures of a block, where that mends an equation along each of its strips."""
    sought = [(power, sign, come) for power, sign, come in _sought(residual) if come]
    strips = strips_of(net, equation) if sought else None
    if strips is None:
        return
    weights = dict(net.members(equation))
    strip, _ = strips.where(net.system.equations[equation].terms[0][0])
    whole = strips.whole(strip)
    steps = [weights.get(cell, 0) * net.cell(cell).value for cell in whole]
    members = frozenset(weights)
    found: list[Move] = []
    for power, sign, come in sought:
        for first, last in runs_adding_to(steps, come):
            places = [strips.where(cell)[1] for cell in whole[first : last + 1]]
            found += _multiplied(strips, strip, places, (power, sign))
    # All parts ten times as large, or their total as small: figures do not tell these apart.
    stated = net.system.equations[equation].stated
    alone = any({stated} == members & dict(one.event.changes).keys() for one in found)
    like = tuple(one.event for one in found) if alone else ()
    yield from (replace(one, like=like) for one in found)


def _sought(residual: int) -> Iterator[tuple[int, int, int]]:
    """Give the powers of ten, up or down, with what figures must come to that are off by them."""
    for power in _POWERS:
        come, rest = divmod(-residual, power - 1)
        if not rest:
            yield power, 1, come
            yield power, -1, -come * power


def _multiplied(
    strips: Strips, strip: int, places: Sequence[int], unit: tuple[int, int]
) -> Iterator[Move]:
    """Take the strips around one whose edits hold with the same places in the other unit."""
    changes = _times(strips, strip, places, unit)
    if changes is None:
        return
    for side in (1, -1):
        for steps in range(1, _MOST_STRIPS):
            more = _times(strips, strip + side * steps, places, unit)
            if more is None or not mends(strips, more):
                break
            changes |= more
    if len(changes) > 1 and allowed(strips.net, changes):
        ways = len(strips.whole(strip)) + len(places)
        yield move(Slip.OTHER_UNIT, dict(sorted(changes.items())), ways=ways)


def _times(
    strips: Strips, strip: int, places: Sequence[int], unit: tuple[int, int]
) -> dict[int, int] | None:
    """Give the figures of some cells in another unit; None where that gives no whole figures."""
    net = strips.net
    power, sign = unit
    cells = strips.cells(strip, places)
    if cells is None:
        return None
    values = {one: net.cell(one).value for one in cells if not net.cell(one).derived}
    if sign > 0:
        return {one: value * power for one, value in values.items() if value}
    if any(value % power for value in values.values()):
        return None
    return {one: value // power for one, value in values.items() if value}
