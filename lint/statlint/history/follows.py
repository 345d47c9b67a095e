"""Figures that are reckoned from others: what explains these explains them."""

from __future__ import annotations

from statlint.dataclass import dataclass
from statlint.facts import Fact


@dataclass(frozen=True, slots=True, eq=False)
class Follows:
    """A figure, and those of its own form that it is reckoned from.

    `weights` are what each of them counts for in it where it is their sum; else empty.
    """

    fact: Fact
    sources: tuple[Fact, ...]
    weights: tuple[int, ...] = ()
