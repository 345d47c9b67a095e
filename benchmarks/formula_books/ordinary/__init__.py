"""Ordinary workbooks with formulas, in which nothing is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import TypeAlias

from formula_books.model import Book
from formula_books.ordinary import (
    budgets,
    columns,
    layouts,
    ledgers,
    lists,
    oddities,
    quotients,
    scores,
    sections,
    sheets,
    stretches,
    years,
)

Maker: TypeAlias = Callable[[Random], Book]

_ROOMS = (
    budgets,
    years,
    scores,
    lists,
    ledgers,
    oddities,
    sections,
    columns,
    stretches,
    quotients,
    layouts,
    sheets,
)
ORDINARY: Mapping[str, Maker] = {
    make.__name__.replace("_", "-"): make for room in _ROOMS for make in room.MAKERS
}
"""How each is made; another seed gives other figures, other lines and another length."""


def make_ordinary(name: str, seed: int = 0) -> Book:
    """Make one ordinary workbook."""
    return ORDINARY[name](Random(f"{name} {seed}"))  # noqa: S311 - reproducible, not secret
