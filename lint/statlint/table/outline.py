"""A sheet as the search for forms sees it: labels by their words, all else by its kind."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping

from statlint.dataclass import dataclass
from statlint.grid import Grid
from statlint.table.known_words import FIGURE, KnownWords
from statlint.typed import cast as cast_to
from statlint.values import label_key
from statlint.workbook import CellKind
from statlint.workbook.cells import keep_of_mould

_LARGE = 20_000
"""Cells from which on a sheet is a list of data with, at best, a table somewhere in it."""
_LONG = 100
"""Signs from which on digits need a closer look: they may be too many for a figure."""
_ROWS_ABOVE, _ROWS_BELOW = 10, 100


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """What is seen at each cell of a sheet that holds something, merged cells at their corner.

    `key` is the same for sheets in which a search sees the same; None where that is not worth it.
    """

    grid: Grid
    seen: Mapping[tuple[int, int], str]
    key: Hashable

    def spread(self) -> Iterator[tuple[tuple[int, int], str]]:
        """Go through all that is seen; merged cells come once each cell."""
        merged = self.grid.merged()
        if not merged:
            yield from self.seen.items()
            return
        for at, text in self.seen.items():
            if self.grid.merge_at(*at) is None:
                yield at, text
        for at, merge in merged:
            text = self.seen.get((merge.first.row, merge.first.column), "")
            if text:
                yield at, text


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """The outline of a sheet that was cast in a mould, and its words."""

    words: tuple[str, ...]
    outline: Outline

    def is_seen_as(self, words: tuple[str, ...], known: KnownWords) -> bool:
        """Tell whether the same is seen where other words stand."""
        return all(
            _seen(one, known) == _seen(other, known)
            for one, other in zip(self.words, words, strict=True)
            if one != other
        )


def _seen(text: str, words: KnownWords) -> str:
    """Say what is seen of a text."""
    text = text.strip()
    # Digits are told at little cost: they are no label, but may be too many for a figure.
    if text.isdigit() and text.isascii() and len(text) < _LONG and not words.letterless:
        return FIGURE
    return words.told(text).seen if text else ""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a search sees of a sheet; it is compared with that of each file, most are the same."""

    seen: tuple[Hashable, ...]
    sign: int

    def __hash__(self) -> int:
        """Give what is the same where the same is seen."""
        return self.sign


def outline_of(grid: Grid, words: KnownWords) -> Outline:
    """Look at a sheet; of a large one only at the rows near a known label."""
    cast = grid.cast
    if cast is None or cast.figures is None or words.letterless or len(grid) > _LARGE:
        return _outline_of(grid, words)
    # What is seen of filled copies differs where their words do.
    key = (words, grid.index)
    known = cast_to("_Known | None", cast.mould.kept.get(key))
    if known is not None and known.is_seen_as(cast.words, words):
        return Outline(grid, known.outline.seen, known.outline.key)
    made = _outline_of(grid, words)
    bare = Outline(grid.bare(), made.seen, made.key)
    keep_of_mould(cast, key, _Known(cast.words, bare))
    return made


def _outline_of(grid: Grid, words: KnownWords) -> Outline:
    large = len(grid) > _LARGE
    near = _rows_near_labels(grid, words) if large else None
    seen: dict[tuple[int, int], str] = {}
    odd: list[tuple[int, int, CellKind]] = []
    letterless = words.letterless
    for row, column, kind, held in grid.held():
        if near is not None and row not in near:
            continue
        if kind is CellKind.NUMBER and held.isdigit() and not letterless:
            seen[row, column] = FIGURE
            continue
        text = held.strip()
        if kind is CellKind.TEXT:
            if text:
                seen[row, column] = _seen(text, words)
        elif kind is CellKind.NUMBER and _is_plain(text, words):
            seen[row, column] = FIGURE
        else:
            odd.append((row, column, kind))
            if text:
                seen[row, column] = text
    key = None if large else _layout((tuple(seen.items()), tuple(odd), *_frame(grid)))
    return Outline(grid, seen, key)


def _layout(seen: tuple[Hashable, ...]) -> Layout:
    return Layout(seen, hash(seen))


def _is_plain(text: str, words: KnownWords) -> bool:
    """Tell whether a stored number is printed without a letter, and is no label."""
    if words.letterless:
        return words.told(text).seen == FIGURE
    return bool(text) and not any(map(str.isalpha, text))


def _rows_near_labels(grid: Grid, words: KnownWords) -> set[int]:
    near: set[int] = set()
    known: dict[str, bool] = {}
    for row, _, text in grid.texts():
        if row in near or text.isdigit():
            continue
        if not (words.letterless or any(map(str.isalpha, text))):
            continue
        if text not in known:
            known[text] = label_key(text) in words.vocabulary
        if known[text]:
            near.update(range(row - _ROWS_ABOVE, row + _ROWS_BELOW))
    return near


def _frame(grid: Grid) -> tuple[Hashable, ...]:
    """Give what else of a sheet a search goes by: how far it reaches, what is merged."""
    merges = tuple(
        (one.first.row, one.first.column, one.last.row, one.last.column)
        for one in grid.sheet.merges
    )
    return grid.index, grid.last_row, grid.last_column, merges, grid.sheet.continued
