"""Totals whose displayed parts do not add up to the displayed total, though the stored ones do."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from statlint.dataclass import dataclass
from statlint.formula.circle import circular_cells
from statlint.formula.displayed import shown_decimals
from statlint.formula.formulas import Formulas
from statlint.formula.strip import Strip, strips
from statlint.formula.sums import added
from statlint.values import Number, exact
from statlint.workbook import Cell

_LONGEST = 5000
_NOISE = Decimal("1E-9")
_GENERAL = frozenset({None, "", "General", "@"})
_LONG = Context(prec=1000)


@dataclass(frozen=True, slots=True, eq=False)
class Drift:
    """Totals in one row (column): the first with what its parts and itself show, the others."""

    strips: tuple[Strip, ...]
    parts: Number
    total: Number


def drifts(formulas: Formulas) -> tuple[Drift, ...]:
    """Find the totals that look wrong by rounding on the screen, in the order of the workbook."""
    if formulas.as_displayed:
        return ()
    circular = formulas.ask(circular_cells)
    rows: dict[object, list[tuple[Strip, Number, Number]]] = {}
    for one in formulas.ask(strips):
        if one.own is None or one.size > _LONGEST or (one.lane.grid.index, one.sum.ref) in circular:
            continue
        shown = _shown_sides(one)
        if shown is not None and shown[0] != shown[1]:
            row = one.lane.grid.index, one.lane.down, one.own
            rows.setdefault(row, []).append((one, *shown))
    return tuple(
        Drift(tuple(one for one, _, _ in found), found[0][1], found[0][2])
        for found in rows.values()
    )


def _shown_sides(one: Strip) -> tuple[Number, Number] | None:
    """Give what the parts add up to as displayed, and the displayed total; None if undecided."""
    cells = [cell for place in one.places() if (cell := one.lane.cell(place)) and cell.number]
    total = one.sum.cell.cell
    if total.number is None or not _add_up(cells, total.number):
        return None
    shown = [shown_figure(cell) for cell in (*cells, total)]
    figures = [figure for figure in shown if figure is not None]
    if len(figures) < len(shown):
        return None
    return added(figures[:-1]), figures[-1]


def _add_up(cells: Sequence[Cell], total: Number) -> bool:
    """Tell whether the stored figures add up, but for the noise of binary figures."""
    figures = [Decimal(cell.number) for cell in cells if cell.number is not None]
    gap = exact.subtract(added(figures), total)
    largest = max((abs(figure) for figure in (*figures, Decimal(total))), default=Decimal(0))
    return abs(Decimal(gap)) <= _LONG.multiply(largest, _NOISE)


def shown_figure(cell: Cell) -> Number | None:
    """Give a figure as it is displayed; None where that is not sure, or where it is a share."""
    if cell.number is None or "%" in (cell.number_format or ""):
        return None
    if cell.number_format in _GENERAL:
        return cell.number
    return rounded_as_shown(cell.number, cell.number_format)


def rounded_as_shown(figure: Number, number_format: str | None) -> Number | None:
    """Round a figure to the decimals that a format shows; None where it does not simply round."""
    decimals = shown_decimals(number_format)
    if decimals is None:
        return None
    step = Decimal(1).scaleb(-decimals)
    return _LONG.create_decimal(Decimal(figure)).quantize(step, ROUND_HALF_UP, _LONG)
