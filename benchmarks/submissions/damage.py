"""Damage to the structure of table 三: a line lost, doubled or moved, a head lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from submissions.model import APPLICATIONS
from submissions.page import Shape
from submissions.rectangle import Rectangle, with_columns, with_rows


@dataclass(frozen=True, slots=True)
class Damage:
    """One kind of damage: what it does to table 三, and the rule that must speak of it."""

    name: str
    code: str
    shape: Callable[[Random], Shape]


def _lines(change: Callable[[list[int], Random], list[int]]) -> Callable[[Random], Shape]:
    """Make a damage of what happens to the rows of table 三 that hold figures."""

    def of(rng: Random) -> Shape:
        def shape(table: str, rectangle: Rectangle) -> Rectangle:
            if table != APPLICATIONS:
                return rectangle
            lines = rectangle.rows_of(lambda _: True)
            heads = list(range(lines[0]))
            return with_rows(rectangle, [*heads, *change(lines, rng)])

        return shape

    return of


def _lost(lines: list[int], rng: Random) -> list[int]:
    gone = rng.choice(lines)
    return [row for row in lines if row != gone]


def _doubled(lines: list[int], rng: Random) -> list[int]:
    at = rng.randrange(len(lines))
    return [*lines[: at + 1], *lines[at:]]


def _exchanged(lines: list[int], rng: Random) -> list[int]:
    at = rng.randrange(len(lines) - 1)
    return [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]]


def _without_head(rng: Random) -> Shape:
    def shape(table: str, rectangle: Rectangle) -> Rectangle:
        if table != APPLICATIONS:
            return rectangle
        gone = rng.choice(rectangle.columns_of(lambda _: True))
        return with_columns(rectangle, [at for at in range(rectangle.width) if at != gone])

    return shape


DAMAGES = (
    Damage("a line lost", "S001", _lines(_lost)),
    Damage("a head lost", "S002", _without_head),
    Damage("a line doubled", "S005", _lines(_doubled)),
    Damage("two lines exchanged", "S006", _lines(_exchanged)),
)
