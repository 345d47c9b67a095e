"""The figures that the search for relations stands on: holes filled, precision and roles known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from statlint.inference.matrix import Matrix
from statlint.inference.precision import units_of
from statlint.inference.score import Reckoned
from statlint.table import Role, Strip
from statlint.values import Mark, Unreadable

_PROBES = 8
_SAMPLE = 256
_YEARS = range(1800, 2101)
_NO_MEASURE = frozenset({Role.CODE, Role.ORDINAL, Role.RANK, Role.MEDIAN})
_NO_SUM = _NO_MEASURE | {Role.CHANGE, Role.AVERAGE, Role.RATE, Role.PRICE}
_RATES = _NO_SUM | {Role.SHARE}
_RATE = 1000
"""Rates are mostly smaller."""
_FEW = 2


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The figures of a matrix made ready: None is 0 in `values`, and False in `there`.

    `open` are the positions where sums may hold: no codes, growth rates or medians cross there.
    `probes` are those of them that the search looks at first: few, with the most to tell.
    """

    matrix: Matrix
    values: list[list[int]]
    there: list[list[bool]]
    units: list[list[int]]
    open: tuple[int, ...]
    probes: tuple[int, ...]
    sums: tuple[int, ...]
    """The strips whose figures can be added, or be a total."""
    shares: tuple[int, ...]
    """Strips of percentages: they add up among themselves."""
    kinds: tuple[str, ...]
    """The own label of each position."""
    closed: frozenset[int]

    @property
    def strips(self) -> tuple[Strip, ...]:
        """The strips of the matrix."""
        return self.matrix.strips

    def is_open(self, position: int) -> bool:
        """Tell whether sums are expected at a position."""
        across = self.matrix.across[position].roles
        return position not in self.closed and not across & _NO_SUM

    def reckon(
        self, aggregate: int, parts: Sequence[int], positions: Sequence[int]
    ) -> list[Reckoned]:
        """Put the figures of an aggregate and of the sum of its parts side by side."""
        found = []
        stated, holes = self.values[aggregate], self.there[aggregate]
        rows = [self.values[part] for part in parts]
        for position in positions:
            if not holes[position]:
                continue
            figures = [row[position] for row in rows]
            beside = sum(1 for figure in figures if figure)
            if not beside and not any(self.there[part][position] for part in parts):
                continue
            unit = self.units[aggregate][position]
            slack = unit + sum(self.units[p][position] for p in parts if self.there[p][position])
            total = sum(figures)
            short = stated[position] - total
            withheld = short != 0 and self._withheld(parts, position, short)
            found.append(
                Reckoned(
                    position,
                    stated[position],
                    total,
                    unit,
                    slack // 2,
                    single=beside == 1,
                    withheld=withheld,
                )
            )
        return found

    def _withheld(self, parts: Sequence[int], position: int, short: int) -> bool:
        """Tell whether parts that are withheld or cannot be read may be what is missing."""
        readings = self.matrix.readings
        holes = any(isinstance(readings[p][position], Mark | Unreadable) for p in parts)
        return holes and (short > 0 or any(self.values[p][position] < 0 for p in parts))


def ground_of(matrix: Matrix, closed: frozenset[int] = frozenset()) -> Ground:
    """Make the figures of a matrix ready for the search; sums are not meant at `closed`."""
    measured = [place for place in range(len(matrix.values)) if _is_measured(matrix, place)]
    rates = [p for p in measured if matrix.strips[p].roles & _RATES and _is_small(matrix, p)]
    shares = [p for p in rates if Role.SHARE in matrix.strips[p].roles]
    sums = [p for p in measured if p not in set(rates)]
    crossing = [
        p for p in range(matrix.width) if p not in closed and not matrix.across[p].roles & _NO_SUM
    ]
    spread = crossing or list(range(matrix.width))
    return Ground(
        matrix,
        [[value or 0 for value in row] for row in matrix.values],
        [[value is not None for value in row] for row in matrix.values],
        units_of(matrix),
        tuple(_sample(spread, _SAMPLE)),
        _probes(matrix, spread),
        tuple(sums),
        tuple(shares),
        tuple(strip.text.casefold() for strip in matrix.across),
        closed,
    )


def _is_measured(matrix: Matrix, place: int) -> bool:
    """Tell whether a strip has figures that are no years, codes or numbers of lines."""
    strip = matrix.strips[place]
    figures = [value for value in matrix.values[place] if value is not None]
    if not figures or strip.roles & _NO_MEASURE:
        return False
    if not any(figures):
        # Zeros without a label are what a formula left in an empty line.
        return bool(strip.text)
    whole = 10**matrix.scale
    years = all(value % whole == 0 and value // whole in _YEARS for value in figures)
    return not years or len(set(figures)) <= _FEW


def _is_small(matrix: Matrix, place: int) -> bool:
    """Tell whether figures may be rates: share capital in millions is none."""
    sizes = sorted(abs(value) for value in matrix.values[place] if value is not None)
    limit: int = _RATE * 10**matrix.scale
    return sizes[len(sizes) // 2] < limit


def _sample(positions: Sequence[int], most: int) -> list[int]:
    step = max(1, -(-len(positions) // most))
    return list(positions[::step])


def _probes(matrix: Matrix, positions: Sequence[int]) -> tuple[int, ...]:
    """Choose the positions with the most different figures, all over the table."""
    if len(positions) <= _PROBES:
        return tuple(positions)
    looked = _sample(positions, _PROBES * _PROBES)
    variety = {
        position: len({row[position] for row in matrix.values if row[position]})
        for position in looked
    }
    best = sorted(looked, key=lambda position: (-variety[position], position))
    return tuple(sorted(best[:_PROBES]))
