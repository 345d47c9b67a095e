"""The outline of a sheet looked at upright or turned, and what is asked of the sheet beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from statlint.dataclass import dataclass
from statlint.table.asked import Asked, Places, are_alike, are_numbered, are_strange, text_at
from statlint.table.known_words import FIGURE, STAND_INS, STRANGE, SURE, KnownWords
from statlint.table.leaves import Leaf, find_leaves
from statlint.table.model import Label
from statlint.table.outline import Outline
from statlint.table.view import View, lines_of_rows
from statlint.typed import TYPE_CHECKING
from statlint.values import Figure

if TYPE_CHECKING:
    from statlint.table.boxhead import Boxhead
    from statlint.table.worded import WordedHeads


@dataclass(frozen=True, slots=True, eq=False)
class FormView(View):
    """A view on which a text that no form knows is what stands for all such.

    The search for forms goes by that alone, or else asks: so its way is known again elsewhere.
    """

    asked: Asked
    _heads: Mapping[WordedHeads, Mapping[int, int]]
    """The heads (as bits) that each row may print, rows without any left out."""
    boxheads: dict[WordedHeads, list[Boxhead]]
    """What was found of heads that are worded in some way."""

    @property
    def words(self) -> KnownWords:
        """The words of the forms that are looked for."""
        return self.asked.words

    def heads_in(self, worded: WordedHeads) -> Mapping[int, int]:
        """Give the heads of a block, as bits, that each row may print."""
        return self._heads.get(worded, {})

    def all_heads(self) -> dict[WordedHeads, int]:
        """Give the heads, as bits, that any row may print."""
        every: dict[WordedHeads, int] = {}
        for worded, rows in self._heads.items():
            for heads in rows.values():
                every[worded] = every.get(worded, 0) | heads
        return every

    def key(self, row: int, column: int) -> str:
        """Give the text shown at a position, made comparable."""
        return self._key_of(self.text(row, column))

    def _key_of(self, text: str) -> str:
        return self.words.told(text).key if text else ""

    def _find_leaves(self, rows: tuple[int, int]) -> list[Leaf]:
        return find_leaves(self.text, self._anchor_column, rows, self.columns, self._key_of)

    def has_figure(self, row: int, column: int) -> bool:
        """Tell whether a position shows a figure."""
        seen = self.texts.get((row, column), STRANGE)
        if seen in STAND_INS:
            return seen != STRANGE
        return isinstance(self.reading(row, column), Figure)

    def wording(self, row: int, column: int) -> str:
        """Give the text itself that is shown at a position."""
        seen = self.text(row, column)
        if seen not in STAND_INS:
            return seen
        return self.asked.ask(text_at, self.grid, (self.on_sheet(row, column),))

    def label(self, row: int, column: int) -> Label:
        """Give the label shown at a position, with the cell that holds it."""
        anchor_row, anchor_column = self.anchor(row, column)
        return Label(self.wording(row, column), self.grid.name, self.ref(anchor_row, anchor_column))

    def wordings(self, row: int, columns: Sequence[int]) -> list[str]:
        """Give the labels of a row; what stands for them where they say nothing together either."""
        seen = [self.text(row, column) for column in columns]
        strange = [text in STAND_INS for text in seen]
        if not any(strange) or len(seen) == 1 or self._only_figures(seen):
            return seen
        if all(strange) and self.asked.ask(are_strange, self.grid, self._places(row, columns)):
            return seen
        return [self.wording(row, column) for column in columns]

    def counts(self, row: int, columns: Iterable[int]) -> bool:
        """Tell whether a row counts its columns: 1, 2, 3=1+2."""
        places = self._places(row, columns)
        shown = all(self.text(row, column) for column in columns)
        return shown and self.asked.ask(are_numbered, self.grid, places)

    def same(self, rows: Collection[int], one: int, other: int) -> bool:
        """Tell whether two columns show the same in some rows."""
        places = (self.on_sheet(row, column) for row in sorted(rows) for column in (one, other))
        return self.asked.ask(are_alike, self.grid, tuple(places))

    def _only_figures(self, seen: Sequence[str]) -> bool:
        return not self.words.letterless and all(text == FIGURE for text in seen)

    def _places(self, row: int, columns: Iterable[int]) -> Places:
        return tuple(self.on_sheet(row, column) for column in columns)


def form_views(outline: Outline, asked: Asked) -> tuple[FormView, FormView]:
    """Look at an outline upright and turned."""
    return _view(outline, asked, turned=False), _view(outline, asked, turned=True)


def _view(outline: Outline, asked: Asked, *, turned: bool) -> FormView:
    grid = outline.grid
    lines = lines_of_rows(grid)
    row_at = {line: row for row, line in enumerate(lines, start=1)}
    texts: dict[tuple[int, int], str] = {}
    rows_of: dict[str, set[int]] = {}
    for (line, column), text in outline.spread():
        row = row_at.get(line, line)
        at = (column, row) if turned else (row, column)
        texts[at] = text
        rows_of.setdefault(text, set()).add(at[0])
    heads = _heads_in(rows_of, asked)
    return FormView(grid, turned, texts, rows_of, lines, {}, {}, asked, heads, {})


def _heads_in(
    rows_of: Mapping[str, Collection[int]], asked: Asked
) -> dict[WordedHeads, dict[int, int]]:
    heads: dict[WordedHeads, dict[int, int]] = {}
    for text, rows in rows_of.items():
        for worded, scores in asked.words.told(text).heads.items():
            own = heads.setdefault(worded, {})
            sure = sum(1 << head for head, score in scores.items() if score >= SURE)
            for row in rows if sure else ():
                own[row] = own.get(row, 0) | sure
    return heads
