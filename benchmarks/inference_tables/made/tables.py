"""Made tables as files, with their relations, and with one figure wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from random import Random
from typing import Generic, Protocol, Self, TypeVar

from inference_tables.keys import Key, Place
from inference_tables.made.boxheads import BOXHEADS, suits
from inference_tables.made.figures import Figures, Spot
from inference_tables.made.files import file_of
from inference_tables.made.formulas import with_formulas
from inference_tables.made.looks import Look
from inference_tables.made.page import Page, Shown
from inference_tables.made.plan import Plan, Total
from inference_tables.made.sheet import print_sheet, shown_figures
from inference_tables.made.stubs import STUBS
from inference_tables.made.truth import Truth, spots_of
from inference_tables.made.words import EN, ZH
from inference_tables.mistyping import drawn_change, mistyped
from statlint.grid import Grid, spread
from statlint.workbook import Container, open_workbook

_SIZES = ((2, 5, 0), (2, 5, 0), (0.5, 2, 0), (3.5, 5.5, 3))
"""How large figures are, from and to, as powers of ten, and how many digits were rounded away."""
_STRIDE = 71  # kinds that follow one another have lines and heads of other kinds
KINDS = tuple((stub, head) for stub in STUBS for head in BOXHEADS if suits(stub, head))


def plan_of(kind: tuple[str, str], seed: int, language: str | None = None) -> Plan:
    """Make a plan of one kind of lines and heads."""
    rng = Random(f"{kind} {seed}")  # noqa: S311 - tables, not secrets
    words = {"zh": ZH, "en": EN}[language or rng.choice(("zh", "en"))]
    low, high, fine = rng.choice(_SIZES)
    return Plan(
        f"{kind[0]} x {kind[1]}",
        words.language,
        rng.choice(words.titles),
        rng.choice(words.stubheads),
        rng.choice(words.units),
        tuple(STUBS[kind[0]](rng, words)),
        tuple(BOXHEADS[kind[1]](rng, words)),
        10 ** rng.uniform(low, high),
        fine,
        rng.choice((0, 0, 0.05)),
    )


class Knows(Protocol):
    """The relations of what is printed."""

    @property
    def due(self) -> set[Key]:
        """Those that must be found."""

    def allowed(self, found: set[Key]) -> frozenset[Key]:
        """Give those that may be."""


class Printed(Protocol):
    """A file with tables whose relations are known."""

    @property
    def name(self) -> str:
        """What tells it from others."""

    @property
    def plan(self) -> Plan:
        """What its (first) table consists of."""

    @property
    def look(self) -> Look:
        """How it is printed."""

    @property
    def source(self) -> tuple[str, bytes]:
        """The file."""

    @property
    def truth(self) -> Knows:
        """The relations."""

    def grids(self) -> list[Grid]:
        """Open the file."""

    def mistaken(self, seed: int) -> Wrong[Self] | None:
        """Write one figure wrongly."""


@dataclass(frozen=True)
class Made:
    """One table: its plan, its look, the seed of its figures; `wrong` are those written wrongly."""

    plan: Plan
    look: Look
    seed: int
    wrong: tuple[tuple[Spot, Shown], ...] = ()

    @property
    def name(self) -> str:
        """What tells it from others."""
        return f"{self.plan.name}, {self.look.name}, {self.plan.language}, {self.seed}"

    @cached_property
    def figures(self) -> Figures:
        """The figures, exactly."""
        return Figures(self.plan, self.seed)

    @cached_property
    def written(self) -> dict[Spot, Shown]:
        """What is shown of the figures, mistakes included."""
        shown = shown_figures(self.plan, self.look, self.figures.all(), self.seed)
        return shown | dict(self.wrong)

    @cached_property
    def page(self) -> Page:
        """The sheet."""
        return print_sheet(self.plan, self.look, self.written)

    @cached_property
    def source(self) -> tuple[str, bytes]:
        """The file."""
        page = self.page
        if self._has_formulas:
            changed = {self.page.places[spot] for spot, _ in self.wrong}
            page = with_formulas(page, self._reckoned(), changed)
        return file_of(f"table {self.seed}", [page], self.look.file)

    @cached_property
    def truth(self) -> Truth:
        """The relations."""
        return Truth(self.figures, self.written, self.page)

    def grids(self) -> list[Grid]:
        """Open the file."""
        return grids_of(self.source)

    @property
    def _has_formulas(self) -> bool:
        # Formulas reckon with all digits: what was rounded one by one cannot come of them.
        return self.look.file == "formulas" and not self.plan.fine

    def _reckoned(self) -> list[Key]:
        """Give the sums that a clerk has reckoned: a difference is, not what it was taken from."""
        taken = {
            (axis, at)
            for axis, items in enumerate((self.plan.lines, self.plan.heads))
            for at, item in enumerate(items)
            if isinstance(item.how, Total) and item.how.less
        }
        sums = [key for key in self.truth.due if key.operator == "sum"]
        spots = [spots_of(key, self.truth.spots) for key in sums]
        return [
            key
            for key, (whole, *parts) in zip(sums, spots, strict=True)
            if not any(
                part[axis] != whole[axis] and (axis, part[axis]) in taken
                for part in parts
                for axis in (0, 1)
            )
        ]

    def mistaken(self, seed: int) -> Wrong[Self] | None:
        """Write one figure of a sum wrongly, the total or a part."""
        rng = Random(seed)  # noqa: S311 - figures to change, not secrets
        keys = sorted(key for key in self.truth.due if key.operator == "sum")
        for _ in range(20 if keys else 0):
            key = rng.choice(keys)
            spots = spots_of(key, self.truth.spots)
            # Formulas follow a wrong part; a total is wrong where it was typed over.
            role = "total" if self._has_formulas else rng.choice(("total", "part"))
            spot = spots[0] if role == "total" else rng.choice(spots[1:])
            change = drawn_change(rng, rounded=self.plan.fine > 0)
            old = self.written[spot]
            text = mistyped(old.text, change, rng, self.look.group, self.look.point)
            if text is not None:
                new = Shown(text, self._value(text, old), old.number_format)
                table = replace(self, wrong=((spot, new),))
                place = self.page.places[spot]
                return Wrong(table, self, change.value, role, key, place, old.text, text)
        return None

    def _value(self, text: str, old: Shown) -> Decimal:
        plain = text.replace(self.look.group, "") if self.look.group else text
        digits = plain.replace(self.look.point, ".").strip("()%r E¹*①-")
        value = Decimal(digits) / (100 if old.number_format.endswith("%") else 1)
        return -value if text.startswith(("-", "(")) else value


Kind_co = TypeVar("Kind_co", bound=Printed, covariant=True)


@dataclass(frozen=True)
class Wrong(Generic[Kind_co]):
    """A table in which one figure is wrong; `right` is its twin in which none is."""

    table: Kind_co
    right: Kind_co
    change: str
    role: str
    key: Key
    place: Place
    before: str
    after: str


def grids_of(source: tuple[str, bytes]) -> list[Grid]:
    """Open a file as statlint does."""
    book = open_workbook(*source).workbook
    if book is None:
        raise AssertionError(source[0])
    text_file = book.container is Container.DELIMITED
    return [
        spread(sheet, index=index, text_file=text_file) for index, sheet in enumerate(book.sheets)
    ]


def tables(looks: Sequence[Look], seed: int, count: int) -> Iterator[Made]:
    """Make tables of all kinds in some looks, each in turn."""
    for at in range(count):
        kind = KINDS[(at + seed) * _STRIDE % len(KINDS)]
        yield Made(plan_of(kind, seed + at), looks[at % len(looks)], seed * 1000 + at)
