"""A printed table as a rectangle of labels and slots, and what clerks do to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from submissions.model import Slot

Content: TypeAlias = str | int | Slot
"""A label, a figure that the form does not ask for, or a slot for one that it does."""
Position: TypeAlias = tuple[int, int]


class Span(NamedTuple):
    """A merged range, both corners included; rows and columns start at 0."""

    top: int
    left: int
    bottom: int
    right: int

    def positions(self) -> Iterator[Position]:
        """Go through the cells of the range, its corner first."""
        for row in range(self.top, self.bottom + 1):
            for column in range(self.left, self.right + 1):
                yield row, column


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Labels and slots by position, with merged ranges; labels stand in the corner of theirs."""

    cells: Mapping[Position, Content]
    spans: tuple[Span, ...] = ()

    @property
    def height(self) -> int:
        """How many rows it has."""
        rows = [row for row, _ in self.cells] + [span.bottom for span in self.spans]
        return max(rows, default=-1) + 1

    @property
    def width(self) -> int:
        """How many columns it has."""
        columns = [column for _, column in self.cells] + [span.right for span in self.spans]
        return max(columns, default=-1) + 1

    def rows_of(self, wanted: Callable[[Slot], bool]) -> list[int]:
        """Give the rows that hold a slot of interest, in order."""
        return sorted({row for (row, _), content in self.cells.items() if _is(content, wanted)})

    def columns_of(self, wanted: Callable[[Slot], bool]) -> list[int]:
        """Give the columns that hold a slot of interest, in order."""
        return sorted(
            {column for (_, column), content in self.cells.items() if _is(content, wanted)}
        )

    def first_slot_row(self) -> int:
        """Give the first row that holds a slot: the boxhead ends above it."""
        return min(self.rows_of(lambda _: True))

    def first_slot_column(self) -> int:
        """Give the first column that holds a slot: the stub ends before it."""
        return min(self.columns_of(lambda _: True))


def _is(content: Content, wanted: Callable[[Slot], bool]) -> bool:
    return isinstance(content, Slot) and wanted(content)


def rows(lines: Sequence[Sequence[Content]], spans: Iterable[Span] = ()) -> Rectangle:
    """Make a rectangle of rows; an empty text leaves the cell empty."""
    cells = {
        (row, column): content
        for row, line in enumerate(lines)
        for column, content in enumerate(line)
        if content != ""
    }
    return Rectangle(cells, tuple(spans))


def moved(rectangle: Rectangle, *, down: int = 0, right: int = 0) -> Rectangle:
    """Move a rectangle down and to the right."""
    return Rectangle(
        {(row + down, column + right): held for (row, column), held in rectangle.cells.items()},
        tuple(
            Span(span.top + down, span.left + right, span.bottom + down, span.right + right)
            for span in rectangle.spans
        ),
    )


def stacked(rectangles: Iterable[Rectangle], *, gap: int = 0) -> Rectangle:
    """Put rectangles one under another, with some empty rows between them."""
    cells: dict[Position, Content] = {}
    spans: list[Span] = []
    down = 0
    for rectangle in rectangles:
        placed = moved(rectangle, down=down)
        cells.update(placed.cells)
        spans.extend(placed.spans)
        down += rectangle.height + gap
    return Rectangle(cells, tuple(spans))


def turned(rectangle: Rectangle) -> Rectangle:
    """Turn a rectangle by 90°: rows become columns."""
    return Rectangle(
        {(column, row): content for (row, column), content in rectangle.cells.items()},
        tuple(Span(span.left, span.top, span.right, span.bottom) for span in rectangle.spans),
    )


def unmerged(rectangle: Rectangle) -> Rectangle:
    """Lose the merges: each text stays in the first cell of its range."""
    return replace(rectangle, spans=())


def repeated(rectangle: Rectangle) -> Rectangle:
    """Lose the merges and write each text into every cell of its range; a figure only once."""
    cells = dict(rectangle.cells)
    for span in rectangle.spans:
        content = rectangle.cells.get((span.top, span.left))
        if isinstance(content, str):
            cells.update(dict.fromkeys(span.positions(), content))
    return Rectangle(cells)


def relabelled(rectangle: Rectangle, change: Callable[[str], str]) -> Rectangle:
    """Rewrite every label."""
    cells = {
        position: change(content) if isinstance(content, str) else content
        for position, content in rectangle.cells.items()
    }
    return replace(rectangle, cells=cells)


def with_rows(rectangle: Rectangle, order: Sequence[int | None]) -> Rectangle:
    """Choose rows anew: left out, in another order, twice, or None for an empty one.

    A merged range keeps its text over the rows that are left of it where they stay together.
    """
    cells: dict[Position, Content] = {}
    texts = _texts_of_spans(rectangle)
    for target, row in enumerate(order):
        for column in range(rectangle.width):
            content = rectangle.cells.get((row, column)) if row is not None else None
            if content is not None and (row, column) not in texts:
                cells[target, column] = content
    spans = []
    for span in rectangle.spans:
        kept = [at for at, row in enumerate(order) if row in range(span.top, span.bottom + 1)]
        for first, last in _runs(kept) if span.bottom > span.top else zip(kept, kept, strict=True):
            spans.append(Span(first, span.left, last, span.right))
            text = texts.get((span.top, span.left))
            if text is not None:
                cells[first, span.left] = text
    return Rectangle(
        cells, tuple(span for span in spans if span.top != span.bottom or span.left != span.right)
    )


def with_columns(rectangle: Rectangle, order: Sequence[int | None]) -> Rectangle:
    """Choose columns anew, as `with_rows` does for rows."""
    return turned(with_rows(turned(rectangle), order))


def without_rows(rectangle: Rectangle, lost: Iterable[int]) -> Rectangle:
    """Leave out some rows."""
    gone = set(lost)
    return with_rows(rectangle, [row for row in range(rectangle.height) if row not in gone])


def without_columns(rectangle: Rectangle, lost: Iterable[int]) -> Rectangle:
    """Leave out some columns."""
    gone = set(lost)
    return with_columns(rectangle, [at for at in range(rectangle.width) if at not in gone])


def with_cells(rectangle: Rectangle, cells: Mapping[Position, Content]) -> Rectangle:
    """Write some cells more, or others in their place."""
    return replace(rectangle, cells={**rectangle.cells, **cells})


def _texts_of_spans(rectangle: Rectangle) -> dict[Position, Content]:
    return {
        (span.top, span.left): rectangle.cells[span.top, span.left]
        for span in rectangle.spans
        if (span.top, span.left) in rectangle.cells
    }


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(1, len(numbers) + 1):
        if at == len(numbers) or numbers[at] != numbers[at - 1] + 1:
            yield numbers[start], numbers[at - 1]
            start = at
