"""The figures that the search for relations stands on: holes filled, precision and roles known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from statlint.inference.matrix import Matrix
from statlint.inference.precision import units_of
from statlint.inference.score import Reckoned
from statlint.table import Role, Strip

_PROBES = 8
_SAMPLE = 256
_YEARS = range(1800, 2101)
_NO_MEASURE = frozenset({Role.CODE, Role.ORDINAL, Role.RANK, Role.MEDIAN})
_NO_SUM = _NO_MEASURE | {Role.CHANGE, Role.AVERAGE, Role.RATE, Role.PRICE}


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

    @property
    def strips(self) -> tuple[Strip, ...]:
        """The strips of the matrix."""
        return self.matrix.strips

    def is_open(self, position: int) -> bool:
        """Tell whether sums are expected at a position."""
        return not self.matrix.across[position].roles & _NO_SUM

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
            found.append(
                Reckoned(
                    position, stated[position], sum(figures), unit, slack // 2, single=beside == 1
                )
            )
        return found


def ground_of(matrix: Matrix) -> Ground:
    """Make the figures of a matrix ready for the search."""
    figured = [place for place, row in enumerate(matrix.values) if any(v is not None for v in row)]
    measured = [place for place in figured if not _is_label(matrix, place)]
    shares = [p for p in measured if Role.SHARE in matrix.strips[p].roles]
    sums = [p for p in measured if not matrix.strips[p].roles & (_NO_SUM | {Role.SHARE})]
    crossing = [p for p in range(matrix.width) if not matrix.across[p].roles & _NO_SUM]
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
    )


def _is_label(matrix: Matrix, place: int) -> bool:
    """Tell whether the figures of a strip are years, codes or numbers of lines."""
    if matrix.strips[place].roles & _NO_MEASURE:
        return True
    figures = [value for value in matrix.values[place] if value is not None]
    whole = 10**matrix.scale
    years = all(value % whole == 0 and value // whole in _YEARS for value in figures)
    return years and len(set(figures)) > 2  # noqa: PLR2004 - one or two may be counts


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
