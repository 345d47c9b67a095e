"""From a page to its print: title, boxhead, body, notes, in one way or another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from companions.model import Column, Companion, Page
from submissions.model import Slot
from submissions.rectangle import (
    Content,
    Position,
    Rectangle,
    Span,
    moved,
    repeated,
    stacked,
    unmerged,
)


@dataclass(frozen=True, slots=True)
class Style:
    """How a page is printed.

    `merges` are kept, lost (each text stays in its first cell) or filled (each cell has the text).
    `wording` chooses among the words of each head: 0 the usual ones, else a seed. `spaced` labels
    are drawn apart (合  计), `broken` ones go over two lines.
    """

    merges: str = "kept"
    wording: int = 0
    spaced: bool = False
    broken: bool = False
    title: bool = True
    around: bool = True
    spare: bool = True
    spanners: bool = True
    down: int = 0
    right: int = 0


def printed(companion: Companion, page: Page, style: Style) -> Rectangle:
    """Print one page."""
    shown = _shown(page, style)
    width = len(shown.columns)
    parts = [_texts((shown.title,), width)] if style.title else []
    if style.around:
        parts.append(_texts(shown.above, width))
    parts += [_boxhead(shown, style), _body(companion, shown, style)]
    if style.around:
        parts.append(_texts(shown.below, width))
    whole = stacked(part for part in parts if part.height)
    finished = {"kept": whole, "lost": unmerged(whole), "filled": repeated(whole)}
    return moved(finished[style.merges], down=style.down, right=style.right)


def _shown(page: Page, style: Style) -> Page:
    kept = tuple(column for column in page.columns if style.spare or not column.spare)
    worded = tuple(replace(column, labels=(_wording(column, style),)) for column in kept)
    return replace(page, columns=worded)


def _wording(column: Column, style: Style) -> str:
    if not style.wording:
        label = column.labels[0]
    else:
        label = Random(f"{style.wording}{column.key}").choice(column.labels)  # noqa: S311
    if style.broken:
        return _broken(label)
    return _apart(label) if style.spaced else label


def _apart(label: str) -> str:
    return "  ".join(label) if len(label) == 2 else label  # noqa: PLR2004


def _broken(label: str) -> str:
    if "（" in label:
        return label.replace("（", "\n(").replace("）", ")")
    middle = len(label) // 2
    return f"{label[:middle]}\n{label[middle:]}" if middle > 1 else label


def _texts(texts: tuple[str, ...], width: int) -> Rectangle:
    cells: dict[Position, Content] = {(row, 0): text for row, text in enumerate(texts)}
    return Rectangle(cells, tuple(Span(row, 0, row, width - 1) for row in range(len(texts))))


def _boxhead(page: Page, style: Style) -> Rectangle:
    columns = page.columns
    two = style.spanners and any(column.over for column in columns)
    cells: dict[Position, Content] = {}
    spans = []
    for at, column in enumerate(columns):
        row = 1 if two and column.over else 0
        cells[row, at] = column.labels[0]
        if two and not column.over:
            spans.append(Span(0, at, 1, at))
    for over, first, last in _spanners(columns) if two else ():
        cells[0, first] = over
        if last > first:
            spans.append(Span(0, first, 0, last))
    return Rectangle(cells, tuple(spans))


def _spanners(columns: tuple[Column, ...]) -> Iterator[tuple[str, int, int]]:
    first = 0
    for at in range(1, len(columns) + 1):
        if at == len(columns) or columns[at].over != columns[first].over:
            if columns[first].over:
                yield columns[first].over, first, at - 1
            first = at


def _body(companion: Companion, page: Page, style: Style) -> Rectangle:
    cells: dict[Position, Content] = {}
    spans: list[Span] = []
    for at, row in enumerate(page.rows):
        held = [
            column
            for column, each in enumerate(page.columns)
            if companion.figures.get(page.slot(row, each.key)) is not None
        ]
        cells.update({(at, column): page.slot(row, page.columns[column].key) for column in held})
        spans += _across(page, row, at, held)
    for column, each in enumerate(page.columns):
        if each.merged:
            for first, last in _runs(companion, page, each.key):
                spans.append(Span(first, column, last, column))
                if style.merges != "filled":
                    for gone in range(first + 1, last + 1):
                        del cells[gone, column]
    return Rectangle(cells, tuple(spans))


def _across(page: Page, row: str, at: int, held: list[int]) -> Iterator[Span]:
    if row in page.wide:
        yield Span(at, held[0], at, len(page.columns) - 1)
    elif row in page.spread and len(held) > 1 and held[1] > held[0] + 1:
        yield Span(at, held[0], at, held[1] - 1)


def _runs(companion: Companion, page: Page, column: str) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(page.rows):
        slot = Slot(page.table, page.rows[at], column)
        if companion.figures.get(slot) is None:
            at += 1
            continue
        length = len([each for each in companion.run(slot) if page.rows.index(each.line) >= at])
        if length > 1:
            yield at, at + length - 1
        at += length
