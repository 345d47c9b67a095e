"""Tables of different shapes fitted to the columns of one page, as in a whole report in Excel."""

from __future__ import annotations

from submissions.model import APPLICATIONS, DISCLOSURE, REVIEWS, Report
from submissions.official import HEADINGS, printed
from submissions.page import Shape, across, as_printed, title
from submissions.rectangle import Rectangle, Span, stacked, with_columns

WIDTH = 15
"""Table 四 has the most columns; the others spread over them."""

_WIDTHS = {
    DISCLOSURE: (5, 4, 3, 3),
    APPLICATIONS: (2, 2, 4, 1, 1, 1, 1, 1, 1, 1),
    REVIEWS: (1,) * WIDTH,
}


def widened(rectangle: Rectangle, widths: tuple[int, ...]) -> Rectangle:
    """Stretch columns over several columns of the page, so that tables of other shapes fit it."""
    order: list[int | None] = []
    starts = []
    for column, width in enumerate(widths):
        starts.append(len(order))
        order.extend([column, *[None] * (width - 1)])
    bare = with_columns(Rectangle(rectangle.cells), order)
    covered = {position for span in rectangle.spans for position in span.positions()}
    single = [Span(*at, *at) for at in rectangle.cells if at not in covered]
    spans = [
        Span(span.top, starts[span.left], span.bottom, starts[span.right] + widths[span.right] - 1)
        for span in (*rectangle.spans, *single)
    ]
    return Rectangle(bare.cells, tuple(span for span in spans if span[:2] != span[2:]))


def fitted_page(report: Report, shape: Shape = as_printed) -> Rectangle:
    """Print a report as the notice does: title, then each section with its table."""
    sections = [
        stacked(
            [
                across([HEADINGS[table]], WIDTH),
                shape(table, widened(printed(report, table), _WIDTHS[table])),
            ]
        )
        for table in report.tables
    ]
    return stacked([across([title(report)], WIDTH), *sections], gap=1)
