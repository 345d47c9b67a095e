"""Where running numbers do not run: each wrong number once, with the number that is due."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.values.ordinal import Ordinal, Path

_MOST_STATES = 64
"""Ways to go on that are kept; the best of them are enough to name a slip."""
_AT_NUMBER, _AT_BLANK = 1000, 999
"""A blank is blamed rather than the number after it, where either would do."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a list: its number (None: blank or none), the group it stands in, its kind."""

    number: Ordinal | None
    group: Hashable = None
    kind: Hashable = None


@dataclass(frozen=True, slots=True)
class Break:
    """A place where another number is due: the step's index and what is due there."""

    index: int
    due: Path
    previous: Path


_Trail: TypeAlias = "tuple[_Trail, Break] | None"
_States: TypeAlias = "dict[Path, tuple[int, _Trail]]"


def find_breaks(steps: Sequence[Step]) -> tuple[Break, ...]:
    """Find where numbers do not run, read in the way that leaves the fewest breaks.

    They may run through, begin anew in every group, or be those of groups that go over several
    lines; with several styles (一, 1) one stands under the other or each runs by itself, and so
    does each kind of line.
    """
    numbered = _without_repeats(list(enumerate(steps)))
    styles = list(dict.fromkeys(step.number.style for _, step in numbered if step.number))
    readings = [[numbered], _split(numbered, lambda step: step.group)]
    if len(styles) > 1:
        readings += [[_nested(numbered, styles)], *_by_style(numbered, styles)]
    if len({step.kind for _, step in numbered}) > 1:
        readings += [
            _split(numbered, lambda step: step.kind),
            _split(numbered, lambda step: (step.kind, step.group)),
        ]
    fewest = _all_breaks(readings[0])
    for runs in readings[1:]:
        found = _all_breaks(runs) if fewest else []
        fewest = min(fewest, found, key=len)
    return tuple(fewest)


_Run: TypeAlias = "list[tuple[int, Step]]"


def _all_breaks(runs: Sequence[_Run]) -> list[Break]:
    return sorted((one for run in runs for one in _breaks(run)), key=lambda one: one.index)


def _without_repeats(run: _Run) -> _Run:
    """Leave out a number that only repeats the one before, where that is the habit of the list."""
    numbers = [step.number for _, step in run if step.number]
    repeats = sum(one == other for one, other in pairwise(numbers))
    if repeats < 2 or repeats * 3 < len(numbers):  # noqa: PLR2004 - one repeat is a slip
        return run
    kept: _Run = []
    last = None
    for index, step in run:
        if step.number is None or step.number != last:
            kept.append((index, step))
        last = step.number or last
    return kept


def _split(run: _Run, by: Callable[[Step], Hashable]) -> list[_Run]:
    groups: dict[Hashable, _Run] = {}
    for index, step in run:
        groups.setdefault(by(step), []).append((index, step))
    return list(groups.values())


def _by_style(run: _Run, styles: Sequence[str]) -> Iterator[list[_Run]]:
    """Let each style run by itself, through or anew in every group."""
    runs = [
        [(index, step) for index, step in run if step.number is None or step.number.style == style]
        for style in styles
    ]
    yield runs
    yield [group for one in runs for group in _split(one, lambda step: step.group)]


def _nested(run: _Run, styles: Sequence[str]) -> _Run:
    """Put numbers of a later style under the one before: 一, 1, 2, 二, 1 is 1, 1.1, 1.2, 2, 2.1."""
    above: dict[int, Path] = {}
    nested: _Run = []
    for index, step in run:
        number = step.number
        if number is not None:
            level = styles.index(number.style)
            over = above.get(level - 1, ())
            above = {one: path for one, path in above.items() if one < level}
            above[level] = over + number.path
            number = Ordinal(above[level], number.style)
        nested.append((index, Step(number, step.group)))
    return nested


def _breaks(run: _Run) -> Iterator[Break]:
    states: _States = {(): (0, None)}
    for index, step in run:
        states = _onward(states, index, step.number)
    _, trail = min(states.values(), key=lambda state: state[0])
    while trail is not None:
        trail, one = trail
        yield one


def _onward(states: _States, index: int, number: Ordinal | None) -> _States:
    """Go on with every way that has been kept, by one line."""
    after: _States = {}
    for previous, (cost, trail) in states.items():
        due = due_after(previous, number)
        broken = (trail, Break(index, due, previous))
        if number is None:
            _keep(after, previous, cost, trail)
            _keep(after, due, cost + _AT_BLANK, broken)
        elif follows(previous, number):
            _keep(after, due if number.cut else number.path, cost, trail)
        else:
            # It stands for the one due, or others were left out or put in, or it is put in itself.
            for seen in (due, number.path, previous):
                _keep(after, seen, cost + _AT_NUMBER, broken)
    if len(after) <= _MOST_STATES:
        return after
    return dict(sorted(after.items(), key=lambda item: item[1][0])[:_MOST_STATES])


def _keep(states: _States, previous: Path, cost: int, trail: _Trail) -> None:
    if previous not in states or cost < states[previous][0]:
        states[previous] = cost, trail


def follows(previous: Path, number: Ordinal) -> bool:
    """Tell whether a number may come next: 3 after 2, 1.3 or 2.1 or 1.2.1 after 1.2."""
    path = number.path
    if number.cut and (*path[:-1], path[-1] * 10) == due_after(previous, number):
        return True
    shared = 0
    while shared < min(len(path), len(previous)) and path[shared] == previous[shared]:
        shared += 1
    first = path[shared:]
    if shared == len(previous):
        return bool(first) and set(first) == {1}
    if not first:
        return False
    step = first[0] - previous[shared]
    # Groups are lines of another kind, which count for themselves: 1.2 may go on with 3.1.
    fits = step == 1 if len(first) == 1 else step > 0
    return fits and set(first[1:]) <= {1}


def due_after(previous: Path, number: Ordinal | None = None) -> Path:
    """Say which number is due after another, on the level of the number that stands there."""
    length = len(number.path) if number else len(previous) or 1
    if len(previous) > length:
        return (*previous[: length - 1], previous[length - 1] + 1)
    if len(previous) < length:
        return (*(number.path[:-1] if number and previous else (1,) * (length - 1)), 1)
    if number and number.path[:-1] != previous[:-1] and number.path[:-1] > previous[:-1]:
        return (*number.path[:-1], 1)
    return (*previous[:-1], previous[-1] + 1)
