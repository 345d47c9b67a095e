"""The figures that the search for relations stands on: holes filled, precision and roles known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import log2

from statlint.dataclass import dataclass
from statlint.inference.matrix import Matrix
from statlint.inference.names import name_of
from statlint.inference.precision import units_of
from statlint.inference.score import Reckoned
from statlint.table import Role, Strip
from statlint.values import Mark, Unreadable

_PROBES = 8
_WHOLE_NEWS = 13.0
_WHOLE = 2**12
"""Half as many units apart tell as many bits as a position tells at most."""
_NOISE = 3
"""Half units that rounding, here and elsewhere and once before, may move each part by."""
_LONG = 1000
"""Strips from which on fewer positions are probed."""
_SAMPLE = 256
_YEARS = range(1800, 2101)
_NO_MEASURE = frozenset({Role.ORDINAL, Role.RANK})
_DOUBTFUL = frozenset({Role.CODE, Role.MEDIAN})
"""Words that often mean something else: 电话 is a code, or a line of what came by phone."""
_NO_SUM = _NO_MEASURE | _DOUBTFUL | {Role.CHANGE, Role.AVERAGE, Role.RATE, Role.PRICE}
_RATES = _NO_SUM | {Role.SHARE}
_RATE = 1000
"""Rates are mostly smaller."""
_FEW = 2


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """The figures of all strips at one position: None is 0 in `values`, its unit 0 in `shown`."""

    position: int
    values: list[int]
    units: list[int]
    shown: list[int]
    coarsest: int
    """The largest of the units."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The figures of a matrix made ready: None is 0 in `values`, and its unit 0 in `shown`.

    `open` are the positions where sums may hold: no codes, growth rates or medians cross there.
    `probes` are those of them that the search looks at first: few, with the most to tell.
    """

    matrix: Matrix
    values: list[list[int]]
    shown: list[list[int]]
    units: list[list[int]]
    holes: dict[int, set[int]]
    """For each position the strips whose figure is withheld there or cannot be read."""
    open: tuple[int, ...]
    probes: tuple[int, ...]
    columns: tuple[Column, ...]
    """The figures of all strips at each of the probes."""
    sums: tuple[int, ...]
    """The strips whose figures can be added, or be a total."""
    rates: tuple[int, ...]
    """Strips that their labels call rates, shares or changes."""
    shares: tuple[int, ...]
    """Strips of percentages: they add up among themselves."""
    names: tuple[str, ...]
    """The own labels of the strips, without numbers and blanks."""
    kinds: tuple[str, ...]
    """The own label of each position."""
    finest: tuple[int, ...]
    """The smallest unit that a figure shows at each position, in the measure of the matrix."""
    shared: frozenset[int]
    """The positions that words call shares."""
    closed: frozenset[int]
    families: dict[int | None, frozenset[int]]
    """The strips that stand under each one, those of which left aside; None: under no other."""

    @property
    def hundred(self) -> int:
        """The whole of percentages, in the measure of the figures."""
        return int(100 * 10**self.matrix.scale)

    @property
    def strips(self) -> tuple[Strip, ...]:
        """The strips of the matrix."""
        return self.matrix.strips

    def is_open(self, position: int) -> bool:
        """Tell whether sums are expected at a position."""
        across = self.matrix.across[position].roles
        return position not in self.closed and not across & _NO_SUM

    def reckon(
        self,
        aggregate: int,
        parts: Sequence[int],
        positions: Sequence[int],
        *,
        named: bool = False,
    ) -> list[Reckoned]:
        """Put the figures of an aggregate and of the sum of its parts side by side.

        A total that is equal to one part, the others zero, is told from a mere repetition only
        where it is `named` a total.
        """
        found = []
        hundred, count = self.hundred, len(parts)
        figures = list(
            zip(*(self._at(self.values[part], positions) for part in parts), strict=True)
        )
        finer = list(zip(*(self._at(self.shown[part], positions) for part in parts), strict=True))
        stated = self._at(self.values[aggregate], positions)
        units = self._at(self.shown[aggregate], positions)
        sums, spares = map(sum, figures), map(sum, finer)
        for position, own, unit, row, steps, total, spare in zip(
            positions, stated, units, figures, finer, sums, spares, strict=True
        ):
            if not unit or not spare:
                # No figure to reckon, or none to reckon it from.
                continue
            # The whole of percentages is exact, however it is written.
            least = min(unit, *filter(None, steps)) if own == hundred else unit
            slack = (least + spare) // 2
            short = own - total
            # What rounding hides cannot tell a sum from a repetition.
            single = not named and _is_single(row, slack if short else 0)
            withheld = short != 0 and self._withheld(parts, position, short)
            found.append(Reckoned(position, own, total, least, slack, single, withheld, count))
        return found

    def _at(self, row: Sequence[int], positions: Sequence[int]) -> Sequence[int]:
        return row if len(positions) == len(row) else [row[position] for position in positions]

    def news(
        self,
        aggregate: int,
        parts: Sequence[int],
        reckoned: Sequence[Reckoned],
        *,
        plain: bool = False,
    ) -> list[float]:
        """Measure how many bits each position can add to what the others say.

        Where all figures of a position are those of another times a factor, a sum that holds there
        holds here: prices that rise alike prove nothing. What counts is how far the parts are from
        those of the position with the largest total, brought to the same total. Rounding alone
        moves them by half a unit each, here and there; where the sum is `plain` by its label or its
        place, whole counts are taken for what they are.
        """
        stated = self.values[aggregate]
        anchor = max((one.position for one in reckoned), key=lambda at: abs(stated[at]), default=0)
        whole = abs(stated[anchor])
        rows = [self.values[part] for part in parts]
        anchored = [abs(row[anchor]) for row in rows]
        bits = []
        for one in reckoned:
            at = one.position
            if at == anchor or not whole:
                bits.append(_WHOLE_NEWS)
                continue
            own = abs(stated[at])
            noise = 0 if plain else _NOISE * one.slack
            unit = max(1, one.unit)
            apart, enough = 0, (_WHOLE * unit + noise) * whole
            for row, size in zip(rows, anchored, strict=True):
                apart += abs(abs(row[at]) * whole - size * own)
                if apart > enough:
                    # The rest can only add to what is counted no further.
                    break
            bits.append(log2(max(1, 2 * (apart / whole - noise) / unit)))
        return bits

    def _withheld(self, parts: Sequence[int], position: int, short: int) -> bool:
        """Tell whether parts that are withheld or cannot be read may be what is missing."""
        holes = self.holes.get(position)
        if holes is None or holes.isdisjoint(parts):
            return False
        return short > 0 or any(self.values[p][position] < 0 for p in parts)


def ground_of(matrix: Matrix, closed: frozenset[int] = frozenset()) -> Ground:
    """Make the figures of a matrix ready for the search; sums are not meant at `closed`."""
    measured = [place for place in range(len(matrix.values)) if _is_measured(matrix, place)]
    rates = [p for p in measured if _is_rate(matrix, p)]
    shares = [p for p in rates if Role.SHARE in matrix.strips[p].roles]
    sums = [p for p in measured if p not in set(rates)]
    crossing = [
        p for p in range(matrix.width) if p not in closed and not matrix.across[p].roles & _NO_SUM
    ]
    spread = crossing or list(range(matrix.width))
    probes = _probes(matrix, spread)
    values = [[value or 0 for value in row] for row in matrix.values]
    units = units_of(matrix)
    shown = [
        [0 if value is None else unit for value, unit in zip(row, own, strict=True)]
        for row, own in zip(matrix.values, units, strict=True)
    ]
    return Ground(
        matrix,
        values,
        shown,
        units,
        _holes(matrix),
        tuple(_sample(spread, _SAMPLE)),
        probes,
        tuple(_column(at, values, units, shown) for at in probes),
        tuple(sums),
        tuple(rates),
        tuple(shares),
        tuple(map(name_of, matrix.strips)),
        tuple(map(name_of, matrix.across)),
        _finest(matrix),
        frozenset(p for p, strip in enumerate(matrix.across) if Role.SHARE in strip.roles),
        closed,
        _families(matrix.strips),
    )


def _column(
    position: int, values: list[list[int]], units: list[list[int]], shown: list[list[int]]
) -> Column:
    own = [row[position] for row in units]
    return Column(
        position,
        [row[position] for row in values],
        own,
        [row[position] for row in shown],
        max(own, default=1),
    )


def _is_single(figures: Sequence[int], least: int) -> bool:
    """Tell whether at most one figure is larger than what does not count."""
    if not least:
        return len(figures) - figures.count(0) <= 1
    return sum(abs(figure) > least for figure in figures) <= 1


def _holes(matrix: Matrix) -> dict[int, set[int]]:
    holes: dict[int, set[int]] = defaultdict(set)
    for strip, (values, readings) in enumerate(zip(matrix.values, matrix.readings, strict=True)):
        if None in values:
            for position, reading in enumerate(readings):
                if isinstance(reading, Mark | Unreadable):
                    holes[position].add(strip)
    return dict(holes)


def _finest(matrix: Matrix) -> tuple[int, ...]:
    whole = int(10**matrix.scale)
    if whole == 1:
        return (1,) * matrix.width
    columns = zip(zip(*matrix.units, strict=True), zip(*matrix.values, strict=True), strict=True)
    return tuple(
        min((unit for unit, value in zip(*both, strict=True) if value is not None), default=whole)
        for both in columns
    )


def _families(strips: Sequence[Strip]) -> dict[int | None, frozenset[int]]:
    members: dict[int | None, set[int]] = defaultdict(set)
    for place, strip in enumerate(strips):
        if strip.figures and Role.OF_WHICH not in strip.roles:
            members[strip.parent].add(place)
    return {parent: frozenset(places) for parent, places in members.items()}


def _is_measured(matrix: Matrix, place: int) -> bool:
    """Tell whether a strip has figures that are no years, codes or numbers of lines."""
    strip = matrix.strips[place]
    figures = [value for value in matrix.values[place] if value is not None]
    if strip.roles & _NO_MEASURE:
        return False
    if not figures:
        # A part that is withheld everywhere is a part.
        return any(isinstance(reading, Mark) for reading in matrix.readings[place])
    if not any(figures):
        # Zeros without a label are what a formula left in an empty line.
        return bool(strip.text)
    whole = 10**matrix.scale
    years = all(value % whole == 0 and value // whole in _YEARS for value in figures)
    return not years or len(set(figures)) <= _FEW


def _is_rate(matrix: Matrix, place: int) -> bool:
    """Tell whether words call figures rates, which are small: share capital in millions is none."""
    roles = matrix.strips[place].roles
    if not roles & _RATES or roles & _DOUBTFUL:
        return bool(roles & _DOUBTFUL)
    sizes = sorted(abs(value) for value in matrix.values[place] if value)
    limit: int = _RATE * 10**matrix.scale
    return not sizes or sizes[len(sizes) // 2] < limit


def _sample(positions: Sequence[int], most: int) -> list[int]:
    step = max(1, -(-len(positions) // most))
    return list(positions[::step])


def _probes(matrix: Matrix, positions: Sequence[int]) -> tuple[int, ...]:
    """Choose the positions with the most different figures, all over the table."""
    most = _PROBES if len(matrix.strips) <= _LONG else _PROBES // 2
    if len(positions) <= most:
        return tuple(positions)
    looked = _sample(positions, _PROBES * _PROBES)
    variety = {
        position: len({row[position] for row in matrix.values if row[position]})
        for position in looked
    }
    best = sorted(looked, key=lambda position: (-variety[position], position))
    return tuple(sorted(best[:most]))
