"""What layouts do to a table: lines and heads moved, added, turned, set apart."""

from __future__ import annotations

from collections.abc import Callable

from submissions.labels import stub_texts, with_stub
from submissions.model import APPLICATIONS, DISCLOSURE, REVIEWS, Report, Slot
from submissions.official import CASES, LEGAL_PERSONS, RESULTS
from submissions.page import Shape, page
from submissions.rectangle import (
    Content,
    Rectangle,
    Span,
    moved,
    relabelled,
    rows,
    stacked,
    unmerged,
    with_cells,
    with_columns,
    with_rows,
)


def plain(table: str, rectangle: Rectangle) -> Rectangle:
    """Lose all merges."""
    del table
    return unmerged(rectangle)


def every(change: Callable[[Rectangle], Rectangle]) -> Shape:
    """Do the same to every table."""

    def shaped(table: str, rectangle: Rectangle) -> Rectangle:
        del table
        return change(rectangle)

    return shaped


def only(wanted: str, change: Callable[[Rectangle], Rectangle]) -> Shape:
    """Do something to one table and leave the others."""
    return lambda table, rectangle: change(rectangle) if table == wanted else rectangle


def worded(change: Callable[[str], str]) -> Shape:
    """Rewrite the labels of every table."""
    return every(lambda rectangle: relabelled(rectangle, change))


def both(first: Shape, second: Shape) -> Shape:
    """Do one thing, then another."""
    return lambda table, rectangle: second(table, first(table, rectangle))


def reviews_in_blocks(rectangle: Rectangle) -> Rectangle:
    """Print table 四 as three blocks one under another, each with its caption."""
    del rectangle
    size = len(RESULTS)
    blocks = []
    for case, label in CASES:
        slots: list[Content] = [Slot(REVIEWS, case, key) for key, _ in RESULTS]
        heads: list[Content] = [head for _, head in RESULTS]
        blocks.append(rows([[label], heads, slots], [Span(0, 0, 0, size - 1)]))
    return stacked(blocks)


def reviews_lines_down(rectangle: Rectangle) -> Rectangle:
    """Print table 四 with its three kinds of case as lines."""
    del rectangle
    lines: list[list[Content]] = [["类别", *[head for _, head in RESULTS]]]
    for case, label in CASES:
        lines.append([label, *[Slot(REVIEWS, case, key) for key, _ in RESULTS]])
    return rows(lines)


def with_local_line(rectangle: Rectangle) -> Rectangle:
    """Add the line 其他主动公开文件 that one province asks for under 规范性文件."""
    after = rectangle.rows_of(lambda slot: slot.line == "norms")
    if not after:
        return rectangle
    at = after[-1] + 1
    order: list[int | None] = list(range(rectangle.height))
    order.insert(at, None)
    longer = with_rows(rectangle, order)
    return with_cells(longer, {(at, 0): "其他主动公开文件", (at, 1): 7, (at, 2): 7, (at, 3): 31})


def with_subtotal_head(report: Report) -> Shape:
    """Add a column 小计 for the five kinds of 法人或其他组织 after 其他 in table 三."""

    def widened(table: str, rectangle: Rectangle) -> Rectangle:
        if table != APPLICATIONS:
            return rectangle
        at = rectangle.columns_of(lambda slot: slot.head == "oth")[-1] + 1
        order: list[int | None] = list(range(rectangle.width))
        order.insert(at, None)
        wider = with_columns(rectangle, order)
        cells: dict[tuple[int, int], Content] = {(rectangle.first_slot_row() - 1, at): "小计"}
        for (row, _), content in wider.cells.items():
            if isinstance(content, Slot):
                cells[row, at] = _subtotal(report, content.line)
        return with_cells(wider, cells)

    return widened


def page_with_subtotals(report: Report, shape: Shape) -> Rectangle:
    """Print a page whose table 三 has a column 小计."""
    return page(report, both(shape, with_subtotal_head(report)))


