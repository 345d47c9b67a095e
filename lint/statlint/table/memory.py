"""What the searches of one run have found, by how sheets are laid out.

The files of a collection are filled copies of a form: labels and merges are the same in all, only
figures and names differ. What a search goes by of these it has asked for (`Asked`); where the
answers are the same as well, it would find the same again.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from statlint.dataclass import dataclass, field
from statlint.grid import Grid
from statlint.table.asked import Asked, Year
from statlint.table.found import Found
from statlint.table.known_words import KnownWords
from statlint.table.moved import Move
from statlint.table.plan import FormPlan, words_of

_MOST_LAYOUTS = 64
"""Layouts that are remembered, some 50 kB each; those that were not seen for longest go first."""
_MOST_OF_LAYOUT = 4
"""Ways in which figures and names of one layout were answered that are remembered."""


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """What one search has found, on bare sheets, and what it went by beside the layout."""

    names: tuple[str | None, ...]
    asked: Asked
    found: tuple[Found, ...]

    def on(self, grids: Sequence[Grid], year: Year) -> list[Found] | None:
        """Give what is found in other sheets; None where the search might go another way."""
        sheets = {grid.index: grid for grid in grids}
        if not self.asked.same_in(sheets, year):
            return None
        names = tuple(grid.name for grid in grids)
        renamed = None if names == self.names else dict(zip(self.names, names, strict=True))
        return Move(sheets, renamed).moved(self.found)


@dataclass(frozen=True, slots=True, eq=False)
class Remembered:
    """What is remembered of the search for some forms: their words, and what was found."""

    words: KnownWords
    _seen: dict[Hashable, list[_Seen]] = field(repr=False, default_factory=dict)

    def __len__(self) -> int:
        """Count the layouts that are remembered."""
        return len(self._seen)

    def recall(self, layout: Hashable, grids: Sequence[Grid], year: Year) -> list[Found] | None:
        """Give what a search for the forms in some sheets finds, if one like it was made before."""
        known = self._seen.pop(layout, None)
        if known is None:
            return None
        self._seen[layout] = known
        return next((found for one in known if (found := one.on(grids, year)) is not None), None)

    def keep(
        self, layout: Hashable, grids: Sequence[Grid], asked: Asked, found: Sequence[Found]
    ) -> None:
        """Remember what was found; sheets of the same name cannot be told apart later."""
        names = tuple(grid.name for grid in grids)
        if len(set(names)) < len(names):
            return
        bare = Move({grid.index: grid.bare() for grid in grids}).moved(found)
        known = self._seen.setdefault(layout, [])
        known.insert(0, _Seen(names, asked, tuple(bare)))
        del known[_MOST_OF_LAYOUT:]
        if len(self._seen) > _MOST_LAYOUTS:
            del self._seen[next(iter(self._seen))]


@dataclass(frozen=True, slots=True, eq=False)
class Memory:
    """What one run remembers, by the forms that were looked for."""

    _by_plans: dict[tuple[FormPlan, ...], Remembered] = field(repr=False, default_factory=dict)

    def of(self, plans: Sequence[FormPlan]) -> Remembered:
        """Give what is remembered of the search for some forms."""
        key = tuple(plans)
        if key not in self._by_plans:
            self._by_plans[key] = Remembered(words_of(plans))
        return self._by_plans[key]
