"""The figures beside the range of a sum that seem to belong to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from statlint.dataclass import dataclass
from statlint.formula.circle import Place
from statlint.formula.formulas import Formulas
from statlint.formula.labels import (
    are_akin,
    is_apart,
    is_head,
    is_plain_total,
    is_row_of_numbers,
    leaves_out,
    level,
    names_a_span,
)
from statlint.formula.model import Reference
from statlint.formula.reads import areas_of
from statlint.formula.strip import Strip
from statlint.formula.sums import added, figure_of
from statlint.values import CellRef, stated_unit
from statlint.workbook import Cell

_FEWEST_AROUND_GAP = 3


def used_cells(formulas: Formulas) -> frozenset[Place]:
    """Find the cells that formulas use one by one.

    A cell named with $ is a price, a weight or a rate; one that is carried to another place by
    itself (=明细!C6) is counted there.
    """
    return frozenset(
        (area.grid.index, reference.range.first)
        for one in formulas.cells()
        if one.formula is not None
        for reference in one.formula.references
        if reference.single and (_is_fixed(reference) or one.formula.tree == reference)
        for area in areas_of(reference, one.grid, formulas) or ()
    )


def _is_fixed(reference: Reference) -> bool:
    return reference.absolute.first_row or reference.absolute.first_column


def covered_places(strips: Sequence[Strip]) -> dict[tuple[int, bool, int], Counter[int]]:
    """Count for each place of each lane the sums that add it."""
    changes: dict[tuple[int, bool, int], Counter[int]] = {}
    for one in strips:
        lane = changes.setdefault(one.lane.key, Counter())
        for first, last in one.spans:
            lane[first] += 1
            lane[last + 1] -= 1
    return {key: _running(lane) for key, lane in changes.items()}


def _running(changes: Counter[int]) -> Counter[int]:
    covered: Counter[int] = Counter()
    depth, before = 0, 0
    for place in sorted(changes):
        if depth:
            covered.update(dict.fromkeys(range(before, place), depth))
        depth, before = depth + changes[place], place
    return covered


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """Looks beside the ranges of sums.

    `covered` are the places that any sum adds, `totals` the sums that stand in their own lane.
    """

    formulas: Formulas
    covered: dict[tuple[int, bool, int], Counter[int]]
    totals: dict[tuple[int, bool, int], dict[int, Strip]]

    def left_out_of(self, one: Strip, *, alone: bool) -> Iterator[int]:
        """Go through the places left out: before, between and behind those that are counted.

        `alone` says that no other total counts the same lines: what all skip is meant to be.
        """
        label = "" if one.own is None else one.lane.label(one.own)
        if leaves_out(label):
            return
        near_before = one.own is not None and one.own < one.first
        stop = one.own if near_before and one.own is not None else 0
        before = range(one.first - 1, stop, -1)
        yield from reversed(self._walk(one, before, one.first, near=near_before, label=label))
        if alone:
            yield from self._between(one)
        yield from self._other_groups(one)
        near_behind = one.own is not None and one.own > one.last
        stop = one.own if near_behind and one.own is not None else one.lane.last + 1
        behind = range(one.last + 1, stop)
        yield from self._walk(one, behind, one.last, near=near_behind, label=label)

    def _walk(self, one: Strip, places: range, inside: int, *, near: bool, label: str) -> list[int]:
        """Go on from the range while figures belong to it; too many are a block of their own."""
        most = one.size if near else one.size // 2
        if names_a_span(label):
            # The total of a half-year beside twelve months: only a single one may be forgotten.
            most = 1 if near else 0
        ahead = places[: most + 1]
        found = list(takewhile(lambda place: self._belongs(one, place, inside), ahead))
        if len(found) > most:
            return []
        if near:
            return [place for place in found if _surely_meant(one, place, inside, label)]
        if len(found) < len(places) and _figure(one, places[len(found)]):
            # What goes on beyond is another run, or the line of its total.
            found = found if self._ends(one, places[len(found)]) else []
        return [
            place
            for place in found
            if _runs_on(one, place, inside) and self._is_made_as(one, place, inside)
        ]

    def _is_made_as(self, one: Strip, place: int, inside: int) -> bool:
        """Tell whether a line has formulas wherever the line inside has some."""
        if not one.lane.down:
            return True
        refs = (
            (CellRef(inside, column), CellRef(place, column))
            for column in range(1, one.lane.grid.last_column + 1)
        )
        return all(
            self.formulas.at(one.lane.grid, here) is None
            or self.formulas.at(one.lane.grid, there) is not None
            for here, there in refs
        )

    def _ends(self, one: Strip, place: int) -> bool:
        """Tell whether a line beyond is a total, or the numbers over the heads."""
        if self.formulas.at(one.lane.grid, one.lane.ref(place)) is not None:
            return True
        numbers = one.lane.down and is_row_of_numbers(one.lane.grid, place)
        return numbers or is_apart(one.lane.label(place))

    def _between(self, one: Strip) -> Iterator[int]:
        """Give the place that is skipped, where it is the only one and no total of others."""
        gaps = [
            place
            for (_, last), (first, _) in pairwise(one.spans)
            for place in range(last + 1, first)
        ]
        if len(gaps) != 1 or one.size < _FEWEST_AROUND_GAP:
            return
        (place,) = gaps
        cell = one.lane.cell(place)
        if cell is None or cell.formula is not None or not figure_of(cell):
            return
        if self._belongs(one, place, place - 1) and not _adds_up(one, place):
            yield place

    def _other_groups(self, one: Strip) -> Iterator[int]:
        """Give the subtotals between others and their total that nothing adds up."""
        totals = self.totals.get(one.lane.key, {})
        if one.own is None or not all(place in totals for place in one.places()):
            return
        own = set(one.places())
        first, last = min(one.first, one.own), max(one.last, one.own)
        for place, other in totals.items():
            if not first < place < last or place in own or self.covered[one.lane.key][place]:
                continue
            if own.isdisjoint(other.places()) and _are_groups(one, place):
                yield place

    def _belongs(self, one: Strip, place: int, inside: int) -> bool:
        """Tell whether a cell holds a figure of the same run, which nothing else adds."""
        cell, ref = one.lane.cell(place), one.lane.ref(place)
        if cell is None or cell.number is None or self.covered[one.lane.key][place]:
            return False
        if (one.lane.grid.index, ref) in self.formulas.ask(used_cells):
            return False
        if one.lane.grid.hidden(ref.row, ref.column):
            return False
        other = one.lane.cell(inside)
        return (
            _formatted_alike(cell, other)
            and self._made_alike(one, place, inside)
            and _named_alike(one, place, inside)
        )

    def _made_alike(self, one: Strip, place: int, inside: int) -> bool:
        """Tell whether a cell is typed as those inside are, or reckoned as its neighbour is."""
        grid = one.lane.grid
        here = self.formulas.at(grid, one.lane.ref(place))
        if here is None:
            ends = {one.first, one.first + 1, one.last - 1, one.last}
            typed = (self.formulas.at(grid, one.lane.ref(end)) is None for end in ends)
            return any(typed)
        other = self.formulas.at(grid, one.lane.ref(inside))
        return other is not None and here.relative == other.relative


def _are_groups(one: Strip, place: int) -> bool:
    """Tell whether a subtotal is called as those that are added are."""
    label, other = one.lane.label(place), one.lane.label(one.first)
    return label == other or are_akin(label, other) or level(label) == level(other) != 0


def own_totals(strips: Sequence[Strip]) -> dict[tuple[int, bool, int], dict[int, Strip]]:
    """List for each lane the sums of its own cells that stand in it, by their places."""
    found: dict[tuple[int, bool, int], dict[int, Strip]] = {}
    for one in strips:
        if one.own is not None:
            found.setdefault(one.lane.key, {})[one.own] = one
    return found


def _figure(one: Strip, place: int) -> bool:
    cell = one.lane.cell(place)
    return cell is not None and cell.number is not None


def _formatted_alike(cell: Cell, other: Cell | None) -> bool:
    """Tell whether both are shown as per cent, or neither is."""
    return other is None or ("%" in (cell.number_format or "")) == (
        "%" in (other.number_format or "")
    )


def _named_alike(one: Strip, place: int, inside: int) -> bool:
    """Tell whether the words beside a cell make it a part like those inside."""
    label, other = one.lane.label(place), one.lane.label(inside)
    if (not label and other) or stated_unit(label) != stated_unit(other):
        return False
    return not is_apart(label) and not is_head(label) and level(label) == level(other)


def _surely_meant(one: Strip, place: int, inside: int, label: str) -> bool:
    """Tell whether a head before the total is one of its parts: others may be chosen with care."""
    lane = one.lane
    if lane.down or are_akin(lane.label(place), lane.label(inside)):
        return True
    return is_plain_total(label) and any(term.ranged for term in one.sum.terms)


def _is_total(one: Strip, place: int) -> bool:
    """Tell whether a figure is what the sum gives: a total that somebody typed."""
    figure = figure_of(one.lane.cell(place))
    return figure != 0 and figure == added(figure_of(one.lane.cell(at)) for at in one.places())


def _adds_up(one: Strip, place: int) -> bool:
    """Tell whether a figure is the sum of those just before it, or just behind it."""
    wanted = figure_of(one.lane.cell(place))
    for places in (range(place - 1, one.first - 1, -1), range(place + 1, one.last + 1)):
        figures = [figure_of(one.lane.cell(near)) for near in places]
        if wanted in {added(figures[: count + 1]) for count in range(len(figures))}:
            return True
    return False


def _runs_on(one: Strip, place: int, inside: int) -> bool:
    """Tell whether a line or head away from the total surely goes on with those that are added."""
    lane = one.lane
    if _is_total(one, place):
        return False
    if not lane.down:
        return are_akin(lane.label(place), lane.label(inside))
    if is_row_of_numbers(lane.grid, place) or lane.indent(place) != lane.indent(inside):
        return False
    return _numbers_run_on(one, place, inside)


def _numbers_run_on(one: Strip, place: int, inside: int) -> bool:
    """Tell whether running numbers go on to a line, where the lines have any."""
    for column in range(1, one.lane.number):
        number = one.lane.grid.stored(inside, column)
        if number is not None and isinstance(number.number, int):
            other = one.lane.grid.stored(place, column)
            return other is not None and other.number is not None
    return True
