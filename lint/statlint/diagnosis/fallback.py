"""Explain what no few events do: by single figures, as many as it takes, or with a solver."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from statlint.dataclass import dataclass, field
from statlint.diagnosis.exact import exact_figures
from statlint.diagnosis.model import Event, Slip
from statlint.diagnosis.move import Move
from statlint.diagnosis.net import Net
from statlint.diagnosis.priced import Priced, by_cost
from statlint.diagnosis.program import Program, program_of
from statlint.diagnosis.search import Budget, Search
from statlint.diagnosis.singles import Singles, fewest
from statlint.diagnosis.solver import Ended, Solved, Solver, has_solver

_MOST_SOLVED = 6
"""Solutions that are asked for at most, for one component and for the whole system."""
_MOST_SOLVED_IN_ALL = 20
_MOST_CELLS = 200
"""Cells that a program chooses among at most."""
_MOST_WRONG = 8
"""Wrong figures that are looked for at most."""
_TRIED = 500
"""Figures that are tried at most by themselves, for one component and for the whole system."""
_TRIED_IN_ALL = 800
_MARGIN = 6.0
"""A choice of cells that costs more than the cheapest by this hardly counts."""
_CONFIRMED = 2
"""By how many more edits must fail than figures are wrong, for an explanation to be sure."""


@dataclass(frozen=True, slots=True)
class Found:
    """Explanations, the cheapest first; `sure` if there can be no other that counts."""

    explanations: tuple[Priced, ...] = ()
    sure: bool = False


@dataclass(slots=True)
class Fallback:
    """Explain components of one system; how many programs may still be solved."""

    search: Search
    left: int = _MOST_SOLVED_IN_ALL
    tries: int = _TRIED_IN_ALL
    installed: bool = field(default_factory=has_solver)

    def explain(self, failed: Sequence[int]) -> Found:
        """Give the ways to mend edits by new figures in as few and as likely cells as can be.

        Nothing where as many figures must be wrong as there are edits: these would fit any.
        """
        most = len(failed) - 1
        equations = [one for one in failed if one < len(self.search.net.residuals)]
        if fewest(self.search.net, equations) > min(most, _MOST_WRONG):
            return Found()
        budget = Budget(min(_TRIED, self.tries))
        found = Singles(self.search, failed, budget).explain(min(most, _MOST_WRONG))
        self.tries -= min(_TRIED, self.tries) - max(budget.left, 0)
        if equations == list(failed) and not budget.spent:
            return _told(found, failed, complete=True)
        solved = self.solve(failed) if self.installed else Found()
        return solved if solved.explanations else _told(found, failed, complete=False)

    def solve(self, failed: Sequence[int]) -> Found:
        """Ask the solver."""
        net = self.search.net
        if not _can(net, failed):
            return Found()
        cells = _cells(net, failed)
        if not 0 < len(cells) <= _MOST_CELLS or not _reached(net, failed, cells):
            return Found()
        costs = {cell: self._cost(cell, failed) for cell in cells}
        return self._solved(program_of(net, failed, costs), failed)

    def _solved(self, program: Program, failed: Sequence[int]) -> Found:
        """Take the cheapest solutions out one by one."""
        solver, found = Solver(program), list[Priced]()
        for _ in range(_MOST_SOLVED):
            if self.left <= 0:
                break
            self.left -= 1
            solved = solver.cheapest()
            if solved is Ended.STOPPED:
                self.left = 0  # what is too hard once is not tried again
            if isinstance(solved, Ended):
                return _told(found, failed, complete=solved is Ended.ALL_FOUND)
            one = self._explanation(program, solved, failed)
            if one is not None:
                if not found:
                    solver.cap(solved.cost + _MARGIN)
                found.append(one)
            solver.take_out((at for at, _ in solved.steps), with_more=one is not None)
        return _told(found, failed, complete=False)

    def _explanation(
        self, program: Program, solved: Solved, failed: Sequence[int]
    ) -> Priced | None:
        """Make events of a solution; None where no exact figures are one."""
        net = self.search.net
        figures = exact_figures(net, {program.cells[at]: step for at, step in solved.steps})
        if figures is None:
            return None
        met = net.conditions_with(figures)
        if met is None or not set(failed) - set(met) <= _mended(net, figures):
            return None
        priced = [self._price(cell, new) for cell, new in sorted(figures.items())]
        return Priced(tuple(event for event, _ in priced), sum(cost for _, cost in priced))

    def _price(self, cell: int, new: int) -> tuple[Event, float]:
        return self.search.pricer.price(Move(Event(Slip.OTHER, ((cell, new),))))

    def _cost(self, cell: int, failed: Sequence[int]) -> float:
        """Price a cell by the likeliest figure that mends a failed edit alone."""
        net = self.search.net
        value = net.cell(cell).value
        steps = {
            -net.residuals[one] // weight
            for one, weight in net.weights(cell)
            if one in failed and net.residuals[one] % weight == 0
        }
        least = net.cell(cell).least
        figures = [new for new in sorted(value + step for step in steps) if new != value]
        fitting = [new for new in figures if least is None or new >= least]
        # A figure that mends nothing alone may be any other: as far off as the figure is large.
        return min(self._price(cell, new)[1] for new in fitting or [value + abs(value) + 1])


def _told(found: Sequence[Priced], failed: Sequence[int], *, complete: bool) -> Found:
    """Be sure only where more edits confirm it than figures could be made to fit.

    Nor where a figure has no known slip: so looks what several wrong figures did together.
    """
    explanations = tuple(sorted(found, key=by_cost))
    sure = complete and bool(explanations) and _is_confirmed(explanations[0], failed)
    return Found(explanations, sure)


def _is_confirmed(priced: Priced, failed: Sequence[int]) -> bool:
    known = all(event.slip is not Slip.OTHER for event in priced.events)
    return known and len(priced.events) + _CONFIRMED <= len(failed)


def _can(net: Net, failed: Sequence[int]) -> bool:
    """Tell whether something that failed is a sum or a comparison of sums."""
    count = len(net.residuals)
    return any(one < count or net.system.conditions[one - count].bounds for one in failed)


def _mended(net: Net, figures: Mapping[int, int]) -> set[int]:
    return {equation for equation, step in net.effect(figures.items()).items() if step}


def _cells(net: Net, failed: Sequence[int]) -> tuple[int, ...]:
    """Give the cells that may be wrong: those of failed edits, and of edits that these move.

    Where they are too many, those of failed edits; or only those of which all edits failed.
    """
    within = frozenset(failed)
    cells = dict.fromkeys(_near(net, failed))
    fitting = tuple(cell for cell in cells if _apart(net, cell, within))
    if len(fitting) > _MOST_CELLS:
        return tuple(one for one in cells if all(at in within for at, _ in net.weights(one)))
    for _ in range(2):
        cells = _beside(net, cells)
        more = tuple(cell for cell in cells if _apart(net, cell, within))
        if len(more) > _MOST_CELLS:
            break
        fitting = more
    return fitting


def _beside(net: Net, cells: Mapping[int, None]) -> dict[int, None]:
    """Add the cells that may have to make up for a change, in the edits that it moves."""
    moved = sorted({equation for cell in cells for equation, _ in net.weights(cell)})
    return dict.fromkeys([*cells, *(cell for one in moved for cell, _ in net.members(one))])


def _near(net: Net, failed: Sequence[int]) -> Iterator[int]:
    count = len(net.residuals)
    for one in failed:
        if one < count:
            yield from (cell for cell, _ in net.members(one))
        else:
            cells = net.system.conditions[one - count].cells
            yield from (base for cell in cells for base in net.read(cell) if net.free(base))


def _apart(net: Net, cell: int, failed: frozenset[int]) -> bool:
    """Tell whether a cell moves nothing that failed for another cause."""
    return all(one in failed or not net.fails(one) for one, _ in net.weights(cell))


def _reached(net: Net, failed: Sequence[int], cells: Sequence[int]) -> bool:
    """Tell whether each failed equation has a cell that may be wrong."""
    moved = {equation for cell in cells for equation, _ in net.weights(cell)}
    return all(one in moved for one in failed if one < len(net.residuals))
