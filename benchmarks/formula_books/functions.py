"""The functions that the workbooks use, each as Excel works it out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

from formula_books.values import (
    BY_ZERO,
    NOT_FOUND,
    Argument,
    Block,
    Failure,
    Value,
    Wrong,
    figures,
    number,
    single,
    spread,
    text,
)

_OPERATORS: tuple[tuple[str, Callable[[float, float], bool]], ...] = (
    (">=", lambda left, right: left >= right),
    ("<=", lambda left, right: left <= right),
    ("<>", lambda left, right: left != right),
    (">", lambda left, right: left > right),
    ("<", lambda left, right: left < right),
    ("=", lambda left, right: left == right),
)


def _block(argument: Argument) -> Block:
    return argument if isinstance(argument, tuple) else ((argument,),)


def _sum(*arguments: Argument) -> Value:
    return sum(figures(arguments))


def _average(*arguments: Argument) -> Value:
    found = figures(arguments)
    if not found:
        raise Failure(BY_ZERO)
    return sum(found) / len(found)


def _count(*arguments: Argument) -> Value:
    return len(figures(arguments))


def _rounded(how: str) -> Callable[..., Value]:
    def rounded(value: Argument, places: Argument = 0) -> Value:
        step = Decimal(1).scaleb(-int(number(places)))
        exact = Decimal(f"{number(value):.15g}")
        result = float(exact.quantize(step, rounding=how))
        return int(result) if result == int(result) else result

    return rounded


def _integer(value: Argument) -> Value:
    return int(number(value) // 1)


def _if(condition: Argument, *branches: Argument) -> Value:
    then, otherwise = (*branches, False)[:2]
    return single(then if number(condition) else otherwise)


def _iferror(value: Argument, otherwise: Argument) -> Value:
    one = value[0][0] if isinstance(value, tuple) else value
    return single(otherwise) if isinstance(one, Wrong) else one


def _meets(value: Value, wanted: Value) -> bool:
    if not isinstance(wanted, str):
        return value == wanted
    for sign, compare in _OPERATORS:
        if wanted.startswith(sign):
            bound = wanted.removeprefix(sign)
            if isinstance(value, int | float) and bound:
                return compare(value, float(bound))
            return sign == "<>" and (value or "") != bound
    return str(value or "") == wanted


def _countif(cells: Argument, wanted: Argument) -> Value:
    return sum(_meets(value, single(wanted)) for value in spread((cells,)))


def _sumif(cells: Argument, wanted: Argument, adds: Argument | None = None) -> Value:
    keys = list(spread((cells,)))
    added = keys if adds is None else list(spread((adds,)))
    chosen = [one for key, one in zip(keys, added, strict=True) if _meets(key, single(wanted))]
    return sum(figures(((tuple(chosen),),)))


def _sumifs(adds: Argument, *pairs: Argument) -> Value:
    kept = list(spread((adds,)))
    meets = [True] * len(kept)
    for cells, wanted in zip(pairs[::2], pairs[1::2], strict=True):
        keys = list(spread((cells,)))
        meets = [one and _meets(key, single(wanted)) for one, key in zip(meets, keys, strict=True)]
    return sum(figures(((tuple(one for one, yes in zip(kept, meets, strict=True) if yes),),)))


def _sumproduct(*blocks: Argument) -> Value:
    total: float = 0
    for values in zip(*(list(spread((block,))) for block in blocks), strict=True):
        product: float = 1
        for value in values:
            product *= value if isinstance(value, int | float) else 0
        total += product
    return total


def _rank(value: Argument, among: Argument, order: Argument = 0) -> Value:
    own, others = number(value), figures((among,))
    return 1 + sum(other < own if number(order) else other > own for other in others)


def _vlookup(wanted: Argument, table: Argument, column: Argument, near: Argument = 1) -> Value:
    if number(near):
        raise NotImplementedError
    for row in _block(table):
        if row[0] == single(wanted):
            return single(row[int(number(column)) - 1])
    raise Failure(NOT_FOUND)


def _match(wanted: Argument, cells: Argument, kind: Argument = 1) -> Value:
    if number(kind):
        raise NotImplementedError
    for place, value in enumerate(spread((cells,)), 1):
        if value == single(wanted):
            return place
    raise Failure(NOT_FOUND)


def _index(cells: Argument, row: Argument, column: Argument = 1) -> Value:
    return single(_block(cells)[int(number(row)) - 1][int(number(column)) - 1])


def _large(cells: Argument, place: Argument) -> Value:
    return sorted(figures((cells,)), reverse=True)[int(number(place)) - 1]


def _median(*arguments: Argument) -> Value:
    found = sorted(figures(arguments))
    half = len(found) // 2
    return found[half] if len(found) % 2 else (found[half - 1] + found[half]) / 2


def _subtotal(kind: Argument, *cells: Argument) -> Value:
    """Work out a SUBTOTAL; those inside its range are blank already."""
    works = {1: _average, 2: _count, 3: _counta, 4: _max, 5: _min, 9: _sum}
    return works[int(number(kind)) % 100](*cells)


def _counta(*arguments: Argument) -> Value:
    return sum(value is not None for value in spread(arguments))


def _max(*arguments: Argument) -> Value:
    return max(figures(arguments), default=0)


def _min(*arguments: Argument) -> Value:
    return min(figures(arguments), default=0)


FUNCTIONS: Mapping[str, Callable[..., Value]] = {
    "SUM": _sum,
    "AVERAGE": _average,
    "COUNT": _count,
    "COUNTA": _counta,
    "MAX": _max,
    "MIN": _min,
    "MEDIAN": _median,
    "LARGE": _large,
    "ROUND": _rounded(ROUND_HALF_UP),
    "ROUNDUP": _rounded(ROUND_UP),
    "ROUNDDOWN": _rounded(ROUND_DOWN),
    "INT": _integer,
    "ABS": lambda value: abs(number(value)),
    "IF": _if,
    "IFERROR": _iferror,
    "AND": lambda *values: all(number(value) for value in values),
    "OR": lambda *values: any(number(value) for value in values),
    "COUNTIF": _countif,
    "SUMIF": _sumif,
    "SUMIFS": _sumifs,
    "SUMPRODUCT": _sumproduct,
    "PRODUCT": lambda *cells: _product(figures(cells)),
    "RANK": _rank,
    "VLOOKUP": _vlookup,
    "MATCH": _match,
    "INDEX": _index,
    "SUBTOTAL": _subtotal,
    "TRIM": lambda value: " ".join(text(value).split()),
    "ROW": lambda: 0,
}


def _product(found: list[int | float]) -> Value:
    product: float = 1
    for one in found:
        product *= one
    return product
