"""How deep each line of a stub stands, and under which line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.table.layout import Role
from statlint.table.layout_depths import Depth, StubLabel, depths_of
from statlint.table.layout_numbers import LabelNumber

__all__ = ["Level", "StubLabel", "levels_of"]

Level: TypeAlias = tuple[int, int | None]
"""The depth of a line, 0 for the outermost, and the place of the line it stands under."""


@dataclass(frozen=True, slots=True)
class _Open:
    """A line that those after it may stand under."""

    place: int
    depth: Depth
    level: Level


@dataclass(frozen=True, slots=True)
class _Outline:
    """What the numbers of a whole stub show.

    `ranks` orders the kinds of number as they first appear, the outermost first; `open_ended` are
    those with lines under them that have no number; `restarts` those that count anew;
    `last` says where each kind is last.
    """

    depths: Sequence[Depth]
    ranks: dict[str, int]
    open_ended: frozenset[str]
    restarts: frozenset[str]
    last: dict[str, int]


def levels_of(labels: Sequence[StubLabel]) -> list[Level]:
    """Find the depth of each line and the line it stands under, if any: the place in `labels`."""
    depths = depths_of(labels)
    outline = _outline(depths)
    above: list[_Open] = []
    levels: list[Level] = []
    for place, depth in enumerate(depths):
        level = _level(outline, place, above)
        levels.append(level)
        if depth.text:
            above.append(_Open(place, depth, level))
    return levels


def _level(outline: _Outline, place: int, above: list[_Open]) -> Level:
    depth = outline.depths[place]
    if not depth.text:
        return above[-1].level if above else (0, None)
    while above and (_leaves(depth, above) or not _is_under(outline, place, above[-1])):
        over = above.pop()
        if _is_beside(depth, over.depth):
            return over.level
    if above:
        return max(above[-1].level[0] + 1, depth.column), above[-1].place
    return depth.column, None


def _leaves(depth: Depth, above: Sequence[_Open]) -> bool:
    """Tell whether a line goes on with the list that the group line above is within: 一、 二、."""
    last = above[-1].depth
    if depth.number is None or last.number or not last.heading:
        return False
    return any(
        one.depth.column == depth.column
        and one.depth.number is not None
        and _kind(one.depth.number) == _kind(depth.number)
        and one.depth.number.path[-1] == depth.number.path[-1] - 1
        for one in above[:-1]
    )


def _is_beside(depth: Depth, over: Depth) -> bool:
    """Tell whether two lines are of one list: numbers of one kind, group lines of one rank."""
    if depth.stretches[:-1] != over.stretches[:-1]:
        return False
    if depth.number and over.number:
        one, other = depth.number, over.number
        return _kind(one) == _kind(other) and len(one.path) == len(other.path)
    headings = depth.heading and over.heading and not depth.number and not over.number
    return headings and (depth.width, depth.heading_rank) == (over.width, over.heading_rank)


def _is_under(outline: _Outline, place: int, above: _Open) -> bool:
    depth, over = outline.depths[place], above.depth
    if depth.column != over.column:
        return depth.stretches[: over.column + 1] == over.stretches
    if depth.stretches[:-1] != over.stretches[:-1]:
        return False
    if depth.number and over.number:
        return _is_inner(outline, depth.number, over.number)
    if depth.among:
        return depth.width >= over.width and not over.among
    if over.among and not over.heading:
        return False
    if depth.number:
        return _is_list_under(outline, place, above)
    if over.number:
        return _is_item_under(outline, place, above)
    return _is_set_in(outline, depth, above)


def _is_inner(outline: _Outline, number: LabelNumber, over: LabelNumber) -> bool:
    """Tell whether one number is of a list under another: （一） under 一、, 1.1 under 1."""
    if _kind(number) == _kind(over):
        return number.path[: len(over.path)] == over.path and len(number.path) > len(over.path)
    return outline.ranks[_kind(number)] > outline.ranks[_kind(over)]


def _is_list_under(outline: _Outline, place: int, above: _Open) -> bool:
    """Tell whether a numbered line is of a list under a line without a number."""
    depth, over = outline.depths[place], above.depth
    if over.heading or depth.width > over.width:
        return depth.width >= over.width
    if over.total or depth.width < over.width or depth.number is None:
        return False
    again = above.place == 0 or _kind(depth.number) in outline.restarts
    return above.place == place - 1 and depth.number.path[-1] == 1 and again


def _is_item_under(outline: _Outline, place: int, above: _Open) -> bool:
    """Tell whether a line without a number is under a numbered one."""
    depth, over = outline.depths[place], above.depth
    if over.number is None or depth.width < over.width:
        return False
    kind = _kind(over.number)
    if depth.total and Role.SUBTOTAL not in depth.roles:
        return place < outline.last[kind]
    if over.heading or depth.width > over.width or kind in outline.open_ended:
        return True
    return outline.depths[above.place + 1].among


def _is_set_in(outline: _Outline, depth: Depth, above: _Open) -> bool:
    """Tell by the blanks before two labels, and by group lines."""
    over = above.depth
    if depth.width != over.width:
        return depth.width > over.width
    if not over.heading or outline.depths[above.place + 1].width > over.width:
        return False
    if depth.heading:
        return depth.heading_rank > over.heading_rank
    return not (depth.gap and depth.total)


def _outline(depths: Sequence[Depth]) -> _Outline:
    ranks: dict[str, int] = {}
    firsts: Counter[str] = Counter()
    for depth in depths:
        if depth.number:
            ranks.setdefault(_kind(depth.number), len(ranks))
            firsts[_kind(depth.number)] += depth.number.path[-1] == 1
    last: dict[str, int] = {}
    following: dict[str, int] = {}
    open_ended: set[str] = set()
    for place in reversed(range(len(depths))):
        number = depths[place].number
        if number is None:
            continue
        kind = _kind(number)
        last.setdefault(kind, place)
        # 2. goes on after it: what stands between has no number but is no list of its own.
        if following.get(kind) == number.path[-1] + 1 and _is_item(depths[place + 1]):
            open_ended.add(kind)
        following[kind] = number.path[-1]
    restarts = frozenset(kind for kind, count in firsts.items() if count > 1)
    return _Outline(depths, ranks, frozenset(open_ended), restarts, last)


def _is_item(depth: Depth) -> bool:
    """Tell whether a line has a label, but neither a number nor a word that says what it is."""
    return bool(depth.text) and not (depth.number or depth.total or depth.among)


def _kind(number: LabelNumber) -> str:
    """Give the kind of list a number counts: 1. and 1.1 are of one."""
    return "digits" if number.style == "dotted" else number.style
