"""Events of figures that slid on by one, leaving an empty place or standing there twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from statlint.dataclass import replace
from statlint.diagnosis.events_block import by_chance, is_exchange, left_behind, twice
from statlint.diagnosis.model import Slip
from statlint.diagnosis.move import Move
from statlint.diagnosis.net import Net
from statlint.diagnosis.settled import settled
from statlint.diagnosis.strips import Strips, strips_of

_MOST_STRIPS = 60
"""How far figures may have slid."""
_MOST_OUTSIDE = 10
"""How far before an equation they may have begun."""
_MOST_STARTS = 4
"""Places in an equation at which they may have begun."""
_MOST_ENDS = 5
"""Ends that are told of one beginning: the nearest, and the farthest."""
_NEVER_FILLED = 8.0
"""How much more often a blank line was never filled in than left, as ln."""
_FEWEST = 2
"""Figures that have slid, besides the one that was lost."""


def slid(net: Net, equation: int, _: int) -> Iterator[Move]:
    """Put figures back along an equation; what was pushed out is what the equation asks for."""
    strips = strips_of(net, equation, across=True)
    if strips is None:
        return
    starts = 0
    members = dict(net.members(equation))
    for side in (1, -1):
        for cell in _stepped(strips, members, side):
            if starts == _MOST_STARTS:
                return
            places = _emptied(strips, cell, side)
            if places:
                starts += 1
                yield from _from_start(strips, strips.where(cell)[0], places, side)
        if members and not starts:
            yield from _from_outside(strips, list(members), side)


def _stepped(strips: Strips, members: Mapping[int, int], side: int) -> Iterator[int]:
    """Go through the cells of an equation that are 0 or as the one before, the next another."""
    net = strips.net
    run = strips.across(next(iter(members))) if members else ()
    order = run[::side]
    figures = [net.figures[one] for one in order]
    before = None
    for cell, (value, after) in zip(order[:-1], pairwise(figures), strict=True):
        if value != after and (not value or before == value) and cell in members:
            yield cell
        before = value


def _from_outside(strips: Strips, cells: Sequence[int], side: int) -> Iterator[Move]:
    """Let figures come from an empty place that is in no edit that fails."""
    net = strips.net
    strip, place = strips.where(min(cells) if side > 0 else max(cells))
    for at in range(strip, strip - side * _MOST_OUTSIDE, -side):
        cell = strips.cell(at, place)
        if cell is None or not net.free(cell):
            return
        if not net.cell(cell).value:
            yield from _from_start(strips, at, [place], side)
            return


def _emptied(strips: Strips, cell: int, side: int) -> list[int]:
    """Give the places of a strip that figures have left, the first of them that of a cell.

    All of them are in edits along the way they went that fail.
    """
    strip, place = strips.where(cell)
    if not _is_left(strips, strip, place, side) or _is_left(strips, strip, place - 1, side):
        return []
    places = [place]
    while _is_left(strips, strip, places[-1] + 1, side):
        places.append(places[-1] + 1)
    return places


def _is_left(strips: Strips, strip: int, place: int, side: int) -> bool:
    """Tell whether a figure may have gone from a place to its side, breaking an edit that way."""
    net = strips.net
    cell = strips.cell(strip, place)
    if cell is None or not net.free(cell):
        return False
    value = net.figures[cell]
    if value:
        before = strips.cell(strip - side, place)
        if before is None or net.figures[before] != value:
            return False
    beside = strips.cell(strip + side, place)
    if beside is None or not net.free(beside):
        return False
    return any(net.fails(one) and net.way(one) is not strips.way for one, _ in net.weights(cell))


def _from_start(strips: Strips, strip: int, places: Sequence[int], side: int) -> Iterator[Move]:
    """Let the figures of one strip after another go back, and try each as the last."""
    if not left_behind(strips, strip, places, side):
        return
    ends = [one for one in _ends(strips, strip, places, side) if any(one[0].values())]
    if not ends:
        return
    evidence = twice(strips, strip, places, side) - _against_blank(strips, strip)
    chosen = ends if len(ends) <= _MOST_ENDS else [*ends[:2], *ends[2 - _MOST_ENDS :]]
    natural = _natural(strips.net, ends)
    found = []
    for changes, lost in chosen:
        one = settled(strips.net, changes, lost)
        if one is not None and not one.open and not is_exchange(strips, one.changes):
            ways = 2 * len(natural) * (1 if lost in natural else len(ends))
            ways *= _choices(strips, strip, places)
            told = evidence - by_chance(strips.net, changes)
            found.append(one.move(Slip.SHIFTED, ways, told))
    like = tuple(one.event for one in found)
    yield from (replace(one, like=like) for one in found)


def _choices(strips: Strips, strip: int, places: Sequence[int]) -> int:
    """Give among how many blocks of a strip one was found; one line, or all of them, is natural."""
    whole = len(strips.whole(strip))
    return whole if 1 < len(places) < whole else 1


def _against_blank(strips: Strips, strip: int) -> float:
    """Give what is to be said against figures having left a line that is blank from end to end."""
    blank = all(strips.net.cell(one).blank for one in strips.whole(strip))
    return _NEVER_FILLED if blank else 0.0


def _natural(net: Net, ends: Sequence[tuple[dict[int, int], list[int]]]) -> list[list[int]]:
    """Give the ends that figures slide to most often: the last, and the last before a total."""
    lost = [cells for _, cells in ends[-2:]]
    return lost if lost and any(_is_total(net, one) for one in lost[-1]) else lost[-1:]


def _is_total(net: Net, cell: int) -> bool:
    return any(net.system.equations[one].stated == cell for one, _ in net.naming.get(cell, ()))


def _ends(
    strips: Strips, strip: int, places: Sequence[int], side: int
) -> Iterator[tuple[dict[int, int], list[int]]]:
    """Go through the strips that may be the last: its figures, lost, are what is then asked for."""
    net = strips.net
    changes: dict[int, int] = {}
    off: dict[int, int] = {}
    for at in range(strip, strip + side * _MOST_STRIPS, side):
        cells = strips.cells(at, places)
        if cells is None or not all(net.free(one) for one in cells):
            return
        if at != strip and len(changes) >= _FEWEST and _told_by(net, off, cells):
            yield dict(changes), cells
        beside = strips.cells(at + side, places)
        if beside is None:
            return
        for one, other in zip(cells, beside, strict=True):
            new = net.figures[other]
            step = new - net.figures[one]
            if step:
                changes[one] = new
                for equation, weight in net.weights(one):
                    now = off.get(equation, net.residuals[equation])
                    off[equation] = now + weight * step
        if not all(
            _holds(net, equation, off)
            for one in cells
            for equation, _ in net.weights(one)
            if net.way(equation) is strips.way
        ):
            return


def _told_by(net: Net, off: dict[int, int], cells: Sequence[int]) -> bool:
    """Tell whether only edits of some cells do not hold."""
    asking = {equation for one in cells for equation, _ in net.weights(one)}
    return all(one in asking or _holds(net, one, off) for one in off)


def _holds(net: Net, equation: int, off: dict[int, int]) -> bool:
    now = off.get(equation, net.residuals[equation])
    return abs(now) <= net.system.equations[equation].slack
