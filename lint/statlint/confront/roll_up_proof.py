"""Whether the figures of tables that no form describes are sums over parts: what bears it out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from statlint.confront.model import Instance, Verdict
from statlint.dataclass import replace
from statlint.finding import Reason
from statlint.values import Number

_BITS = 7.0
"""How little chance there must be that what holds is no sum: once in 128 heads."""
_PAIR = 2
_POWERS = (10, 100, 1000, 10000)


def is_borne_out(group: Sequence[Instance]) -> bool:
    """Tell whether sums under a head hold as often as not, and not by chance.

    Where only one part has a figure a mean, a rate or a place is that figure as well. What lies
    among the figures of the parts is set aside by itself.
    """
    telling = [one for one in group if len(_parts(one)) >= _PAIR]
    held = [one for one in telling if one.verdict is Verdict.HOLDS]
    failed = sum(one.fails and not (_parts(one) and _lies_among_parts(one)) for one in group)
    return len(held) >= failed and sum(map(_bits, held)) >= _BITS


def without_means(instances: Iterable[Instance]) -> Iterator[Instance]:
    """Set aside the lines of found tables whose figures lie among those of their parts.

    Beside counts, whose sums hold, stand mean temperatures and wages. A line of which another
    figure is a sum, or that is off by a power of ten, is one of counts.
    """
    every = list(instances)
    sums = {_line(one) for one in every if _is_roll_up(one) and one.verdict is Verdict.HOLDS}
    for one in every:
        if _is_roll_up(one) and one.fails and _line(one) not in sums and _lies_among_parts(one):
            yield replace(one, verdict=Verdict.NOT_CHECKED, reason=Reason.UNPROVEN)
        else:
            yield one


def _is_roll_up(one: Instance) -> bool:
    return one.edit.across == "parts" and one.edit.proven and len(_parts(one)) >= _PAIR


def _line(one: Instance) -> tuple[str, str] | None:
    return (one.target.table, one.target.line.key) if one.target else None


def _parts(one: Instance) -> list[Number]:
    """Give the figures of the parts that are not 0."""
    return [
        fact.figure.value for fact in one.facts if fact.path and fact.figure and fact.figure.value
    ]


def _bits(one: Instance) -> float:
    """Say how little chance a sum of such a size has to hold, in bits."""
    figure = one.target.figure if one.target else None
    if figure is None:
        return 0.0
    digits = abs(figure.value).as_tuple().digits if not isinstance(figure.value, int) else ()
    size = int("".join(map(str, digits))) if digits else abs(int(figure.value))
    return math.log2(1 + size)


def _lies_among_parts(one: Instance) -> bool:
    parts, stated = _parts(one), one.right
    if stated is None or one.left is None or not min(parts) <= stated <= max(parts):
        return False
    return all(stated * power != one.left for power in _POWERS)
