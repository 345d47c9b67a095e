"""Events of a block that was copied: its figures are those of last year, or of a table beside."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from statlint.dataclass import dataclass, replace
from statlint.diagnosis.events_block import telling
from statlint.diagnosis.model import Slip
from statlint.diagnosis.move import Move
from statlint.diagnosis.net import Net, Way
from statlint.diagnosis.settled import Settled, settled

_TELLING = 4.0
"""What the figures that agree must tell before a block is said to be copied."""
_SELDOM = 0.01
"""How often figures of two tables agree by chance, at least."""
_AGREEING, _STANDING = 0.5, 5.0
"""Figures that are thought to agree, and how many to stand there, before any is seen."""
_FEW = 20
"""What the figures of a line come to, multiplied, that may well agree by chance."""
_MOST_LINES = 60
_MOST_CELLS = 30_000
_MOST_BLOCKS = 3
"""Blocks of one source and table that are looked at."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Some lines of a table, and the heads in which all of them agree with a source (as bits)."""

    first: int
    last: int
    heads: int

    def lines(self) -> range:
        """Give its lines."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class _Agreement:
    """Where a table agrees with a source, by line, one bit for each head.

    `same` are cells with the figure that stands there, `told` those of them that are more than 0
    and 1. `failing` are cells of sums that fail, `compared` all for which the source has a figure.
    """

    table: int
    same: Mapping[int, int]
    told: Mapping[int, int]
    failing: Mapping[int, int]
    compared: Sequence[int]

    def agreeing(self, block: _Block) -> int:
        """Count the figures of a block that tell something."""
        told, heads, count = self.told, block.heads, 0
        for line in block.lines():
            count += (told.get(line, 0) & heads).bit_count()
        return count

    def by_chance(self, net: Net, block: _Block) -> float:
        """Give how often figures beside a block agree as well."""
        scale, inside = net.system.scale, self.agreeing(block)
        agree = sum(one.bit_count() for one in self.told.values()) - inside
        figures = (net.cell(one) for one in self.compared)
        all_told = {(one.line, one.head) for one in figures if abs(one.value) > scale}
        stand = len(all_told) - inside
        return max(_SELDOM, (agree + _AGREEING) / (stand + _STANDING))


def copied(net: Net) -> Iterator[Move]:
    """Take blocks that agree with a source, where edits over them fail, for copied from there.

    What edits tell of their figures is told; the rest is left open.
    """
    for number, figures in _sources(net):
        for agreement in _agreements(net, figures):
            for block in _readings(net, agreement):
                found = _settled(net, agreement, block)
                if found is not None:
                    yield _move(net, agreement, block, found, number)


def _readings(net: Net, agreement: _Agreement) -> Iterator[_Block]:
    """Go through blocks; lines at their ends that may agree by chance may belong to them or not."""
    for whole in _blocks(agreement):
        block = _trimmed(net, agreement, whole)
        if block is not None:
            yield block
            if agreement.agreeing(whole) > agreement.agreeing(block):
                yield whole


def _sources(net: Net) -> Iterator[tuple[int | None, Mapping[int, int]]]:
    """Go through the figures that may have been copied: last year's (None), and named sources."""
    before = {
        at: cell.expected for at, cell in enumerate(net.system.cells) if cell.expected is not None
    }
    if before:
        yield None, before
    yield from ((at, source.figures) for at, source in enumerate(net.system.sources))


def _agreements(net: Net, figures: Mapping[int, int]) -> Iterator[_Agreement]:
    """Compare each table with a source, cell by cell."""
    failing = _failing(net)
    cells, scale = net.system.cells, net.system.scale
    by_table: defaultdict[int, list[int]] = defaultdict(list)
    for number in figures:
        table = cells[number].table
        if table in failing:
            by_table[table].append(number)
    for table, compared in by_table.items():
        if len(compared) > _MOST_CELLS:
            continue
        same: dict[int, int] = {}
        told: dict[int, int] = {}
        for number in compared:
            cell = cells[number]
            if cell.value == figures[number]:
                bit, line = 1 << cell.head, cell.line
                same[line] = same.get(line, 0) | bit
                told[line] = told.get(line, 0) | (bit if abs(cell.value) > scale else 0)
        yield _Agreement(table, same, told, failing[table], compared)


def _failing(net: Net) -> Mapping[int, Mapping[int, int]]:
    """Give the cells of sums that fail, by table and line."""
    found: defaultdict[int, defaultdict[int, int]] = defaultdict(lambda: defaultdict(int))
    for equation in net.broken():
        for number, _ in net.members(equation):
            cell = net.cell(number)
            found[cell.table][cell.line] |= 1 << cell.head
    return found


