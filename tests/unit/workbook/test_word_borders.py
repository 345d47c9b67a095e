"""Tables drawn by hand, whose borders do not quite meet, are read as they were meant."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from unit.workbook.word_files import book_of, cell, cells_of, row, table

COLUMNS = 6
WIDTH = 800
"""Of a column, in twentieths of a point."""

shifts = st.lists(st.integers(-50, 50), min_size=COLUMNS + 1, max_size=COLUMNS + 1)
cuts = st.sets(st.integers(1, COLUMNS - 1))


def drawn(rows: list[tuple[list[int], list[int]]]) -> str:
    """Draw rows of cells between edges, each edge a little aside, as Word writes them."""
    placed = [[WIDTH * edge + aside[edge] for edge in edges] for edges, aside in rows]
    every = sorted({place for line in placed for place in line})
    widths = " ".join(str(right - left) for left, right in pairwise(every))
    lines = []
    for (edges, _), line in zip(rows, placed, strict=True):
        spans = [every.index(right) - every.index(left) for left, right in pairwise(line)]
        cells = (
            cell(f"c{edge}", f'<w:gridSpan w:val="{span}"/>')
            for edge, span in zip(edges, spans, strict=False)
        )
        before = every.index(line[0])
        lines.append(row(*cells, about=f'<w:gridBefore w:val="{before}"/>'))
    return table(*lines, widths=widths)


@settings(max_examples=60)
@given(st.lists(st.tuples(cuts, shifts), min_size=2, max_size=5))
def test_borders_a_little_aside_are_one(rows: list[tuple[set[int], list[int]]]) -> None:
    whole = (list(range(COLUMNS + 1)), [0] * (COLUMNS + 1))
    lines = [whole, *(([0, *sorted(cut), COLUMNS], aside) for cut, aside in rows)]

    read = cells_of(book_of(drawn(lines)))

    assert read == {
        (number, edge + 1): f"c{edge}"
        for number, (edges, _) in enumerate(lines, 1)
        for edge in edges[:-1]
    }