def _subtotal(report: Report, line: str) -> int:
    figures = [report.figures.get(Slot(APPLICATIONS, line, head)) for head in LEGAL_PERSONS]
    return sum(figure for figure in figures if isinstance(figure, int))


def numbered(rectangle: Rectangle) -> Rectangle:
    """Put a column 序号 before the stub."""
    top = rectangle.first_slot_row()
    right = moved(rectangle, right=1)
    lines = rectangle.rows_of(lambda _: True)
    cells: dict[tuple[int, int], Content] = {(row, 0): at for at, row in enumerate(lines, 1)}
    cells[max(0, top - 1), 0] = "序号"
    return with_cells(right, cells)


def with_unit_column(rectangle: Rectangle) -> Rectangle:
    """Put a column 计量单位 between the stub and the figures."""
    at = rectangle.first_slot_column()
    order: list[int | None] = list(range(rectangle.width))
    order.insert(at, None)
    wider = with_columns(rectangle, order)
    cells: dict[tuple[int, int], Content] = {
        (row, at): "件" for row in wider.rows_of(lambda _: True)
    }
    cells[0, at] = "计量单位"
    return with_cells(wider, cells)


def heads_apart(table: str, rectangle: Rectangle) -> Rectangle:
    """Leave an empty row between the heads and the figures of tables 三 and 四."""
    if table == DISCLOSURE:
        return rectangle
    order: list[int | None] = list(range(rectangle.height))
    order.insert(rectangle.first_slot_row(), None)
    return with_rows(rectangle, order)


def blocks_apart(rectangle: Rectangle) -> Rectangle:
    """Leave an empty row before each block of table 二."""
    order: list[int | None] = []
    for row in range(rectangle.height):
        content = rectangle.cells.get((row, 0))
        if row and isinstance(content, str) and content.startswith("第二十条"):
            order.append(None)
        order.append(row)
    return with_rows(rectangle, order)


def one_row_of_heads(rectangle: Rectangle) -> Rectangle:
    """Print the heads of table 三 in one row, without the spanners over them."""
    width = rectangle.first_slot_column()
    top = rectangle.first_slot_row()
    cells: dict[tuple[int, int], Content] = {
        (row - top + 1, column): content
        for (row, column), content in rectangle.cells.items()
        if row >= top
    }
    for column in range(width, rectangle.width):
        over = [rectangle.cells.get((row, column)) for row in range(top)]
        lowest = [content for content in over if content is not None][-1:]
        cells.update(((0, column), content) for content in lowest)
    cells[0, 0] = "项目"
    spans = [
        moved(Rectangle({}, (span,)), down=1 - top).spans[0]
        for span in rectangle.spans
        if span.top >= top
    ]
    return Rectangle(cells, (Span(0, 0, 0, width - 1), *spans))


def parts(rectangle: Rectangle) -> tuple[Rectangle, ...]:
    """Split a table in the middle of its lines; the second part has the heads again."""
    lines = rectangle.rows_of(lambda _: True)
    heads = list(range(rectangle.first_slot_row()))
    middle = (len(lines) + 1) // 2
    return tuple(
        with_rows(rectangle, [*heads, *part]) for part in (lines[:middle], lines[middle:]) if part
    )


def on_two_pages(rectangle: Rectangle) -> Rectangle:
    """Break table 三 over two pages of one sheet, with the heads again on the second."""
    return stacked(parts(rectangle), gap=1)


def deep_stub(rectangle: Rectangle) -> Rectangle:
    """Indent the last label of each line of table 三 by its depth, in one stub column."""
    texts = stub_texts(rectangle)
    indented = {row: "　" * (len(each) - 1) + each[-1] for row, each in texts.items()}
    return with_stub(rectangle, indented, "项目")


def of_applications(change: Callable[[Rectangle], Rectangle]) -> Shape:
    """Do something to table 三 only."""
    return only(APPLICATIONS, change)
