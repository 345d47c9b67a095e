"""A system with what a search asks of it: which equations a cell is in, and which are broken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from statlint.choice import StrEnum
from statlint.dataclass import dataclass, field, replace
from statlint.diagnosis.followers import Followers, followers_of
from statlint.diagnosis.model import Cell, Equation, System, Values

Terms: TypeAlias = tuple[tuple[int, int], ...]
"""Numbers, of cells or equations, with a weight each."""

Changes: TypeAlias = Iterable[tuple[int, int]]
"""Cells with their new figures."""

Residuals: TypeAlias = dict[int, int]
"""How far equations are off, by number."""


class Way(StrEnum):
    """Along what the cells of an equation lie."""

    LINE = "line"
    HEAD = "head"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True, eq=False)
class Net:
    """A system, its residuals, and its indexes; what is asked only now and then is kept."""

    system: System
    residuals: tuple[int, ...]
    naming: Mapping[int, Sequence[tuple[int, int]]]
    """The equations that name a cell, with its weight."""
    under: Mapping[int, Sequence[int]]
    """The conditions over a cell."""
    followers: Followers
    at: Mapping[tuple[int, int, int], int]
    """The cell of a table, a line and a head."""
    alike: Mapping[int, Sequence[int]]
    """The equations of an edit."""
    totals: tuple[int, ...]
    """The weight of the stated cell of each equation; 0 where none is stated."""
    figures: tuple[int, ...]
    """The values of all cells."""
    failing: frozenset[int]
    """The equations that fail."""
    rounded: bool = False
    """Whether an equation holds only because figures may be rounded."""
    _lines: dict[tuple[int, int], tuple[int, ...]] = field(default_factory=dict)
    _heads: dict[tuple[int, int], tuple[int, ...]] = field(default_factory=dict)
    _holding: dict[tuple[int, ...], Mapping[int, Sequence[int]]] = field(default_factory=dict)
    _over: dict[int, Sequence[tuple[Way, int, int, int]]] = field(default_factory=dict)
    _ways: dict[int, Way] = field(default_factory=dict)
    _weights: dict[int, Terms] = field(default_factory=dict)
    _members: dict[int, Terms] = field(default_factory=dict)
    _reached: dict[int, frozenset[int]] = field(default_factory=dict)
    _held: dict[tuple[int, Terms], bool] = field(default_factory=dict)

    def weights(self, cell: int) -> Terms:
        """Give the equations that a change of a cell moves, derived cells following it."""
        found = self._weights.get(cell)
        if found is None:
            found = tuple(self.naming.get(cell, ()))
            if cell in self.followers.readers:
                found = self._carried(cell)
            self._weights[cell] = found
        return found

    def _carried(self, cell: int) -> Terms:
        total: defaultdict[int, int] = defaultdict(int)
        for one, weight in self.followers.moved(((cell, 1),)).items():
            for equation, its in self.naming.get(one, ()):
                total[equation] += its * weight
        return tuple((equation, weight) for equation, weight in total.items() if weight)

    def members(self, equation: int) -> Terms:
        """Give the cells that can change an equation, formulas resolved into what they read."""
        found = self._members.get(equation)
        if found is None:
            found = self._members[equation] = tuple(self._free_members(equation))
        return found

    def reached(self, equation: int) -> frozenset[int]:
        """Give the cells that can change an equation."""
        found = self._reached.get(equation)
        if found is None:
            found = self._reached[equation] = frozenset(one for one, _ in self.members(equation))
        return found

    def _free_members(self, equation: int) -> Iterable[tuple[int, int]]:
        terms = self.system.equations[equation].terms
        if not self.followers.formulas:
            yield from (term for term in terms if self.free(term[0]))
            return
        named = dict.fromkeys(cell for term, _ in terms for cell in self.followers.read(term))
        for cell in named:
            weight = dict(self.weights(cell)).get(equation)
            if weight and self.free(cell):
                yield cell, weight

    def moved(self, steps: Iterable[tuple[int, int]]) -> dict[int, int]:
        """Give by how much cells change when some do, derived cells following them."""
        return self.followers.moved(steps)

    def read(self, cell: int) -> Iterable[int]:
        """Give the cell, or the cells that its formula goes back to."""
        return self.followers.read(cell)

    def free(self, cell: int) -> bool:
        """Tell whether a cell may be what is wrong."""
        one = self.system.cells[cell]
        return not (one.fixed or one.derived)

    def cell(self, number: int) -> Cell:
        """Give a cell by its number."""
        return self.system.cells[number]

    def line(self, table: int, line: int) -> tuple[int, ...]:
        """Give the cells of a line, from left to right."""
        if not self._lines:
            self._gather()
        return self._lines.get((table, line), ())

    def head(self, table: int, head: int) -> tuple[int, ...]:
        """Give the cells under a head, from the top down."""
        if not self._heads:
            self._gather()
        return self._heads.get((table, head), ())

    def holding(self, places: tuple[int, ...]) -> Mapping[int, Sequence[int]]:
        """Give the cells of a line or under a head by their figure."""
        found = self._holding.get(places)
        if found is None:
            by_value: defaultdict[int, list[int]] = defaultdict(list)
            for one in places:
                by_value[self.figures[one]].append(one)
            found = self._holding[places] = by_value
        return found

    def _gather(self) -> None:
        lines: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        heads: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        places = [(one.table, one.line, one.head, at) for at, one in enumerate(self.system.cells)]
        for table, line, head, cell in sorted(places):
            lines[table, line].append(cell)
            heads[table, head].append(cell)
        self._lines.update({place: tuple(cells) for place, cells in lines.items()})
        self._heads.update({place: tuple(cells) for place, cells in heads.items()})

    def over(self, cell: int) -> Sequence[tuple[Way, int, int, int]]:
        """Give the totals that a cell is a part of.

        Along what, the cell of the total, how often the cell counts, and the equation.
        """
        found = self._over.get(cell)
        if found is None:
            found = self._over[cell] = [
                (self.way(equation), stated, -weight // total, equation)
                for equation, weight in self.naming.get(cell, ())
                for stated, total in (
                    (self.system.equations[equation].stated, self.totals[equation]),
                )
                if stated is not None and stated != cell and total and not weight % total
            ]
        return found

    def way(self, equation: int) -> Way:
        """Tell whether an equation runs along a line or down a head."""
        found = self._ways.get(equation)
        if found is None:
            found = self._ways[equation] = self._lies(equation)
        return found

    def _lies(self, equation: int) -> Way:
        cells = self.system.cells
        lines, heads = set(), set()
        for cell, _ in self.system.equations[equation].terms:
            one = cells[cell]
            lines.add((one.table, one.line))
            heads.add((one.table, one.head))
            if len(lines) > 1 and len(heads) > 1:
                return Way.NEITHER
        if not lines:
            return Way.NEITHER
        return Way.LINE if len(lines) == 1 else Way.HEAD

    def effect(self, changes: Changes) -> Residuals:
        """Give by how much equations move when cells get new figures."""
        total: Residuals = {}
        figures, kept = self.figures, self._weights
        for cell, new in changes:
            step = new - figures[cell]
            for equation, weight in kept.get(cell) or self.weights(cell):
                total[equation] = total.get(equation, 0) + weight * step
        return total

    def fails(self, equation: int) -> bool:
        """Tell whether an equation is off by more than it may be."""
        return equation in self.failing

    def broken(self) -> tuple[int, ...]:
        """Give the equations that fail."""
        return tuple(sorted(self.failing))

    def unmet(self) -> tuple[int, ...]:
        """Give the conditions that fail, counted on after the equations."""
        count = len(self.system.equations)
        return tuple(count + at for at, one in enumerate(self.system.conditions) if not one.holds)

    def conditions_with(self, values: Values) -> tuple[int, ...] | None:
        """Give the unmet conditions that would hold with new figures; None if one would fail."""
        met = []
        for at in sorted({at for cell in values for at in self.under.get(cell, ())}):
            if self._holds_with(at, values):
                if not self.system.conditions[at].holds:
                    met.append(len(self.system.equations) + at)
            elif self.system.conditions[at].holds:
                return None
        return tuple(met)

    def _holds_with(self, condition: int, values: Values) -> bool:
        """Try a condition with new figures; dear, so that each try is kept."""
        one = self.system.conditions[condition]
        key = condition, tuple((cell, values[cell]) for cell in one.cells if cell in values)
        found = self._held.get(key)
        if found is None:
            found = self._held[key] = one.holds_with(values)
        return found

    def same_edit(self, equation: int) -> Sequence[int]:
        """Give the equations of the same edit, in other lines or under other heads."""
        edit = self.edit(equation)
        return (equation,) if edit is None else self.alike[edit]

    def edit(self, equation: int) -> int | None:
        """Give the number of the edit that an equation is one of."""
        return self.system.equations[equation].edit

    def opposite(self, cell: int, equation: int, other: int) -> int | None:
        """Give the cell that has the same place in another equation of the edit, if there is."""
        one, its = self.cell(cell), self.system.equations[other]
        if equation == other:
            return cell
        if not its.terms:
            return None
        there = self.cell(its.terms[0][0])
        if self.way(equation) is Way.HEAD:
            return self.at.get((there.table, one.line, there.head))
        return self.at.get((there.table, there.line, one.head))


def net_of(system: System) -> Net:
    """Build the indexes of a system, each in one pass."""
    system = replace(system, equations=tuple(map(_plain, system.equations)))
    naming: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    residuals, totals = [], []
    figures = tuple(cell.value for cell in system.cells)
    for number, equation in enumerate(system.equations):
        gap, total, stated = equation.constant, 0, equation.stated
        for cell, weight in equation.terms:
            gap += weight * figures[cell]
            naming[cell].append((number, weight))
            if cell == stated:
                total = weight
        residuals.append(gap)
        totals.append(total)
    off = [at for at, gap in enumerate(residuals) if gap]
    return Net(
        system,
        tuple(residuals),
        naming,
        _under(system),
        followers_of(system.formulas or {}),
        {(cell.table, cell.line, cell.head): at for at, cell in enumerate(system.cells)},
        _alike(system),
        tuple(totals),
        figures,
        frozenset(at for at in off if abs(residuals[at]) > system.equations[at].slack),
        any(abs(residuals[at]) <= system.equations[at].slack for at in off),
    )


def _alike(system: System) -> Mapping[int, Sequence[int]]:
    alike: defaultdict[int, list[int]] = defaultdict(list)
    for number, equation in enumerate(system.equations):
        if equation.edit is not None:
            alike[equation.edit].append(number)
    return alike


def _plain(equation: Equation) -> Equation:
    """Name each cell of an equation once, and as stated only one that it names."""
    weights = dict(equation.terms)
    if len(weights) == len(equation.terms) and all(weights.values()):
        named = equation.stated is None or equation.stated in weights
        return equation if named else replace(equation, stated=None)
    weights = dict.fromkeys(weights, 0)
    for cell, weight in equation.terms:
        weights[cell] += weight
    terms = tuple((cell, weight) for cell, weight in weights.items() if weight)
    stated = equation.stated if equation.stated in dict(terms) else None
    return replace(equation, terms=terms, stated=stated)


def _under(system: System) -> Mapping[int, Sequence[int]]:
    under: defaultdict[int, list[int]] = defaultdict(list)
    for number, condition in enumerate(system.conditions):
        for cell in condition.cells:
            under[cell].append(number)
    return under
