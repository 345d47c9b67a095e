"""Strips that are products of two others: 数量 × 单价 = 金额."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from math import log2

from statlint.dataclass import dataclass, replace
from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator, Relation
from statlint.inference.score import Evidence, Reckoned, evidence_of
from statlint.inference.serials import running_strips
from statlint.table import Role, Strip
from statlint.values import Number

_NO_FACTOR = frozenset(
    {
        Role.RANK,
        Role.ORDINAL,
        Role.CODE,
        Role.MEDIAN,
        Role.AVERAGE,
        Role.CHANGE,
        Role.SHARE,
        Role.RATE,
    }
)
"""Roles of strips that are no factors, unless they are prices as well: 平均单价."""
_WINDOW = 4
"""How far from a product its factors may stand."""
_MOST_UNNAMED = 60
"""Among more strips than this only labels tell which may be factors."""
_LOOKED_AT, _PROBES = 48, 5
"""Positions, spread over a strip, where factors are looked for, and how many of them are tried."""
_NAMED, _UNNAMED = 2, 4
"""Fewest positions that speak for it: with a price among its factors, and without one."""
_LEAST_BITS, _LEAST_UNNAMED = 6.0, 16.0
_LABEL_BITS, _QUANTITY_BITS, _SEARCH_BITS = 5.0, 4.0, 3.0
_MOST_MISSED = 5
"""One position in so many may break it; of unnamed ones all that agree must do so exactly."""
_MOSTLY = 4
"""Nearly all is all but one in so many."""
_DIVISORS = (1, 100, 1000, 10_000)
"""By how much an amount may be given in a larger unit than its price: 元 and 万元."""


@dataclass(frozen=True, slots=True)
class _Product:
    """Two factors of a strip, what their product is divided by, and what the figures say."""

    factors: tuple[int, int]
    divisor: int
    evidence: Evidence
    bits: float
    named: bool


def find_products(matrix: Matrix, known: Sequence[Relation] = ()) -> tuple[Relation, ...]:
    """Find the strips that are products; what is a division already is not said again."""
    running = running_strips(matrix)
    usable = [
        place
        for place, strip in enumerate(matrix.strips)
        if place not in running and _may_be_factor(strip)
    ]
    divided = {
        frozenset((one.aggregate, *one.parts))
        for one in known
        if one.operator is Operator.DIVISION and one.axis is matrix.axis
    }
    return tuple(
        _relation(matrix, place, best)
        for at, place in enumerate(usable)
        if (best := _best(matrix, place, _near(usable, at), divided))
    )


def _may_be_factor(strip: Strip) -> bool:
    """Tell whether a strip may be a factor or a product."""
    return Role.PRICE in strip.roles or not strip.roles & _NO_FACTOR


def _near(usable: Sequence[int], at: int) -> list[int]:
    return [*usable[max(0, at - _WINDOW) : at], *usable[at + 1 : at + 1 + _WINDOW]]


def _best(
    matrix: Matrix, place: int, near: Sequence[int], divided: Collection[frozenset[int]]
) -> _Product | None:
    """Give the factors that the figures speak for most."""
    small = len(matrix.strips) <= _MOST_UNNAMED
    if not small and not any(Role.PRICE in matrix.strips[one].roles for one in near):
        return None
    probes = _probes(matrix, place)
    pairs = [
        pair
        for pair in combinations(near, 2)
        if (small or _is_named(matrix, pair)) and frozenset((place, *pair)) not in divided
    ]
    if not probes:
        return None
    holed = {one for one in near if any(matrix.values[one][at] is None for at in probes)}
    found = [
        product
        for pair in pairs
        for divisor in (_DIVISORS if _is_named(matrix, pair) else _DIVISORS[:1])
        if _agrees(matrix, place, pair, divisor, probes, whole=holed.isdisjoint(pair))
        and (product := _product(matrix, place, pair, divisor, len(pairs)))
    ]
    return max(found, key=lambda product: product.bits, default=None)


def _is_named(matrix: Matrix, pair: tuple[int, int]) -> bool:
    return any(Role.PRICE in matrix.strips[place].roles for place in pair)


def _label_bits(matrix: Matrix, pair: tuple[int, int]) -> float:
    """Say how many bits labels add: a price, and a quantity beside it."""
    if not _is_named(matrix, pair):
        return 0.0
    counted = any(Role.QUANTITY in matrix.strips[place].roles for place in pair)
    return _LABEL_BITS + (_QUANTITY_BITS if counted else 0.0)


def _probes(matrix: Matrix, place: int) -> list[int]:
    """Give positions with a figure, spread over the strip; none where there are too few."""
    stated = [position for position, value in enumerate(matrix.values[place]) if value]
    if len(stated) < _NAMED:
        return []
    return stated[:: max(1, len(stated) // _LOOKED_AT)][:_LOOKED_AT]


def _agrees(
    matrix: Matrix,
    place: int,
    pair: tuple[int, int],
    divisor: int,
    probes: Sequence[int],
    *,
    whole: bool,
) -> bool:
    """Tell whether few probes, and all but one, agree: then all positions are worth a look.

    Where a factor is blank, as the price of a total is, there is nothing to try; `whole` says that
    none is.
    """
    one, other = (matrix.values[strip] for strip in pair)
    there = probes
    if not whole:
        there = [at for at in probes if one[at] is not None and other[at] is not None]
    tried = there[:: max(1, len(there) // _PROBES)][:_PROBES]
    measure = 10**matrix.scale * divisor
    stated = matrix.values[place]
    units, one_units, other_units = (matrix.units[strip] for strip in (place, *pair))
    failed = 0
    for at in tried:
        due, left, right = stated[at], one[at], other[at]
        if due is None or left is None or right is None:
            failed += 1
        else:
            gap = abs(due * measure - left * right)
            slack = units[at] * measure + abs(left) * other_units[at] + abs(right) * one_units[at]
            failed += gap > slack // 2
        if failed > 1:
            return False
    return len(tried) > failed


def _reckoned(
    matrix: Matrix, place: int, pair: tuple[int, int], divisor: int, position: int
) -> Reckoned | None:
    """Compare one figure with the product, both in a measure where the product is whole."""
    one, other = pair
    stated, left, right = (matrix.values[strip][position] for strip in (place, one, other))
    if stated is None or left is None or right is None:
        return None
    measure = 10**matrix.scale * divisor
    unit = matrix.units[place][position] * measure
    apart = abs(left) * matrix.units[other][position] + abs(right) * matrix.units[one][position]
    whole = 10**matrix.scale
    trivial = not left or not right or abs(left) == whole or abs(right) == whole
    return Reckoned(
        position, stated * measure, left * right, unit, (unit + apart) // 2, single=trivial
    )


def _product(
    matrix: Matrix, place: int, pair: tuple[int, int], divisor: int, tried: int
) -> _Product | None:
    named = _label_bits(matrix, pair)
    reckoned = _undiscounted(
        matrix, {place, *pair}, list(_all_reckoned(matrix, place, pair, divisor))
    )
    evidence = evidence_of(reckoned)
    if evidence.exact * _MOSTLY >= len(reckoned) * (_MOSTLY - 1):
        # Where nearly all come out exactly nothing is rounded: another figure is wrong.
        reckoned = [replace(one, slack=one.unit // 2) for one in reckoned]
        evidence = evidence_of(reckoned)
    search = log2(tried) + (log2(len(_DIVISORS)) if divisor > 1 else 0.0) + _SEARCH_BITS
    bits = evidence.bits - search + named
    missed = len(evidence.missed)
    certain = named > _LABEL_BITS and evidence.exact == len(reckoned)
    enough = (
        evidence.telling >= (1 if certain else _NAMED if named else _UNNAMED)
        and bits >= (_LEAST_BITS if named else _LEAST_UNNAMED)
        and missed * _MOST_MISSED <= max(len(reckoned), _MOST_MISSED)
        and (2 * evidence.exact > len(reckoned) or bits >= _LEAST_UNNAMED)
        and (named > _LABEL_BITS or _is_whole(matrix, place, pair, reckoned))
    )
    return _Product(pair, divisor, evidence, bits, bool(named)) if enough else None


def _undiscounted(
    matrix: Matrix, used: Collection[int], reckoned: list[Reckoned]
) -> list[Reckoned]:
    """Leave out what does not come out where another strip alone has a figure, as 折扣 has.

    Where the product comes out that strip has none, or zero.
    """
    exact = [one.position for one in reckoned if not one.gap]
    if len(exact) < _NAMED or len(exact) == len(reckoned):
        return reckoned
    others = [
        values
        for strip, values in enumerate(matrix.values)
        if strip not in used and not any(values[at] for at in exact)
    ]
    return [
        one for one in reckoned if not one.gap or not any(values[one.position] for values in others)
    ]


def _is_whole(
    matrix: Matrix, place: int, pair: tuple[int, int], reckoned: Sequence[Reckoned]
) -> bool:
    """Tell whether nothing is rounded: a quotient that was rounded gives its dividend but nearly.

    A factor with decimals that makes whole figures of whole ones is the ratio of both.
    """
    exact = sum(not one.gap for one in reckoned)
    if exact * _MOSTLY < len(reckoned) * (_MOSTLY - 1):
        return False
    coarser = sum(
        matrix.units[place][one.position] > min(matrix.units[part][one.position] for part in pair)
        for one in reckoned
    )
    return 2 * coarser <= len(reckoned)


def _all_reckoned(
    matrix: Matrix, place: int, pair: tuple[int, int], divisor: int
) -> Iterator[Reckoned]:
    for position in range(matrix.width):
        one = _reckoned(matrix, place, pair, divisor, position)
        if one is not None:
            yield one


def _relation(matrix: Matrix, place: int, product: _Product) -> Relation:
    factor: Number = 1 if product.divisor == 1 else Decimal(1) / product.divisor
    evidence = product.evidence
    return Relation(
        Operator.PRODUCT,
        matrix.axis,
        place,
        product.factors,
        evidence.positions,
        product.bits,
        factor=factor,
        missed=evidence.missed,
        exact=evidence.exact,
        held=evidence.held,
        named=product.named,
    )
