"""Solve programs with HiGHS, where it is installed."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from importlib.util import find_spec
from itertools import count
from typing import TYPE_CHECKING

from statlint.dataclass import dataclass, field
from statlint.diagnosis.program import Program, Row

if TYPE_CHECKING:
    from highspy import Highs
    from highspy.highs import HighsCallbackEvent

_MOST_NODES = 40
"""Nodes of one branch and bound."""
_ROUNDS = 5
"""How often HiGHS may ask whether to go on, for all solutions of a program: a few ms each."""
_SECONDS = 1.0
"""What all solutions of a program may take at the very most; rounds should end it long before."""
_EXACT = 1e-9
_CHOSEN = 0.5


class Ended(Enum):
    """Why there is no further solution."""

    ALL_FOUND = auto()
    STOPPED = auto()


@dataclass(frozen=True, slots=True)
class Solved:
    """The cells that change, by their place in the program, with about by how much; the cost."""

    steps: tuple[tuple[int, float], ...]
    cost: float


def has_solver() -> bool:
    """Tell whether HiGHS is installed (the extra `solver`)."""
    return find_spec("highspy") is not None


@dataclass(frozen=True, slots=True)
class Solver:
    """One program, from which choices of cells are taken out one by one."""

    program: Program
    rounds: int = _ROUNDS
    seconds: float = _SECONDS
    _highs: Highs = field(init=False)

    def __post_init__(self) -> None:
        """Load the program; importing HiGHS takes half a second, so only here."""
        from highspy import Highs, HighsVarType

        highs = Highs()
        for option, value in _OPTIONS:
            highs.setOptionValue(option, value)
        highs.setOptionValue("time_limit", self.seconds)
        rounds = count(1)

        def go_on(event: HighsCallbackEvent) -> None:
            if event.data_in is not None:
                event.data_in.user_interrupt = next(rounds) > self.rounds

        highs.cbMipInterrupt += go_on
        for at, cost in enumerate(self.program.columns):
            highs.addVar(0.0, 1.0)
            highs.changeColCost(at, cost)
            if at < len(self.program.cells):
                highs.changeColIntegrality(at, HighsVarType.kInteger)
        object.__setattr__(self, "_highs", highs)
        for row in self.program.rows:
            self._add(row)

    def _add(self, row: Row) -> None:
        places, weights = [at for at, _ in row.weights], [weight for _, weight in row.weights]
        self._highs.addRow(row.lower, row.upper, len(places), places, weights)

    def cheapest(self) -> Solved | Ended:
        """Give the cheapest choice of cells that is left."""
        from highspy import HighsModelStatus

        self._highs.run()
        status = self._highs.getModelStatus()
        if status == HighsModelStatus.kInfeasible:
            return Ended.ALL_FOUND
        if status != HighsModelStatus.kOptimal:
            return Ended.STOPPED
        values = list(self._highs.getSolution().col_value)
        many, reach = len(self.program.cells), self.program.reach
        chosen = [at for at in range(many) if values[at] > _CHOSEN]
        steps = tuple((at, (values[many + at] - values[2 * many + at]) * reach) for at in chosen)
        return Solved(steps, sum(self.program.costs[at] for at in chosen))

    def take_out(self, chosen: Iterable[int], *, with_more: bool) -> None:
        """Forbid a choice of cells: by itself, or also together with any more."""
        within = frozenset(chosen)
        weights = [(at, 1.0) for at in sorted(within)]
        if not with_more:
            others = (at for at in range(len(self.program.cells)) if at not in within)
            weights += [(at, -1.0) for at in others]
        self._add(Row(tuple(weights), -len(self.program.cells), len(within) - 1.0))

    def cap(self, cost: float) -> None:
        """Take no choice of cells that costs more."""
        self._add(Row(tuple(enumerate(self.program.costs)), 0.0, cost))


_OPTIONS: tuple[tuple[str, bool | int | float | str], ...] = (
    ("output_flag", False),
    ("random_seed", 0),
    ("threads", 1),
    ("parallel", "off"),
    ("mip_max_nodes", _MOST_NODES),
    ("mip_heuristic_effort", 0.0),
    ("mip_heuristic_run_feasibility_jump", False),
    ("mip_detect_symmetry", False),
    ("mip_rel_gap", 0.0),
    ("mip_feasibility_tolerance", _EXACT),
    ("primal_feasibility_tolerance", _EXACT),
)
