"""Made tables to which one thing happened that spoils several figures, or a sum at all its places.

What a table would show without any rounding is known, so that a total can be reckoned anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from types import MappingProxyType
from typing import TypeAlias

from inference_tables.keys import Place
from inference_tables.made.digits import shown
from inference_tables.made.figures import Spot
from inference_tables.made.page import Shown
from inference_tables.made.tables import Made
from inference_tables.made.truth import spots_of

Printed: TypeAlias = Mapping[Spot, Decimal]
Changed: TypeAlias = dict[Spot, Decimal | None]

_FEWEST_PLACES = 3
_FEWEST_PARTS = 4


@dataclass(frozen=True, slots=True)
class Sum:
    """A total line with its parts, and the heads under which all of them have figures."""

    total: int
    parts: tuple[int, ...]
    heads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Struck:
    """A table to which something happened: what, and the cells that it may be told at."""

    table: Made
    right: Made
    event: str
    places: frozenset[Place]


def struck(made: Made, event: str, seed: int) -> Struck | None:
    """Let something happen to a table; None where it cannot."""
    rng = Random(seed)  # noqa: S311 - figures to change, not secrets
    sums = list(_sums(made))
    if not sums or made.look.file == "formulas":
        return None
    one = rng.choice(sums)
    changed = EVENTS[event](made, one, rng)
    known = made.written
    if not changed or any(not known[spot].text for spot in changed):
        return None
    wrong = tuple((spot, _shown(made, spot, value)) for spot, value in changed.items())
    spots = {*changed, *((one.total, head) for _, head in changed)}
    places = frozenset(made.page.places[spot] for spot in spots if spot in made.page.places)
    return Struck(replace(made, wrong=wrong), made, event, places)


def _shown(made: Made, spot: Spot, value: Decimal | None) -> Shown:
    percent = made.plan.heads[spot[1]].unit == "%"
    return Shown("") if value is None else shown(value, made.look, percent=percent)


def _sums(made: Made) -> Iterator[Sum]:
    """Go through the totals that no other total counts, with all parts they are due to have."""
    heads: dict[tuple[int, tuple[int, ...]], set[int]] = defaultdict(set)
    counted: set[int] = set()
    for key in made.truth.due:
        (line, head), *parts = spots_of(key, made.truth.spots)
        if key.operator == "sum" and all(part[1] == head for part in parts):
            heads[line, tuple(sorted(part[0] for part in parts))].add(head)
            counted.update(part[0] for part in parts)
    for (line, members), own in sorted(heads.items()):
        enough = len(own) >= _FEWEST_PLACES and len(members) >= _FEWEST_PARTS
        if enough and line not in counted:
            yield Sum(line, members, tuple(sorted(own)))


def _swapped(made: Made, one: Sum, rng: Random) -> Changed:
    printed = made.figures.all()
    line, at = rng.choice(one.parts), rng.randrange(len(one.heads) - 1)
    first, second = ((line, head) for head in one.heads[at : at + 2])
    alike = printed[first] == printed[second]
    return {} if alike else {first: printed[second], second: printed[first]}


def _recomputed(made: Made, one: Sum, rng: Random) -> Changed:
    printed = made.figures.all()
    for key in sorted(made.truth.due):
        whole, *parts = spots_of(key, made.truth.spots)
        across = [part for part in parts if part[0] == whole[0] and part[1] in one.heads]
        if key.operator == "sum" and whole[0] in one.parts and len(across) == len(parts):
            part = rng.choice(parts)
            more = Decimal(rng.randint(1, 9)).scaleb(max(printed[part].adjusted(), 1))
            return {part: printed[part] + more, whole: printed[whole] + more}
    return {}


def _left_blank(made: Made, one: Sum, rng: Random) -> Changed:
    spot = rng.choice(one.parts), rng.choice(one.heads)
    return {spot: None} if made.figures.all()[spot] else {}


def _left_out(made: Made, one: Sum, rng: Random) -> Changed:
    return _less(made, one, [rng.choice(one.parts)])


def _less(made: Made, one: Sum, lines: Sequence[int]) -> Changed:
    printed = made.figures.all()
    return {
        (one.total, head): printed[one.total, head] - sum(printed[line, head] for line in lines)
        for head in one.heads
    }


def _other_unit(made: Made, one: Sum, rng: Random) -> Changed:
    printed, line = made.figures.all(), rng.choice(one.parts)
    times = rng.choice((10, 100, 10_000))
    return {(line, head): printed[line, head] * times for head in one.heads}


def _shifted(made: Made, one: Sum, rng: Random) -> Changed:
    printed, line = made.figures.all(), rng.choice(one.parts)
    due = [printed[line, head] for head in one.heads]
    return dict(zip(((line, head) for head in one.heads), [Decimal(0), *due], strict=False))


EVENTS: Mapping[str, Callable[[Made, Sum, Random], Changed]] = MappingProxyType(
    {
        "two figures exchanged": _swapped,
        "total reckoned anew": _recomputed,
        "figure left blank": _left_blank,
        "line left out of a total": _left_out,
        "line in another unit": _other_unit,
        "line moved on": _shifted,
    }
)
"""What happens, and the figures that are then shown."""
