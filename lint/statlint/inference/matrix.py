"""The figures of a table as exact integers, line by line or head by head."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.dataclass import dataclass
from statlint.inference.model import Axis
from statlint.table import Layout, Strip
from statlint.values import Blank, Figure, Mark, Reading

_LONGEST = 60
_GREATEST = 10**_LONGEST
"""What has more digits before or after the point is no figure of a table, and no float either."""


@dataclass(frozen=True, slots=True, eq=False)
class Matrix:
    """The figures of one layout (or of several alike) along one axis.

    `strips` are the lines for Axis.LINES, `across` the heads; for Axis.HEADS the other way round.
    `values[strip][position]` is the figure times 10**scale, or None where there is none;
    `units[strip][position]` is one unit of the last digit that the cell shows, in the same
    measure: a figure of 1 decimal at scale 2 has unit 10. `readings` are what the cells say.
    Where several layouts alike are pooled, the positions of each follow those of the one before,
    and so do the strips of `across`: there is one for each position.
    """

    axis: Axis
    strips: tuple[Strip, ...]
    across: tuple[Strip, ...]
    values: list[list[int | None]]
    units: list[list[int]]
    readings: list[list[Reading]]
    scale: int

    @property
    def width(self) -> int:
        """How many positions there are."""
        return len(self.values[0]) if self.values else 0

    def turned(self) -> Matrix:
        """Give the same figures along the other axis; only for a single layout."""
        return Matrix(
            self.axis.other,
            self.across,
            self.strips,
            [list(column) for column in zip(*self.values, strict=True)],
            [list(column) for column in zip(*self.units, strict=True)],
            [list(column) for column in zip(*self.readings, strict=True)],
            self.scale,
        )


def matrix_of(layout: Layout) -> Matrix:
    """Take the figures of one layout, line by line."""
    return _matrix(layout, [list(line) for line in layout.readings])


def pooled(layouts: Sequence[Layout], axis: Axis) -> Matrix:
    """Take the figures of layouts with the same lines and heads together.

    The positions of all of them stand side by side: more positions, more evidence.
    """
    single = [matrix_of(layout) for layout in layouts]
    turned = single if axis is Axis.LINES else [matrix.turned() for matrix in single]
    scale = max(matrix.scale for matrix in turned)
    first = turned[0]
    strips = range(len(first.strips))
    raised = [(matrix, 10 ** (scale - matrix.scale)) for matrix in turned]
    return Matrix(
        axis,
        first.strips,
        tuple(strip for matrix in turned for strip in matrix.across),
        [
            [None if v is None else v * up for m, up in raised for v in m.values[strip]]
            for strip in strips
        ],
        [[unit * up for m, up in raised for unit in m.units[strip]] for strip in strips],
        [[reading for m, _ in raised for reading in m.readings[strip]] for strip in strips],
        scale,
    )


def _matrix(layout: Layout, readings: list[list[Reading]]) -> Matrix:
    decimals = [
        [
            one.stored[1] if isinstance(one, Figure) and one.stored[1] <= _LONGEST else 0
            for one in line
        ]
        for line in readings
    ]
    scale = max(map(max, filter(None, decimals)), default=0)
    units = [10 ** (scale - count) for count in range(scale + 1)]
    return Matrix(
        Axis.LINES,
        layout.lines,
        layout.heads,
        [[_scaled(one, scale) for one in line] for line in readings],
        [
            [
                units[count] if isinstance(one, Figure) else 1
                for one, count in zip(line, shown, strict=True)
            ]
            for line, shown in zip(readings, decimals, strict=True)
        ],
        readings,
        scale,
    )


def _scaled(reading: Reading, scale: int) -> int | None:
    if not isinstance(reading, Figure) or not -_GREATEST < reading.value < _GREATEST:
        return None
    if isinstance(reading.value, int):
        return reading.value * 10**scale if scale else reading.value
    if reading.stored[1] > _LONGEST:
        return None
    return int(reading.value.scaleb(scale))


def is_absent(reading: Reading) -> bool:
    """Tell whether a cell says nothing: blank, or a mark for a figure that is withheld."""
    return isinstance(reading, Blank | Mark)
