"""Views of a table: some of its strips in order, as a sum may run over them."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.dataclass import dataclass
from statlint.inference.ground import Ground
from statlint.table import Role

_STRIDES = (2, 3, 4)
_LEAST = 3
_LONG = 1000


@dataclass(frozen=True, slots=True)
class View:
    """Strips in order, those that may be totals of them (all where none), and what it costs.

    `cost` is in bits: a view among many similar ones finds something by chance sooner.
    """

    places: tuple[int, ...]
    cost: float = 0.0
    aggregates: tuple[int, ...] = ()


def near_views(ground: Ground, active: tuple[int, ...], *, first: bool) -> list[View]:
    """Give the views that structure and labels show; those by label only in the first round."""
    views = [View(active), *level_views(ground, active), *mixed_views(ground, active)]
    return [*views, *class_views(ground, active)] if first else views


def level_views(ground: Ground, active: tuple[int, ...]) -> Iterator[View]:
    """Leave out the lines of which, and lines deeper than a level."""
    strips = ground.strips
    plain = tuple(place for place in active if Role.OF_WHICH not in strips[place].roles)
    if len(plain) < len(active):
        yield View(plain, 0.5, active)
    levels = sorted({strips[place].level for place in active})
    for level in levels[:-1]:
        yield View(tuple(place for place in active if strips[place].level <= level), 1.0)
    for level in levels[1:]:
        yield View(tuple(place for place in active if strips[place].level == level), 1.0, active)


def mixed_views(ground: Ground, active: tuple[int, ...]) -> Iterator[View]:
    """Take strips in that words call rates: a change in accounting is an amount."""
    more = tuple(sorted({*active, *ground.rates}))
    if len(more) > len(active):
        yield View(more, 1.0, more)


def class_views(ground: Ground, active: tuple[int, ...]) -> Iterator[View]:
    """Take strips together that have the same own label: 男 of every county, Total of each sex."""
    classes: dict[str, list[int]] = {}
    for place in active:
        classes.setdefault(ground.names[place], []).append(place)
    for text, places in classes.items():
        if text and len(places) < len(active) and len(places) >= _LEAST:
            yield View(tuple(places), 1.0)


def stride_views(active: tuple[int, ...]) -> Iterator[View]:
    """Take every second, third or fourth strip; long tables repeat their labels instead."""
    if len(active) > _LONG:
        return
    for stride in _STRIDES:
        for start in range(stride):
            places = active[start::stride]
            if len(places) >= _LEAST:
                yield View(places, 4.0)
