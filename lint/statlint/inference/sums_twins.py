"""Sums that others of the same shape and the same labels speak for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from statlint.dataclass import replace
from statlint.inference.ground import Ground
from statlint.inference.settle import Hypothesis
from statlint.inference.sums_weigh import LEAST_BITS, weighed

Shape: TypeAlias = tuple[tuple[int, ...], tuple[str, ...]]
"""Where the parts stand as seen from the total, and their labels."""


def twins_of(
    ground: Ground, pool: Sequence[int], accepted: Sequence[Hypothesis]
) -> Iterator[Hypothesis]:
    """Find sums not accepted that are like others: 男 and 女 of every county.

    Labels carry them where figures are withheld, or too few to prove anything, as long as the
    others of the shape mostly hold.
    """
    shapes: dict[Shape, list[Hypothesis]] = defaultdict(list)
    for one in accepted:
        names = tuple(ground.names[part] for part in one.parts)
        if all(names):
            shapes[one.offsets, names].append(one)
    taken = {(one.aggregate, one.parts) for one in accepted}
    labels = {place: ground.names[place] for place in pool}
    places: dict[str, list[int]] = defaultdict(list)
    for place, label in labels.items():
        places[label].append(place)
    for (offsets, names), likes in shapes.items():
        if not _holds(likes):
            continue
        for first in places[names[0]]:
            aggregate = first - offsets[0]
            if aggregate not in labels or not _are_named((offsets, names), aggregate, labels):
                continue
            parts = tuple(aggregate + offset for offset in offsets)
            if (aggregate, parts) not in taken:
                found = weighed(ground, aggregate, parts, 0.0)
                if _may_hold(found):
                    yield replace(found, bits=max(found.bits, LEAST_BITS))


def _are_named(shape: Shape, aggregate: int, labels: Mapping[int, str]) -> bool:
    """Tell whether lines labelled so follow from here.

    The last goes first: a long list of one label ends too late from nearly everywhere.
    """
    offsets, names = reversed(shape[0]), reversed(shape[1])
    return all(
        labels.get(aggregate + offset) == name for offset, name in zip(offsets, names, strict=True)
    )


def _may_hold(one: Hypothesis) -> bool:
    """Tell whether figures do not speak against it: it holds at half the places, or none tells."""
    shown = one.evidence
    return bool(shown.positions) and len(shown.missed) <= shown.held + shown.open // 2


def _holds(likes: Sequence[Hypothesis]) -> bool:
    stated = sum(len(one.evidence.positions) for one in likes)
    held = sum(one.evidence.held for one in likes)
    missed = sum(len(one.evidence.missed) for one in likes)
    return held > 1 and stated > 0 and missed * 5 <= held
