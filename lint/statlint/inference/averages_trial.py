"""A guess that a strip is the mean of others, held against its figures."""

from __future__ import annotations

from math import sqrt

from statlint.dataclass import dataclass
from statlint.inference.averages_runs import Run
from statlint.inference.matrix import Matrix
from statlint.inference.rates_steps import Steps
from statlint.inference.rates_trial import Expected, Target, Trial, try_out
from statlint.values import Mark

_SAMPLE = 16
_LEAST_IN_SAMPLE = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Means:
    """A table with what means need to know: its steps, and where marks stand for figures."""

    steps: Steps
    marked: dict[int, set[int]]
    """For each position the strips with a mark there."""

    @property
    def matrix(self) -> Matrix:
        """The table itself."""
        return self.steps.matrix

    def is_likely(self, target: Target, run: Run) -> bool:
        """Tell whether the mean is near in a part of a sample: all figures take longer."""
        right = told = 0
        for position in target.stated[:: max(1, len(target.stated) // _SAMPLE)]:
            figures = self._figures(run, position)
            if len(figures) > 1:
                total, wanted = sum(figures), target.values[position] or 0
                reach = 2 * target.halves[position]
                reach += self.matrix.units[run.parts[0]][position] / 2
                told += 1
                right += any(
                    abs(total - wanted * count) <= reach * count
                    for count in {len(figures), len(run.parts)}
                )
        return right >= _LEAST_IN_SAMPLE * told

    def trial(self, target: Target, run: Run) -> Trial:
        """Hold the mean against all figures; a blank cell counts as nothing, or as a nought."""
        without: list[tuple[int, Expected]] = []
        nought: list[tuple[int, Expected]] = []
        for position in target.stated:
            figures = self._figures(run, position)
            if len(figures) > 1 and not self._is_withheld(target, run, position, figures):
                slack = self._slack(run, position, len(figures))
                room = max(figures) - min(figures)
                total = sum(figures)
                for wanted, count in ((without, len(figures)), (nought, len(run.parts))):
                    mean = Expected(total / count, slack, trivial=room == 0, room=room)
                    wanted.append((position, mean))
        best = try_out(target, without)
        if any(one[1].value != other[1].value for one, other in zip(without, nought, strict=True)):
            best = max(best, try_out(target, nought), key=lambda one: one.total)
        return best

    def _figures(self, run: Run, position: int) -> list[int]:
        values = self.matrix.values
        return [value for one in run.parts if (value := values[one][position]) is not None]

    def _slack(self, run: Run, position: int, count: int) -> float:
        # Rounding of many parts evens out: 2.6 standard deviations of their mean.
        step = max(self.steps.at(one, position) for one in (run.parts[0], run.parts[-1]))
        return step * min(0.5, 2.6 / sqrt(12 * count))

    def _is_withheld(self, target: Target, run: Run, position: int, figures: list[int]) -> bool:
        """Tell whether a part has a mark for its figure, and the mean counts that figure."""
        if self.marked.get(position, set()).isdisjoint(run.parts):
            return False
        away = abs(sum(figures) - (target.values[position] or 0) * len(figures))
        return away > 2 * target.halves[position] * len(figures)


def means_of(steps: Steps) -> Means:
    """Note where the marks of a table stand."""
    marked: dict[int, set[int]] = {}
    matrix = steps.matrix
    for strip, (values, readings) in enumerate(zip(matrix.values, matrix.readings, strict=True)):
        for position, reading in enumerate(readings if None in values else ()):
            if isinstance(reading, Mark):
                marked.setdefault(position, set()).add(strip)
    return Means(steps, marked)
