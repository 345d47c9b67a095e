"""Events of whole lines and heads: in another unit, with the wrong sign, exchanged, left blank."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from statlint.diagnosis.events_pair import steps_between
from statlint.diagnosis.model import Slip
from statlint.diagnosis.move import Move, allowed, move
from statlint.diagnosis.net import Net, Way

_UNITS = frozenset(Fraction(10) ** power for power in (-4, -3, -2, -1, 1, 2, 3, 4))


def other_unit(net: Net, equation: int, residual: int) -> Iterator[Move]:
    """Multiply all figures of a line or a head, where that mends the equation."""
    for number, weight in net.members(equation):
        value = net.cell(number).value
        if not value or residual % weight:
            continue
        factor = Fraction(value - residual // weight, value)
        if factor in _UNITS or factor == -1:
            slip = Slip.SIGNS if factor == -1 else Slip.OTHER_UNIT
            for places in across(net, equation, number):
                yield from _multiplied(net, slip, places, factor)


def across(net: Net, equation: int, number: int) -> Iterator[tuple[int, ...]]:
    """Give the line and the head of a cell; not the one that the equation itself runs along.

    It would stay as wrong as it is if all its cells changed alike.
    """
    cell = net.cell(number)
    way = net.way(equation)
    if way is not Way.LINE:
        yield net.line(cell.table, cell.line)
    if way is not Way.HEAD:
        yield net.head(cell.table, cell.head)


def _multiplied(net: Net, slip: Slip, places: tuple[int, ...], factor: Fraction) -> Iterator[Move]:
    figures = {one: net.cell(one).value * factor for one in places if _typed(net, one)}
    if len(figures) > 1 and all(new.denominator == 1 for new in figures.values()):
        changes = {one: int(new) for one, new in figures.items()}
        if allowed(net, changes):
            yield move(slip, changes)


def _typed(net: Net, number: int) -> bool:
    return bool(net.cell(number).value) and not net.cell(number).derived


def exchanged(net: Net, equation: int, residual: int) -> Iterator[Move]:
    """Exchange two lines or two heads, where that mends the equation."""
    weights = dict(net.members(equation))
    for weight, opposite, step in steps_between(weights.values(), residual):
        for number, its in weights.items():
            if its != weight:
                continue
            sought = net.cell(number).value + step
            for places in across(net, equation, number):
                for other in net.holding(_beside(net, number, places)).get(sought, ()):
                    if weights.get(other, 0) == opposite:
                        yield from _exchange(net, places, number, other)


def _beside(net: Net, number: int, places: tuple[int, ...]) -> tuple[int, ...]:
    """Give the cells of the other way through a cell than some of it go."""
    cell = net.cell(number)
    line = net.line(cell.table, cell.line)
    return net.head(cell.table, cell.head) if places == line else line


def _exchange(net: Net, places: tuple[int, ...], number: int, other: int) -> Iterator[Move]:
    """Exchange the figures of a line or head with those of the one that another cell is in."""
    one, two = net.cell(number), net.cell(other)
    down, along = two.line - one.line, two.head - one.head
    changes: dict[int, int] = {}
    for place in places:
        cell = net.cell(place)
        mate = net.at.get((cell.table, cell.line + down, cell.head + along))
        if mate is None or cell.derived or net.cell(mate).derived:
            continue
        if net.cell(mate).value != cell.value:
            changes |= {place: net.cell(mate).value, mate: cell.value}
    if len(changes) > 2 and allowed(net, changes):  # noqa: PLR2004 - two cells are a swap
        # A line may come from far in a list in another order; a head comes from beside.
        ways = abs(down) + along * along
        yield move(Slip.EXCHANGED, dict(sorted(changes.items())), ways=ways)


def left_blank(net: Net, equation: int, _: int) -> Iterator[Move]:
    """Fill a line or head that was left blank, where more than one equation asks for it."""
    for number, _weight in net.members(equation):
        if net.cell(number).blank:
            for places in across(net, equation, number):
                if _all_blank(net, places):
                    yield from _rewritten(net, Slip.BLANK, places)


def _all_blank(net: Net, places: tuple[int, ...]) -> bool:
    return all(net.cell(one).blank or net.cell(one).derived for one in places)


def _rewritten(net: Net, slip: Slip, places: tuple[int, ...]) -> Iterator[Move]:
    """Give each of some cells the figure that the equation across it asks for."""
    changes: dict[int, int] = {}
    for number in places:
        for equation, weight in net.weights(number):
            off = net.residuals[equation]
            if off and net.fails(equation) and off % weight == 0:
                changes.setdefault(number, net.cell(number).value - off // weight)
    if len(changes) > 1 and allowed(net, changes):
        yield move(slip, changes)
