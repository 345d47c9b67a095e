"""Slips in tables that hold: those that the diagnosis knows, and some that it does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from random import Random
from types import MappingProxyType
from typing import TypeAlias

from diagnosis_tables.blocks import BLOCKS
from diagnosis_tables.model import Figures, Made, Slot
from statlint.values import Number

Slipped: TypeAlias = "dict[Slot, Number | None] | None"
"""The wrong figures by their place; None where the slip cannot be made there."""
_Maker: TypeAlias = Callable[[Made, Random], Slipped]

_FACTORS = (10, 10, 10, 100, 1000, 10_000)
_FEW = 2
"""Parts of a sum of which none is left out or counted twice."""
_SHARES = MappingProxyType(
    {
        "digit": 0.52,
        "transposed": 0.12,
        "dropped": 0.09,
        "added": 0.04,
        "doubled": 0.02,
        "sign": 0.05,
        "factor": 0.05,
    }
)
"""How often each slip of one figure happens (Scholtus 2009, smoothed)."""


def mistyped(number: int, kind: str, rng: Random) -> int | None:
    """Write a count wrongly; None where that is impossible, or gives the same."""
    text = str(abs(number))
    at = rng.randrange(len(text))
    if kind == "digit":
        other = rng.choice([sign for sign in "0123456789" if sign != text[at]])
        return int(text[:at] + other + text[at + 1 :])
    if kind == "added":
        return _other(number, text[:at] + rng.choice("0123456789") + text[at:])
    if kind == "doubled":
        return _other(number, text[: at + 1] + text[at:])
    if kind == "sign":
        return -number if number else None
    if kind == "factor":
        return number * rng.choice(_FACTORS) if number else None
    if len(text) == 1:
        return None
    if kind == "dropped":
        return _other(number, text[:at] + text[at + 1 :])
    at = rng.randrange(len(text) - 1)
    return _other(number, text[:at] + text[at + 1] + text[at] + text[at + 2 :])


def _other(number: int, text: str) -> int | None:
    return None if int(text) == number else int(text)


def _counts(made: Made) -> list[Slot]:
    return [slot for slot, number in made.figures.items() if isinstance(number, int)]


def _count(made: Made, slot: Slot) -> int:
    number = made.figures.get(slot)
    return number if isinstance(number, int) else 0


def _one(kind: str) -> _Maker:
    def slip(made: Made, rng: Random) -> Slipped:
        slot = rng.choice(_counts(made))
        wrong = mistyped(_count(made, slot), kind, rng)
        return None if wrong is None else {slot: wrong}

    return slip


def _any_kind(made: Made, rng: Random) -> Slipped:
    (kind,) = rng.choices(list(_SHARES), list(_SHARES.values()))
    return _one(kind)(made, rng)


def _several(times: int) -> _Maker:
    def slip(made: Made, rng: Random) -> Slipped:
        found: dict[Slot, Number | None] = {}
        for _ in range(times):
            found |= _any_kind(made, rng) or {}
        return found if len(found) == times else None

    return slip


def _table(made: Made, rng: Random) -> list[list[Slot]]:
    """Choose one of the tables that hold counts; shares and amounts of its lines are left out."""
    grids = [[_counted(made, line) for line in made.grid(key)] for key in made.tables]
    return rng.choice([whole for grid in grids if len(whole := [one for one in grid if one]) > 1])


def _counted(made: Made, line: list[Slot]) -> list[Slot]:
    return [slot for slot in line if isinstance(made.figures.get(slot) or 0, int)]


def _changed(made: Made, new: Mapping[Slot, int]) -> Slipped:
    """Keep what differs; a slip that changes nothing is none."""
    found: dict[Slot, Number | None] = {
        slot: number for slot, number in new.items() if number != _count(made, slot)
    }
    return found or None


def _exchanged(made: Made, one: list[Slot], other: list[Slot]) -> Slipped:
    pairs = list(zip(one, other, strict=True))
    return _changed(
        made,
        {a: _count(made, b) for a, b in pairs} | {b: _count(made, a) for a, b in pairs},
    )


def _swapped_across(made: Made, rng: Random) -> Slipped:
    pairs = list(pairwise(rng.choice(_table(made, rng))))
    if not pairs:
        return None
    one, other = rng.choice(pairs)
    return _exchanged(made, [one], [other])


def _swapped_down(made: Made, rng: Random) -> Slipped:
    grid = _table(made, rng)
    at = rng.randrange(len(grid) - 1)
    if len(grid[at]) != len(grid[at + 1]):
        return None
    column = rng.randrange(len(grid[at]))
    return _exchanged(made, [grid[at][column]], [grid[at + 1][column]])


def _lines_exchanged(made: Made, rng: Random) -> Slipped:
    one, other = rng.sample(_table(made, rng), 2)
    return _exchanged(made, one, other) if len(one) == len(other) else None


def _heads_exchanged(made: Made, rng: Random) -> Slipped:
    grid = _table(made, rng)
    pairs = list(pairwise(range(min(len(line) for line in grid))))
    if not pairs:
        return None
    one, other = rng.choice(pairs)
    return _exchanged(made, [line[one] for line in grid], [line[other] for line in grid])


def _line_shifted(made: Made, rng: Random) -> Slipped:
    """Move the figures of a line one place on, its first place left at 0."""
    line = rng.choice(_table(made, rng))
    line = rng.choice((line, line[::-1]))
    moved = {slot: _count(made, before) for before, slot in pairwise(line)}
    found = _changed(made, {line[0]: 0, **moved})
    return found if found and len(found) > 1 else None


def _block_shifted(made: Made, rng: Random) -> Slipped:
    """Move some figures under a head one line down, the first left at 0."""
    grid = _table(made, rng)
    size = rng.randint(3, min(9, len(grid)))
    start = rng.randrange(len(grid) - size + 1)
    column = rng.randrange(min(len(line) for line in grid))
    run = [line[column] for line in grid[start : start + size]]
    moved = {slot: _count(made, before) for before, slot in pairwise(run)}
    found = _changed(made, {run[0]: 0, **moved})
    return found if found and len(found) > 1 else None


def _misplaced(made: Made, rng: Random) -> Slipped:
    """Write a figure into an empty place of its line or under its head."""
    grid = _table(made, rng)
    line = rng.choice(grid)
    slot = rng.choice(line)
    column = line.index(slot)
    near = [*line, *(other[column] for other in grid if len(other) > column)]
    free = [other for other in near if not _count(made, other)]
    if not _count(made, slot) or not free:
        return None
    return {slot: 0, rng.choice(free): _count(made, slot)}


def _stale_total(made: Made, rng: Random) -> Slipped:
    """Leave a total as it was before one of its parts grew or shrank."""
    one = rng.choice(made.sums())
    before = _count(made, one.stated) + rng.choice((-1, 1)) * rng.choice((1, 2, 3, 5, 8, 12, 20))
    return {one.stated: before} if before >= 0 else None


def _recomputed(made: Made, rng: Random) -> Slipped:
    """Write a part wrongly, and reckon one of its totals with it."""
    one = rng.choice(made.sums())
    part = rng.choice(list(one.parts))
    (kind,) = rng.choices(list(_SHARES), list(_SHARES.values()))
    wrong = mistyped(_count(made, part), kind, rng)
    if wrong is None:
        return None
    change = one.parts[part] * (wrong - _count(made, part))
    return {part: wrong, one.stated: _count(made, one.stated) + change}


def _retotalled(factor: int) -> _Maker:
    """Leave some parts out of a total under every head alike, or count them twice."""

    def slip(made: Made, rng: Random) -> Slipped:
        sums = made.sums()
        chosen = rng.choice(sums)
        alike = [one for one in sums if one.edit == chosen.edit and len(one.parts) > _FEW]
        if not alike:
            return None
        size = rng.randint(1, max(1, len(chosen.parts) // 3))
        start = rng.randrange(len(alike[0].parts) - size + 1)
        found: dict[Slot, int] = {}
        for one in alike:
            run = list(one.parts)[start : start + size]
            gone = sum(one.parts[slot] * _count(made, slot) for slot in run)
            found[one.stated] = _count(made, one.stated) + factor * gone
        return _changed(made, found)

    return slip


def _subtotal_added(made: Made, rng: Random) -> Slipped:
    """Add a subtotal in beside its own parts, under every head alike."""
    sums = made.sums()
    stated = {one.stated for one in sums}
    upper = [one for one in sums if any(part in stated for part in one.parts)]
    if not upper:
        return None
    one = rng.choice(upper)
    part = rng.choice([part for part in one.parts if part in stated])
    return _changed(made, {one.stated: _count(made, one.stated) + _count(made, part)})


def _other_unit(made: Made, rng: Random) -> Slipped:
    """Write all figures of a line, or under a head, in another unit."""
    grid = _table(made, rng)
    width = min(len(line) for line in grid)
    column = rng.randrange(width)
    run = rng.choice((rng.choice(grid), [line[column] for line in grid]))
    factor = rng.choice((10, 100, 1000, 10_000))
    found = _changed(made, {slot: _count(made, slot) * factor for slot in run})
    return found if found and len(found) > 1 else None


def _signs(made: Made, rng: Random) -> Slipped:
    line = rng.choice(_table(made, rng))
    found = _changed(made, {slot: -_count(made, slot) for slot in line})
    return found if found and len(found) > 1 else None


def _copied(made: Made, rng: Random) -> Slipped:
    """Leave some lines as they were the year before."""
    grid = _table(made, rng)
    size = rng.randint(1, min(3, len(grid)))
    start = rng.randrange(len(grid) - size + 1)
    slots = [slot for line in grid[start : start + size] for slot in line]
    before = {slot: number for slot in slots if isinstance(number := made.before.get(slot), int)}
    found = _changed(made, before)
    return found if found and len(found) > 1 else None


def _left_blank(made: Made, rng: Random) -> Slipped:
    slot = rng.choice(_counts(made))
    return {slot: None} if _count(made, slot) else None


def _random_figure(made: Made, rng: Random) -> Slipped:
    slot = rng.choice(_counts(made))
    digits = len(str(_count(made, slot)))
    return _changed(made, {slot: rng.randrange(10 ** rng.randint(1, digits + 1))})


def _from_elsewhere(made: Made, rng: Random) -> Slipped:
    slot, other = rng.sample(_counts(made), 2)
    return _changed(made, {slot: _count(made, other)})


KNOWN: Mapping[str, _Maker] = MappingProxyType(
    {
        **{kind: _one(kind) for kind in _SHARES},
        "any of these": _any_kind,
        "two of these": _several(2),
        "swapped across": _swapped_across,
        "swapped down": _swapped_down,
        "misplaced": _misplaced,
        "line shifted": _line_shifted,
        "block shifted": _block_shifted,
        "lines exchanged": _lines_exchanged,
        "heads exchanged": _heads_exchanged,
        "stale total": _stale_total,
        "recomputed total": _recomputed,
        "parts left out": _retotalled(-1),
        "counted twice": _retotalled(1),
        "subtotal added": _subtotal_added,
        "other unit": _other_unit,
        "signs turned": _signs,
        "copied": _copied,
        "left blank": _left_blank,
        **BLOCKS,
    }
)
"""Slips that the diagnosis looks for."""
UNKNOWN: Mapping[str, _Maker] = MappingProxyType(
    {
        "random figure": _random_figure,
        "from elsewhere": _from_elsewhere,
        "three of these": _several(3),
        "four of these": _several(4),
        "five of these": _several(5),
    }
)
"""Slips that it does not know as such: it must not be sure of something else."""


def slips_in(made: Made, kind: str, rng: Random, tries: int = 40) -> Figures | None:
    """Make one slip of a kind; None where the table has no place for it."""
    maker = {**KNOWN, **UNKNOWN}[kind]
    for _ in range(tries):
        found = maker(made, rng)
        if found:
            return found
    return None
