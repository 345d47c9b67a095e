"""What a search asks of a sheet beside its outline: figures and names that it has to look at."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from statlint.dataclass import dataclass, field
from statlint.grid import Grid
from statlint.table.known_words import KnownWords
from statlint.typed import TypeAlias, TypeVar, cast
from statlint.values import UNITS, plain, plain_unit

Places: TypeAlias = tuple[tuple[int, int], ...]
"""Cells of a sheet by row and column."""
Year: TypeAlias = Callable[[], int | None]
"""Tells the year of a workbook; it takes a look at all that is printed around tables."""
T = TypeVar("T")
Question: TypeAlias = Callable[[Grid, KnownWords, Places], T]


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """The questions of one search with their answers.

    In a workbook whose sheets have the same outlines and give the same answers, the search finds
    the same.
    """

    words: KnownWords
    _answers: dict[tuple[Question[object], int, Places], object] = field(default_factory=dict)
    _years: list[int | None] = field(default_factory=list)

    def ask(self, question: Question[T], grid: Grid, places: Places) -> T:
        """Ask for some cells of a sheet, and remember the answer."""
        key = (question, grid.index, places)
        if key not in self._answers:
            self._answers[key] = question(grid, self.words, places)
        return cast("T", self._answers[key])

    def ask_year(self, year: Year) -> int | None:
        """Ask for the year of the workbook, and remember it."""
        if not self._years:
            self._years.append(year())
        return self._years[0]

    def same_in(self, grids: Mapping[int, Grid], year: Year) -> bool:
        """Tell whether another workbook gives the same answers; its sheets come by their index."""
        return all(
            question(grids[index], self.words, places) == answer
            for (question, index, places), answer in self._answers.items()
        ) and all(known == year() for known in self._years)


def text_at(grid: Grid, _words: KnownWords, places: Places) -> str:
    """Give the text of one cell."""
    return grid.text(*places[0])


def are_strange(grid: Grid, words: KnownWords, places: Places) -> bool:
    """Tell whether texts in a row are no label if they are put together, and end with no unit."""
    texts = [grid.text(*place) for place in places]
    return plain_unit(texts[-1]) not in UNITS and words.strange_together(texts)


def are_numbered(grid: Grid, _words: KnownWords, places: Places) -> bool:
    """Tell whether cells count 1, 2, 3=1+2."""
    return all(
        plain(grid.text(*place)).partition("=")[0].strip("() ") == str(number)
        for number, place in enumerate(places, start=1)
    )


def are_alike(grid: Grid, _words: KnownWords, places: Places) -> bool:
    """Tell whether the cells of each pair have the same text."""
    return all(
        grid.text(*one) == grid.text(*other)
        for one, other in zip(places[::2], places[1::2], strict=True)
    )
