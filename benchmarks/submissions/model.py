"""What a made submission is: figures by slot, a file, and where each figure went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from statlint.values import CellRef

Figure: TypeAlias = int | Decimal | str | None
"""What is written into a cell: a number, a text as the clerk wrote it, or nothing."""

ANNUAL_2019 = "cn-disclosure-annual-2019"
ANNUAL_2021 = "cn-disclosure-annual-2021"
STATISTICS_2014 = "cn-disclosure-statistics-2014"
MIXED = "mixed"
"""The 2021 form with the heads of 2019 in its first block, as one bureau really published it."""

DISCLOSURE = "disclosure"
APPLICATIONS = "applications"
REVIEWS = "reviews"
STATISTICS = "statistics"


class Slot(NamedTuple):
    """The place of one figure in a form, by keys."""

    table: str
    line: str
    head: str


class Place(NamedTuple):
    """The cell a figure was written to; a text file has no sheet name."""

    sheet: str | None
    cell: CellRef


@dataclass(frozen=True, slots=True)
class Report:
    """What one unit reported, or as much of it as is known.

    Only the slots in `figures` are printed; a None there is a blank cell. `heads` are the heads of
    the first block of table 二 where the unit printed other ones, `labels` other line labels.
    """

    id: str
    form: str
    year: int | None
    unit_name: str
    figures: Mapping[Slot, Figure]
    complete: bool = True
    heads: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    kind_of_unit: str | None = None
    sign_off: Mapping[str, str] = field(default_factory=dict)

    def with_figure(self, slot: Slot, figure: Figure) -> Report:
        """Give the same report with one figure changed."""
        return replace(self, figures={**self.figures, slot: figure})

    def with_figures(self, figures: Mapping[Slot, Figure]) -> Report:
        """Give the same report with several figures changed."""
        return replace(self, figures={**self.figures, **figures})

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables that hold at least one slot, in the order of the form."""
        order = (DISCLOSURE, APPLICATIONS, REVIEWS, STATISTICS)
        return tuple(key for key in order if any(slot.table == key for slot in self.figures))


@dataclass(frozen=True, slots=True)
class Submission:
    """A file as handed in, and where each figure stands in it."""

    name: str
    data: bytes
    places: Mapping[Slot, Place]
