"""Sums that stop short, start late or skip a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from statlint.dataclass import dataclass
from statlint.formula.beside import Beside, covered_places, own_totals
from statlint.formula.circle import circular_cells
from statlint.formula.formulas import Formulas
from statlint.formula.strip import Strip, strips
from statlint.formula.sums import added, figure_of
from statlint.values import Number

_LONGEST = 5000
"""Cells of the longest sums that are compared with their neighbours."""
_APART = 2
"""Lines that may lie between two totals of one row or column of totals."""


@dataclass(frozen=True, slots=True, eq=False)
class ShortSum:
    """A sum that leaves out `places` of its lane; `proven` where its neighbours count them."""

    strip: Strip
    places: tuple[int, ...]
    proven: bool

    @property
    def left_out(self) -> Number:
        """What the cells left out add up to."""
        return added(figure_of(self.strip.lane.cell(place)) for place in self.places)

    @property
    def counted(self) -> Number:
        """What the cells that are counted add up to."""
        return added(figure_of(self.strip.lane.cell(place)) for place in self.strip.places())

    @property
    def whole(self) -> Number:
        """What the cells counted and those left out add up to."""
        return added((self.counted, self.left_out))


def short_sums(formulas: Formulas) -> tuple[ShortSum, ...]:
    """Find the sums that leave figures out, in the order of the workbook."""
    circular = formulas.ask(circular_cells)
    all_strips = formulas.ask(strips)
    fit = [
        one
        for one in all_strips
        if (one.sum.grid.index, one.sum.ref) not in circular
        and (one.sum.grid.name, one.sum.ref) not in formulas.stated
    ]
    proven = dict(_against_neighbours(fit))
    alike = Counter(_kind(one) for one in fit)
    beside = Beside(formulas, covered_places(all_strips), own_totals(all_strips))
    found = []
    for one in fit:
        seen = beside.left_out_of(one, alone=alike[_kind(one)] == 1)
        places = proven.get(one) or tuple(sorted(set(seen)))
        short = ShortSum(one, places, one in proven)
        if places and not _adds_up_to_counted(short):
            found.append(short)
    return tuple(found)


def _adds_up_to_counted(short: ShortSum) -> bool:
    """Tell whether the cells left out are parts of the counted cell before or behind them.

    A subtotal may be a typed figure, or reckoned from its line and not from its parts.
    """
    ends = (min(short.places) - 1, max(short.places) + 1)
    counted = set(short.strip.places()).intersection(ends)
    several = len(short.places) > 1 and short.left_out != 0
    return several and any(
        figure_of(short.strip.lane.cell(place)) == short.left_out for place in counted
    )


def _kind(one: Strip) -> tuple[int, bool, int | None, tuple[tuple[int, int], ...]]:
    """Say what totals in one row (column) that count the same lines have in common."""
    return one.lane.grid.index, one.lane.down, one.own, one.spans


def _against_neighbours(all_strips: Sequence[Strip]) -> Iterator[tuple[Strip, tuple[int, ...]]]:
    """Find totals that count fewer lines than most totals in their row (or heads, column)."""
    for members in _rows_of_totals(all_strips):
        (most, times), *others = Counter(one.spans for one in members).most_common()
        if any(times == rest for _, rest in others):
            continue
        usual = {place for first, last in most for place in range(first, last + 1)}
        for one in members:
            counted = set(one.places())
            places = tuple(place for place in sorted(usual - counted) if _is_figure(one, place))
            if counted < usual and places:
                yield one, places


def _is_figure(one: Strip, place: int) -> bool:
    cell = one.lane.cell(place)
    return cell is not None and cell.number is not None


def _rows_of_totals(all_strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    """Go through the rows (columns) of totals: those in line and near to one another."""
    rows: dict[tuple[int, bool, int], list[Strip]] = {}
    for one in all_strips:
        if one.own is not None and one.size <= _LONGEST:
            rows.setdefault((one.lane.grid.index, one.lane.down, one.own), []).append(one)
    for members in rows.values():
        members.sort(key=lambda one: one.lane.number)
        block = [members[0]]
        for one in members[1:]:
            if one.lane.number - block[-1].lane.number > _APART:
                yield block
                block = []
            block.append(one)
        yield block
