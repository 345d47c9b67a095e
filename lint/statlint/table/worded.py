"""How the lines and heads of blocks are worded: all that a search goes by until it finds them.

Of shipped forms it is compiled, so that a form which no sheet may hold need not be loaded.
"""

from __future__ import annotations

from functools import lru_cache

from statlint.dataclass import dataclass
from statlint.form import ValueKind
from statlint.table.likeness import Likeness, LikenessData, wanted_keys
from statlint.typed import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from statlint.form import Head, Line
    from statlint.table.likeness import Near

_ENOUGH = 0.5
_Keys: TypeAlias = "Sequence[Sequence[str]]"
HeadsData: TypeAlias = "tuple[LikenessData, _Keys, int]"
LinesData: TypeAlias = "tuple[LikenessData, _Keys]"


@dataclass(frozen=True, slots=True, eq=False)
class WordedHeads:
    """How the heads of a block and their spanners are worded, by the index of the head."""

    likeness: Likeness
    spanners: tuple[frozenset[str], ...]
    figures: int
    """The heads, as bits, whose columns hold figures; a column of units is not asked for."""
    fewest: float
    """How many heads over figures must be named: half of them, and two where there are two."""

    @classmethod
    def of(cls, heads: Sequence[Head]) -> WordedHeads:
        """Prepare the words of heads; heads that are worded alike have them in common."""
        figures = sum(
            1 << index
            for index, head in enumerate(heads)
            if head.measure is None or head.measure.kind is not ValueKind.TEXT
        )
        words = tuple((head.label.zh, head.label.en, *head.aliases) for head in heads)
        return _worded_heads(words, tuple(tuple(head.above) for head in heads), figures)

    @classmethod
    def read(cls, data: HeadsData) -> WordedHeads:
        """Take them out of plain data."""
        likeness, spanners, figures = data
        return _with_fewest(Likeness.read(likeness), spanners, figures)

    def data(self) -> HeadsData:
        """Give them as plain data."""
        return self.likeness.data(), [sorted(one) for one in self.spanners], self.figures

    def enough(self, heads: int) -> bool:
        """Tell whether some heads, as bits, are enough of those over figures."""
        return (heads & self.figures).bit_count() >= self.fewest


def _with_fewest(likeness: Likeness, spanners: _Keys, figures: int) -> WordedHeads:
    count = figures.bit_count()
    above = tuple([frozenset(keys) for keys in spanners])
    return WordedHeads(likeness, above, figures, max(_ENOUGH * count, min(2, count)))


@lru_cache(maxsize=512)
def _worded_heads(words: _Keys, above: _Keys, figures: int) -> WordedHeads:
    return _with_fewest(Likeness.of(words), wanted_keys(above), figures)


@dataclass(frozen=True, slots=True, eq=False)
class WordedLines:
    """How the lines of a block and the headings above them are worded, by the index of the line."""

    likeness: Likeness
    above: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> WordedLines:
        """Prepare the words of lines; folded wordings hold the headings above as well."""
        words = tuple(_wordings(line) for line in lines)
        return _worded_lines(words, tuple(tuple(line.above) for line in lines))

    @classmethod
    def read(cls, data: LinesData) -> WordedLines:
        """Take them out of plain data."""
        likeness, above = data
        return cls(Likeness.read(likeness), tuple([frozenset(keys) for keys in above]))

    def data(self) -> LinesData:
        """Give them as plain data."""
        return self.likeness.data(), [sorted(one) for one in self.above]


def _wordings(line: Line) -> tuple[str, ...]:
    folded = ["".join((*line.above[level:], line.label.zh)) for level in range(len(line.above))]
    return (line.label.zh, line.label.en, *line.aliases, *folded)


@lru_cache(maxsize=512)
def _worded_lines(words: _Keys, above: _Keys) -> WordedLines:
    return WordedLines(Likeness.of(words), tuple(map(frozenset, wanted_keys(above))))


@dataclass(frozen=True, slots=True, eq=False)
class Worded:
    """The words of a form, print by print, each with those of its heads and of its lines."""

    heads: tuple[WordedHeads, ...]
    lines: tuple[WordedLines, ...]
    near: Near | None = None
    """Which words of several compiled forms are like one of them, where that is known."""

    def may_be_on(self, printed: Mapping[WordedHeads, int]) -> bool:
        """Tell whether enough heads (as bits) of a print are on a sheet."""
        return any(one in printed and one.enough(printed[one]) for one in self.heads)


def near_of(several: Iterable[Worded]) -> Near | None:
    """Give which words are near each other, where it is known of just these forms or of more."""
    known = [one.near for one in several]
    return known[0] if known and all(one is known[0] for one in known) else None
