"""What is known of a form before it is loaded: what its open tables must print to be on a sheet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, TypedDict

from statlint.dataclass import dataclass

if TYPE_CHECKING:
    from statlint.form import Form
    from statlint.table.open_plan import OpenPlan


class SketchData(TypedDict):
    """A sketch as plain data, for the index of the shipped forms."""

    words: dict[str, list[int]]
    needed: list[int]
    one_of: list[list[int]]


@dataclass(frozen=True, slots=True)
class Sketch:
    """The comparable wordings of a table's heads by their index, and which must be there."""

    words: Mapping[str, Collection[int]]
    needed: frozenset[int]
    one_of: tuple[frozenset[int], ...]

    @classmethod
    def of(cls, plan: OpenPlan) -> Sketch:
        """Sketch a table that is at hand."""
        return cls(plan.head_words.exact, plan.needed, plan.one_of)

    @classmethod
    def read(cls, data: SketchData) -> Sketch:
        """Take a sketch out of plain data."""
        one_of = tuple(frozenset(one) for one in data["one_of"])
        return cls(data["words"], frozenset(data["needed"]), one_of)

    def data(self) -> SketchData:
        """Give the sketch as plain data."""
        return {
            "words": {key: sorted(heads) for key, heads in self.words.items()},
            "needed": sorted(self.needed),
            "one_of": [sorted(one) for one in self.one_of],
        }

    def likely(self, printed: Iterable[str]) -> bool:
        """Tell from the labels of a sheet, made comparable, whether the table may be on it.

        One of the needed heads may be mistyped, but not all.
        """
        there = {index for key in printed for index in self.words.get(key, ())}
        if not there:
            return False
        wanted = min(self.one_of, key=lambda one: len(one - there), default=frozenset[int]())
        due = self.needed | wanted
        return len(due - there) <= min(1, len(due) - 1)


@dataclass(frozen=True, slots=True)
class Shelved:
    """An open form that is loaded only where a sheet may hold one of its tables."""

    sketches: tuple[Sketch, ...]
    load: Callable[[], Form]
