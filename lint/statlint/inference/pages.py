"""Tables of one workbook side by side: which lines and heads of them go by the same name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.inference.matrix import Matrix
from statlint.inference.model import Axis
from statlint.table import Strip
from statlint.values import label_key

Name: TypeAlias = Hashable
"""The label of a line or head without what does not count; its whole path where that is needed."""


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One of several tables: its place among them, its figures, the names of strips and positions.

    `raised` is what its figures are multiplied by so that those of all pages have one measure.
    A strip without a name, or with one that another has too, is named None.
    """

    place: int
    matrix: Matrix
    raised: int
    strips: tuple[Name | None, ...]
    across: tuple[Name | None, ...]

    @property
    def axis(self) -> Axis:
        """What its strips are."""
        return self.matrix.axis

    def value(self, strip: int, position: int) -> int | None:
        """Give a figure in the measure of all pages."""
        value = self.matrix.values[strip][position]
        return None if value is None else value * self.raised

    def unit(self, strip: int, position: int) -> int:
        """Give one unit of the last digit of a figure, in the measure of all pages."""
        return self.matrix.units[strip][position] * self.raised

    def turned(self) -> Page:
        """Give the same table along the other axis."""
        return Page(self.place, self.matrix.turned(), self.raised, self.across, self.strips)


def pages_of(matrices: Sequence[Matrix]) -> list[Page]:
    """Lay tables side by side, line by line."""
    scale = max((matrix.scale for matrix in matrices), default=0)
    return [
        Page(
            place,
            matrix,
            10 ** (scale - matrix.scale),
            names_of(matrix.strips),
            names_of(matrix.across),
        )
        for place, matrix in enumerate(matrices)
    ]


def names_of(strips: Sequence[Strip]) -> tuple[Name | None, ...]:
    """Name strips by their own label, by all their labels where others have the same; else None."""
    own = [label_key(strip.text) for strip in strips]
    paths = [tuple(label_key(label.text) for label in strip.labels) for strip in strips]
    alone, alike = Counter(own), Counter(paths)
    return tuple(
        name if name and alone[name] == 1 else path if any(path) and alike[path] == 1 else None
        for name, path in zip(own, paths, strict=True)
    )


def shared(names: Sequence[Name | None], others: Sequence[Name | None]) -> list[tuple[int, int]]:
    """Give the places of names that both have, in the order of the first."""
    at = {name: place for place, name in enumerate(others) if name is not None}
    return [(place, at[name]) for place, name in enumerate(names) if name in at]


def alike(pages: Sequence[Page]) -> list[list[Page]]:
    """Group tables with the same names along both axes, in their order; None is no name."""
    groups: dict[Hashable, list[Page]] = {}
    for page in pages:
        if any(page.strips) and any(page.across):
            groups.setdefault((page.strips, page.across), []).append(page)
    return list(groups.values())
