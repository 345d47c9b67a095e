"""Several made tables on one sheet: one under another, with and without a gap, or side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random
from typing import Self

from inference_tables.keys import Key, Place
from inference_tables.made.files import file_of
from inference_tables.made.looks import Look
from inference_tables.made.page import Page
from inference_tables.made.plan import Plan
from inference_tables.made.tables import KINDS, Made, Wrong, grids_of, plan_of
from statlint.grid import Grid

_GAPS = {"under": (2, 0), "close": (0, 0), "beside": (0, 1)}
ARRANGEMENTS = tuple(_GAPS)


@dataclass(frozen=True, slots=True)
class Truths:
    """The relations of all tables of a sheet."""

    tables: tuple[Made, ...]
    corners: tuple[Place, ...]

    @property
    def due(self) -> set[Key]:
        """All that must be found."""
        return {
            moved(key, corner)
            for made, corner in zip(self.tables, self.corners, strict=True)
            for key in made.truth.due
        }

    def allowed(self, found: set[Key]) -> frozenset[Key]:
        """Give what is true in one of the tables although nobody asked for it."""
        allowed: set[Key] = set()
        for made, (down, right) in zip(self.tables, self.corners, strict=True):
            own = {moved(key, (-down, -right)) for key in found}
            allowed |= {moved(key, (down, right)) for key in made.truth.allowed(own)}
        return frozenset(allowed)


@dataclass(frozen=True)
class Several:
    """Tables of one look on one sheet."""

    tables: tuple[Made, ...]
    arrangement: str
    seed: int

    @property
    def plan(self) -> Plan:
        """The plan of the first."""
        return self.tables[0].plan

    @property
    def look(self) -> Look:
        """How they stand together."""
        return replace(self.tables[0].look, name=f"several, {self.arrangement}")

    @property
    def name(self) -> str:
        """What tells it from others."""
        kinds = " + ".join(made.plan.name for made in self.tables)
        return f"{kinds}, {self.look.name}, {self.plan.language}, {self.seed}"

    @cached_property
    def corners(self) -> tuple[Place, ...]:
        """How far each table stands from the corner of the sheet."""
        down, right = _GAPS[self.arrangement]
        corners = [(0, 0)]
        for made in self.tables[:-1]:
            row, column = corners[-1]
            if self.arrangement == "beside":
                corners.append((row, column + made.page.width + right))
            else:
                corners.append((row + made.page.height + down, column))
        return tuple(corners)

    @cached_property
    def source(self) -> tuple[str, bytes]:
        """The file."""
        page = Page()
        for made, corner in zip(self.tables, self.corners, strict=True):
            page.add(without_places(made.page), *corner)
        return file_of(f"tables {self.seed}", [page], self.look.file)

    @property
    def truth(self) -> Truths:
        """The relations."""
        return Truths(self.tables, self.corners)

    def grids(self) -> list[Grid]:
        """Open the file."""
        return grids_of(self.source)

    def mistaken(self, seed: int) -> Wrong[Self] | None:
        """Write one figure of one table wrongly."""
        at = Random(seed).randrange(len(self.tables))  # noqa: S311 - figures, not secrets
        wrong = self.tables[at].mistaken(seed)
        if wrong is None:
            return None
        tables = (*self.tables[:at], wrong.table, *self.tables[at + 1 :])
        row, column = self.corners[at]
        return Wrong(
            replace(self, tables=tables),
            self,
            wrong.change,
            wrong.role,
            moved(wrong.key, (row, column)),
            (wrong.place[0] + row, wrong.place[1] + column),
            wrong.before,
            wrong.after,
        )


def without_places(page: Page) -> Page:
    """Leave out where figures stand: the tables of a sheet would mix theirs up."""
    return replace(page, places={})


def moved(key: Key, corner: Place) -> Key:
    """Move a relation down and to the right."""
    places = [(row + corner[0], column + corner[1]) for row, column in (key.aggregate, *key.parts)]
    return Key(key.operator, places[0], tuple(places[1:]))


def several(looks: Sequence[Look], seed: int, count: int) -> Iterator[Several]:
    """Put two or three tables on each of some sheets, in every way in turn."""
    rng = Random(seed)  # noqa: S311 - tables, not secrets
    for at in range(count):
        look = replace(rng.choice(looks), first=(1, 1), turned=False, halves=False)
        language = rng.choice(("zh", "en"))
        tables = tuple(
            Made(plan_of(rng.choice(KINDS), seed + 10 * at + each, language), look, 10 * at + each)
            for each in range(rng.choice((2, 2, 3)))
        )
        yield Several(tables, ARRANGEMENTS[at % len(ARRANGEMENTS)], seed * 1000 + at)
