"""Lines under a line that says what they are: Rate per 100,000 inhabitants, then crime by crime."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from statlint.dataclass import replace
from statlint.inference.rates_steps import Steps
from statlint.inference.rates_words import RATES
from statlint.table import Role, Strip
from statlint.values import plain

_BASES = r"人口|人数|户数|\bpopulation\b|\binhabitants\b|\bresidents\b|\bhouseholds\b"
_MOST_BASES = 4


def with_groups(steps: Steps) -> Steps:
    """Let lines be shares or rates where the group line over them says so, and they do not."""
    strips = steps.matrix.strips
    told = tuple(_told(strips, strip) for strip in strips)
    if all(one is other for one, other in zip(told, strips, strict=True)):
        return steps
    return replace(steps, matrix=replace(steps.matrix, strips=told))


def _told(strips: Sequence[Strip], strip: Strip) -> Strip:
    if strip.parent is None or not strip.figures or strip.roles & RATES:
        return strip
    group = strips[strip.parent]
    said = group.roles & {Role.SHARE, Role.RATE}
    if group.figures or not said:
        return strip
    return replace(strip, roles=strip.roles | said, labels=(*group.labels, *strip.labels))


def bases_in(strips: Sequence[Strip]) -> list[int]:
    """List the first strips that rates are mostly taken by: the population, the households."""
    found = (at for at, one in enumerate(strips) if one.figures and _bases().search(_label(one)))
    return [at for at, _ in zip(found, range(_MOST_BASES), strict=False)]


def _label(strip: Strip) -> str:
    return plain(strip.text).lower()


@cache
def _bases() -> re.Pattern[str]:
    return re.compile(_BASES)
