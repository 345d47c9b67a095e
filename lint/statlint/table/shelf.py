"""What is known of a form before it is loaded: what its open tables must print to be on a sheet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from statlint.dataclass import dataclass
from statlint.table.likeness import Near, NearData
from statlint.table.worded import HeadsData, LinesData, Worded, WordedHeads, WordedLines
from statlint.typed import TYPE_CHECKING, TypedDict

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
    """A form that is loaded only where a sheet may hold one of its tables.

    Of an open form it is sketched what its tables must print, of any other how they are worded.
    """

    sketches: tuple[Sketch, ...]
    load: Callable[[], Form]
    worded: Worded | None = None


class ShelfData(TypedDict):
    """All that is known of the shipped forms, as plain data; words that come again stand once."""

    open: dict[str, list[SketchData]]
    fixed: dict[str, list[tuple[int, int]]]
    heads: list[HeadsData]
    lines: list[LinesData]
    near: NearData


def read_shelf(data: ShelfData) -> dict[str, tuple[Sketch, ...] | Worded]:
    """Take what is known of forms out of plain data: sketches of open ones, words of the others."""
    heads = [WordedHeads.read(one) for one in data["heads"]]
    lines = [WordedLines.read(one) for one in data["lines"]]
    near = Near(*data["near"])
    known: dict[str, tuple[Sketch, ...] | Worded] = {
        name: tuple(map(Sketch.read, sketches)) for name, sketches in data["open"].items()
    }
    for name, prints in data["fixed"].items():
        own_heads = tuple([heads[of_heads] for of_heads, _ in prints])
        own_lines = tuple([lines[of_lines] for _, of_lines in prints])
        known[name] = Worded(own_heads, own_lines, near)
    return known