def _blocks(agreement: _Agreement) -> list[_Block]:
    """Give the largest blocks, none of them within another."""
    found: list[tuple[int, _Block]] = []
    for top in sorted(agreement.told):
        heads, failing = -1, 0
        for last in range(top, top + _MOST_LINES):
            heads &= agreement.same.get(last, 0)
            if not heads:
                break
            failing |= agreement.failing.get(last, 0)
            for run in _runs(heads) if heads & failing else ():
                block = _Block(top, last, run)
                count = agreement.agreeing(block) if run & failing else 0
                if count > 1:
                    found.append((count, block))
    found.sort(key=_by_size)
    chosen: list[_Block] = []
    for _, block in found:
        if len(chosen) < _MOST_BLOCKS and not any(_meet(block, one) for one in chosen):
            chosen.append(block)
    return chosen


def _runs(heads: int) -> Iterator[int]:
    """Give the runs of neighbouring heads, each as bits."""
    while heads:
        low = heads & -heads
        run = heads & ~(heads + low)
        yield run
        heads &= ~run


def _by_size(found: tuple[int, _Block]) -> tuple[int, int, int]:
    count, block = found
    return -count, block.first, block.last


def _meet(one: _Block, other: _Block) -> bool:
    return bool(one.heads & other.heads) and (one.first <= other.last and other.first <= one.last)


def _settled(net: Net, agreement: _Agreement, block: _Block) -> Settled | None:
    """Work out what a block should hold; None where nothing fails over it, or that cannot be."""
    cells = list(_cells(net, agreement.table, block))
    figures = {one: net.cell(one).value for one in cells}
    over = {equation for one in cells for equation, _ in net.weights(one)}
    if telling(net, figures) < _TELLING or not any(map(net.fails, over)):
        return None
    found = settled(net, {}, cells)
    return found if found is not None and len(found.changes) + len(found.open) > 1 else None


def _trimmed(net: Net, agreement: _Agreement, block: _Block) -> _Block | None:
    """Leave out lines at the ends that may well agree by chance."""
    lines = [line for line in block.lines() if _tells(net, agreement, line, block.heads)]
    return replace(block, first=lines[0], last=lines[-1]) if lines else None


def _tells(net: Net, agreement: _Agreement, line: int, heads: int) -> bool:
    cells = list(_cells(net, agreement.table, _Block(line, line, heads)))
    few = math.log(_FEW) if heads & (heads - 1) else 0.0
    return _seldom(net, cells, _SELDOM) > few


def _seldom(net: Net, cells: Collection[int], chance: float) -> float:
    """Give how seldom figures agree by chance, as −ln: small ones often, totals with parts."""
    told = 0.0
    for number in cells:
        value = abs(net.cell(number).value) / net.system.scale
        if value > 1 and not _follows(net, number, cells):
            told += min(-math.log(chance), math.log1p(value))
    return told


def _follows(net: Net, number: int, cells: Collection[int]) -> bool:
    """Tell whether a figure is the total of others among some cells, along their line."""
    for equation, _ in net.naming.get(number, ()):
        one = net.system.equations[equation]
        if one.stated == number and net.way(equation) is Way.LINE:
            return any(cell != number and cell in cells for cell, _ in one.terms)
    return False


def _cells(net: Net, table: int, block: _Block) -> Iterator[int]:
    for line in block.lines():
        for head in range(block.heads.bit_length()):
            cell = net.at.get((table, line, head)) if block.heads >> head & 1 else None
            if cell is not None and net.free(cell) and net.weights(cell):
                yield cell


def _move(
    net: Net, agreement: _Agreement, block: _Block, found: Settled, source: int | None
) -> Move:
    """Weigh how seldom open figures would agree by chance against how far their edits are off."""
    scale = net.system.scale
    chance = agreement.by_chance(net, block)
    still = frozenset(found.open)
    agreeing = _seldom(net, still, chance)
    # A total that is open itself may be anything, and one across others is off by what they are.
    leading = [one for one in still if not _follows(net, one, still)]
    over = {one for cell in leading for one, _ in net.weights(cell) if net.fails(one)}
    over = {one for one in over if net.system.equations[one].stated not in still}
    off = sum(0.5 + math.log(1 + 2 * abs(net.residuals[one]) / scale) for one in over)
    evidence = agreeing - off
    lines = len({net.cell(one).line for one in agreement.compared})
    ways = lines + (block.heads.bit_length() or 1)
    return replace(found.move(Slip.COPIED, ways, source=source), evidence=evidence)
