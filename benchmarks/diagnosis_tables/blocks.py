"""Slips of blocks: several lines or heads moved on, part of a table in another unit, or copied."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from random import Random
from types import MappingProxyType
from typing import TypeAlias

from diagnosis_tables.model import Figures, Made, Slot
from statlint.values import Number

Slipped: TypeAlias = "dict[Slot, Number | None] | None"
"""The wrong figures by their place; None where the slip cannot be made there."""
_Maker: TypeAlias = Callable[[Made, Random], Slipped]

_FEWEST = 2
_MOST = 5
"""Lines, or heads, that a block has."""
_LARGER = (10, 100, 10_000)
_SMALLER = (10, 100)


def _grid(made: Made, rng: Random) -> list[list[Slot]] | None:
    """Choose a table; its lines as far as they hold counts under the same heads."""
    grids = []
    for key in made.tables:
        grid = made.grid(key)
        width = min(_counted(made, line) for line in grid)
        if width and len(grid) > _FEWEST:
            grids.append([line[:width] for line in grid])
    return rng.choice(grids) if grids else None


def _counted(made: Made, line: Sequence[Slot]) -> int:
    """Count the heads from the left that hold counts."""
    kinds = [isinstance(made.figures.get(slot) or 0, int) for slot in line]
    return kinds.index(False) if False in kinds else len(kinds)


def _count(made: Made, slot: Slot) -> int:
    number = made.figures.get(slot)
    return number if isinstance(number, int) else 0


def _run(rng: Random, length: int, fewest: int, most: int) -> range:
    """Choose some places side by side."""
    size = rng.randint(min(fewest, length), min(most, length))
    start = rng.randrange(length - size + 1)
    return range(start, start + size)


def _block(made: Made, rng: Random, *, fewest: int = _FEWEST) -> list[list[Slot]] | None:
    """Choose some lines and heads of a table; not always all of its heads."""
    grid = _grid(made, rng)
    if grid is None:
        return None
    lines = _run(rng, len(grid), fewest, _MOST + 1)
    heads = _run(rng, len(grid[0]), 1, len(grid[0]))
    return [[grid[line][head] for head in heads] for line in lines]


def _changed(made: Made, new: Mapping[Slot, int | None]) -> Slipped:
    found: dict[Slot, Number | None] = {
        slot: number for slot, number in new.items() if (number or 0) != _count(made, slot)
    }
    return found if len(found) > 1 else None


def _moved(made: Made, rng: Random) -> Slipped:
    """Move a block on by one, down, up or sideways; what it leaves is blank, 0 or as it was."""
    block = _block(made, rng, fewest=_FEWEST + 1)
    if block is None:
        return None
    if rng.random() < 1 / 2:
        block = [list(strip) for strip in zip(*block, strict=True)]
    if rng.random() < 1 / 2:
        block = block[::-1]
    if len(block) <= _FEWEST or len(block[0]) < _FEWEST:
        return None
    found: dict[Slot, int | None] = {}
    for before, strip in pairwise(block):
        found |= {slot: _count(made, source) for source, slot in zip(before, strip, strict=True)}
    left = rng.choice((None, 0, "twice"))
    if left != "twice":
        found |= dict.fromkeys(block[0], None if left is None else 0)
    return _changed(made, found)


def _other_unit(made: Made, rng: Random) -> Slipped:
    """Write part of a line, part of a head, or a block, ten times or more as large or as small."""
    block = _block(made, rng, fewest=1)
    grid = None if block is None else [slot for line in block for slot in line]
    if block is None or grid is None or len(grid) < _FEWEST:
        return None
    factor = rng.choice(_LARGER)
    if rng.random() < 1 / 4:
        factor = rng.choice(_SMALLER)
        if any(_count(made, slot) % factor for slot in grid):
            return None
        return _changed(made, {slot: _count(made, slot) // factor for slot in grid})
    return _changed(made, {slot: _count(made, slot) * factor for slot in grid})


def _copied_from(which: str) -> _Maker:
    """Copy a block from the year before, or from a table beside."""

    def slip(made: Made, rng: Random) -> Slipped:
        figures: Figures = made.before if which == "before" else made.beside
        block = _block(made, rng, fewest=1)
        slots = [slot for line in block or [] for slot in line]
        numbers = {slot: figures.get(slot) for slot in slots}
        whole = {slot: one for slot, one in numbers.items() if isinstance(one, int)}
        if sum(one > 1 for one in whole.values()) <= _FEWEST:
            return None
        return _changed(made, whole)

    return slip


BLOCKS: Mapping[str, _Maker] = MappingProxyType(
    {
        "block moved": _moved,
        "part in other unit": _other_unit,
        "copied from before": _copied_from("before"),
        "copied from beside": _copied_from("beside"),
    }
)
"""Slips of blocks that the diagnosis looks for."""
