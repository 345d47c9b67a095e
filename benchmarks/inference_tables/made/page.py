"""A sheet in the making: cells with words and figures, merges, and where each figure stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from inference_tables.keys import Place
from inference_tables.made.figures import Spot


@dataclass(frozen=True, slots=True)
class Shown:
    """What one cell shows; `value` is what a workbook stores where it is a figure."""

    text: str
    value: Decimal | None = None
    number_format: str = ""
    formula: str = ""


@dataclass
class Page:
    """Cells by row and column, counted from 1."""

    cells: dict[Place, Shown] = field(default_factory=dict)
    merges: list[tuple[Place, Place]] = field(default_factory=list)
    places: dict[Spot, Place] = field(default_factory=dict)

    def put(self, row: int, column: int, text: str) -> None:
        """Write words; nothing where there are none."""
        if text:
            self.cells[row, column] = Shown(text)

    def show(self, spot: Spot, row: int, column: int, shown: Shown) -> None:
        """Write a figure."""
        self.places[spot] = (row, column)
        if shown.text:
            self.cells[row, column] = shown

    def merge(self, first: Place, last: Place) -> None:
        """Merge cells, where they are more than one."""
        if first != last:
            self.merges.append((first, last))

    @property
    def height(self) -> int:
        """The last row that is used."""
        return max((row for row, _ in self.cells), default=0)

    @property
    def width(self) -> int:
        """The last column that is used."""
        return max((column for _, column in self.cells), default=0)

    def turned(self) -> Page:
        """Exchange rows and columns."""
        return Page(
            {(column, row): shown for (row, column), shown in self.cells.items()},
            [(first[::-1], last[::-1]) for first, last in self.merges],
            {spot: (column, row) for spot, (row, column) in self.places.items()},
        )

    def add(self, other: Page, down: int, right: int) -> None:
        """Put the cells of another page below and right of this corner."""

        def moved(place: Place) -> Place:
            return place[0] + down, place[1] + right

        self.cells.update({moved(place): shown for place, shown in other.cells.items()})
        self.merges.extend((moved(first), moved(last)) for first, last in other.merges)
        self.places.update({spot: moved(place) for spot, place in other.places.items()})
